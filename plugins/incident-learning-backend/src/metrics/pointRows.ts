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
import { sliceSize, slicesOf } from './slices';

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

/** At most `limit` of the incidents with a valid duration, spread evenly over all of them. */
export function pointRows(
  knex: Knex,
  selection: MetricsSelection,
  limit: number,
): Promise<{ rows: PointRow[]; total: number }> {
  const dots = countedIncidents(knex, selection).where(function anyDuration() {
    DURATIONS.forEach(column => this.orWhere(`incidents.${column}`, '>=', 0));
  });
  return isPostgres(knex)
    ? atOnce(knex, dots, limit)
    : inTurns(knex, dots, limit);
}

/** Of `total` positions, those where position × limit ÷ total reaches the next whole number: `limit` of them. */
async function atOnce(knex: Knex, dots: Knex.QueryBuilder, limit: number) {
  const placed = dots.select(
    'incidents.id',
    knex.raw(
      'row_number() over (order by incidents.period_at, incidents.id) - 1 as position',
    ),
    knex.raw('count(*) over () as total'),
  );
  const rows: (PointRow & { total: number | string })[] = await knex
    .with('dots', placed)
    .from('dots')
    .join('incidents', 'incidents.id', 'dots.id')
    .whereRaw('(dots.total <= ? or (dots.position * ?) % dots.total < ?)', [
      limit,
      limit,
      limit,
    ])
    .orderBy(ORDER)
    .select(...COLUMNS, 'dots.total');
  return { rows, total: rows.length > 0 ? Number(rows[0].total) : 0 };
}

/** The same slice by slice: better-sqlite3 answers on this thread, where others want their turn. */
async function inTurns(knex: Knex, dots: Knex.QueryBuilder, limit: number) {
  const ids: string[] = [];
  for await (const slice of slicesOf(dots, sliceSize(knex))) {
    const page: { id: string }[] = await slice(dots.clone())
      .orderBy(ORDER)
      .select('incidents.id');
    page.forEach(({ id }) => ids.push(id));
  }
  const total = ids.length;
  const sample = ids.filter(
    (_, position) => total <= limit || (position * limit) % total < limit,
  );
  const rows: PointRow[] = [];
  for (let at = 0; at < sample.length; at += AT_ONCE) {
    const query = knex('incidents').orderBy(ORDER).select(COLUMNS);
    whereAny(query, 'incidents.id', sample.slice(at, at + AT_ONCE));
    rows.push(...((await query) as PointRow[]));
    await setImmediate();
  }
  return { rows, total };
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
