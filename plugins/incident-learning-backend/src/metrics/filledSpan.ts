import type { Period } from '@hindsight/backstage-plugin-incident-learning-common';
import type { Knex } from 'knex';

/**
 * From the first to the last time of a column: a period that is asked for may begin in the year 0.
 *
 * @param column - with its table, such as `incidents.period_at`
 * @returns undefined where there are no rows
 */
export async function filledSpan(
  knex: Knex,
  column: string,
): Promise<Period | undefined> {
  const [table] = column.split('.');
  // Each over an index, as SQLite does with one of them alone.
  const [first] = await knex(table).min(`${column} as at`);
  const [last] = await knex(table).max(`${column} as at`);
  return first.at === null
    ? undefined
    : { from: Number(first.at), to: Number(last.at) + 1 };
}

/** What two periods have in common; it ends before it begins where that is nothing. */
export function overlapOf(one: Period, other: Period): Period {
  return {
    from: Math.max(one.from, other.from),
    to: Math.min(one.to, other.to),
  };
}
