import { addBusinessDays, businessDaysBetween } from './businessDays';

// 2024-05-17 is a Friday.
const MAY = { weekend: [0, 6], holidays: ['2024-05-20'] };

describe('business days', () => {
  it('are added at the same time of day, over weekends and holidays', () => {
    const friday = '2024-05-17T15:30:00.000Z';
    expect(addBusinessDays(friday, 0)).toBe(friday);
    expect(addBusinessDays(friday, 1)).toBe('2024-05-20T15:30:00.000Z');
    expect(addBusinessDays(friday, 2)).toBe('2024-05-21T15:30:00.000Z');
    expect(addBusinessDays(friday, 2, MAY)).toBe('2024-05-22T15:30:00.000Z');
    const saturday = '2024-05-18T08:00:00.000Z';
    expect(addBusinessDays(saturday, 1)).toBe('2024-05-20T08:00:00.000Z');
    const sundays = { weekend: [5, 6], holidays: [] };
    expect(addBusinessDays(friday, 1, sundays)).toBe(
      '2024-05-19T15:30:00.000Z',
    );
  });

  it('end even on a calendar without any', () => {
    const never = { weekend: [0, 1, 2, 3, 4, 5, 6], holidays: [] };
    expect(addBusinessDays('2024-05-17T00:00:00Z', 1, never)).toMatch(/^2034/);
  });

  it.each([
    // Friday noon to Monday noon: half of Friday, half of Monday.
    ['2024-05-17T12:00:00Z', '2024-05-20T12:00:00Z', 1],
    ['2024-05-17T00:00:00Z', '2024-05-18T00:00:00Z', 1],
    ['2024-05-18T00:00:00Z', '2024-05-20T00:00:00Z', 0],
    ['2024-05-13T09:00:00Z', '2024-05-13T15:00:00Z', 0.25],
    // Two weeks are ten business days, whatever the time of day.
    ['2024-05-06T17:45:00Z', '2024-05-20T17:45:00Z', 10],
    ['2024-05-20T12:00:00Z', '2024-05-17T12:00:00Z', -1],
    ['2024-05-17T12:00:00Z', '2024-05-17T12:00:00Z', 0],
  ])('from %s to %s are %d', (from, to, days) => {
    expect(businessDaysBetween(from, to)).toBeCloseTo(days, 10);
  });

  it('leave holidays out', () => {
    expect(
      businessDaysBetween('2024-05-17T12:00:00Z', '2024-05-21T12:00:00Z', MAY),
    ).toBe(1);
  });
});
