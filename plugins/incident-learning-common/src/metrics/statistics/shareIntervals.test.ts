import fc from 'fast-check';
import { pnorm } from 'lib-r-math.js';
import { normalUpperTail } from './normal';
import {
  newcombeInterval,
  newcombePValue,
  wilsonInterval,
} from './shareIntervals';

const of = (numerator: number, denominator: number) => ({
  numerator,
  denominator,
});

const proportions = fc
  .integer({ min: 1, max: 500 })
  .chain(denominator =>
    fc
      .integer({ min: 0, max: denominator })
      .map(numerator => of(numerator, denominator)),
  );

describe('intervals of shares', () => {
  it("agrees with Newcombe's examples of Wilson's interval", () => {
    // Table I of the paper of 1998 on the single proportion.
    for (const [share, low, high] of [
      [of(81, 263), 0.2553, 0.3662],
      [of(15, 148), 0.0624, 0.1605],
      [of(0, 20), 0, 0.1611],
      [of(1, 29), 0.0061, 0.1718],
    ] as const) {
      const interval = wilsonInterval(share) ?? [NaN, NaN];
      expect(interval[0]).toBeCloseTo(low, 4);
      expect(interval[1]).toBeCloseTo(high, 4);
    }
    expect(wilsonInterval(of(0, 0))).toBeUndefined();
    expect(wilsonInterval(of(20, 20))?.[1]).toBe(1);
  });

  it("agrees with Newcombe's examples of the interval of a difference", () => {
    // Table II, method 10, of the paper of 1998 on the difference.
    for (const [first, second, low, high] of [
      [of(56, 70), of(48, 80), 0.0524, 0.3339],
      [of(9, 10), of(3, 10), 0.1705, 0.809],
      [of(6, 7), of(2, 7), 0.0582, 0.8062],
      [of(5, 56), of(0, 29), -0.0381, 0.1926],
      [of(0, 10), of(0, 20), -0.1611, 0.2775],
      [of(0, 10), of(0, 10), -0.2775, 0.2775],
      [of(10, 10), of(0, 20), 0.6791, 1],
      [of(10, 10), of(0, 10), 0.6075, 1],
    ] as const) {
      const interval = newcombeInterval(first, second) ?? [NaN, NaN];
      expect(interval[0]).toBeCloseTo(low, 4);
      expect(interval[1]).toBeCloseTo(high, 4);
    }
    expect(newcombeInterval(of(0, 0), of(1, 2))).toBeUndefined();
    expect(newcombePValue(of(1, 2), of(0, 0))).toBeUndefined();
  });

  it('has a p-value below 5 % exactly where the interval leaves out zero', () => {
    fc.assert(
      fc.property(proportions, proportions, (first, second) => {
        const [low, high] = newcombeInterval(first, second) ?? [NaN, NaN];
        const pValue = newcombePValue(first, second) ?? NaN;
        expect(pValue < 0.05).toBe(low > 0 || high < 0);
        expect(newcombePValue(second, first)).toBeCloseTo(pValue, 12);
        expect(pValue).toBeGreaterThan(0);
        expect(pValue).toBeLessThanOrEqual(1);
      }),
    );
    expect(newcombePValue(of(5, 10), of(50, 100))).toBe(1);
    expect(newcombePValue(of(0, 10_000), of(9_000, 10_000))).toBeLessThan(
      1e-14,
    );
  });

  it('turns round with the share', () => {
    fc.assert(
      fc.property(proportions, ({ numerator, denominator }) => {
        const [low, high] = wilsonInterval(of(numerator, denominator)) ?? [];
        const [otherLow, otherHigh] =
          wilsonInterval(of(denominator - numerator, denominator)) ?? [];
        expect(low).toBeCloseTo(1 - (otherHigh ?? NaN), 12);
        expect(high).toBeCloseTo(1 - (otherLow ?? NaN), 12);
      }),
    );
  });

  it('takes the same tail of the normal distribution as R', () => {
    for (let z = -6; z <= 12; z += 0.05) {
      const expected = pnorm(z, 0, 1, false);
      expect(Math.abs(normalUpperTail(z) / expected - 1)).toBeLessThan(1e-12);
    }
  });
});
