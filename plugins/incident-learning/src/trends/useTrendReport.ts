import { useApi } from '@backstage/core-plugin-api';
import type { TrendReport } from '@hindsight/backstage-plugin-incident-learning-common';
import { ApiData, incidentLearningApiRef, useApiData } from '../api';
import type { Period } from '../url';

/** What a trend report is about. */
export interface TrendSelection {
  scope: string;
  from?: string;
  to?: string;
}

export function trendSelectionOf(
  scope: string | undefined,
  { from, to }: Period,
): TrendSelection {
  return { scope: scope ?? 'org', from, to };
}

/** The trend report of a scope and period. */
export function useTrendReport(
  selection: TrendSelection,
): ApiData<TrendReport> {
  const api = useApi(incidentLearningApiRef);
  return useApiData(JSON.stringify(selection), signal =>
    api.getTrendReport(selection, { signal }),
  );
}
