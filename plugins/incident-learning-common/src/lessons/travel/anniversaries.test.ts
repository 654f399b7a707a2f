import { anniversaryPeriods } from './anniversaries';

function periodsOf(now: string, options = { years: [1], days: 1 }) {
  return anniversaryPeriods(Date.parse(now), options).map(
    ({ from, to, years }) => [
      years,
      new Date(from).toISOString().slice(0, 10),
      new Date(to).toISOString().slice(0, 10),
    ],
  );
}

describe('anniversaryPeriods', () => {
  it('is the same day of other years, whatever the hour', () => {
    expect(
      periodsOf('2026-03-18T23:59:59Z', { years: [1, 5], days: 1 }),
    ).toEqual([
      [1, '2025-03-18', '2025-03-19'],
      [5, '2021-03-18', '2021-03-19'],
    ]);
  });

  it('goes back over some days, past the turn of a year', () => {
    expect(periodsOf('2026-01-02T06:00:00Z', { years: [1], days: 7 })).toEqual([
      [1, '2024-12-27', '2025-01-03'],
    ]);
  });

  it('tells of a leap day on the day before in other years, and only once', () => {
    const three = { years: [3], days: 1 };
    expect(periodsOf('2027-02-28T06:00:00Z', three)).toEqual([
      [3, '2024-02-28', '2024-03-01'],
    ]);
    expect(periodsOf('2027-03-01T06:00:00Z', three)).toEqual([
      [3, '2024-03-01', '2024-03-02'],
    ]);
    const [[, from, to]] = periodsOf('2028-02-29T06:00:00Z');
    expect(from).toBe(to);
  });
});
