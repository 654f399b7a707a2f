import { PERIOD } from './baselines';

/** A year and the one before it, as a dashboard asks for them. */
export const PERIOD_QUERY = `from=${new Date(
  PERIOD.from,
).toISOString()}&to=${new Date(PERIOD.to).toISOString()}`;
export const YEAR = `${PERIOD_QUERY}&interval=month`;

const MID_MONTH_MS = 14.6 * 86_400_000;
const SECOND_MS = 1000;
let asked = 0;

/** A year until some moment that was never asked for before: nothing that was computed answers it. */
export function newYear(): string {
  asked += 1;
  const [from, to] = [PERIOD.from, PERIOD.to].map(time =>
    new Date(time - MID_MONTH_MS + asked * SECOND_MS).toISOString(),
  );
  return `from=${from}&to=${to}`;
}
