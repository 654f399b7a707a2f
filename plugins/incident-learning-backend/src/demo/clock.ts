export const MINUTE = 60_000;
export const HOUR = 60 * MINUTE;
export const DAY = 24 * HOUR;

/** When the demo begins and ends, in epoch milliseconds. */
export interface Span {
  start: number;
  end: number;
}

/** The 24 months that end with the hour of `now`; the hour, so that replicas that start together tell one story. */
export function spanUntil(now: Date): Span {
  const end = Math.floor(now.getTime() / HOUR) * HOUR;
  const start = new Date(end);
  start.setUTCMonth(start.getUTCMonth() - 24);
  return { start: start.getTime(), end };
}

/** How far into the span a time lies, 0 to 1. */
export function progressAt(at: number, span: Span): number {
  return (at - span.start) / (span.end - span.start);
}

export function toIso(at: number): string {
  return new Date(at).toISOString();
}

/** The same midnight, or that of the nearest workday: Friday for Saturday, Monday for Sunday. */
export function toWorkday(midnight: number): number {
  const weekday = new Date(midnight).getUTCDay();
  if (weekday === 6) {
    return midnight - DAY;
  }
  return weekday === 0 ? midnight + DAY : midnight;
}

export function wholeMinutes(ms: number): number {
  return Math.max(1, Math.round(ms / MINUTE)) * MINUTE;
}

/** A duration as a report says it: `42 minutes`, `3 hours`, `12 days`. */
export function inWords(ms: number): string {
  if (ms < 90 * MINUTE) {
    return plural(Math.max(1, Math.round(ms / MINUTE)), 'minute');
  }
  if (ms < 48 * HOUR) {
    return plural(Math.round(ms / HOUR), 'hour');
  }
  return ms < 60 * DAY
    ? plural(Math.round(ms / DAY), 'day')
    : plural(Math.round(ms / (30.4 * DAY)), 'month');
}

function plural(count: number, unit: string) {
  return `${count} ${unit}${count === 1 ? '' : 's'}`;
}
