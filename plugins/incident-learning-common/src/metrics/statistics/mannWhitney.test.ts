import fc from 'fast-check';
import { pwilcox } from 'lib-r-math.js';
import { wilcoxonRankSum } from 'simple-statistics';
import { mannWhitney } from './mannWhitney';
import { countedSample, sampleOf } from './sample';

function test(first: number[], second: number[]) {
  return mannWhitney(sampleOf(first), sampleOf(second));
}

const LEVELS = [0, 1, 2, 3, 4, 5, 6, 7, 8];

const few = fc.array(fc.integer({ min: 0, max: 8 }), {
  minLength: 1,
  maxLength: 40,
});

describe('the Mann–Whitney test', () => {
  it('agrees with the published example without ties: permeability of membranes', () => {
    // Hollander and Wolfe, table 4.1; R's wilcox.test answers W = 35, p = 0.2544.
    const atTerm = [0.8, 0.83, 1.89, 1.04, 1.45, 1.38, 1.91, 1.64, 0.73, 1.46];
    const earlier = [1.15, 0.88, 0.9, 0.74, 1.21];
    const { u, pValue } = test(atTerm, earlier);
    expect(u).toBe(35);
    expect(pValue).toBeCloseTo(0.2544122544, 10);
  });

  it('agrees with the published example with ties: ozone in May and August', () => {
    // New York in 1973, from the data sets of R, whose wilcox.test answers W = 127.5, p = 0.0001208.
    const may = [
      41, 36, 12, 18, 28, 23, 19, 8, 7, 16, 11, 14, 18, 14, 34, 6, 30, 11, 1,
      11, 4, 32, 23, 45, 115, 37,
    ];
    const august = [
      39, 9, 16, 78, 35, 66, 122, 89, 110, 44, 28, 65, 22, 59, 23, 31, 44, 21,
      9, 45, 168, 73, 76, 118, 84, 85,
    ];
    const { u, pValue } = test(may, august);
    expect(u).toBe(127.5);
    expect(pValue).toBeCloseTo(0.00012080783, 10);
  });

  it('has the exact p-values of R without ties', () => {
    for (const [m, n] of [
      [1, 1],
      [3, 4],
      [10, 10],
      [7, 20],
      [20, 20],
    ]) {
      for (let shift = 0; shift <= n; shift++) {
        const first = Array.from({ length: m }, (_, i) => i + shift + 0.5);
        const second = Array.from({ length: n }, (_, i) => i);
        const { u, pValue } = test(first, second);
        const smaller = Math.min(u, m * n - u);
        expect(pValue).toBeCloseTo(Math.min(1, 2 * pwilcox(smaller, m, n)), 9);
      }
    }
  });

  it('has the rank sum of an independent implementation, less the least possible', () => {
    fc.assert(
      fc.property(few, few, (first, second) => {
        const least = (first.length * (first.length + 1)) / 2;
        expect(test(first, second).u).toBe(
          wilcoxonRankSum(first, second) - least,
        );
      }),
    );
  });

  it('does not depend on the order, answers both ways alike, and takes counts as values', () => {
    fc.assert(
      fc.property(few, few, (first, second) => {
        const answer = test(first, second);
        expect(test([...first].reverse(), [...second].reverse())).toEqual(
          answer,
        );
        const turned = test(second, first);
        expect(turned.u).toBe(first.length * second.length - answer.u);
        expect(turned.pValue).toBeCloseTo(answer.pValue ?? NaN, 12);
        const counted = (values: number[]) =>
          countedSample(
            LEVELS,
            LEVELS.map(level => values.filter(one => one === level).length),
          );
        expect(mannWhitney(counted(first), counted(second))).toEqual(answer);
      }),
    );
  });

  it('sees no difference between equal values, and has none of nothing', () => {
    expect(test(new Array(30).fill(5), new Array(40).fill(5)).pValue).toBe(1);
    expect(test([], [1]).pValue).toBeUndefined();
  });
});
