import fc from 'fast-check';
import { TheilSenRegression } from 'ml-regression-theil-sen';
import { normalUpperTail } from './normal';
import { TrendPoint, mannKendall, theilSenSlope } from './trend';

const points = fc.uniqueArray(
  fc.record({
    x: fc.integer({ min: -1000, max: 1000 }),
    y: fc.integer({ min: -50, max: 50 }),
  }),
  { minLength: 2, maxLength: 60, selector: ({ x }) => x },
);

function pointsOf(ys: number[]): TrendPoint[] {
  return ys.map((y, x) => ({ x, y }));
}

describe('trends', () => {
  it("agrees with Sen's own example", () => {
    // Section 6 of the paper of 1968: the estimate is 4.
    const times = [1, 2, 3, 4, 10, 12, 18];
    const lengths = [9, 15, 19, 20, 45, 55, 78];
    expect(theilSenSlope(times.map((x, i) => ({ x, y: lengths[i] })))).toBe(4);
  });

  it('agrees with a published example of Kendall: quality of canned tuna', () => {
    // Hollander and Wolfe, table 8.1; R's cor.test answers T = 26, p = 0.1194.
    const lightness = [44.4, 45.9, 41.9, 53.3, 44.7, 44.1, 50.7, 45.2, 60.1];
    const panel = [2.6, 3.1, 2.5, 5, 3.6, 4, 5.2, 2.8, 3.8];
    const { s, pValue } = mannKendall(
      lightness.map((x, i) => ({ x, y: panel[i] })),
    );
    expect(s).toBe(16);
    expect(pValue).toBeCloseTo(0.119438933, 9);
  });

  it('agrees with an example with ties worked by hand', () => {
    // Of 15 pairs 6 rise and 7 fall; the two twos and the two fives are equal.
    const { s, pValue } = mannKendall(pointsOf([2, 3, 2, 5, 5, 1].reverse()));
    expect(s).toBe(-1);
    // (6×5×17 − 2 × 2×1×9) ÷ 18 = 26⅓; |S| less one is 0.
    expect(pValue).toBe(1);
    const rising = mannKendall(pointsOf([1, 2, 2, 3, 5, 5, 7]));
    expect(rising.s).toBe(19);
    // (7×6×19 − 2 × 2×1×9) ÷ 18 = 42⅓.
    expect(rising.pValue).toBeCloseTo(
      2 * normalUpperTail(18 / Math.sqrt(127 / 3)),
      12,
    );
  });

  it('is as sure as can be of what only rises', () => {
    // Of 7! orders, two are as extreme.
    expect(mannKendall(pointsOf([1, 2, 3, 4, 5, 6, 7])).pValue).toBeCloseTo(
      2 / 5040,
      12,
    );
    expect(mannKendall(pointsOf([1, 1, 1, 1, 1, 1])).pValue).toBe(1);
  });

  it('has nearly the p-value of the normal approximation where it is exact', () => {
    // 20 points, the first of which fall and the others rise.
    for (let falling = 0; falling <= 20; falling++) {
      const ys = Array.from({ length: 20 }, (_, i) =>
        i < falling ? falling - i - 0.5 : i,
      );
      const { s, pValue } = mannKendall(pointsOf(ys));
      const z = Math.max(0, Math.abs(s) - 1) / Math.sqrt((20 * 19 * 45) / 18);
      expect(Math.abs(pValue - 2 * normalUpperTail(z))).toBeLessThan(0.006);
    }
  });

  it('has the slope of an independent implementation', () => {
    fc.assert(
      // Of an even number of slopes the other takes one of the two in the middle.
      fc.property(points, all => {
        const some = all.slice(0, all.length - [2, 2, 0, 0][all.length % 4]);

        const regression = new TheilSenRegression(
          some.map(({ x }) => x),
          some.map(({ y }) => y),
        );
        expect(theilSenSlope(some)).toBeCloseTo(regression.slope, 9);
      }),
    );
  });

  it('does not depend on the order of the points, and turns with them', () => {
    fc.assert(
      fc.property(points, some => {
        const reversed = [...some].reverse();
        expect(theilSenSlope(reversed)).toBe(theilSenSlope(some));
        expect(mannKendall(reversed)).toEqual(mannKendall(some));
        const turned = some.map(({ x, y }) => ({ x, y: -y }));
        expect(theilSenSlope(turned)).toBeCloseTo(-(theilSenSlope(some) ?? 0));
        expect(mannKendall(turned).pValue).toBe(mannKendall(some).pValue);
      }),
    );
  });

  it('has no slope of one point', () => {
    expect(theilSenSlope([{ x: 1, y: 1 }])).toBeUndefined();
    expect(theilSenSlope([])).toBeUndefined();
  });
});
