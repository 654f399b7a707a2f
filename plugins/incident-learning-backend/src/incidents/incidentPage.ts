import {
  INCIDENT_SORTS,
  IncidentQuery,
  IncidentSort,
} from '@hindsight/backstage-plugin-incident-learning-common';
import type { Knex } from 'knex';
import { PageOrder, pageOf } from '../database';
import type { IncidentRow } from './incidentRows';

/** `severity` sorts by rank: ascending goes from light to grave. */
const COLUMNS: Record<IncidentSort, keyof IncidentRow> = {
  periodAt: 'period_at',
  updatedAt: 'updated_at',
  severity: 'severity_rank',
  title: 'title',
  timeToDetectMs: 'time_to_detect_ms',
  timeToContainMs: 'time_to_contain_ms',
  timeToResolveMs: 'time_to_resolve_ms',
  riskScore: 'risk_score',
};

/** One page of incidents in the order asked for. */
export function incidentPageOf(
  base: Knex.QueryBuilder,
  page: Pick<IncidentQuery, 'sort' | 'limit' | 'cursor'>,
): Promise<{ rows: IncidentRow[]; nextCursor?: string }> {
  return pageOf<IncidentRow>(base, orderOf(page.sort), page);
}

function orderOf(sort: string): PageOrder {
  const descending = sort.startsWith('-');
  const name = sort.replace(/^-/, '') as IncidentSort;
  if (!INCIDENT_SORTS.includes(name)) {
    throw new Error(`No column to sort by ${name}`);
  }
  return {
    sort,
    table: 'incidents',
    column: COLUMNS[name],
    // Rank 0 is critical, so the gravest first is the lowest rank first.
    descending: name === 'severity' ? !descending : descending,
  };
}
