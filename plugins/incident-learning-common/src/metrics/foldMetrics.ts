import type { MetricFact } from './fact';
import { INCIDENT_KPIS, MetricKpi } from './kpis';
import { KpiSeries } from './KpiSeries';
import { Period, isWithin, previousPeriod } from './period';
import type { Interval, Metrics } from './schema';

/** @public */
export interface MetricsFoldOptions {
  /** `org` or an entity ref; told in the answer. */
  scope: string;
  period: Period;
  interval: Interval;
  /** The KPIs to compute; all that are read off incidents unless said. */
  kpis?: MetricKpi<MetricFact>[];
}

/** @public */
export interface MetricsFold {
  /** Counts an incident; one outside the period and the one before changes nothing. */
  add(fact: MetricFact): void;
  read(): Metrics;
}

/**
 * Computes the metrics of a scope from its incidents, one at a time and in any order: those of the period and those
 * of the equally long period before it.
 *
 * @public
 */
export function foldMetrics(options: MetricsFoldOptions): MetricsFold {
  const { scope, period, interval, kpis = INCIDENT_KPIS } = options;
  const previous = previousPeriod(period);
  const series = kpis.map(kpi => new KpiSeries(kpi, interval));
  let incidents = 0;
  return {
    add(fact) {
      if (isWithin(fact.at, period)) {
        incidents += 1;
        series.forEach(one => one.add(fact));
      } else if (isWithin(fact.at, previous)) {
        series.forEach(one => one.addPrevious(fact));
      }
    },
    read: () => ({
      scope,
      from: new Date(period.from).toISOString(),
      to: new Date(period.to).toISOString(),
      interval,
      incidents,
      kpis: series.map(one => one.read()),
    }),
  };
}
