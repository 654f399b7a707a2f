import { PERIOD } from './baselines';

/** A year and the one before it, as a dashboard asks for them. */
export const PERIOD_QUERY = `from=${new Date(
  PERIOD.from,
).toISOString()}&to=${new Date(PERIOD.to).toISOString()}`;
export const YEAR = `${PERIOD_QUERY}&interval=month`;
/** A year as a dashboard asks for it: until some moment. */
export const YEAR_UNTIL_NOW =
  'from=2024-12-17T10:20:30Z&to=2025-12-17T10:20:30Z&interval=month';
