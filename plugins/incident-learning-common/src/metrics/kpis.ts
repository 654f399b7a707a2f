import {
  KpiAccumulator,
  durationAccumulator,
  durationSketchAccumulator,
  ratingAccumulator,
  severityAccumulator,
  shareAccumulator,
} from './accumulators';
import { KPI_DEFINITIONS, KpiDefinition, KpiId } from './definitions';
import type { FactFields, FactKind, MetricFact, MetricFacts } from './fact';

/** A KPI: what it means, and how it adds up over facts of one kind. @public */
export interface MetricKpi<Kind extends FactKind = FactKind> {
  definition: KpiDefinition;
  /** Of which facts it is computed. */
  facts: Kind;
  /**
   * What it reads of a fact; all of it unless said. Where figures of incidents are broken down, nothing else is read of
   * what is in the database, which takes a fraction of the time; to look at anything else is an error there.
   */
  reads?: readonly FactFields[Kind][];
  /** For a recount: exact. */
  accumulator: KpiAccumulator<MetricFacts[Kind], unknown>;
  /** For rollups, whose states must stay small; absent where those of `accumulator` do. */
  sketch?: KpiAccumulator<MetricFacts[Kind], unknown>;
}

/** A KPI over facts of any one kind. @public */
export type AnyMetricKpi = { [Kind in FactKind]: MetricKpi<Kind> }[FactKind];

/** How a KPI adds up in a rollup. @public */
export function rollupAccumulator<Kind extends FactKind>(
  kpi: MetricKpi<Kind>,
): KpiAccumulator<MetricFacts[Kind], unknown> {
  return kpi.sketch ?? kpi.accumulator;
}

/** The KPIs that are read off incidents alone, in the order in which they are shown. @public */
export const INCIDENT_KPIS: MetricKpi<'incident'>[] = [
  durationKpi('mttd', 'timeToDetectMs'),
  durationKpi('mttc', 'timeToContainMs'),
  durationKpi('mttr', 'timeToResolveMs'),
  {
    definition: KPI_DEFINITIONS['repeat-incident-rate'],
    facts: 'incident',
    reads: ['repeat'],
    accumulator: shareAccumulator(fact => fact.repeat),
  },
  {
    definition: KPI_DEFINITIONS['severity-distribution'],
    facts: 'incident',
    reads: ['severity'],
    accumulator: severityAccumulator(),
  },
];

/** The KPIs that need reviews, in the order in which they are shown. @public */
export const REVIEW_KPIS: AnyMetricKpi[] = [
  {
    definition: KPI_DEFINITIONS['review-completion-rate'],
    facts: 'incident',
    reads: ['review'],
    accumulator: shareAccumulator(fact => fact.review?.published),
  },
  {
    definition: KPI_DEFINITIONS['time-to-review'],
    facts: 'publication',
    accumulator: durationAccumulator(fact => fact.businessDaysToReview),
    sketch: durationSketchAccumulator(fact => fact.businessDaysToReview),
  },
  {
    definition: KPI_DEFINITIONS['root-cause-identification-rate'],
    facts: 'incident',
    reads: ['review'],
    accumulator: shareAccumulator(fact => fact.review?.rootCauseFound),
  },
  {
    definition: KPI_DEFINITIONS['feedback-learned-something'],
    facts: 'publication',
    accumulator: shareAccumulator(fact => fact.learnedSomething),
  },
  {
    definition: KPI_DEFINITIONS['feedback-would-attend-again'],
    facts: 'publication',
    accumulator: shareAccumulator(fact => fact.wouldAttendAgain),
  },
];

/**
 * The KPIs of what was learned and promised, in the order in which they are shown. Actions are in no rollup, and lessons
 * are few beside incidents, so that none of them needs a sketch: these figures are always exact.
 *
 * @public
 */
export const IMPROVEMENT_KPIS: AnyMetricKpi[] = [
  {
    definition: KPI_DEFINITIONS['action-implementation-rate'],
    facts: 'commitment',
    accumulator: shareAccumulator(fact => fact.done),
  },
  {
    definition: KPI_DEFINITIONS['action-effectiveness'],
    facts: 'rating',
    accumulator: ratingAccumulator(fact => fact.score),
  },
  {
    definition: KPI_DEFINITIONS['time-to-lessons-learned'],
    facts: 'lesson',
    accumulator: durationAccumulator(fact => fact.timeToLessonMs),
  },
];

/** All KPIs, in the order in which they are shown. @public */
export const STANDARD_KPIS: AnyMetricKpi[] = [
  ...INCIDENT_KPIS,
  ...REVIEW_KPIS,
  ...IMPROVEMENT_KPIS,
];

function durationKpi(
  id: KpiId,
  duration: 'timeToDetectMs' | 'timeToContainMs' | 'timeToResolveMs',
): MetricKpi<'incident'> {
  const durationOf = (fact: MetricFact) => fact[duration];
  return {
    definition: KPI_DEFINITIONS[id],
    facts: 'incident',
    reads: [duration],
    accumulator: durationAccumulator(durationOf),
    sketch: durationSketchAccumulator(durationOf),
  };
}
