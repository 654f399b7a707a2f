import {
  Precision,
  readTime,
} from '@hindsight/backstage-plugin-incident-learning-common';

/** A time as typed, in UTC. */
export interface TimeValue {
  /** As the input of its precision takes it: `2024-05-17T09:30`, `2024-05-17`, `2024-05` or `2024`. */
  text: string;
  precision: Precision;
  /** Whether the browser holds something that is no time, of which it tells no more. */
  unfinished?: boolean;
}

/** A time as its input shows it. */
export function timeValueOf(
  iso: string | undefined,
  precision: Precision = 'exact',
): TimeValue {
  return { text: iso ? textOf(iso, precision) : '', precision };
}

/** The time in ISO 8601; nothing where nothing is typed, or else what is typed. */
export function isoOf({
  text,
  precision,
  unfinished,
}: TimeValue): string | undefined {
  const trimmed = text.trim();
  if (unfinished) {
    return 'unfinished';
  }
  if (!trimmed) {
    return undefined;
  }
  const hasZone = /(Z|[+-]\d{2}:?\d{2})$/i.test(trimmed);
  const time = readTime(
    precision === 'exact' && !hasZone ? `${trimmed}Z` : trimmed,
  );
  return time?.precision === precision ? time.at : trimmed;
}

/** The same time in another precision; where it gets finer, from the start of what was known. */
export function withPrecision(
  value: TimeValue,
  precision: Precision,
): TimeValue {
  const iso = isoOf(value);
  const at = iso && readTime(iso)?.at;
  return { text: at ? textOf(at, precision) : '', precision };
}

/** Now, to the minute. */
export function nowValue(): TimeValue {
  const minute = new Date(Math.floor(Date.now() / 60_000) * 60_000);
  return timeValueOf(minute.toISOString());
}

function textOf(iso: string, precision: Precision): string {
  switch (precision) {
    case 'year':
      return iso.slice(0, 4);
    case 'month':
      return iso.slice(0, 7);
    case 'day':
      return iso.slice(0, 10);
    default:
      // No finer than it is, as the input shows what it is given.
      return iso.replace(/(:00)?\.000Z$|Z$/, '');
  }
}
