import fc from 'fast-check';
import { escapeXml } from './element';
import { formatProbability, formatSpan } from './format';
import { textWidth, wrapText } from './text';

describe('wrapText', () => {
  it('breaks at spaces, in long words at a seam, and ends in an ellipsis', () => {
    const style = { width: 100, fontSize: 12, maxLines: 3 };
    expect(wrapText('The pool ran dry at noon', style)).toEqual([
      'The pool ran',
      'dry at noon',
    ]);
    expect(wrapText('services/checkout/handler.ts', style)).toEqual([
      'services/',
      'checkout/',
      'handler.ts',
    ]);
    expect(
      wrapText('one two three four five six seven eight nine', style),
    ).toEqual(['one two three', 'four five six', 'seven eight…']);
  });

  it('never exceeds width or lines, and loses nothing without an ellipsis', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string({ maxLength: 300 }),
          fc.string({ unit: 'grapheme', maxLength: 80 }),
        ),
        fc.integer({ min: 40, max: 400 }),
        fc.integer({ min: 1, max: 8 }),
        (text, width, maxLines) => {
          const lines = wrapText(text, { width, fontSize: 12, maxLines });
          expect(lines.length).toBeLessThanOrEqual(maxLines);
          for (const line of lines) {
            expect([...line].length <= 2 || textWidth(line, 12) <= width).toBe(
              true,
            );
          }
          const bare = (said: string) => said.replace(/\s/g, '');
          expect(
            lines.at(-1)?.endsWith('…') || bare(lines.join('')) === bare(text),
          ).toBe(true);
        },
      ),
    );
  });

  it('takes a word of two megabytes', () => {
    const lines = wrapText('x'.repeat(2_000_000), {
      width: 200,
      fontSize: 12,
      maxLines: 4,
    });
    expect(lines).toHaveLength(4);
  });
});

describe('format', () => {
  it('gives durations in their two largest units', () => {
    expect(
      [0, 400, 45_000, 90_000, 3_900_000, 7_200_000, 93_600_000, -120_000].map(
        formatSpan,
      ),
    ).toEqual([
      'no time',
      '400 ms',
      '45 s',
      '1 min',
      '1 h 5 min',
      '2 h',
      '1 d 2 h',
      '−2 min',
    ]);
  });

  it('gives probabilities with two significant figures', () => {
    expect(
      [0, 1, 0.5, 0.0453, 0.001, 3.5e-5, 1e-10, 0.99999].map(p =>
        formatProbability(p),
      ),
    ).toEqual([
      '0',
      '1',
      '0.5',
      '0.045',
      '0.001',
      '3.5×10⁻⁵',
      '1×10⁻¹⁰',
      '> 0.999',
    ]);
    expect(formatProbability(3.5e-5, 'short')).toBe('3.5e-5');
  });
});

describe('escapeXml', () => {
  it('leaves nothing that XML reads as markup or cannot hold', () => {
    expect(escapeXml(`<a href="x" b='y'>&\u0000\uD800ok😀`)).toBe(
      '&lt;a href=&quot;x&quot; b=&#39;y&#39;&gt;&amp;\uFFFD\uFFFDok😀',
    );
  });
});
