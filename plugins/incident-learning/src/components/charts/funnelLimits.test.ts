import { INNER, OUTER, funnelLimits, standingOf } from './funnelLimits';

/** The probability of at most so many of n, summed directly. */
function cumulative(count: number, n: number, center: number): number {
  let sum = 0;
  for (let k = 0; k <= count; k++) {
    let combinations = 1;
    for (let i = 0; i < k; i++) {
      combinations *= (n - i) / (i + 1);
    }
    sum += combinations * center ** k * (1 - center) ** (n - k);
  }
  return sum;
}

describe('funnel limits', () => {
  it.each([
    [0.2, 10],
    [0.27, 40],
    [0.5, 120],
    [0.05, 60],
  ])('hold the probability they name (%d, n = %d)', (center, n) => {
    for (const { tail, z } of [INNER, OUTER]) {
      const { high } = funnelLimits(center, n, { tail, z });
      const count = high * n;
      expect(cumulative(Math.ceil(count), n, center)).toBeGreaterThanOrEqual(
        1 - tail,
      );
      expect(cumulative(Math.floor(count) - 1, n, center)).toBeLessThan(
        1 - tail,
      );
    }
  });

  it('close in on the center as n grows, without a jump where they are approximated', () => {
    const width = (n: number) => {
      const { low, high } = funnelLimits(0.3, n, INNER);
      return high - low;
    };
    expect(width(10)).toBeGreaterThan(width(100));
    expect(width(100)).toBeGreaterThan(width(400));
    expect(Math.abs(width(400) - width(401))).toBeLessThan(0.005);
  });

  it('tell noise from what stands out', () => {
    // Half of four is well possible where a quarter is usual; half of 100 is not.
    expect(standingOf(0.5, 4, 0.25)).toBe('within');
    expect(standingOf(0.36, 100, 0.25)).toBe('above');
    expect(standingOf(0.5, 100, 0.25)).toBe('far-above');
    expect(standingOf(0.02, 200, 0.25)).toBe('far-below');
    expect(standingOf(0, 5, 0)).toBe('within');
  });
});
