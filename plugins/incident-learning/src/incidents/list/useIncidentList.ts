import { useMemo } from 'react';
import type { IncidentQuery } from '@hindsight/backstage-plugin-incident-learning-common';
import { ALL_TIME, UrlPatch, usePeriod, useUrlParams } from '../../url';
import {
  NO_FILTERS,
  SortName,
  filterOf,
  readFilters,
  readSort,
} from './filters';

/** What the rows of a list tell. */
export type IncidentListView = 'response' | 'risk';

const FIRST_SORT: Record<IncidentListView, SortName> = {
  response: '-periodAt',
  risk: '-riskScore',
};

/** The filters and the order of a list, as the page's address has them, and ways to change them. */
export function useIncidentList(options: {
  scope?: string;
  view: IncidentListView;
}) {
  const { scope, view } = options;
  const firstSort = FIRST_SORT[view];
  const [params, update] = useUrlParams();
  const [period] = usePeriod(ALL_TIME);
  const filters = useMemo(() => readFilters(params), [params]);
  const sort = readSort(params.get('sort'), firstSort);
  const { from, to } = period;

  const query: Partial<IncidentQuery> = useMemo(
    () => ({ ...filterOf(filters), scope, from, to, sort }),
    [filters, scope, from, to, sort],
  );

  return {
    filters,
    period,
    sort,
    query,
    /** Changes filters; the list starts anew. */
    change: (patch: UrlPatch) => update({ ...patch, shown: undefined }),
    /** Takes every filter away, and those of `patch` with them. */
    clear: (patch: UrlPatch = {}) =>
      update({ ...NO_FILTERS, ...patch, shown: undefined }),
    setSort: (next: SortName) =>
      update({
        sort: next === firstSort ? undefined : next,
        shown: undefined,
      }),
  };
}

/** What `useIncidentList` gives. */
export type IncidentListState = ReturnType<typeof useIncidentList>;
