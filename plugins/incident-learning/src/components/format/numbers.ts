const whole = new Intl.NumberFormat('en-US', { maximumFractionDigits: 0 });

/**
 * Writes a count with its thousands grouped: `5,081`.
 *
 * @public
 */
export function formatCount(count: number): string {
  return Number.isFinite(count) ? whole.format(count) : 'unknown';
}

/**
 * Writes a number with a fixed count of decimals, one unless said: `8.4`.
 *
 * @public
 */
export function formatNumber(value: number, decimals = 1): string {
  return Number.isFinite(value)
    ? value.toLocaleString('en-US', {
        minimumFractionDigits: decimals,
        maximumFractionDigits: decimals,
      })
    : 'unknown';
}

/**
 * Writes by how much a figure moved, with its sign: `+2.3`, `−0.5`.
 *
 * @public
 */
export function formatPoints(points: number): string {
  const text = formatNumber(Math.abs(points));
  if (Number(text) === 0) {
    return text;
  }
  return `${points < 0 ? '−' : '+'}${text}`;
}

/**
 * Writes a count with its noun: `1 incident`, `5,081 incidents`.
 *
 * @public
 */
export function formatQuantity(
  count: number,
  singular: string,
  plural = `${singular}s`,
): string {
  return `${formatCount(count)} ${count === 1 ? singular : plural}`;
}

/**
 * Writes an interval by its ends: `30 min – 1 h 12 min`.
 *
 * @param format - how an end reads
 * @public
 */
export function formatRange(
  [low, high]: readonly [number, number],
  format: (value: number) => string,
): string {
  return `${format(low)} – ${format(high)}`;
}
