import { dueWeek } from './dueWeek';
import { isWeek, periodOfWeek, shiftWeek, weekOf, weekTitle } from './weeks';

const iso = (ms: number) => new Date(ms).toISOString();
const at = (text: string) => Date.parse(text);
const BERLIN = { timeZone: 'Europe/Berlin', firstDayOfWeek: 1 };

describe('weeks', () => {
  it('are those of ISO 8601, over the turn of years too', () => {
    expect(weekOf(at('2026-11-22T23:59:59Z'))).toBe('2026-W47');
    expect(weekOf(at('2026-11-23T00:00:00Z'))).toBe('2026-W48');
    expect(weekOf(at('2027-01-03T12:00:00Z'))).toBe('2026-W53');
    expect(weekOf(at('2024-12-30T00:00:00Z'))).toBe('2025-W01');
    expect(shiftWeek('2026-W53', 1)).toBe('2027-W01');
    expect(shiftWeek('2027-W01', -1)).toBe('2026-W53');
    expect(weekTitle('2025-W01')).toBe('week 1 of 2025');
    expect(['2026-W53', '2026-W01'].map(isWeek)).toEqual([true, true]);
    for (const none of ['2025-W53', '2026-W00', '2026-W1', '2026-47', '']) {
      expect([none, isWeek(none)]).toEqual([none, false]);
    }
  });

  it('begin where and when they do there, on days of 23 and 25 hours too', () => {
    const { from, to } = periodOfWeek('2026-W43', BERLIN);
    expect([iso(from), iso(to)]).toEqual([
      '2026-10-18T22:00:00.000Z',
      '2026-10-25T23:00:00.000Z',
    ]);
    const sunday = { timeZone: 'UTC', firstDayOfWeek: 7 };
    expect(iso(periodOfWeek('2026-W47', sunday).from)).toBe(
      '2026-11-15T00:00:00.000Z',
    );
    for (const firstDayOfWeek of [1, 2, 3, 4, 5, 6, 7]) {
      const calendar = { timeZone: 'America/New_York', firstDayOfWeek };
      let week = '2024-W50';
      let end: number | undefined;
      for (let n = 0; n < 60; n++) {
        const period = periodOfWeek(week, calendar);
        expect(weekOf(period.from, calendar)).toBe(week);
        expect(weekOf(period.to - 1, calendar)).toBe(week);
        expect(end ?? period.from).toBe(period.from);
        end = period.to;
        week = shiftWeek(week, 1);
      }
    }
  });

  it('are due once they are over and the day and hour have come', () => {
    const due = (now: string, day: 'monday' | 'friday', calendar = BERLIN) => {
      const { week, since } = dueWeek(at(now), { day, hour: 8 }, calendar);
      return [week, iso(since)];
    };
    expect(due('2026-11-23T06:59:59Z', 'monday')[0]).toBe('2026-W46');
    expect(due('2026-11-23T07:00:00Z', 'monday')).toEqual([
      '2026-W47',
      '2026-11-23T07:00:00.000Z',
    ]);
    expect(due('2026-11-29T22:59:59Z', 'monday')[0]).toBe('2026-W47');
    expect(due('2026-11-27T06:59:00Z', 'friday')[0]).toBe('2026-W46');
    expect(due('2026-11-27T07:00:00Z', 'friday')[0]).toBe('2026-W47');
    // Across the end of summer time, it is still eight o'clock.
    expect(due('2026-10-26T07:00:00Z', 'monday')[1]).toBe(
      '2026-10-26T07:00:00.000Z',
    );
    expect(due('2026-10-19T06:00:00Z', 'monday')[1]).toBe(
      '2026-10-19T06:00:00.000Z',
    );
  });
});
