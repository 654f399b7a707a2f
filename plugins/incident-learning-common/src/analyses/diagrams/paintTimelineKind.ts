import type { TimelineKind } from '../vocabulary';
import { SvgElement, el, pathOf } from './element';
import type { DiagramPalette } from './palette';

/** A sign for each kind of event, told by its shape. */
export function paintKind(
  kind: TimelineKind,
  x: number,
  y: number,
  palette: DiagramPalette,
  size = 8,
): SvgElement {
  const outline = {
    fill: palette.background,
    stroke: palette.text,
    strokeWidth: size > 6 ? 1.8 : 1.2,
    strokeLinejoin: 'round',
  };
  const filled = { ...outline, fill: palette.text };
  switch (kind) {
    case 'decision':
      return el('path', {
        d: pathOf`M${x} ${y - size - 1}L${x + size + 1} ${y}L${x} ${
          y + size + 1
        }L${x - size - 1} ${y}Z`,
        ...outline,
        fill: palette.focus,
        stroke: palette.focusBorder,
      });
    case 'symptom':
      return el('path', {
        d: pathOf`M${x} ${y - size}L${x + size} ${y + size * 0.8}H${x - size}Z`,
        ...outline,
      });
    case 'change':
      return el('rect', {
        x: x - size + 1,
        y: y - size + 1,
        width: 2 * size - 2,
        height: 2 * size - 2,
        ...outline,
      });
    case 'action':
      return el('circle', { cx: x, cy: y, r: size - 1, ...filled });
    case 'detection':
      return el(
        'g',
        {},
        el('circle', { cx: x, cy: y, r: size, ...outline }),
        el('circle', { cx: x, cy: y, r: size * 0.4, fill: palette.text }),
      );
    case 'communication':
      return el('path', {
        d: pathOf`M${x - size} ${y - size * 0.8}H${x + size}V${
          y + size * 0.4
        }H${x - size * 0.1}L${x - size * 0.6} ${y + size}V${y + size * 0.4}H${
          x - size
        }Z`,
        ...outline,
      });
    case 'recovery':
      return el(
        'g',
        {},
        el('circle', { cx: x, cy: y, r: size, ...outline }),
        el('path', {
          d: pathOf`M${x - size * 0.45} ${y}L${x - size * 0.1} ${
            y + size * 0.35
          }L${x + size * 0.5} ${y - size * 0.4}`,
          ...outline,
          fill: 'none',
        }),
      );
    default:
      return el('circle', { cx: x, cy: y, r: size * 0.65, ...outline });
  }
}
