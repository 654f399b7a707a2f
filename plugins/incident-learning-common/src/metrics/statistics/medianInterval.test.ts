import { pbinom } from 'lib-r-math.js';
import { medianInterval } from './medianInterval';
import { normal, randomOf } from './__testUtils__/random';
import { sampleOf } from './sample';

/** The interval of 1, 2, … n is that of the ranks. */
function ranks(n: number) {
  return medianInterval(sampleOf(Array.from({ length: n }, (_, i) => i + 1)));
}

describe('the interval of the median', () => {
  it('reaches between the ranks of published tables', () => {
    // Table A3 in Conover and those of the sign test: n, lower, upper.
    for (const [n, low, high] of [
      [6, 1, 6],
      [9, 2, 8],
      [10, 2, 9],
      [12, 3, 10],
      [15, 4, 12],
      [17, 5, 13],
      [20, 6, 15],
      [25, 8, 18],
      [50, 18, 33],
      [100, 40, 61],
    ]) {
      expect([n, ranks(n)]).toEqual([n, [low, high]]);
    }
  });

  it('is the narrowest that R calls 95 % sure, and absent where none is', () => {
    // Of n values, how likely at most r − 1 lie below the median: what a rank r leaves out.
    const leftOut = (rank: number, n: number) => pbinom(rank - 1, n, 0.5);
    expect([0, 1, 2, 3, 4, 5].map(ranks)).toEqual(new Array(6).fill(undefined));
    expect(leftOut(1, 5)).toBeGreaterThan(0.025);
    for (let n = 6; n <= 400; n++) {
      const [low, high] = ranks(n) ?? [NaN, NaN];
      expect(high).toBe(n + 1 - low);
      expect(leftOut(low, n)).toBeLessThanOrEqual(0.025);
      expect(leftOut(low + 1, n)).toBeGreaterThan(0.025);
    }
  });

  it('goes on with the normal approximation where the exact ranks end', () => {
    expect(ranks(1000)).toEqual([469, 532]);
    for (const n of [1001, 1500, 4000, 100_001]) {
      const [low, high] = ranks(n) ?? [NaN, NaN];
      expect(high).toBe(n + 1 - low);
      // It is at most one rank from the exact one.
      expect(pbinom(low - 2, n, 0.5)).toBeLessThanOrEqual(0.025);
      expect(pbinom(low + 1, n, 0.5)).toBeGreaterThan(0.025);
    }
  });

  it('holds the true median in at least 95 % of seeded samples', () => {
    const random = randomOf(5);
    for (const n of [8, 30, 1200]) {
      let held = 0;
      for (let run = 0; run < 400; run++) {
        const sample = sampleOf(
          Array.from({ length: n }, () => Math.exp(2 * normal(random))),
        );
        const [low, high] = medianInterval(sample) ?? [NaN, NaN];
        held += low <= 1 && high >= 1 ? 1 : 0;
      }
      // Two standard deviations under 95 %.
      expect(held / 400).toBeGreaterThanOrEqual(0.928);
    }
  });
});
