import {
  RiskFilter,
  riskFilterSchema,
} from '@hindsight/backstage-plugin-incident-learning-common';
import { filterOf, readFilters } from '../../incidents/list/filters';

/** The filters of the page's address as risk takes them: drills have no score. */
export function riskFilterOf(
  params: URLSearchParams,
  scope: string | undefined,
  { from, to }: { from?: string; to?: string },
): Partial<RiskFilter> {
  return riskFilterSchema.parse({
    ...filterOf(readFilters(params)),
    scope,
    from,
    to,
  });
}
