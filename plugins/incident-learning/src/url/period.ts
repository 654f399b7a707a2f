import {
  Interval,
  readTime,
} from '@hindsight/backstage-plugin-incident-learning-common';

/** Lengths of the periods that end today, in days. */
export const PERIOD_DAYS = [30, 90, 180, 365] as const;

export type PeriodDays = (typeof PERIOD_DAYS)[number];

/** What a person picks: so many days up to today, everything, or two days of their own. */
export type PeriodChoice =
  | { kind: 'days'; days: PeriodDays }
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

const DAY_MS = 86_400_000;

/** Reads a period from the query of an address: `period=90d`, `period=all`, or `from` and `until`, two days of which both count. */
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
  const days = PERIOD_DAYS.find(length => period === `${length}d`);
  return days ? { kind: 'days', days } : fallback;
}

/** The parameters that `readPeriodChoice` reads. */
export function writePeriodChoice(choice: PeriodChoice) {
  switch (choice.kind) {
    case 'days':
      return { period: `${choice.days}d`, from: undefined, until: undefined };
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
