import { PERIOD } from './baselines';

/** A year and the one before it, as a dashboard asks for them. */
export const PERIOD_QUERY = `from=${new Date(
  PERIOD.from,
).toISOString()}&to=${new Date(PERIOD.to).toISOString()}`;
export const YEAR = `${PERIOD_QUERY}&interval=month`;
