import {
  Bulletin,
  BulletinOverdue,
  BulletinSectionId,
  BucketCalendar,
  MAX_BULLETIN_ITEMS,
  Period,
  isOverdue,
  periodOfWeek,
  standingsAt,
  weekOf,
} from '@hindsight/backstage-plugin-incident-learning-common';
import { OverdueStore, dateAt } from '../actions/overdue';
import type { PatternStore } from '../patterns';
import type { BulletinSelection, BulletinStore, Listed } from './BulletinStore';
import { newPatterns } from './newPatterns';

const DAY_MS = 24 * 60 * 60 * 1000;
const limit = MAX_BULLETIN_ITEMS;

export interface BulletinComposerOptions {
  store: BulletinStore;
  overdue: OverdueStore;
  patterns: PatternStore;
  /** Where weeks begin. */
  calendar: BucketCalendar;
  /** How far back incidents make a pattern. */
  lookBackMs: number;
  /** Epoch milliseconds. */
  now?: () => number;
}

/** What to compose, and for whom: what the selection's access hides is in no list and no count. */
export interface BulletinOrder {
  /** As the bulletin calls it. */
  scope: string;
  groups?: string[];
  week: string;
  selection: BulletinSelection;
  /** Which sections the reader may read. */
  sections: BulletinSectionId[];
}

/** Composes bulletins, for people who ask and for those who follow. */
export class BulletinComposer {
  static create(options: BulletinComposerOptions): BulletinComposer {
    return new BulletinComposer(options);
  }

  private constructor(private readonly options: BulletinComposerOptions) {}

  get calendar(): BucketCalendar {
    return this.options.calendar;
  }

  get now(): number {
    return (this.options.now ?? Date.now)();
  }

  async compose(order: BulletinOrder): Promise<Bulletin> {
    const { store } = this.options;
    const { calendar, now } = this;
    const { scope, groups, week, selection } = order;
    const period = periodOfWeek(week, calendar);
    const only = <T>(id: BulletinSectionId, read: () => Promise<T>) =>
      order.sections.includes(id) ? read() : undefined;
    return {
      week,
      currentWeek: weekOf(now, calendar),
      scope,
      groups,
      from: new Date(period.from).toISOString(),
      to: new Date(period.to).toISOString(),
      timeZone: calendar.timeZone,
      generatedAt: new Date(now).toISOString(),
      lessons: await only('lessons', () =>
        store.lessons(selection, period, limit),
      ),
      reviews: await only('reviews', () =>
        store.reviews(selection, period, limit),
      ),
      verified: await only('verified', () =>
        store.verified(selection, period, limit),
      ),
      overdue: await only('overdue', () => this.overdue(selection, period)),
      patterns: await only('patterns', () => this.patterns(selection, period)),
    };
  }

  private patterns(selection: BulletinSelection, week: Period) {
    const { patterns, lookBackMs } = this.options;
    return newPatterns(patterns, selection, { week, lookBackMs, limit });
  }

  /** As it was at the end of the week, or is now. */
  private async overdue(
    selection: BulletinSelection,
    { from, to }: Period,
  ): Promise<Listed<BulletinOverdue>> {
    const { calendar, now } = this;
    const at = Math.min(to, now + 1);
    const date = dateAt(at, calendar);
    // Whatever was due on the day before the week or later was not late when it began.
    const lastDayBefore = dateAt(from - 1, calendar);
    const late: Omit<BulletinOverdue, 'title'>[] = [];
    const pages = this.options.overdue.pasts(selection, { from: at, to: at });
    for await (const page of pages) {
      for (const past of page) {
        const [standing] = standingsAt(past, [{ at }]);
        if (standing?.dueDate && isOverdue(standing, date)) {
          const { owner, dueDate } = standing;
          const days = (Date.parse(date) - Date.parse(dueDate)) / DAY_MS;
          late.push({
            id: past.id,
            owner,
            dueDate,
            daysLate: days,
            newlyOverdue: dueDate >= lastDayBefore,
          });
        }
      }
    }
    late.sort(
      (a, b) =>
        Number(b.newlyOverdue) - Number(a.newlyOverdue) ||
        b.daysLate - a.daysLate ||
        (a.id < b.id ? -1 : 1),
    );
    const first = late.slice(0, limit);
    const titles = await this.options.store.titles(first.map(({ id }) => id));
    return {
      count: late.length,
      items: first.map(action => ({
        ...action,
        title: titles.get(action.id) ?? '',
      })),
    };
  }
}
