import {
  Incident,
  MetricFact,
  MetricPoint,
  Metrics,
  MetricsQuery,
  Period,
  foldMetrics,
  isWithin,
} from '@hindsight/backstage-plugin-incident-learning-common';

const YEAR_MS = 365 * 86_400_000;

/** The metrics of incidents, folded as the backend does; drills are told apart by the caller. */
export function metricsOf(
  incidents: Incident[],
  query: MetricsQuery,
  now: string,
): Metrics {
  const fold = foldMetrics({
    scope: query.scope,
    interval: query.interval,
    period: periodOf(query, now),
  });
  for (const incident of incidents) {
    fold.add(factOf(incident));
  }
  return fold.read();
}

/** What the numbers need to know of an incident. */
export function factOf(incident: Incident): MetricFact {
  return {
    at: Date.parse(incident.periodAt),
    precision: incident.periodPrecision,
    kind: incident.kind,
    category: incident.category,
    attackVector: incident.attackVector,
    severity: incident.severity,
    timeToDetectMs: incident.timeToDetectMs,
    timeToContainMs: incident.timeToContainMs,
    timeToResolveMs: incident.timeToResolveMs,
    repeat: Boolean(incident.repeat && incident.repeat.state !== 'rejected'),
  };
}

/** One dot for each incident of the period that has a duration. */
export function pointsOf(
  incidents: Incident[],
  query: MetricsQuery,
  now: string,
): MetricPoint[] {
  const period = periodOf(query, now);
  return incidents
    .filter(
      incident =>
        isWithin(Date.parse(incident.periodAt), period) &&
        [
          incident.timeToDetectMs,
          incident.timeToContainMs,
          incident.timeToResolveMs,
        ].some(duration => duration !== undefined),
    )
    .map(incident => ({
      id: incident.id,
      title: incident.title,
      at: incident.periodAt,
      precision: incident.periodPrecision,
      severity: incident.severity,
      timeToDetectMs: incident.timeToDetectMs,
      timeToContainMs: incident.timeToContainMs,
      timeToResolveMs: incident.timeToResolveMs,
    }));
}

/** The period of a query, as the backend reads it. */
export function periodOf(
  query: Pick<MetricsQuery, 'from' | 'to'>,
  now: string,
): Period {
  const to = Date.parse(query.to ?? now);
  return { from: query.from ? Date.parse(query.from) : to - YEAR_MS, to };
}
