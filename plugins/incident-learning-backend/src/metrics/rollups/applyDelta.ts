import type { AnyMetricKpi } from '@hindsight/backstage-plugin-incident-learning-common';
import type { Knex } from 'knex';
import type { RollupDelta, RowDelta } from './RollupDelta';
import { RollupStates } from './RollupStates';
import { ORG, ORG_DAYS } from './rollupSubjects';
import {
  RollupRow,
  RowSelection,
  lockRows,
  takeStripe,
  writeRows,
  writeSets,
} from './rollupTables';

/**
 * Brings the rollups in step with what a transaction has changed.
 *
 * @throws RangeError when something is to be taken out that was never counted: the rollups are wrong
 */
export async function applyDelta(
  trx: Knex,
  delta: RollupDelta,
  kpis: readonly AnyMetricKpi[],
): Promise<void> {
  const changed = delta.rows;
  if (changed.length === 0) {
    return;
  }
  const stripe = changed.some(row => isStriped(row) && isAddition(row))
    ? await takeStripe(trx)
    : 0;
  const selections = changed.map(row => selectionOf(row, stripe));
  const stored = new Map<string, RollupRow[]>();
  for (const row of await lockRows(trx, selections)) {
    const key = `${row.scope} ${row.start}`;
    stored.set(key, [...(stored.get(key) ?? []), row]);
  }
  const written = changed.flatMap((row, index) =>
    changeRow(
      row,
      stored.get(`${row.scope} ${row.start}`) ?? [],
      selections[index].stripe ?? 0,
      kpis,
    ),
  );
  await writeRows(trx, written);
  await writeSets(trx, delta.sets);
}

/** Rows that all writers share. */
function isStriped({ scope }: RowDelta): boolean {
  return scope === ORG || scope === ORG_DAYS;
}

function isAddition({ removed }: RowDelta): boolean {
  return removed.length === 0;
}

/** Nobody knows into which stripe a fact once went: to take it out, all of them are brought together. */
function selectionOf(row: RowDelta, stripe: number): RowSelection {
  const { scope, start } = row;
  if (!isAddition(row)) {
    return { scope, start };
  }
  return { scope, start, stripe: isStriped(row) ? stripe : 0 };
}

function changeRow(
  { scope, start, added, removed }: RowDelta,
  stored: RollupRow[],
  stripe: number,
  kpis: readonly AnyMetricKpi[],
): RollupRow[] {
  const states = new RollupStates(kpis);
  for (const row of stored) {
    states.merge(row.states);
  }
  // First in, then out: what moves within the bucket is never missed in between.
  added.forEach(({ kind, fact }) => states.add(kind, fact));
  removed.forEach(({ kind, fact }) => states.remove(kind, fact));
  const emptied = stored
    .filter(row => row.stripe !== stripe)
    .map(row => ({ ...row, incidents: 0, states: '{}' }));
  return [
    {
      scope,
      start,
      stripe,
      incidents: states.incidents,
      states: states.pack(),
    },
    ...emptied,
  ];
}
