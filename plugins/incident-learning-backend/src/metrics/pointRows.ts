import { setImmediate } from 'timers/promises';
import type {
  MetricPoint,
  Precision,
  Severity,
} from '@hindsight/backstage-plugin-incident-learning-common';
import type { Knex } from 'knex';
import { isPostgres, whereAny } from '../database';
import type { MetricsSelection } from './MetricsStore';
import { countedIncidents } from './countedIncidents';
import { selectionSlices, sliceSize } from './slices';

const DURATIONS = [
  'time_to_detect_ms',
  'time_to_contain_ms',
  'time_to_resolve_ms',
] as const;
/** What each dot tells. */
const COLUMNS = [
  'incidents.id',
  'incidents.title',
  'incidents.period_at',
  'incidents.period_precision',
  'incidents.severity',
  ...DURATIONS.map(column => `incidents.${column}`),
];
const ORDER = ['incidents.period_at', 'incidents.id'];
/** So many dots are read at once where that is done on this thread. */
const AT_ONCE = 500;

interface PointRow {
  id: string;
  title: string;
  period_at: number | string;
  period_precision: Precision;
  severity: Severity;
  time_to_detect_ms: number | null;
  time_to_contain_ms: number | null;
  time_to_resolve_ms: number | null;
}

interface Sample {
  ids: string[];
  /** How many there are of which these are a sample. */
  total: number;
}

/** At most `limit` of the incidents with a valid duration, spread evenly over all of them. */
export async function pointRows(
  knex: Knex,
  selection: MetricsSelection,
  limit: number,
): Promise<{ rows: PointRow[]; total: number }> {
  // What a dot tells is read of the sample alone: all else is in an index.
  const { ids, total } = isPostgres(knex)
    ? await sampleAtOnce(knex, selection, limit)
    : await sampleInTurns(knex, selection, limit);
  const size = isPostgres(knex) ? limit : AT_ONCE;
  const rows: PointRow[] = [];
  for (let at = 0; at < ids.length; at += size) {
    const query = knex('incidents').orderBy(ORDER).select(COLUMNS);
    whereAny(query, 'incidents.id', ids.slice(at, at + size));
    rows.push(...((await query) as PointRow[]));
    await setImmediate();
  }
  return { rows, total };
}

function dotsOf(knex: Knex, selection: MetricsSelection): Knex.QueryBuilder {
  return countedIncidents(knex, selection).where(function anyDuration() {
    DURATIONS.forEach(column => this.orWhere(`incidents.${column}`, '>=', 0));
  });
}

/** Of `total` positions, those where position × limit ÷ total reaches the next whole number: `limit` of them. */
async function sampleAtOnce(
  knex: Knex,
  selection: MetricsSelection,
  limit: number,
): Promise<Sample> {
  const placed = dotsOf(knex, selection).select(
    'incidents.id',
    knex.raw(
      'row_number() over (order by incidents.period_at, incidents.id) - 1 as position',
    ),
    knex.raw('count(*) over () as total'),
  );
  const rows: { id: string; total: number | string }[] = await knex
    .with('dots', placed)
    .from('dots')
    .whereRaw('(total <= ? or (position * ?) % total < ?)', [
      limit,
      limit,
      limit,
    ])
    .orderBy('position')
    .select('id', 'total');
  return {
    ids: rows.map(({ id }) => id),
    total: rows.length > 0 ? Number(rows[0].total) : 0,
  };
}

/** The same slice by slice: better-sqlite3 answers on this thread, where others want their turn. */
async function sampleInTurns(
  knex: Knex,
  selection: MetricsSelection,
  limit: number,
): Promise<Sample> {
  const all: string[] = [];
  for await (const slice of selectionSlices(knex, selection, sliceSize(knex))) {
    const page: { id: string }[] = await dotsOf(knex, slice)
      .orderBy(ORDER)
      .select('incidents.id');
    page.forEach(({ id }) => all.push(id));
  }
  const total = all.length;
  const ids = all.filter(
    (_, position) => total <= limit || (position * limit) % total < limit,
  );
  return { ids, total };
}

/** A negative duration has no place on a chart; it is told as invalid beside the figures. */
export function pointOf(row: PointRow): MetricPoint {
  return {
    id: row.id,
    title: row.title,
    at: new Date(Number(row.period_at)).toISOString(),
    precision: row.period_precision,
    severity: row.severity,
    timeToDetectMs: validOf(row.time_to_detect_ms),
    timeToContainMs: validOf(row.time_to_contain_ms),
    timeToResolveMs: validOf(row.time_to_resolve_ms),
  };
}

function validOf(duration: number | null): number | undefined {
  return duration !== null && duration >= 0 ? duration : undefined;
}
