import type {
  Incident,
  IncidentInput,
} from '@hindsight/backstage-plugin-incident-learning-common';
import { DAY, HOUR, MINUTE, Span, toIso } from '../../clock';
import { DEMO_SYSTEM } from '../../story';
import type { ToldReview } from '../types';
import { OPENED_ACCOUNTS } from './accounts';
import { DOUBLE_INVOICES } from './invoices';
import { UNREADABLE_LABELS } from './labels';
import { DEPOT_CUT_OFF } from './network';
import { MISSING_TOURS } from './tours';
import type { ToldCase, ToldClock } from './types';

const CASES: readonly ToldCase[] = [
  UNREADABLE_LABELS,
  DOUBLE_INVOICES,
  OPENED_ACCOUNTS,
  MISSING_TOURS,
  DEPOT_CUT_OFF,
];

/** The incidents whose reviews are written out in full. */
export function tellCaseIncidents(span: Span): IncidentInput[] {
  return CASES.flatMap(told =>
    told.incidents(clockOf(told, span)).map((incident, index) => ({
      ...incident,
      source: { system: DEMO_SYSTEM, id: keyOf(told, index) },
    })),
  );
}

/** The reviews that are written out in full, as far as their incidents are there. */
export function tellCaseReviews(
  incidents: ReadonlyMap<string, Incident>,
  span: Span,
): ToldReview[] {
  return CASES.flatMap(told => {
    const clock = clockOf(told, span);
    const own = told
      .incidents(clock)
      .flatMap((_, index) => incidents.get(keyOf(told, index)) ?? []);
    return own.length > 0
      ? { key: told.key, incidents: own, ...told.review(clock, own) }
      : [];
  });
}

function keyOf({ key }: ToldCase, index: number): string {
  return index === 0 ? key : `${key}-${index + 1}`;
}

function clockOf({ daysAgo, weekday }: ToldCase, span: Span): ToldClock {
  const today = Math.floor(span.end / DAY) * DAY;
  const latest = daysAgo === 'year' ? yearBefore(today) : today - daysAgo * DAY;
  const midnight =
    latest - ((new Date(latest).getUTCDay() - weekday + 7) % 7) * DAY;
  return time => {
    const [, days = '0', hours, minutes] =
      /^(?:\+(\d+) )?(\d\d):(\d\d)$/.exec(time) ?? [];
    if (!hours) {
      throw new Error(`No such time: ${time}`);
    }
    return toIso(
      midnight +
        Number(days) * DAY +
        Number(hours) * HOUR +
        Number(minutes) * MINUTE,
    );
  };
}

function yearBefore(midnight: number): number {
  const date = new Date(midnight);
  return Date.UTC(
    date.getUTCFullYear() - 1,
    date.getUTCMonth(),
    date.getUTCDate(),
  );
}
