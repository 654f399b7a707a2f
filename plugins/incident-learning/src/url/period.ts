import {
  Interval,
  readTime,
} from '@hindsight/backstage-plugin-incident-learning-common';
import { shorten } from './shorten';

/** Lengths of the periods that end today, in days. */
export const PERIOD_DAYS = [30, 90, 180, 365] as const;

export type PeriodDays = (typeof PERIOD_DAYS)[number];

/** What a person picks: so many days up to today, a quarter of a year, everything, or two days of their own. */
export type PeriodChoice =
  | { kind: 'days'; days: PeriodDays }
  | { kind: 'quarter'; year: number; quarter: number }
  | { kind: 'all' }
  | { kind: 'custom'; from?: string; until?: string };

/** A choice as the API wants it. */
export interface Period {
  choice: PeriodChoice;
  /** Inclusive, ISO 8601 in UTC; absent where the period has no start. */
  from?: string;
  /** Exclusive, ISO 8601 in UTC; absent where the period has no end. */
  to?: string;
  /** How finely a chart of the period is divided. */
  interval: Interval;
}

/** The change of an address that takes its period away. */
export const NO_PERIOD = {
  period: undefined,
  from: undefined,
  until: undefined,
};

const DAY_MS = 86_400_000;

/** Reads a period from the query of an address: `period=90d`, `period=2024-Q3`, `period=all`, or `from` and `until`, two days of which both count. */
export function readPeriodChoice(
  params: URLSearchParams,
  fallback: PeriodChoice,
): PeriodChoice {
  const from = readDay(params.get('from'));
  const until = readDay(params.get('until'));
  if (from || until) {
    return from && until && from > until
      ? { kind: 'custom', from: until, until: from }
      : { kind: 'custom', from, until };
  }
  const period = params.get('period');
  if (period === 'all') {
    return { kind: 'all' };
  }
  const quarter = /^(\d{4})-Q([1-4])$/.exec(period ?? '');
  if (quarter) {
    return {
      kind: 'quarter',
      year: Number(quarter[1]),
      quarter: Number(quarter[2]),
    };
  }
  const days = PERIOD_DAYS.find(length => period === `${length}d`);
  return days ? { kind: 'days', days } : fallback;
}

const NOTHING_READ: PeriodChoice = { kind: 'all' };

/** What is wrong with the period of an address, which `readPeriodChoice` passes over. */
export function periodProblem(params: URLSearchParams): string | undefined {
  for (const name of ['from', 'until']) {
    const day = params.get(name);
    if (day && !readDay(day)) {
      return `“${shorten(day)}” of the address is no day, such as 2024-05-17`;
    }
  }
  const period = params.get('period');
  const understood = readPeriodChoice(
    new URLSearchParams({ period: period ?? '' }),
    NOTHING_READ,
  );
  return period && understood === NOTHING_READ
    ? `“${shorten(
        period,
      )}” of the address is no period, such as 90d, 2024-Q3 or all`
    : undefined;
}

/** The parameters that `readPeriodChoice` reads. */
export function writePeriodChoice(choice: PeriodChoice) {
  switch (choice.kind) {
    case 'days':
      return { period: `${choice.days}d`, from: undefined, until: undefined };
    case 'quarter':
      return {
        period: `${choice.year}-Q${choice.quarter}`,
        from: undefined,
        until: undefined,
      };
    case 'all':
      return { period: 'all', from: undefined, until: undefined };
    default:
      return { period: undefined, from: choice.from, until: choice.until };
  }
}

/** @param now - epoch milliseconds; the period ends with its day, in UTC */
export function periodOf(choice: PeriodChoice, now: number): Period {
  const tomorrow = Math.floor(now / DAY_MS + 1) * DAY_MS;
  switch (choice.kind) {
    case 'days': {
      const start = tomorrow - choice.days * DAY_MS;
      return {
        choice,
        from: isoOf(start),
        to: isoOf(tomorrow),
        interval: intervalOf(start, tomorrow),
      };
    }
    case 'quarter': {
      const month = (choice.quarter - 1) * 3;
      const start = Date.UTC(choice.year, month, 1);
      const end = Date.UTC(choice.year, month + 3, 1);
      // One that is not over ends with today, or else it would be compared with a whole one.
      const last = start < tomorrow ? Math.min(end, tomorrow) : end;
      return {
        choice,
        from: isoOf(start),
        to: isoOf(last),
        interval: intervalOf(start, last),
      };
    }
    case 'all':
      return { choice, interval: 'month' };
    default: {
      const start = choice.from ? Date.parse(choice.from) : undefined;
      const end = choice.until ? Date.parse(choice.until) + DAY_MS : undefined;
      return {
        choice,
        from: start === undefined ? undefined : isoOf(start),
        to: end === undefined ? undefined : isoOf(end),
        interval: intervalOf(start ?? 0, end ?? tomorrow),
      };
    }
  }
}

/** The quarters of the last years, the latest first. @param now - epoch milliseconds */
export function recentQuarters(
  now: number,
  count: number,
): { kind: 'quarter'; year: number; quarter: number }[] {
  const date = new Date(now);
  const latest = date.getUTCFullYear() * 4 + Math.floor(date.getUTCMonth() / 3);
  return Array.from({ length: count }, (_, back) => ({
    kind: 'quarter' as const,
    year: Math.floor((latest - back) / 4),
    quarter: ((latest - back) % 4) + 1,
  }));
}

/** The period of the same length before one, which it is compared with; undefined where it has no start. */
export function periodBefore(
  { from, to }: Period,
  now: number,
): { from: string; to: string } | undefined {
  if (!from) {
    return undefined;
  }
  const start = Date.parse(from);
  const length = (to ? Date.parse(to) : now) - start;
  return { from: isoOf(start - length), to: from };
}

function intervalOf(start: number, end: number): Interval {
  const days = (end - start) / DAY_MS;
  if (days <= 45) {
    return 'day';
  }
  return days <= 200 ? 'week' : 'month';
}

/** A day as `2024-05-17`; undefined where the calendar has no such day. */
export function readDay(text: string | null): string | undefined {
  const time = readTime(text ?? '');
  return time?.precision === 'day' ? time.at.slice(0, 10) : undefined;
}

function isoOf(ms: number): string {
  return new Date(ms).toISOString();
}
