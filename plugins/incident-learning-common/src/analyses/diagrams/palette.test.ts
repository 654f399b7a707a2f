import { DIAGRAM_THEMES, paletteOf } from './palette';

function luminance(color: string): number {
  const [r, g, b] = [1, 3, 5].map(i => {
    const value = parseInt(color.slice(i, i + 2), 16) / 255;
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

function contrast(a: string, b: string): number {
  const [dark, light] = [luminance(a), luminance(b)].sort((x, y) => x - y);
  return (light + 0.05) / (dark + 0.05);
}

describe.each(DIAGRAM_THEMES)('the palette for %s', theme => {
  const p = paletteOf(theme);

  it('keeps text readable on all that it stands on', () => {
    const pairs: [string, string][] = [
      ...[p.background, p.card, p.causeFill, p.assumedFill].flatMap(
        (paper): [string, string][] => [
          [p.text, paper],
          [p.muted, paper],
        ],
      ),
      [p.onFocus, p.focus],
      [p.focusBorder, p.background],
      [p.cause, p.background],
      [p.cause, p.causeFill],
      [p.onCause, p.cause],
      [p.assumed, p.background],
      [p.assumed, p.causeFill],
      [p.assumed, p.assumedFill],
      ...p.phases.map((phase): [string, string] => ['#000000', phase]),
    ];
    expect(pairs.filter(([a, b]) => contrast(a, b) < 4.5)).toEqual([]);
  });

  it('keeps lines visible', () => {
    expect(contrast(p.line, p.background)).toBeGreaterThanOrEqual(3);
  });
});
