import { FishboneBone, buildFishbone } from '../fishbone';
import type { FishboneAnalysis } from '../fishboneSchema';
import {
  FISHBONE_METRICS,
  FishboneBlock,
  Side,
  measureBone,
  placeRows,
} from './fishboneRows';
import type { DiagramEdge, DiagramLayout, DiagramNode } from './geometry';
import { textWidth, wrapText } from './text';

/** @public */
export interface FishboneDiagramNode
  extends DiagramNode<'effect' | 'category' | 'cause' | 'tail'> {
  /** Of a cause: whether it is named one. */
  cause: boolean;
  /** Of a category: whether nothing hangs on it. */
  empty: boolean;
  /** Of a cause: from 1, on the category's own bone. */
  depth: number;
}

/** `spine`, a `rib` per category, a `twig` that each cause lies on, a `branch` that sub-causes join. @public */
export type FishboneDiagramEdge = DiagramEdge<
  'spine' | 'rib' | 'twig' | 'branch'
>;

/** @public */
export type FishboneLayout = DiagramLayout<
  FishboneDiagramNode,
  FishboneDiagramEdge
>;

interface Column {
  upper?: FishboneBlock;
  lower?: FishboneBlock;
  /** Where its ribs meet the spine. */
  x: number;
}

/**
 * Lays a fishbone out: the effect in the head at the right, half of the categories above the spine and half below,
 * their causes on their bones.
 *
 * @public
 */
export function layoutFishbone(
  analysis: Pick<FishboneAnalysis, 'effect' | 'categories' | 'causes'>,
): FishboneLayout {
  const m = FISHBONE_METRICS;
  const bones = buildFishbone(analysis);
  const half = Math.ceil(bones.length / 2);
  const heights = {
    upper: heightOf(bones.slice(0, half), 'upper'),
    lower: heightOf(bones.slice(half), 'lower'),
  };
  const columns = columnsOf(bones, half, heights);
  const spineY = m.margin + m.categoryHeight + heights.upper;
  const last = columns[columns.length - 1];
  const head = headOf(analysis.effect, last.x + m.neck, spineY);
  const nodes: FishboneDiagramNode[] = [
    ...tailAndHead(head, spineY),
    ...columns.flatMap(column =>
      blocksOf(column).map(block =>
        categoryNode(block, column.x, spineY, heights[block.side]),
      ),
    ),
  ];
  const edges: FishboneDiagramEdge[] = [
    {
      id: 'spine',
      from: 'tail',
      to: 'effect',
      role: 'spine',
      points: [
        { x: m.margin + m.tailWidth - 14, y: spineY },
        { x: head.x + 10, y: spineY },
      ],
    },
  ];
  for (const column of columns) {
    for (const block of blocksOf(column)) {
      const placed = placeRows(block, column.x, spineY, heights[block.side]);
      nodes.push(...placed.nodes);
      edges.push(...placed.edges);
    }
  }
  return {
    kind: 'fishbone',
    width: head.x + head.width + m.margin,
    height: Math.max(
      spineY + heights.lower + m.categoryHeight + m.margin,
      head.y + head.height + m.margin,
    ),
    nodes,
    edges,
  };
}

function blocksOf({ upper, lower }: Column): FishboneBlock[] {
  return [upper, lower].filter(block => block !== undefined);
}

/** All ribs of one side are of one length, so that the categories stand in line. */
function heightOf(bones: FishboneBone[], side: Side): number {
  const needed = bones.map(bone => measureBone(bone, side).reach);
  const least = bones.length > 0 ? FISHBONE_METRICS.minRib : 40;
  return Math.max(least, ...needed);
}

function columnsOf(
  bones: FishboneBone[],
  half: number,
  heights: Record<Side, number>,
): Column[] {
  const m = FISHBONE_METRICS;
  const columns: Column[] = [];
  for (let i = 0; i < half; i++) {
    const below = bones[half + i];
    const column: Column = {
      upper: measureBone(bones[i], 'upper'),
      lower: below && measureBone(below, 'lower'),
      x: 0,
    };
    const before = columns[i - 1];
    const blocks = blocksOf(column);
    if (before) {
      const rows = blocks.map(block => block.length + m.columnGap);
      const boxes = blocks.map(({ side, width }) => {
        const neighbour = before[side];
        return neighbour ? (neighbour.width + width) / 2 + 18 : 0;
      });
      column.x = before.x + Math.max(m.minColumn, ...rows, ...boxes);
    } else {
      const left = blocks.map(block =>
        Math.max(
          block.leftmost(heights[block.side]),
          m.slope * heights[block.side] + block.width / 2 - m.tailWidth + 20,
        ),
      );
      column.x = m.margin + m.tailWidth + Math.max(m.minColumn / 2, ...left);
    }
    columns.push(column);
  }
  return columns;
}

function categoryNode(
  block: FishboneBlock,
  x: number,
  spineY: number,
  height: number,
): FishboneDiagramNode {
  const m = FISHBONE_METRICS;
  const up = block.side === 'upper';
  return {
    id: `category:${block.category}`,
    role: 'category',
    x: x - m.slope * height - block.width / 2,
    y: up ? spineY - height - m.categoryHeight : spineY + height,
    width: block.width,
    height: m.categoryHeight,
    lines: [block.label],
    label: block.category,
    cause: false,
    empty: block.rows.length === 0,
    depth: 0,
  };
}

function headOf(effect: string, x: number, spineY: number) {
  const m = FISHBONE_METRICS;
  const lines = wrapText(effect, {
    width: m.headText,
    fontSize: m.headFontSize,
    bold: true,
    maxLines: 8,
  });
  const widest = Math.max(
    80,
    ...lines.map(line => textWidth(line, m.headFontSize, true)),
  );
  const height = Math.max(104, lines.length * m.headLineHeight + 64);
  return {
    x,
    y: spineY - height / 2,
    width: widest + 112,
    height,
    lines,
    label: effect,
  };
}

function tailAndHead(
  head: ReturnType<typeof headOf>,
  spineY: number,
): FishboneDiagramNode[] {
  const m = FISHBONE_METRICS;
  const shared = { cause: false, empty: false, depth: 0 };
  return [
    {
      ...shared,
      id: 'tail',
      role: 'tail',
      x: m.margin,
      y: spineY - 38,
      width: m.tailWidth,
      height: 76,
      lines: [],
      label: '',
    },
    { ...shared, ...head, id: 'effect', role: 'effect' },
  ];
}
