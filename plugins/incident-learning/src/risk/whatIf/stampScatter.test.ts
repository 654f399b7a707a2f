import { DOT } from './scatterLayout';
import { Stamps, stampScatter } from './stampScatter';

/** One pixel each, at twice the pixels. */
function stamps(): Stamps {
  const one = (...rgba: number[]) => ({
    dx: Int8Array.of(0),
    dy: Int8Array.of(0),
    rgba: Uint8ClampedArray.from(rgba),
  });
  return {
    ratio: 2,
    reach: 1,
    byKind: {
      rest: one(100, 0, 0, 255),
      priority: one(0, 200, 0, 51),
      ceases: one(0, 0, 250, 51),
      becomes: one(9, 9, 9, 255),
    },
  };
}

describe('stamped dots', () => {
  it('lie over each other by their transparency, what matters last', () => {
    const image = {
      width: 6,
      height: 4,
      data: new Uint8ClampedArray(6 * 4 * 4).fill(77),
    };
    stampScatter(
      image,
      {
        x: Float32Array.of(1, 1, 2, 0, 2),
        y: Float32Array.of(1, 1, 0.5, 1, 1.5),
        kind: Uint8Array.of(
          DOT.priority,
          DOT.rest,
          DOT.ceases,
          DOT.becomes,
          DOT.none,
        ),
      },
      stamps(),
    );
    const at = (x: number, y: number) => [
      ...image.data.subarray(4 * (6 * y + x), 4 * (6 * y + x) + 4),
    ];
    // A fifth of green over all of red.
    expect(at(2, 2)).toEqual([80, 40, 0, 255]);
    expect(at(4, 1)).toEqual([0, 0, 250, 51]);
    // Too close to the edge to be whole; and without a score.
    expect(at(0, 2)).toEqual([0, 0, 0, 0]);
    expect(at(4, 3)).toEqual([0, 0, 0, 0]);
  });
});
