import { useState } from 'react';
import { useApi } from '@backstage/core-plugin-api';
import type {
  Breakdown,
  DataQuality,
  Incident,
  IncidentQuery,
  MetricBreakdown,
  MetricPoint,
  Metrics,
  MetricsQuery,
  Page,
  Patterns,
  RepeatLookBack,
  RootCauseSeries,
} from '@hindsight/backstage-plugin-incident-learning-common';
import { ApiData, incidentLearningApiRef, useApiData } from '../api';
import { Period, periodBefore } from '../url';
import { withLocalBuckets } from './localBuckets';

/** Whose incidents: `org` or an entity ref, and of which time. */
export interface Selection {
  scope: string;
  period: Period;
}

/** Metrics, and the selection that they are of: while another loads, that of before. */
export interface Measured {
  metrics: Metrics;
  selection: Selection;
}

/** The metrics of a selection. */
export function useMetrics(selection: Selection): ApiData<Measured> {
  const api = useApi(incidentLearningApiRef);
  const query = queryOf(selection);
  return useApiData(JSON.stringify(query), async signal => ({
    metrics: withLocalBuckets(await api.getMetrics(query, { signal })),
    selection,
  }));
}

/** The incidents behind the durations of a selection. */
export interface Points {
  items: MetricPoint[];
  totalItems: number;
}

/** The points of a selection. */
export function useMetricPoints(selection: Selection): ApiData<Points> {
  const api = useApi(incidentLearningApiRef);
  const query = queryOf(selection);
  return useApiData(JSON.stringify(query), signal =>
    api.getMetricPoints(query, { signal }),
  );
}

/** The points of the period before a selection; none where that has no start. */
export function usePointsBefore(selection: Selection): ApiData<Points> {
  const api = useApi(incidentLearningApiRef);
  const [now] = useState(() => Date.now());
  const before = periodBefore(selection.period, now);
  const query = { scope: selection.scope, ...before };
  return useApiData(JSON.stringify(query), async signal =>
    before
      ? api.getMetricPoints(query, { signal })
      : { items: [], totalItems: 0 },
  );
}

/** One KPI of a selection by team, severity or category. */
export function useBreakdown(
  selection: Selection,
  kpi: string,
  by: Breakdown,
): ApiData<MetricBreakdown> {
  const api = useApi(incidentLearningApiRef);
  const query = { ...boundsOf(selection), kpi, by };
  return useApiData(JSON.stringify(query), signal =>
    api.getMetricBreakdown(query, { signal }),
  );
}

/** Patterns among the incidents of a selection. */
export function usePatterns(selection: Selection): ApiData<Patterns> {
  const api = useApi(incidentLearningApiRef);
  const query = boundsOf(selection);
  return useApiData(JSON.stringify(query), signal =>
    api.getPatterns(query, { signal }),
  );
}

/** What other look-back windows would make of the repeats of a selection. */
export function useRepeatLookBack(
  selection: Selection,
): ApiData<RepeatLookBack> {
  const api = useApi(incidentLearningApiRef);
  const query = boundsOf(selection);
  return useApiData(JSON.stringify(query), signal =>
    api.getRepeatLookBack(query, { signal }),
  );
}

/** Root causes of published reviews by type, over time. */
export function useRootCauses(selection: Selection): ApiData<RootCauseSeries> {
  const api = useApi(incidentLearningApiRef);
  const query = queryOf(selection);
  return useApiData(JSON.stringify(query), signal =>
    api.getRootCauses(query, { signal }),
  );
}

/** What the figures of a selection suffer from. */
export function useDataQuality(selection: Selection): ApiData<DataQuality> {
  const api = useApi(incidentLearningApiRef);
  const query = boundsOf(selection);
  return useApiData(JSON.stringify(query), signal =>
    api.getDataQuality(query, { signal }),
  );
}

const FIRST_ROWS = 10;

/** The first incidents of a selection that a query finds, and how many there are. */
export function useIncidentRows(
  selection: Selection,
  rows: Partial<IncidentQuery>,
): ApiData<Page<Incident>> {
  const api = useApi(incidentLearningApiRef);
  const { from, to } = selection.period;
  const query: Partial<IncidentQuery> = {
    ...rows,
    scope: selection.scope === 'org' ? undefined : selection.scope,
    from,
    to,
    drill: false,
    limit: FIRST_ROWS,
    total: true,
  };
  return useApiData(JSON.stringify(query), signal =>
    api.listIncidents(query, { signal }),
  );
}

/** The latest incident of a scope at any time, drills aside; absent where it has none. */
export function useLatestIncident(scope: string): ApiData<{
  incident?: Incident;
}> {
  const api = useApi(incidentLearningApiRef);
  return useApiData(scope, async signal => {
    const latest = async (to?: string) => {
      const page = await api.listIncidents(
        { scope, to, drill: false, sort: '-periodAt', limit: 1 },
        { signal },
      );
      return page.items[0];
    };
    // One that is dated in the future by mistake is the last to be named.
    const incident = (await latest(new Date().toISOString())) ?? latest();
    return { incident: await incident };
  });
}

// The API's own defaults are the last year and now; a period without an end has those dated in the future as well.
const BEGINNING = '0001-01-01T00:00:00.000Z';
const END = '9999-12-31T00:00:00.000Z';

function queryOf(selection: Selection): Partial<MetricsQuery> {
  return { ...boundsOf(selection), interval: selection.period.interval };
}

function boundsOf({ scope, period }: Selection) {
  const { from = BEGINNING, to = END } = period;
  return { scope, from, to };
}
