import { useRouteRef } from '@backstage/core-plugin-api';
import type {
  Breakdown,
  IncidentQuery,
  Kpi,
  Metrics,
} from '@hindsight/backstage-plugin-incident-learning-common';
import { incidentsRouteRef } from '../routes';
import { UrlPatch, patchParams, writePeriodChoice } from '../url';
import { bucketDays, durationOf } from './chartData';
import type { Selection } from './useMetrics';

/** Which incidents of a selection are meant. */
export interface IncidentsOf {
  /** Those that a figure counts. */
  kpi?: Kpi;
  /** Those of one bucket, by its start. */
  start?: string;
  /** Those of one value of a breakdown; without a key those that have none. */
  by?: Breakdown;
  key?: string;
  /** Further filters of the list. */
  filters?: UrlPatch;
}

/** Filters by which a list shows the incidents that a figure counts. */
interface Rows {
  words: string;
  query: Partial<IncidentQuery>;
}

/** KPIs of reviews and of what came out of them, which no list of incidents shows. */
const OF_REVIEWS = [
  'time-to-review',
  'feedback-learned-something',
  'feedback-would-attend-again',
  'learning-impact-score',
  'action-implementation-rate',
  'action-effectiveness',
  'time-to-lessons-learned',
];

/** Whether a figure counts incidents, so that a list of them stands behind it. */
export function countsIncidents(kpi: Kpi): boolean {
  return !OF_REVIEWS.includes(kpi.id);
}

/** What to list behind a figure, and in which order. */
export function rowsOf(kpi: Kpi): Rows {
  const duration = durationOf(kpi.id);
  if (duration) {
    return {
      words: 'The longest first; those without the time come last.',
      query: { sort: `-${duration.field}` },
    };
  }
  if (kpi.id === 'repeat-incident-rate') {
    return {
      words: 'Those that repeat an earlier one, the latest first.',
      query: { repeat: ['suspected', 'confirmed'] },
    };
  }
  if (kpi.distribution) {
    return {
      words: 'Those that are critical or high, the latest first.',
      query: { severity: ['critical', 'high'] },
    };
  }
  return {
    words: 'Every incident of the period, the latest first.',
    query: {},
  };
}

/** Gives the address of the list of the incidents that are meant. */
export function useIncidentsLink(
  metrics: Pick<Metrics, 'interval' | 'from' | 'to'>,
  selection: Selection,
): (of: IncidentsOf) => string {
  const incidentsRoute = useRouteRef(incidentsRouteRef);
  return ({ kpi, start, by, key, filters }) => {
    const patch = {
      scope: selection.scope === 'org' ? undefined : selection.scope,
      drill: 'false',
      ...(start
        ? bucketDays(start, metrics)
        : writePeriodChoice(selection.period.choice)),
      ...(kpi ? filtersOf(rowsOf(kpi).query) : {}),
      ...(by ? breakdownFilter(by, key) : {}),
      ...filters,
    };
    return `${incidentsRoute()}?${patchParams(new URLSearchParams(), patch)}`;
  };
}

function filtersOf({ sort, repeat, severity }: Rows['query']): UrlPatch {
  return { sort, repeat, severity };
}

function breakdownFilter(by: Breakdown, key: string | undefined): UrlPatch {
  switch (by) {
    case 'team':
      return { owner: key ?? 'none' };
    case 'severity':
      return { severity: key };
    default:
      return { category: key };
  }
}
