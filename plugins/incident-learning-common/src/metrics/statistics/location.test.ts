import fc from 'fast-check';
import { mean, median, quantile } from './location';
import { sampleOf } from './sample';

const values = fc.array(
  fc.double({ min: -1e15, max: 1e15, noNaN: true, noDefaultInfinity: true }),
  { minLength: 1, maxLength: 200 },
);
const probabilities = fc.double({ min: 0, max: 1, noNaN: true });

describe('mean and quantiles', () => {
  it('agrees with examples worked by hand', () => {
    // Ranks 0, 1, 2, 3: the 90th percentile lies at rank 2.7, so at 20 + 0.7 × (60 − 20).
    const four = sampleOf([60, 5, 20, 15]);
    expect(mean(four)).toBe(25);
    expect(median(four)).toBe(17.5);
    expect(quantile(four, 0.9)).toBeCloseTo(48, 12);
    expect(quantile(four, 0.25)).toBe(12.5);
    expect(quantile(four, 0)).toBe(5);
    expect(quantile(four, 1)).toBe(60);

    const five = sampleOf([3, 1, 2, 5, 4]);
    expect(median(five)).toBe(3);
    expect(quantile(five, 0.9)).toBeCloseTo(4.6, 12);

    const one = sampleOf([7]);
    expect([mean(one), median(one), quantile(one, 0.9)]).toEqual([7, 7, 7]);
  });

  it('agrees with the example that Hyndman and Fan define type 7 by: p(k) = (k − 1) / (n − 1)', () => {
    const squares = Array.from({ length: 11 }, (_, k) => k * k);
    squares.forEach((square, k) =>
      expect(quantile(sampleOf(squares), k / 10)).toBeCloseTo(square, 10),
    );
  });

  it('has no value for an empty sample', () => {
    const empty = sampleOf([]);
    expect(mean(empty)).toBeUndefined();
    expect(median(empty)).toBeUndefined();
    expect(quantile(empty, 0.9)).toBeUndefined();
  });

  it('refuses what is no number or no probability', () => {
    expect(() => sampleOf([1, NaN])).toThrow(RangeError);
    expect(() => sampleOf([1, Infinity])).toThrow(RangeError);
    expect(() => quantile(sampleOf([1]), 90)).toThrow('it goes from 0 to 1');
    expect(() => quantile(sampleOf([1]), NaN)).toThrow(RangeError);
  });

  it('keeps small values beside large ones in the mean', () => {
    // A plain sum loses both ones and answers 0.
    expect(mean(sampleOf([1, 1e100, 1, -1e100]))).toBe(0.5);
    // A million times 0.1 sums to 100000.00000133288 without compensation.
    expect(mean(sampleOf(new Array(1_000_000).fill(0.1)))).toBe(0.1);
  });

  it('never depends on the order of the values', () => {
    const shuffled = values.chain(original =>
      fc.tuple(
        fc.constant(original),
        fc.shuffledSubarray(original, {
          minLength: original.length,
          maxLength: original.length,
        }),
      ),
    );
    fc.assert(
      fc.property(shuffled, probabilities, ([original, other], p) => {
        expect(mean(sampleOf(other))).toBe(mean(sampleOf(original)));
        expect(quantile(sampleOf(other), p)).toBe(
          quantile(sampleOf(original), p),
        );
      }),
    );
  });

  it('keeps quantiles within the sample and rising with the probability', () => {
    fc.assert(
      fc.property(values, probabilities, probabilities, (sample, p, q) => {
        const ordered = sampleOf(sample);
        const low = quantile(ordered, Math.min(p, q)) ?? NaN;
        const high = quantile(ordered, Math.max(p, q)) ?? NaN;
        expect(low).toBeLessThanOrEqual(high);
        expect(low).toBeGreaterThanOrEqual(Math.min(...sample));
        expect(high).toBeLessThanOrEqual(Math.max(...sample));
      }),
    );
  });

  it('has as many values below the median as above it', () => {
    fc.assert(
      fc.property(values, sample => {
        const middle = median(sampleOf(sample)) ?? NaN;
        const half = sample.length / 2;
        expect(sample.filter(v => v < middle).length).toBeLessThanOrEqual(half);
        expect(sample.filter(v => v > middle).length).toBeLessThanOrEqual(half);
      }),
    );
  });
});
