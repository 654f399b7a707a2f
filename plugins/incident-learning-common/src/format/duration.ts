const SECOND = 1000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
// The length that durations given in years are converted by.
const YEAR = 8766 * HOUR;

/**
 * Writes a duration in milliseconds for people, in two units at most:
 * `45 s`, `12 min 5 s`, `3 d 4 h`, `355 d`, `2.1 y`. Zero is `0 s`.
 *
 * @public
 */
export function formatDuration(ms: number): string {
  if (!Number.isFinite(ms)) {
    return 'unknown';
  }
  if (ms < 0) {
    return `−${formatDuration(-ms)}`;
  }
  if (ms > 0 && ms < SECOND) {
    return ms < 1 ? '< 1 ms' : `${Math.min(999, Math.round(ms))} ms`;
  }
  const seconds = Math.round(ms / SECOND);
  if (seconds < 3600) {
    return twoUnits(seconds, 60, 'min', 's');
  }
  const minutes = Math.round(ms / MINUTE);
  if (minutes < 24 * 60) {
    return twoUnits(minutes, 60, 'h', 'min');
  }
  const hours = Math.round(ms / HOUR);
  if (hours < 10 * 24) {
    return twoUnits(hours, 24, 'd', 'h');
  }
  const days = Math.round(ms / DAY);
  if (days < 365) {
    return `${days} d`;
  }
  const years = ms / YEAR;
  return years < 9.95
    ? `${years.toFixed(1)} y`
    : `${formatWhole(Math.round(years))} y`;
}

function twoUnits(
  total: number,
  perLarge: number,
  large: string,
  small: string,
): string {
  const whole = Math.floor(total / perLarge);
  const rest = total % perLarge;
  if (whole === 0) {
    return `${rest} ${small}`;
  }
  return rest === 0
    ? `${whole} ${large}`
    : `${whole} ${large} ${rest} ${small}`;
}

function formatWhole(value: number): string {
  return value.toLocaleString('en-US', { maximumFractionDigits: 0 });
}
