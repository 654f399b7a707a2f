import {
  KpiAccumulator,
  durationAccumulator,
  severityAccumulator,
  shareAccumulator,
} from './accumulators';
import { KPI_DEFINITIONS, KpiDefinition } from './definitions';
import type { DatedFact, MetricFact } from './fact';

/** A KPI: what it means, and how it adds up over facts of one sort. @public */
export interface MetricKpi<Fact extends DatedFact> {
  definition: KpiDefinition;
  accumulator: KpiAccumulator<Fact, unknown>;
}

/** The KPIs that are read off incidents alone, in the order in which they are shown. @public */
export const INCIDENT_KPIS: MetricKpi<MetricFact>[] = [
  {
    definition: KPI_DEFINITIONS.mttd,
    accumulator: durationAccumulator(fact => fact.timeToDetectMs),
  },
  {
    definition: KPI_DEFINITIONS.mttc,
    accumulator: durationAccumulator(fact => fact.timeToContainMs),
  },
  {
    definition: KPI_DEFINITIONS.mttr,
    accumulator: durationAccumulator(fact => fact.timeToResolveMs),
  },
  {
    definition: KPI_DEFINITIONS['repeat-incident-rate'],
    accumulator: shareAccumulator(fact => fact.repeat),
  },
  {
    definition: KPI_DEFINITIONS['severity-distribution'],
    accumulator: severityAccumulator(),
  },
];
