import type { Kpi } from './schema';
import { mannKendall, theilSenSlope } from './statistics';

const YEAR_MS = 365.25 * 86_400_000;

/** Fewer buckets tell no trend. */
const FEWEST_BUCKETS = 6;

/** A year by day. The cost grows with the square, and finer buckets tell no more of a trend. */
const MOST_BUCKETS = 400;

/**
 * The slope of a series and whether it is real, over the buckets that have a value.
 *
 * @returns undefined for fewer than six buckets, and for more than 400
 */
export function trendOf(series: Kpi['series']): Kpi['trend'] {
  const points = series.flatMap(({ start, value }) =>
    value === undefined ? [] : [{ x: Date.parse(start) / YEAR_MS, y: value }],
  );
  if (points.length < FEWEST_BUCKETS || points.length > MOST_BUCKETS) {
    return undefined;
  }
  const slopePerYear = theilSenSlope(points);
  return slopePerYear === undefined
    ? undefined
    : { slopePerYear, pValue: mannKendall(points).pValue };
}
