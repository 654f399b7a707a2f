import fc from 'fast-check';
import { orderByScore } from './order';

function naive(scores: Float64Array): number[] {
  return [...scores.keys()]
    .filter(index => scores[index] >= 0)
    .sort((a, b) => scores[b] - scores[a] || a - b);
}

describe('the order of scores', () => {
  it('is that of a plain sort, however close scores lie and however many are the same', () => {
    const spread = fc.double({ min: 0, max: 1, noNaN: true });
    const dense = fc
      .integer({ min: 0, max: 40 })
      .map(step => 0.5 + step * Number.EPSILON);
    const score = fc.oneof(
      spread,
      dense,
      // What adding up products can make of 1, and of nothing.
      fc.constantFrom(NaN, 0, 1, 1 + Number.EPSILON),
    );
    fc.assert(
      fc.property(fc.array(score, { maxLength: 200 }), values => {
        const scores = Float64Array.from(values);
        expect([...orderByScore(scores)]).toEqual(naive(scores));
      }),
    );
  });
});
