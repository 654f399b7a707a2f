import fc from 'fast-check';
import { signFlipTest } from './signFlips';

/** Every way to give signs, one after the other. */
function plainPValue(differences: number[]): number {
  const observed = Math.abs(differences.reduce((sum, one) => sum + one, 0));
  let asFar = 0;
  for (let signs = 0; signs < 2 ** differences.length; signs++) {
    let sum = 0;
    differences.forEach((one, index) => {
      sum += Math.floor(signs / 2 ** index) % 2 === 0 ? one : -one;
    });
    asFar += Math.abs(sum) >= observed ? 1 : 0;
  }
  return asFar / 2 ** differences.length;
}

/** Whole numbers, whose sums are exact. */
const whole = (maxLength: number) =>
  fc.array(fc.integer({ min: -12, max: 12 }), { minLength: 1, maxLength });

describe('the paired randomization test', () => {
  it('agrees with the published example: Darwin’s crossed and self-fertilised maize', () => {
    // In eighths of an inch. Fisher, section 21: 1,726 of 32,768 sums are as far from zero as 314.
    const heights = [
      49, -67, 8, 16, 6, 23, 28, 41, 14, 29, 56, 24, 75, 60, -48,
    ];
    expect(signFlipTest(heights)).toEqual({ sum: 314, pValue: 1726 / 32768 });
  });

  it('agrees with an independent implementation, differences of zero included', () => {
    fc.assert(
      fc.property(whole(10), differences => {
        expect(signFlipTest(differences).pValue).toBe(plainPValue(differences));
      }),
    );
  });

  it('does not depend on the order, on which side is which, or on the unit', () => {
    const part = fc.integer({ min: -1e6, max: 1e6 }).map(n => n / 1e6);
    const parts = fc.array(part, { minLength: 1, maxLength: 20 });
    fc.assert(
      fc.property(parts, differences => {
        const { sum, pValue = NaN } = signFlipTest(differences);
        expect(signFlipTest([...differences].reverse())).toEqual({
          sum,
          pValue,
        });
        const turned = signFlipTest(differences.map(one => -one));
        expect(turned.sum).toBeCloseTo(-sum, 12);
        expect(turned.pValue).toBeCloseTo(pValue, 12);
        const halved = signFlipTest(differences.map(one => one / 2));
        expect(halved.pValue).toBeCloseTo(pValue, 12);
      }),
    );
  });

  it('takes sums for equal that differ by rounding alone', () => {
    // 0.1 + 0.2 is not quite 0.3: of eight ways, two reach 0.6 and none lies between.
    expect(signFlipTest([0.1, 0.2, 0.3]).pValue).toBe(2 / 8);
    expect(signFlipTest([0.3, -0.1, -0.2]).pValue).toBe(1);
  });

  it('tells a change by chance no more often than it says, whatever the differences', () => {
    fc.assert(
      fc.property(
        whole(8),
        fc.double({ min: 0, max: 1, noNaN: true }),
        (sizes, level) => {
          let told = 0;
          for (let signs = 0; signs < 2 ** sizes.length; signs++) {
            const flipped = sizes.map((size, index) =>
              Math.floor(signs / 2 ** index) % 2 === 0 ? size : -size,
            );
            told += (signFlipTest(flipped).pValue ?? 1) <= level ? 1 : 0;
          }
          expect(told / 2 ** sizes.length).toBeLessThanOrEqual(level);
        },
      ),
    );
  });

  it('approximates what is too much to go through', () => {
    // Of 17 alike 4 are turned: 2 × (1 + 17 + 136 + 680 + 2,380) ÷ 2¹⁷ ways are as far.
    const alike = Array.from({ length: 17 }, (_, at) => (at < 4 ? -1 : 1));
    const { pValue = NaN } = signFlipTest(alike);
    expect(Math.abs(pValue - 6428 / 2 ** 17)).toBeLessThan(0.005);
    const spread = Array.from({ length: 17 }, (_, index) => index + 0.5);
    const some = spread.map((size, index) => (index % 4 === 0 ? -size : size));
    expect(
      Math.abs((signFlipTest(some).pValue ?? NaN) - plainPValue(some)),
    ).toBeLessThan(0.01);
  });

  it('sees no change where nothing differs, and has no p-value of nothing', () => {
    expect(signFlipTest([0, 0, 0])).toEqual({ sum: 0, pValue: 1 });
    expect(signFlipTest([])).toEqual({ sum: 0 });
  });
});
