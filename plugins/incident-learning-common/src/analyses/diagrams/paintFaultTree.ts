import { SvgElement, el } from './element';
import {
  FAULT_TREE_METRICS,
  FaultTreeDiagramNode,
  FaultTreeLayout,
} from './faultTreeLayout';
import {
  Tag,
  causeTag,
  paintLines,
  paintTags,
  roundedPath,
  wrapTags,
} from './paint';
import { formatProbability } from './format';
import { paintSymbol } from './paintFaultTreeSymbol';
import type { DiagramPalette } from './palette';

export function paintFaultTree(
  layout: FaultTreeLayout,
  palette: DiagramPalette,
): SvgElement[] {
  return [
    ...layout.edges.map(({ points }) =>
      el('path', {
        d: roundedPath(points, 3),
        fill: 'none',
        stroke: palette.line,
        strokeWidth: 1.5,
      }),
    ),
    ...layout.nodes.map(node => paintNode(node, palette)),
  ];
}

function paintNode(
  node: FaultTreeDiagramNode,
  palette: DiagramPalette,
): SvgElement {
  const { symbol } = node;
  const middle = symbol.x + symbol.width / 2;
  return el(
    'g',
    {},
    el('title', {}, titleOf(node)),
    ...(node.listed
      ? paintListed(node, palette)
      : paintBox(node, middle, palette)),
    ...paintSymbol(node, palette),
  );
}

function titleOf(node: FaultTreeDiagramNode): string {
  return [
    node.label,
    node.singlePoint && 'single point of failure',
    node.cause && 'named a cause',
    node.role === 'transfer' && 'drawn in full elsewhere',
    node.probability !== undefined &&
      `probability ${formatProbability(node.probability)}`,
  ]
    .filter(Boolean)
    .join(', ');
}

function paintBox(
  node: FaultTreeDiagramNode,
  middle: number,
  palette: DiagramPalette,
): SvgElement[] {
  const m = FAULT_TREE_METRICS;
  const height = node.symbol.y - m.stem - node.y;
  const textTop = node.y + (height - node.lines.length * m.lineHeight) / 2;
  return [
    el('line', {
      x1: middle,
      y1: node.y + height,
      x2: middle,
      y2: node.symbol.y + 4,
      stroke: palette.line,
      strokeWidth: 1.5,
    }),
    el('rect', {
      x: node.x,
      y: node.y,
      width: node.width,
      height,
      rx: 3,
      ...frameOf(node, palette),
    }),
    paintLines(node.lines, {
      x: middle,
      y: textTop,
      fontSize: m.fontSize,
      lineHeight: m.lineHeight,
      fill: node.top ? palette.onFocus : palette.text,
      bold: node.top || node.singlePoint,
      anchor: 'middle',
    }),
    ...tagsOf(node, palette).flatMap((tag, i) =>
      paintTags([tag], {
        x: middle,
        y: node.y + node.height + 5 + i * (m.tagHeight + 3),
        centered: true,
      }),
    ),
    ...besideSymbol(node, palette),
  ];
}

function paintListed(
  node: FaultTreeDiagramNode,
  palette: DiagramPalette,
): SvgElement[] {
  const m = FAULT_TREE_METRICS;
  const tags = wrapTags(tagsOf(node, palette), m.listText);
  const height =
    node.lines.length * m.lineHeight + tags.length * (m.tagHeight + 3);
  const x = node.symbol.x + node.symbol.width + 9;
  const top = node.y + (node.height - height) / 2;
  return [
    paintLines(node.lines, {
      x,
      y: top,
      fontSize: m.fontSize,
      lineHeight: m.lineHeight,
      fill: palette.text,
      bold: node.singlePoint,
    }),
    ...tags.flatMap((row, i) =>
      paintTags(row, {
        x,
        y: top + node.lines.length * m.lineHeight + 3 + i * (m.tagHeight + 3),
      }),
    ),
  ];
}

function frameOf(node: FaultTreeDiagramNode, palette: DiagramPalette) {
  if (node.top) {
    return { fill: palette.focus, stroke: palette.focusBorder, strokeWidth: 2 };
  }
  if (node.singlePoint) {
    return { fill: palette.causeFill, stroke: palette.cause, strokeWidth: 2 };
  }
  return { fill: palette.card, stroke: palette.cardBorder };
}

/** The probability of the top event, and how often an event stands in the tree. */
function besideSymbol(
  node: FaultTreeDiagramNode,
  palette: DiagramPalette,
): SvgElement[] {
  const { symbol } = node;
  const x = symbol.x + symbol.width + 10;
  const y = symbol.y + symbol.height / 2;
  if (node.top && node.probability !== undefined && node.role !== 'basic') {
    return [
      paintLines([`P = ${formatProbability(node.probability)}`], {
        x,
        y: y - 9,
        fontSize: 13,
        lineHeight: 18,
        fill: palette.text,
        bold: true,
      }),
    ];
  }
  return isRepeated(node)
    ? [
        paintLines([`in ${node.uses}`, 'places'], {
          x,
          y: y - 13,
          fontSize: 10,
          lineHeight: 13,
          fill: palette.muted,
        }),
      ]
    : [];
}

function isRepeated({ role, uses }: FaultTreeDiagramNode): boolean {
  return role === 'basic' && uses > 1;
}

function tagsOf(node: FaultTreeDiagramNode, palette: DiagramPalette): Tag[] {
  const tags: Tag[] = [];
  if (node.singlePoint) {
    tags.push({
      text: 'Single point',
      sign: 'warning',
      color: palette.cause,
    });
  }
  if (node.cause) {
    tags.push(causeTag(palette));
  }
  if (node.role === 'transfer') {
    tags.push({ text: 'Drawn elsewhere', color: palette.muted });
  } else if (node.role === 'undeveloped') {
    tags.push({ text: 'Not developed', color: palette.muted });
  } else if (node.listed && isRepeated(node)) {
    tags.push({ text: `${node.uses} places`, color: palette.muted });
  }
  return tags;
}
