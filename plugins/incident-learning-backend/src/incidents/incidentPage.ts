import {
  INCIDENT_SORTS,
  IncidentQuery,
  IncidentSort,
} from '@hindsight/backstage-plugin-incident-learning-common';
import type { Knex } from 'knex';
import { Cursor, decodeCursor, encodeCursor } from '../database';
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
};

interface Order {
  column: keyof IncidentRow;
  descending: boolean;
}

/**
 * One page in the order asked for, those without a value last. It starts after a row, not at a number, so that rows
 * added meanwhile neither repeat nor hide any; both halves run over the index of the column.
 */
export async function pageOf(
  base: Knex.QueryBuilder,
  { sort, limit, cursor }: Pick<IncidentQuery, 'sort' | 'limit' | 'cursor'>,
): Promise<{ rows: IncidentRow[]; nextCursor?: string }> {
  const order = orderOf(sort);
  const after = cursor ? decodeCursor(cursor, sort) : undefined;
  const rows: IncidentRow[] = [];
  if (!after || after.value !== undefined) {
    rows.push(...(await withValue(base, order, limit + 1, after)));
  }
  if (rows.length <= limit) {
    const start = after && after.value === undefined ? after.id : undefined;
    const missing = limit + 1 - rows.length;
    rows.push(...(await withoutValue(base, order, missing, start)));
  }
  if (rows.length <= limit) {
    return { rows };
  }
  const last = rows[limit - 1];
  const value = last[order.column];
  return {
    rows: rows.slice(0, limit),
    nextCursor: encodeCursor({
      sort,
      value: value === null ? undefined : (value as string | number),
      id: last.id,
    }),
  };
}

function orderOf(sort: string): Order {
  const descending = sort.startsWith('-');
  const name = sort.replace(/^-/, '') as IncidentSort;
  if (!INCIDENT_SORTS.includes(name)) {
    throw new Error(`No column to sort by ${name}`);
  }
  // Rank 0 is critical, so the gravest first is the lowest rank first.
  return {
    column: COLUMNS[name],
    descending: name === 'severity' ? !descending : descending,
  };
}

function withValue(
  base: Knex.QueryBuilder,
  { column, descending }: Order,
  limit: number,
  after?: Cursor,
): Promise<IncidentRow[]> {
  const direction = descending ? 'desc' : 'asc';
  const query = base
    .clone()
    .whereNotNull(`incidents.${column}`)
    .orderBy([
      { column: `incidents.${column}`, order: direction },
      { column: 'incidents.id', order: direction },
    ])
    .limit(limit);
  if (after) {
    query.whereRaw(`(??, ??) ${descending ? '<' : '>'} (?, ?)`, [
      `incidents.${column}`,
      'incidents.id',
      after.value as string | number,
      after.id,
    ]);
  }
  return query as unknown as Promise<IncidentRow[]>;
}

function withoutValue(
  base: Knex.QueryBuilder,
  { column }: Order,
  limit: number,
  afterId?: string,
): Promise<IncidentRow[]> {
  const query = base
    .clone()
    .whereNull(`incidents.${column}`)
    .orderBy('incidents.id')
    .limit(limit);
  if (afterId) {
    query.where('incidents.id', '>', afterId);
  }
  return query as unknown as Promise<IncidentRow[]>;
}
