import { InputError } from '@backstage/errors';
import type { Period } from '@hindsight/backstage-plugin-incident-learning-common';

const DEFAULT_PERIOD_MS = 365 * 24 * 60 * 60 * 1000;

/**
 * The period that a query asks for: up to now unless it says more.
 *
 * @param now - epoch milliseconds
 * @param lengthMs - how long it is where its start is not said; 365 days unless given
 * @throws InputError when it ends before it starts
 */
export function periodOfQuery(
  query: { from?: string; to?: string },
  now: number,
  lengthMs: number = DEFAULT_PERIOD_MS,
): Period {
  const to = query.to ? Date.parse(query.to) : now;
  const from = query.from ? Date.parse(query.from) : to - lengthMs;
  if (from >= to) {
    const end = new Date(to).toISOString();
    throw new InputError(
      `Query parameter from (${query.from}) is not before to (${
        query.to ?? `now, ${end}`
      }): choose an earlier from or a later to`,
    );
  }
  return { from, to };
}
