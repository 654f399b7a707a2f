import { PRECISIONS, Precision } from './vocabulary';

const PRECISION_LENGTH: Record<Precision, number> = {
  exact: 24,
  day: 10,
  month: 7,
  year: 4,
};

/** The coarser of two precisions. @public */
export function coarserPrecision(a: Precision, b: Precision): Precision {
  return PRECISIONS.indexOf(a) > PRECISIONS.indexOf(b) ? a : b;
}

/**
 * Whether `earlier` is surely after `later`: two times are compared only as finely as the coarser of them is known,
 * so "May 2013" is not before "3 May 2013".
 *
 * @public
 */
export function isOutOfOrder(
  earlier: { at: string; precision: Precision },
  later: { at: string; precision: Precision },
): boolean {
  const precision = coarserPrecision(earlier.precision, later.precision);
  if (precision === 'exact') {
    return Date.parse(earlier.at) > Date.parse(later.at);
  }
  const length = PRECISION_LENGTH[precision];
  return earlier.at.slice(0, length) > later.at.slice(0, length);
}

const PARTIAL_DATE = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$/;

/**
 * Reads a time as people and files write it: a full ISO 8601 time, or a date, month or year with its precision.
 *
 * @returns undefined where the text is no time that exists, such as `2018-02-29`
 * @public
 */
export function readTime(
  text: string,
): { at: string; precision: Precision } | undefined {
  const trimmed = text.trim();
  const partial = PARTIAL_DATE.exec(trimmed);
  if (partial) {
    const [, year, month, day] = partial;
    const at = dateOf(Number(year), numberOf(month), numberOf(day));
    if (!at) {
      return undefined;
    }
    if (day) {
      return { at, precision: 'day' };
    }
    return { at, precision: month ? 'month' : 'year' };
  }
  if (
    !/^\d{4}-\d{2}-\d{2}[T ]\d{2}:\d{2}.*(Z|[+-]\d{2}:?\d{2})$/i.test(trimmed)
  ) {
    return undefined;
  }
  const ms = Date.parse(trimmed.replace(' ', 'T'));
  const [, year, month, day] = PARTIAL_DATE.exec(trimmed.slice(0, 10)) ?? [];
  return Number.isNaN(ms) || !dateOf(Number(year), Number(month), Number(day))
    ? undefined
    : { at: new Date(ms).toISOString(), precision: 'exact' };
}

function numberOf(text: string | undefined): number | undefined {
  return text === undefined ? undefined : Number(text);
}

/**
 * The start of a year, month or day in UTC.
 *
 * @returns undefined where the calendar has no such day
 * @public
 */
export function dateOf(year: number, month = 1, day = 1): string | undefined {
  const date = new Date(0);
  date.setUTCFullYear(year, month - 1, day);
  const exists =
    year >= 1 &&
    year <= 9999 &&
    date.getUTCFullYear() === year &&
    date.getUTCMonth() === month - 1 &&
    date.getUTCDate() === day;
  return exists ? date.toISOString() : undefined;
}
