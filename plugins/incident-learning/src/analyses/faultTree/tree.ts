import type {
  BasicEvent,
  FaultTreeNode,
} from '@hindsight/backstage-plugin-incident-learning-common';
import { newNodeId } from '../outline';
import type { AnalysisOf } from '../types';

export type FaultTree = AnalysisOf<'fault-tree'>;

/** One place in a fault tree; a shared event has several. */
export interface TreeRow {
  /** The ids on the way from the top event. */
  key: string;
  node: FaultTreeNode;
  /** Absent for the top event. */
  parentId?: string;
  index: number;
  /** From 1. */
  depth: number;
  /** Such as `1.2`; empty for the top event. */
  number: string;
  /** Whether it stands further up too, and is taken apart there. */
  repeated: boolean;
}

/** The places of a tree from top to bottom; what is shared is taken apart where it stands first. */
export function rowsOf(tree: FaultTree): TreeRow[] {
  const byId = new Map(tree.nodes.map(node => [node.id, node]));
  const seen = new Set<string>();
  const rows: TreeRow[] = [];
  const walk = (id: string, row: Omit<TreeRow, 'node' | 'repeated'>) => {
    const node = byId.get(id);
    if (!node) {
      return;
    }
    const repeated = seen.has(id);
    seen.add(id);
    rows.push({ ...row, node, repeated });
    if (!repeated) {
      childrenOf(node).forEach((child, index) =>
        walk(child, {
          key: `${row.key}/${child}`,
          parentId: id,
          index,
          depth: row.depth + 1,
          number: `${row.number ? `${row.number}.` : ''}${index + 1}`,
        }),
      );
    }
  };
  walk(tree.topEvent, { key: tree.topEvent, index: 0, depth: 1, number: '' });
  return rows;
}

export function childrenOf(node: FaultTreeNode | undefined): string[] {
  return node && node.type !== 'basic' ? node.children : [];
}

/** A new event without a name. */
export function newEvent(): BasicEvent {
  return {
    type: 'basic',
    id: newNodeId(),
    label: '',
    evidence: [],
    cause: false,
  };
}

/** Changes one node. */
export function withNode(
  tree: FaultTree,
  id: string,
  change: (node: FaultTreeNode) => FaultTreeNode,
): FaultTree {
  return {
    ...tree,
    nodes: tree.nodes.map(node => (node.id === id ? change(node) : node)),
  };
}

/** The same node as a gate or as an event; an event that stood for more keeps no probability. */
export function asType(
  node: FaultTreeNode,
  type: FaultTreeNode['type'],
): FaultTreeNode {
  const { id, label } = node;
  if (type === 'basic') {
    return node.type === 'basic'
      ? node
      : { type, id, label, evidence: [], cause: false };
  }
  return { type, id, label, children: childrenOf(node) };
}

/** Puts a child under a node, which becomes a gate where it was none. */
export function withChild(
  tree: FaultTree,
  parentId: string,
  child: string,
  at = Infinity,
): FaultTree {
  return withNode(tree, parentId, node => {
    const gate = asType(node, node.type === 'basic' ? 'or' : node.type);
    const children = [...childrenOf(gate)];
    children.splice(at, 0, child);
    return { ...gate, children } as FaultTreeNode;
  });
}

/** Takes a child from under a gate; it stays among the nodes. */
export function withoutChild(
  tree: FaultTree,
  parentId: string,
  child: string,
): FaultTree {
  return withNode(tree, parentId, node =>
    node.type === 'basic'
      ? node
      : { ...node, children: node.children.filter(id => id !== child) },
  );
}

/** The ids on one way from a node down to another; absent where there is none. */
function wayDown(
  tree: FaultTree,
  from: string,
  to: string,
): string[] | undefined {
  const byId = new Map(tree.nodes.map(node => [node.id, node]));
  const seen = new Set<string>();
  const search = (id: string): string[] | undefined => {
    if (id === to) {
      return [id];
    }
    if (seen.has(id)) {
      return undefined;
    }
    seen.add(id);
    for (const child of childrenOf(byId.get(id))) {
      const rest = search(child);
      if (rest) {
        return [id, ...rest];
      }
    }
    return undefined;
  };
  return search(from);
}

/** Leaves out what the top event no longer leads to. */
export function withoutStrays(tree: FaultTree): FaultTree {
  const byId = new Map(tree.nodes.map(node => [node.id, node]));
  const reached = new Set<string>();
  const open = [tree.topEvent];
  for (let id = open.pop(); id !== undefined; id = open.pop()) {
    if (!reached.has(id)) {
      reached.add(id);
      open.push(...childrenOf(byId.get(id)));
    }
  }
  return { ...tree, nodes: tree.nodes.filter(({ id }) => reached.has(id)) };
}

/** Why one node cannot stand under another; absent where it can. */
export function whyNotUnder(
  tree: FaultTree,
  parentId: string,
  id: string,
): string | undefined {
  const byId = new Map(tree.nodes.map(node => [node.id, node]));
  const name = (of: string) => `“${byId.get(of)?.label || 'unnamed'}”`;
  if (childrenOf(byId.get(parentId)).includes(id)) {
    return `${name(id)} stands under ${name(parentId)} already.`;
  }
  const way = wayDown(tree, id, parentId);
  return way
    ? `${name(id)} cannot stand under ${name(
        parentId,
      )}: it would be among its own causes (${[...way, id]
        .map(name)
        .join(' ← ')}). Choose another event, or make a new one.`
    : undefined;
}
