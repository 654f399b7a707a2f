import fc from 'fast-check';
import { CountedPeriod, compareRates, effectPeriods } from './effect';

function counted(incidents: number, days: number): CountedPeriod {
  return {
    from: '2024-01-01T00:00:00.000Z',
    to: '2024-01-01T00:00:00.000Z',
    days,
    incidents,
  };
}

describe('compareRates', () => {
  it('reads the ratio of two rates with its interval, as worked by hand', () => {
    // 3 of 15 came after, in half the time. Wilson: 3/15 lies within 0.0705 and 0.4519.
    const effect = compareRates(counted(12, 200), counted(3, 100));
    expect(effect.ratio).toBeCloseTo(0.5);
    expect(effect.ci?.low).toBeCloseTo((0.0705 / 0.9295) * 2, 3);
    expect(effect.ci?.high).toBeCloseTo((0.4519 / 0.5481) * 2, 3);
    expect(effect.verdict).toBe('no-detectable-change');
  });

  it.each([
    [counted(30, 365), counted(5, 365), 'fewer'],
    [counted(5, 365), counted(30, 365), 'more'],
    [counted(0, 365), counted(30, 365), 'more'],
    [counted(30, 365), counted(0, 365), 'fewer'],
    [counted(20, 365), counted(18, 365), 'no-detectable-change'],
    [counted(4, 365), counted(0, 365), 'not-enough-data'],
    [counted(0, 365), counted(0, 365), 'not-enough-data'],
    [counted(40, 365), counted(0, 0), 'not-enough-data'],
  ])('says of %j and %j: %s', (before, after, verdict) => {
    expect(compareRates(before, after).verdict).toBe(verdict);
  });

  it('says the opposite of the opposite', () => {
    const opposite = { fewer: 'more', more: 'fewer' } as Record<string, string>;
    const some = fc.record({
      incidents: fc.integer({ min: 0, max: 200 }),
      days: fc.integer({ min: 1, max: 365 }),
    });
    fc.assert(
      fc.property(some, some, (one, other) => {
        const a = counted(one.incidents, one.days);
        const b = counted(other.incidents, other.days);
        const verdict = compareRates(a, b).verdict as string;
        expect(compareRates(b, a).verdict).toBe(opposite[verdict] ?? verdict);
      }),
    );
  });
});

it('compares a year before with as much as there was after', () => {
  const done = '2024-03-01T00:00:00.000Z';
  const { before, after } = effectPeriods(done, Date.parse('2024-03-11'));
  expect(new Date(before.from).toISOString()).toBe('2023-03-02T00:00:00.000Z');
  expect(before.to).toBe(after.from);
  expect(new Date(after.to).toISOString()).toBe('2024-03-11T00:00:00.000Z');
});
