import { timeTicks } from './buckets';

function ticks(
  from: string,
  to: string,
  interval: 'day' | 'week' | 'month',
  width: number,
  anchor?: string,
) {
  return timeTicks({
    from: new Date(from),
    to: new Date(to),
    interval,
    width,
    anchor,
  });
}

describe('ticks of a time axis', () => {
  it('fall on the Mondays on which weeks begin, or on the weeks of the data', () => {
    const weeks = ticks('2026-05-26', '2026-11-22', 'week', 900);
    expect(weeks.length).toBeGreaterThan(4);
    expect(weeks.every(({ at }) => at.getUTCDay() === 1)).toBe(true);
    const sundays = ticks(
      '2026-05-26',
      '2026-11-22',
      'week',
      900,
      '2026-06-07T00:00:00.000Z',
    );
    expect(sundays.every(({ at }) => at.getUTCDay() === 0)).toBe(true);
  });

  it.each([
    ['2026-10-24', '2026-11-23', 'day'],
    ['2026-08-25', '2026-11-22', 'week'],
    ['2025-11-22', '2026-11-22', 'month'],
    ['2003-01-01', '2026-11-22', 'month'],
  ] as const)(
    'leave room for every label (%s to %s by %s)',
    (from, to, interval) => {
      const perMs = (width: number) =>
        width / (Date.parse(to) - Date.parse(from));
      for (const width of [240, 480, 960]) {
        const found = ticks(from, to, interval, width);
        expect(found.length).toBeGreaterThan(0);
        const overlaps = found.filter(({ at, label }, index) => {
          const next = found[index + 1]?.at.getTime() ?? Date.parse(to);
          return (next - at.getTime()) * perMs(width) < label.length * 6;
        });
        expect(overlaps).toEqual([]);
      }
    },
  );
});
