import { SvgElement, el, pathOf } from './element';
import type {
  FishboneDiagramEdge,
  FishboneDiagramNode,
  FishboneLayout,
} from './fishboneLayout';
import { FISHBONE_METRICS } from './fishboneRows';
import { paintLines, paintSign } from './paint';
import type { DiagramPalette } from './palette';

export function paintFishbone(
  layout: FishboneLayout,
  palette: DiagramPalette,
): SvgElement[] {
  const named = new Set(
    layout.nodes.filter(({ cause }) => cause).map(({ id }) => id),
  );
  const empty = new Set(
    layout.nodes.filter(node => node.empty).map(({ id }) => id),
  );
  return [
    ...layout.edges.map(edge =>
      paintBone(edge, palette, {
        named: named.has(edge.from ?? ''),
        empty: empty.has(edge.from ?? ''),
      }),
    ),
    ...layout.nodes.map(node => {
      switch (node.role) {
        case 'tail':
          return paintTail(node, palette);
        case 'effect':
          return paintHead(node, palette);
        case 'category':
          return paintCategory(node, palette);
        default:
          return paintCause(node, palette);
      }
    }),
  ];
}

const BONE_WIDTHS: Record<FishboneDiagramEdge['role'], number> = {
  spine: 5,
  rib: 2.6,
  branch: 1.3,
  twig: 1.3,
};

function paintBone(
  { role, points: [from, to] }: FishboneDiagramEdge,
  palette: DiagramPalette,
  { named, empty }: { named: boolean; empty: boolean },
): SvgElement {
  const main = role === 'spine' || role === 'rib';
  return el('line', {
    x1: from.x,
    y1: from.y,
    x2: to.x,
    y2: to.y,
    stroke: lineColor(palette, { main: main && !empty, named }),
    strokeWidth: named ? 2.4 : BONE_WIDTHS[role],
    strokeLinecap: 'round',
    strokeDasharray: empty && role === 'rib' ? '2 7' : undefined,
  });
}

function lineColor(
  palette: DiagramPalette,
  { main, named }: { main: boolean; named: boolean },
): string {
  if (named) {
    return palette.cause;
  }
  return main ? palette.focusBorder : palette.line;
}

function paintTail(
  { x, y, width, height }: FishboneDiagramNode,
  palette: DiagramPalette,
): SvgElement {
  const middle = y + height / 2;
  const end = x + width;
  return el('path', {
    d: pathOf`M${end} ${middle}C${end - 22} ${middle - 4} ${x + 22} ${
      y + 12
    } ${x} ${y}C${x + 10} ${middle - 14} ${x + 20} ${middle - 8} ${
      x + 20
    } ${middle}C${x + 20} ${middle + 8} ${x + 10} ${middle + 14} ${x} ${
      y + height
    }C${x + 22} ${y + height - 12} ${end - 22} ${middle + 4} ${end} ${middle}Z`,
    fill: palette.focus,
    stroke: palette.focusBorder,
    strokeWidth: 2,
    strokeLinejoin: 'round',
  });
}

function paintHead(
  { x, y, width, height, lines, label }: FishboneDiagramNode,
  palette: DiagramPalette,
): SvgElement {
  const m = FISHBONE_METRICS;
  const middle = y + height / 2;
  const nose = x + width;
  const textX = x + 26;
  const top = middle - (lines.length * m.headLineHeight) / 2;
  const eye = { x: nose - 42, y: middle - height * 0.15 };
  return el(
    'g',
    {},
    el('title', {}, label),
    el('path', {
      d: pathOf`M${x} ${y}C${x + width * 0.5} ${y - 4} ${nose - 26} ${
        middle - height * 0.3
      } ${nose} ${middle}C${nose - 26} ${middle + height * 0.3} ${
        x + width * 0.5
      } ${y + height + 4} ${x} ${y + height}Q${x + 22} ${middle} ${x} ${y}Z`,
      fill: palette.focus,
      stroke: palette.focusBorder,
      strokeWidth: 2.5,
      strokeLinejoin: 'round',
    }),
    el('circle', { cx: eye.x, cy: eye.y, r: 5, fill: palette.onFocus }),
    el('circle', { cx: eye.x + 1, cy: eye.y, r: 2.2, fill: palette.focus }),
    paintLines(lines, {
      x: textX,
      y: top,
      fontSize: m.headFontSize,
      lineHeight: m.headLineHeight,
      fill: palette.onFocus,
      bold: true,
    }),
  );
}

function paintCategory(
  { x, y, width, height, lines, label, empty }: FishboneDiagramNode,
  palette: DiagramPalette,
): SvgElement {
  return el(
    'g',
    {},
    el('title', {}, label),
    el('rect', {
      x,
      y,
      width,
      height,
      rx: 6,
      fill: palette.card,
      stroke: empty ? palette.line : palette.focusBorder,
      strokeWidth: empty ? 1.2 : 2,
      strokeDasharray: empty ? '5 4' : undefined,
    }),
    paintLines(lines, {
      x: x + width / 2,
      y,
      fontSize: FISHBONE_METRICS.categoryFontSize,
      lineHeight: height,
      fill: empty ? palette.muted : palette.text,
      bold: true,
      anchor: 'middle',
    }),
  );
}

function paintCause(
  { x, y, lines, label, cause }: FishboneDiagramNode,
  palette: DiagramPalette,
): SvgElement {
  const m = FISHBONE_METRICS;
  return el(
    'g',
    {},
    el('title', {}, cause ? `Cause: ${label}` : label),
    cause ? paintSign('flag', x + 2, y + 2, palette.cause) : undefined,
    paintLines(lines, {
      x: x + 2 + (cause ? m.flagWidth : 0),
      y: y - 1,
      fontSize: m.fontSize,
      lineHeight: m.lineHeight,
      fill: cause ? palette.cause : palette.text,
      bold: cause,
    }),
  );
}
