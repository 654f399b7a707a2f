import { FishboneBone, FishboneBranch } from '../fishbone';
import type {
  FishboneDiagramEdge,
  FishboneDiagramNode,
} from './fishboneLayout';
import { textWidth, widestOf, wrapText } from './text';

/** Measures that drawing needs as well. @public */
export const FISHBONE_METRICS = {
  margin: 28,
  tailWidth: 64,
  /** From the last ribs to the head. */
  neck: 34,
  /** How far a rib leans back for each pixel away from the spine. */
  slope: 0.42,
  minRib: 120,
  minColumn: 150,
  columnGap: 30,
  categoryHeight: 32,
  categoryFontSize: 13,
  fontSize: 12,
  lineHeight: 15,
  causeText: 184,
  rowGap: 9,
  /** From one level of causes to the next. */
  indent: 20,
  flagWidth: 15,
  headText: 190,
  headFontSize: 15,
  headLineHeight: 20,
};

export type Side = 'upper' | 'lower';

interface Row {
  branch: FishboneBranch;
  lines: string[];
  height: number;
  /** From the line's right end to its left. */
  length: number;
  /** From the spine to the line. */
  distance: number;
  /** Which of the category's own causes it belongs to. */
  group: number;
}

/** A category with its causes, measured. */
export interface FishboneBlock {
  side: Side;
  category: string;
  label: string;
  /** Of the category's box. */
  width: number;
  rows: Row[];
  groups: number;
  /** From the spine to the end of the bone, at least. */
  reach: number;
  /** How far a row reaches to the left of the rib, at most. */
  length: number;
  /** How far all of it reaches to the left of where the rib meets the spine. */
  leftmost(height: number): number;
}

/** Measures a category's rows from the spine outwards; above it, so that they read downwards. */
export function measureBone(bone: FishboneBone, side: Side): FishboneBlock {
  const m = FISHBONE_METRICS;
  const rows: Row[] = [];
  const ordered = <T>(list: T[]) =>
    side === 'upper' ? [...list].reverse() : list;
  let distance = side === 'upper' ? 16 : 12;
  const add = (branch: FishboneBranch, group: number) => {
    const row = measureRow(branch, side, group);
    row.distance = distance + (side === 'upper' ? 0 : row.height);
    distance += row.height + m.rowGap;
    rows.push(row);
    ordered(branch.children).forEach(child => add(child, group));
  };
  ordered(bone.causes).forEach((branch, group) => {
    add(branch, group);
    distance += 6;
  });
  const [label] = wrapText(bone.category, {
    width: 280,
    fontSize: m.categoryFontSize,
    bold: true,
    maxLines: 1,
  });
  return {
    side,
    category: bone.category,
    label,
    width: Math.max(84, textWidth(label, m.categoryFontSize, true) + 28),
    rows,
    groups: bone.causes.length,
    reach: distance + 8,
    length: rows.reduce((max, row) => Math.max(max, lengthToRib(row)), 0),
    leftmost: height =>
      rows.reduce(
        (max, row) => Math.max(max, m.slope * height + lengthToRib(row)),
        0,
      ),
  };
}

function lengthToRib({ branch, length }: Row): number {
  return length + FISHBONE_METRICS.indent * (branch.depth - 1);
}

function measureRow(branch: FishboneBranch, side: Side, group: number): Row {
  const m = FISHBONE_METRICS;
  const bold = branch.cause.cause;
  const lines = wrapText(branch.cause.text, {
    width: m.causeText,
    fontSize: m.fontSize,
    bold,
    maxLines: 4,
  });
  const height = lines.length * m.lineHeight + 2;
  // Above the spine, the rib and the branch to sub-causes lean over the text.
  const lean =
    side === 'upper'
      ? m.slope * height + (branch.children.length > 0 ? m.indent : 0)
      : 0;
  return {
    branch,
    lines,
    height,
    group,
    distance: 0,
    length:
      widestOf(lines, m.fontSize, bold) + (bold ? m.flagWidth : 0) + lean + 14,
  };
}

/** The nodes and edges of a measured category; spare length of the bone is shared out between its causes. */
export function placeRows(
  block: FishboneBlock,
  x: number,
  spineY: number,
  height: number,
): { nodes: FishboneDiagramNode[]; edges: FishboneDiagramEdge[] } {
  const m = FISHBONE_METRICS;
  const sign = block.side === 'upper' ? -1 : 1;
  const spare = (height - block.reach) / (block.groups + 1);
  const at = (distance: number, indent: number) => ({
    x: x - m.slope * distance - indent * m.indent,
    y: spineY + sign * distance,
  });
  const nodes: FishboneDiagramNode[] = [];
  const edges: FishboneDiagramEdge[] = [
    {
      id: `rib:${block.category}`,
      from: `category:${block.category}`,
      to: 'effect',
      role: 'rib',
      points: [at(height, 0), at(0, 0)],
    },
  ];
  const distances = new Map<string, number>();
  for (const row of block.rows) {
    const { cause, ...branch } = row.branch;
    const distance = row.distance + spare * (row.group + 1);
    distances.set(cause.id, distance);
    const end = at(distance, branch.depth - 1);
    const id = `node:${cause.id}`;
    nodes.push({
      id,
      nodeId: cause.id,
      role: 'cause',
      x: end.x - row.length,
      y: end.y - row.height,
      width: row.length,
      height: row.height,
      lines: row.lines,
      label: cause.text,
      cause: cause.cause,
      empty: false,
      depth: branch.depth,
    });
    edges.push({
      id: `twig:${cause.id}`,
      from: id,
      role: 'twig',
      points: [{ x: end.x - row.length, y: end.y }, end],
    });
  }
  for (const { branch } of block.rows) {
    const furthest = branch.children.reduce(
      (max, child) => Math.max(max, distances.get(child.cause.id) ?? 0),
      0,
    );
    if (furthest > 0) {
      edges.push({
        id: `branch:${branch.cause.id}`,
        to: `node:${branch.cause.id}`,
        role: 'branch',
        points: [
          at(furthest, branch.depth),
          at(distances.get(branch.cause.id) ?? 0, branch.depth),
        ],
      });
    }
  }
  return { nodes, edges };
}
