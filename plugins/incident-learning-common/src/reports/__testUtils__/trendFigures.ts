import type { Kpi } from '../../metrics/schema';
import type { IncidentGroup } from '../../patterns';
import { concludeTrends } from '../concludeTrends';
import type { TrendFigures } from '../schema';

export const HOUR = 3_600_000;

export function kpi(values: Partial<Kpi>): Kpi {
  return {
    id: 'mttd',
    name: 'Time to detect',
    definition: 'Median time',
    unit: 'ms',
    direction: 'lower',
    target: 'trend',
    n: 40,
    missing: 0,
    invalid: 0,
    undated: 0,
    approximate: false,
    previous: { n: 30, value: 2 * HOUR },
    value: 5 * HOUR,
    series: [],
    ...values,
  };
}

export function group(values: Partial<IncidentGroup>): IncidentGroup {
  const services = (values.services ?? []).map(service => service);
  return {
    category: 'change',
    attackVector: 'deployment',
    count: 4,
    repeats: 1,
    severities: { critical: 0, high: 0, medium: 0, low: 0, unknown: 4 },
    incidentIds: [],
    firstAt: '2024-02-01T00:00:00.000Z',
    lastAt: '2024-03-01T00:00:00.000Z',
    services,
    serviceCount: services.length,
    lessons: [],
    ...values,
  };
}

export function hit(name: string, lesson: boolean) {
  return { entityRef: `component:default/${name}`, incidents: 1, lesson };
}

export function report(figures: Partial<TrendFigures> = {}) {
  const none = { count: 0, previous: 0 };
  return concludeTrends({
    scope: 'group:default/payments',
    from: '2024-01-01T00:00:00.000Z',
    to: '2024-04-01T00:00:00.000Z',
    previousFrom: '2023-10-02T00:00:00.000Z',
    generatedAt: '2024-04-01T07:00:00.000Z',
    interval: 'week',
    timeZone: 'UTC',
    totals: {
      incidents: { count: 100, previous: 80 },
      kinds: { security: none, operational: none },
      unassigned: none,
      reviewsPublished: none,
      lessonsPublished: none,
      actionsCommitted: none,
    },
    kpis: [],
    severities: [],
    categories: [],
    categoryCount: 0,
    rootCauses: [],
    repeats: [],
    patterns: [],
    effectiveness: { committed: 0, done: 0, overdue: 0 },
    dataQuality: { incidents: 100, affected: 0, findings: [] },
    ...figures,
  });
}
