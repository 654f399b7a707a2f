import { SvgElement, el, pathOf } from './element';
import type { DiagramPoint } from './geometry';
import type { DiagramPalette } from './palette';
import { textWidth } from './text';

/** A stack of lines of text; `y` is the top of the first. */
export function paintLines(
  lines: string[],
  options: {
    x: number;
    y: number;
    fontSize: number;
    lineHeight: number;
    fill: string;
    bold?: boolean;
    italic?: boolean;
    anchor?: 'start' | 'middle' | 'end';
  },
): SvgElement {
  const { x, y, fontSize, lineHeight, fill, bold, italic, anchor } = options;
  return el(
    'text',
    {
      fontSize,
      fill,
      fontWeight: bold ? 600 : undefined,
      fontStyle: italic ? 'italic' : undefined,
      textAnchor: anchor === 'start' ? undefined : anchor,
    },
    ...lines.map((line, i) =>
      el(
        'tspan',
        {
          x,
          y: y + i * lineHeight + (lineHeight - fontSize) / 2 + fontSize * 0.82,
        },
        line,
      ),
    ),
  );
}

/** A way through points with rounded corners. */
export function roundedPath(points: DiagramPoint[], radius = 8): string {
  return points
    .map((point, i) => {
      const before = points[i - 1];
      const after = points[i + 1];
      if (!before) {
        return pathOf`M${point.x} ${point.y}`;
      }
      if (!after) {
        return pathOf`L${point.x} ${point.y}`;
      }
      const a = towards(point, before, radius);
      const b = towards(point, after, radius);
      return pathOf`L${a.x} ${a.y}Q${point.x} ${point.y} ${b.x} ${b.y}`;
    })
    .join('');
}

function towards(
  from: DiagramPoint,
  to: DiagramPoint,
  distance: number,
): DiagramPoint {
  const length = Math.hypot(to.x - from.x, to.y - from.y);
  const share = length === 0 ? 0 : Math.min(distance, length / 2) / length;
  return {
    x: from.x + (to.x - from.x) * share,
    y: from.y + (to.y - from.y) * share,
  };
}

const TAG_FONT = 10;
const TAG_HEIGHT = 18;

/** What a small label says, with a sign so that it is told by more than its colour. */
export interface Tag {
  text: string;
  sign?: 'flag' | 'warning' | 'assumed' | 'evidence';
  color: string;
  /** Filled with its colour; else only bordered. */
  solid?: boolean;
  on?: string;
}

export function tagWidth(tag: Tag): number {
  return textWidth(tag.text, TAG_FONT, true) + (tag.sign ? 28 : 14);
}

/** Small labels in as many rows as they need. */
export function wrapTags(tags: Tag[], width: number): Tag[][] {
  const rows: Tag[][] = [];
  let used = Infinity;
  for (const tag of tags) {
    const needed = tagWidth(tag);
    if (used + needed > width) {
      rows.push([]);
      used = 0;
    }
    rows[rows.length - 1].push(tag);
    used += needed + 6;
  }
  return rows;
}

/** Small labels in a row; `x` is the left of the first, or the middle of all with `centered`. */
export function paintTags(
  tags: Tag[],
  at: { x: number; y: number; centered?: boolean },
): SvgElement[] {
  const total = tags.reduce((sum, tag) => sum + tagWidth(tag) + 6, -6);
  let x = at.centered ? at.x - total / 2 : at.x;
  return tags.map(tag => {
    const left = x;
    x += tagWidth(tag) + 6;
    const ink = tag.solid ? tag.on ?? '#ffffff' : tag.color;
    return el(
      'g',
      {},
      el('rect', {
        x: left,
        y: at.y,
        width: tagWidth(tag),
        height: TAG_HEIGHT,
        rx: 9,
        fill: tag.solid ? tag.color : 'none',
        stroke: tag.color,
      }),
      tag.sign && paintSign(tag.sign, left + 8, at.y + 4, ink),
      paintLines([tag.text], {
        x: left + (tag.sign ? 21 : 7),
        y: at.y,
        fontSize: TAG_FONT,
        lineHeight: TAG_HEIGHT,
        fill: ink,
        bold: true,
      }),
    );
  });
}

/** A sign of 10 by 10 pixels. */
export function paintSign(
  sign: NonNullable<Tag['sign']>,
  x: number,
  y: number,
  color: string,
): SvgElement {
  switch (sign) {
    case 'flag':
      return el('path', {
        d: pathOf`M${x + 1.5} ${y + 10}V${y}H${x + 9}L${x + 6.8} ${y + 3}L${
          x + 9
        } ${y + 6}H${x + 2.7}V${y + 10}Z`,
        fill: color,
      });
    case 'warning':
      return el('path', {
        d: pathOf`M${x + 5} ${y}L${x + 10} ${y + 9.5}H${x}ZM${x + 4.4} ${
          y + 3.4
        }V${y + 6.2}H${x + 5.6}V${y + 3.4}ZM${x + 4.4} ${y + 7}V${y + 8.2}H${
          x + 5.6
        }V${y + 7}Z`,
        fill: color,
        fillRule: 'evenodd',
      });
    case 'assumed':
      return el(
        'g',
        {},
        el('circle', {
          cx: x + 5,
          cy: y + 5,
          r: 4.4,
          fill: 'none',
          stroke: color,
          strokeDasharray: '2 1.4',
        }),
        el('circle', { cx: x + 5, cy: y + 5, r: 1.2, fill: color }),
      );
    default:
      return el('path', {
        d: pathOf`M${x + 1.5} ${y + 5.5}L${x + 4} ${y + 8}L${x + 9} ${y + 2}`,
        fill: 'none',
        stroke: color,
        strokeWidth: 1.6,
      });
  }
}

export function causeTag(palette: DiagramPalette): Tag {
  return {
    text: 'Cause',
    sign: 'flag',
    color: palette.cause,
    solid: true,
    on: palette.onCause,
  };
}

export function evidenceTag(count: number, palette: DiagramPalette): Tag {
  return {
    text: count === 1 ? 'Evidence' : `Evidence × ${count}`,
    sign: 'evidence',
    color: palette.muted,
  };
}
