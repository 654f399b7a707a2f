import { FaultTreeResult, analyzeFaultTree } from '../faultTree';
import type { FaultTreeAnalysis, FaultTreeNode } from '../faultTreeSchema';
import { FaultTreeItem, itemsOf } from './faultTreeItems';
import type { DiagramEdge, DiagramLayout, DiagramNode } from './geometry';
import { wrapText } from './text';
import { placeTree } from './tidyTree';

/** @public */
export interface FaultTreeDiagramNode
  extends DiagramNode<'and' | 'or' | 'basic' | 'undeveloped' | 'transfer'> {
  top: boolean;
  /** The symbol under the text, or beside it where events hang in a list. */
  symbol: { x: number; y: number; width: number; height: number };
  /** Whether it hangs in a list under its gate, with the symbol at its left. */
  listed: boolean;
  singlePoint: boolean;
  cause: boolean;
  /** How often the same node stands in the tree. */
  uses: number;
  /** Of a basic event its own, of the top event the computed one. */
  probability?: number;
}

/** @public */
export type FaultTreeLayout = DiagramLayout<
  FaultTreeDiagramNode,
  DiagramEdge<'input'>
>;

/** Measures that drawing needs as well. @public */
export const FAULT_TREE_METRICS = {
  margin: 28,
  boxWidth: 152,
  fontSize: 12,
  lineHeight: 15,
  maxLines: 4,
  symbol: 44,
  /** From the box to its symbol. */
  stem: 10,
  /** From a symbol to the next level, beside the tags that fit in between. */
  levelGap: 34,
  tagHeight: 18,
  listSymbol: 36,
  listText: 172,
  listGap: 12,
  gap: 22,
};

/**
 * Lays a fault tree out from the top event down. A gate that stands under several others is drawn in full once, and as
 * a transfer elsewhere; an event is drawn wherever it stands. In a larger tree, three or more events under one gate
 * hang in a list.
 *
 * @param result - what {@link analyzeFaultTree} found, where it is known already
 * @public
 */
export function layoutFaultTree(
  tree: Pick<FaultTreeAnalysis, 'topEvent' | 'nodes'>,
  result: FaultTreeResult = analyzeFaultTree(tree),
): FaultTreeLayout {
  const m = FAULT_TREE_METRICS;
  const root = itemsOf(tree, rowHeight);
  if (!root) {
    return { kind: 'fault-tree', width: 0, height: 0, nodes: [], edges: [] };
  }
  const boxes = tallestBox(root);
  const single = new Set(result.singlePointsOfFailure);
  const rows = tagRows(root, single);
  const levelGap = m.levelGap + rows * (m.tagHeight - 2);
  const pitch = boxes + m.stem + m.symbol + levelGap;
  const placed = placeTree(root, {
    children: item => item.children,
    breadth: item => (item.list ? m.listSymbol + 10 + m.listText : m.boxWidth),
    levels: item =>
      item.list ? Math.max(1, Math.ceil((item.listHeight + 20) / pitch)) : 1,
    gap: m.gap,
  });
  const nodes: FaultTreeDiagramNode[] = [];
  const edges: DiagramEdge<'input'>[] = [];
  const decorate = decorator(tree, result, single);
  for (const [item, { depth, middle }] of placed) {
    const top = m.margin + depth * pitch;
    if (item.list) {
      nodes.push(...listNodes(item, m.margin + middle, top).map(decorate));
    } else {
      nodes.push(decorate(boxNode(item, m.margin + middle, top, boxes)));
    }
  }
  const byId = new Map(nodes.map(node => [node.id, node]));
  for (const item of placed.keys()) {
    edges.push(...edgesOf(item, byId, levelGap));
  }
  const right = Math.max(...nodes.map(node => node.x + node.width));
  const bottom = Math.max(...nodes.map(node => node.y + node.height));
  return {
    kind: 'fault-tree',
    width: right + m.margin,
    height: bottom + rows * (m.tagHeight + 4) + m.margin,
    nodes,
    edges,
  };
}

function linesOf(node: FaultTreeNode): string[] {
  const m = FAULT_TREE_METRICS;
  return wrapText(node.label, {
    width: m.boxWidth - 16,
    fontSize: m.fontSize,
    bold: true,
    maxLines: m.maxLines,
  });
}

function boxHeight(node: FaultTreeNode): number {
  const m = FAULT_TREE_METRICS;
  return Math.max(34, linesOf(node).length * m.lineHeight + 14);
}

function listLinesOf(node: FaultTreeNode): string[] {
  const m = FAULT_TREE_METRICS;
  return wrapText(node.label, {
    width: m.listText - 12,
    fontSize: m.fontSize,
    bold: true,
    maxLines: m.maxLines,
  });
}

function rowHeight(node: FaultTreeNode, uses: number): number {
  const m = FAULT_TREE_METRICS;
  // A repeated cause that is a single point has more tags than fit beside each other.
  const rows = node.type === 'basic' && node.cause && uses > 1 ? 2 : 1;
  return listLinesOf(node).length * m.lineHeight + rows * (m.tagHeight + 3);
}

function tallestBox(item: FaultTreeItem): number {
  return item.children.reduce(
    (tallest, child) => Math.max(tallest, tallestBox(child)),
    item.list ? 0 : boxHeight(item.node),
  );
}

/** How many tags stand under one symbol, at most. */
function tagRows(item: FaultTreeItem, single: Set<string>): number {
  if (item.list) {
    return 0;
  }
  const { node, role } = item;
  const own =
    role === 'basic' || role === 'undeveloped'
      ? Number(single.has(node.id)) +
        Number(node.type !== 'basic' || node.cause)
      : Number(role === 'transfer');
  return item.children.reduce(
    (rows, child) => Math.max(rows, tagRows(child, single)),
    own,
  );
}

function boxNode(
  item: FaultTreeItem,
  middle: number,
  top: number,
  boxes: number,
): FaultTreeDiagramNode {
  const m = FAULT_TREE_METRICS;
  return {
    ...bare(item),
    x: middle - m.boxWidth / 2,
    y: top,
    width: m.boxWidth,
    height: boxes + m.stem + m.symbol,
    lines: linesOf(item.node),
    symbol: {
      x: middle - m.symbol / 2,
      y: top + boxes + m.stem,
      width: m.symbol,
      height: m.symbol,
    },
    listed: false,
  };
}

function listNodes(
  { list = [] }: FaultTreeItem,
  middle: number,
  top: number,
): FaultTreeDiagramNode[] {
  const m = FAULT_TREE_METRICS;
  const width = m.listSymbol + 10 + m.listText;
  const x = middle - width / 2;
  let y = top;
  return list.map(item => {
    const lines = listLinesOf(item.node);
    const height = item.rowHeight;
    const node = {
      ...bare(item),
      x,
      y,
      width,
      height,
      lines,
      symbol: {
        x: x + 14,
        y: y + height / 2 - m.listSymbol / 2,
        width: m.listSymbol,
        height: m.listSymbol,
      },
      listed: true,
    };
    y += height + m.listGap;
    return node;
  });
}

function bare(item: FaultTreeItem) {
  return {
    id: item.id,
    nodeId: item.node.id,
    role: item.role,
    label: item.node.label,
    uses: item.uses,
    top: item.parent === undefined,
    singlePoint: false,
    cause: false,
  };
}

function decorator(
  tree: Pick<FaultTreeAnalysis, 'topEvent' | 'nodes'>,
  result: FaultTreeResult,
  single: Set<string>,
) {
  const byId = new Map(tree.nodes.map(node => [node.id, node]));
  return (drawn: FaultTreeDiagramNode): FaultTreeDiagramNode => {
    const node = byId.get(drawn.nodeId ?? '');
    const event = node?.type === 'basic' ? node : undefined;
    return {
      ...drawn,
      singlePoint: single.has(drawn.nodeId ?? '') && !drawn.top,
      cause: event?.cause ?? false,
      probability:
        node?.id === tree.topEvent ? result.probability : event?.probability,
    };
  };
}

function edgesOf(
  item: FaultTreeItem,
  byId: Map<string, FaultTreeDiagramNode>,
  levelGap: number,
): DiagramEdge<'input'>[] {
  const gate = byId.get(item.id);
  if (!gate) {
    return [];
  }
  const start = {
    x: gate.symbol.x + gate.symbol.width / 2,
    y: gate.symbol.y + gate.symbol.height - (item.role === 'or' ? 8 : 0),
  };
  const bus = gate.symbol.y + gate.symbol.height + levelGap - 13;
  return item.children.flatMap(child =>
    (child.list ?? [child]).flatMap(target => {
      const node = byId.get(target.id);
      if (!node) {
        return [];
      }
      const side = node.symbol.y + node.symbol.height / 2;
      const end = node.listed
        ? [
            { x: node.x, y: bus },
            { x: node.x, y: side },
            { x: node.symbol.x, y: side },
          ]
        : [
            { x: node.x + node.width / 2, y: bus },
            { x: node.x + node.width / 2, y: node.y },
          ];
      return [
        {
          id: `${gate.id}>${node.id}`,
          from: gate.id,
          to: node.id,
          role: 'input' as const,
          points: [start, { x: start.x, y: bus }, ...end],
        },
      ];
    }),
  );
}
