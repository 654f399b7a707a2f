import fc from 'fast-check';
import { durationAccumulator } from './durations';
import { durationSketchAccumulator } from './durationSketch';

const exact = durationAccumulator<number | undefined>(value => value);
const sketch = durationSketchAccumulator<number | undefined>(value => value);

const durations = fc.array(
  fc.oneof(
    fc.constant(0),
    fc.integer({ min: 1, max: 1e12 }),
    fc.double({ min: 1e-6, max: 1e18, noNaN: true }),
  ),
  { minLength: 1, maxLength: 200 },
);

function sketchOf(values: (number | undefined)[]) {
  const state = sketch.empty();
  values.forEach(value => sketch.add(state, value));
  return state;
}

describe('the sketch of durations', () => {
  it('is at most 1 % from the exact median and percentile, and has the mean', () => {
    fc.assert(
      fc.property(durations, values => {
        const state = exact.empty();
        values.forEach(value => exact.add(state, value));
        const { stats } = exact.read(state);
        const sketched = sketch.read(sketchOf(values));
        expect(sketched.n).toBe(values.length);
        const { median = 0, p90 = 0, mean = 0 } = stats ?? {};
        const near = (value = NaN, of: number) =>
          expect(Math.abs(value - of)).toBeLessThanOrEqual(0.01 * of);
        near(sketched.value, median);
        near(sketched.stats?.median, median);
        near(sketched.stats?.p90, p90);
        expect(
          Math.abs((sketched.stats?.mean ?? NaN) - mean),
        ).toBeLessThanOrEqual(1e-6 + 1e-12 * mean);
      }),
      { numRuns: 1000 },
    );
  });

  it('is at most 1 % off at the bounds of its bins', () => {
    for (let bound = 1e-6; bound < 1e18; bound *= 1.02) {
      for (const value of [bound, bound * (1 + 1e-15), bound * (1 - 1e-15)]) {
        const { value: read = NaN } = sketch.read(sketchOf([value]));
        expect(Math.abs(read / value - 1)).toBeLessThanOrEqual(0.01);
      }
    }
  });

  it('keeps a hundred thousand durations in a few thousand characters', () => {
    const values = Array.from(
      { length: 100_000 },
      // From a second to a thousand days.
      (_, index) => 1000 * 86_400 ** ((index / 100_000) * 1.6),
    );
    expect(sketch.pack(sketchOf(values)).length).toBeLessThan(4_000);
    expect(sketch.pack(sketchOf([60_000])).length).toBeLessThan(20);
  });

  it('refuses to remove what was never added, and to read what it has not written', () => {
    const state = sketchOf([5, undefined]);
    expect(() => sketch.remove(state, 500)).toThrow(RangeError);
    expect(() => sketch.remove(state, -1)).toThrow(RangeError);
    sketch.remove(state, 5);
    expect(() => sketch.remove(state, 5)).toThrow(RangeError);
    expect(sketch.read(state)).toMatchObject({ n: 0, missing: 1 });
    expect(() => sketch.unpack('{}')).toThrow('is no packed state');
    expect(() => sketch.unpack('g')).toThrow('cut short');
    expect(() => sketch.unpack('AAAAgggggB1')).toThrow(RangeError);
  });
});
