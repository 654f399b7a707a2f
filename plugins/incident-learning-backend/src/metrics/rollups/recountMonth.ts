import {
  AnyMetricKpi,
  BucketCalendar,
  Period,
  bucketStart,
  nextBucketStart,
} from '@hindsight/backstage-plugin-incident-learning-common';
import type { Knex } from 'knex';
import { RollupDelta } from './RollupDelta';
import type { RollupRules } from './RollupLedger';
import { RollupStates } from './RollupStates';
import { inTurns } from './inTurns';
import {
  RollupSubject,
  incidentSubjects,
  publicationSubjects,
  rolledUpReviews,
} from './rollupSubjects';
import { RollupRow, writeRows, writeSets } from './rollupTables';

/** Before any time there can be. */
export const BEGINNING = -8_640_000_000_000_000;
/** After so many facts others have their turn. */
const AT_ONCE = 500;

/** The rows of a month as the incidents and reviews have them. */
export async function recountMonth(
  trx: Knex,
  { from, to }: Period,
  rules: RollupRules,
): Promise<{ rows: RollupRow[]; sets: RollupDelta['sets'] }> {
  const subjects: RollupSubject[] = [
    ...(await incidentSubjects(
      trx,
      trx('incidents')
        .where('incidents.period_at', '>=', from)
        .where('incidents.period_at', '<', to),
      rules,
    )),
    ...(await publicationSubjects(
      trx,
      rolledUpReviews(trx)
        .where('review_reports.published_at', '>=', from)
        .where('review_reports.published_at', '<', to),
      rules,
    )),
  ];
  const delta = new RollupDelta(rules.calendar);
  await inTurns(subjects, subject => delta.add(subject), AT_ONCE);
  const rows: RollupRow[] = [];
  await inTurns(
    delta.rows,
    ({ scope, start, added }) => {
      const states = new RollupStates(rules.kpis);
      added.forEach(({ kind, fact }) => states.add(kind, fact));
      rows.push(rowOf({ scope, start }, states));
    },
    AT_ONCE,
  );
  return { rows, sets: delta.sets };
}

/** Writes the rows of a month in place of what was there. */
export async function writeMonth(
  trx: Knex,
  period: Period,
  rules: RollupRules,
): Promise<void> {
  await rowsOf(trx, period).delete();
  const { rows, sets } = await recountMonth(trx, period, rules);
  await writeRows(trx, rows);
  await writeSets(trx, sets);
}

/** Rows whose stripes are brought together. */
export function mergeStripes(
  rows: RollupRow[],
  kpis: readonly AnyMetricKpi[],
): RollupRow[] {
  const merged = new Map<string, { row: RollupRow; states: RollupStates }>();
  for (const row of rows) {
    const key = `${row.scope} ${row.start}`;
    const one = merged.get(key) ?? { row, states: new RollupStates(kpis) };
    one.states.merge(row.states);
    merged.set(key, one);
  }
  return [...merged.values()].map(({ row, states }) => rowOf(row, states));
}

/** The month of the first incident, publication or row from a time on. */
export async function firstMonth(
  trx: Knex,
  from: number,
  options: { calendar: BucketCalendar; rows?: boolean },
): Promise<Period | undefined> {
  const columns = [
    ['incidents', 'period_at'],
    ['review_reports', 'published_at'],
    ...(options.rows ? [['metric_rollups', 'start']] : []),
  ];
  let first = Infinity;
  for (const [table, column] of columns) {
    const row = await trx(table)
      .where(column, '>=', from)
      .min(`${column} as first`)
      .first();
    if (row?.first !== null && row?.first !== undefined) {
      first = Math.min(first, Number(row.first));
    }
  }
  if (first === Infinity) {
    return undefined;
  }
  const { calendar } = options;
  return {
    from: bucketStart(first, 'month', calendar),
    to: nextBucketStart(first, 'month', calendar),
  };
}

export function rowsOf(trx: Knex, { from, to }: Period) {
  return trx<RollupRow>('metric_rollups')
    .where('start', '>=', from)
    .where('start', '<', to);
}

function rowOf(
  { scope, start }: Pick<RollupRow, 'scope' | 'start'>,
  states: RollupStates,
): RollupRow {
  return {
    scope,
    start,
    stripe: 0,
    incidents: states.incidents,
    states: states.pack(),
  };
}
