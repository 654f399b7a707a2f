import { useMemo, useState } from 'react';
import { useApi } from '@backstage/core-plugin-api';
import type {
  Breakdown,
  DataQuality,
  Incident,
  IncidentQuery,
  MetricBreakdown,
  MetricPoint,
  Page,
  Patterns,
  RepeatLookBack,
  RootCauseSeries,
} from '@hindsight/backstage-plugin-incident-learning-common';
import { ApiData, incidentLearningApiRef, useApiData } from '../api';
import { periodBefore } from '../url';
import { useCardData } from './cards';
import { FigureAnswers, Measured } from './FigureAnswers';
import { Selection, boundsOf, queryOf } from './selection';

export type { Measured, Selection };

/** Asks for the figures of a page. */
export function useFigureAnswers(): FigureAnswers {
  const api = useApi(incidentLearningApiRef);
  const [answers] = useState(() => new FigureAnswers(api));
  return answers;
}

/**
 * The metrics of a selection: while they load those that it had before, else those of the selection before.
 *
 * @param given - by what the page asks for figures ahead of their use, if it does
 */
export function useMetrics(
  selection: Selection,
  given?: FigureAnswers,
): ApiData<Measured> {
  const own = useFigureAnswers();
  const answers = given ?? own;
  const asked = useApiData(JSON.stringify(queryOf(selection)), signal =>
    answers.answer(selection, signal),
  );
  const last = asked.loading ? answers.last(selection) : undefined;
  return useMemo(
    () => (last ? { ...asked, data: last } : asked),
    [asked, last],
  );
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
  return useCardData(JSON.stringify(query), signal =>
    api.getMetricPoints(query, { signal }),
  );
}

/** The points of the period before a selection; none where that has no start. */
export function usePointsBefore(selection: Selection): ApiData<Points> {
  const api = useApi(incidentLearningApiRef);
  const [now] = useState(() => Date.now());
  const before = periodBefore(selection.period, now);
  const query = { scope: selection.scope, ...before };
  return useCardData(JSON.stringify(query), async signal =>
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
  return useCardData(JSON.stringify(query), signal =>
    api.getMetricBreakdown(query, { signal }),
  );
}

/** Patterns among the incidents of a selection. */
export function usePatterns(selection: Selection): ApiData<Patterns> {
  const api = useApi(incidentLearningApiRef);
  const query = boundsOf(selection);
  return useCardData(JSON.stringify(query), signal =>
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
  return useCardData(JSON.stringify(query), signal =>
    api.getRootCauses(query, { signal }),
  );
}

/** What the figures of a selection suffer from. */
export function useDataQuality(selection: Selection): ApiData<DataQuality> {
  const api = useApi(incidentLearningApiRef);
  const query = boundsOf(selection);
  return useCardData(JSON.stringify(query), signal =>
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
