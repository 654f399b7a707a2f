import type { FaultTreeAnalysis, FaultTreeNode } from './faultTreeSchema';
import { checkFaultTree, topologicalOrder } from './faultTreeStructure';

/** A leaf of a fault tree: a basic event, or a gate that nobody has developed. */
export interface FaultTreeLeaf {
  id: string;
  type: FaultTreeNode['type'];
  probability?: number;
}

/** A sound fault tree, ready to be walked. */
export interface FaultTreeIndex {
  topEvent: string;
  /** All that the top event leads to, children before their parents. */
  childrenFirst: FaultTreeNode[];
  /** In the order of the tree's nodes. */
  leaves: FaultTreeLeaf[];
  childrenOf(id: string): string[];
  probabilityOf(id: string): number | undefined;
  /** Orders of the leaves to try, the most promising first. */
  orders(): string[][];
}

/** The children of a node that has any; a leaf has none. */
export function childrenOfNode(node: FaultTreeNode | undefined): string[] {
  return node && node.type !== 'basic' ? node.children : [];
}

export function indexFaultTree(
  tree: Pick<FaultTreeAnalysis, 'topEvent' | 'nodes'>,
): FaultTreeIndex | { problem: string } {
  const [problem] = checkFaultTree(tree);
  if (problem) {
    return { problem: `${problem.path.join('.')} ${problem.message}.` };
  }
  const byId = new Map(tree.nodes.map(node => [node.id, node]));
  const childrenOf = (id: string) => childrenOfNode(byId.get(id));
  const leaves: FaultTreeLeaf[] = tree.nodes.filter(
    ({ id }) => childrenOf(id).length === 0,
  );
  const probabilities = new Map(
    leaves.map(leaf => [leaf.id, leaf.probability]),
  );
  const childrenFirst = topologicalOrder(tree.topEvent, byId)
    .reverse()
    .flatMap(id => byId.get(id) ?? []);
  return {
    topEvent: tree.topEvent,
    childrenFirst,
    leaves,
    childrenOf,
    probabilityOf: id => probabilities.get(id),
    orders: () => leafOrders(tree.topEvent, childrenFirst, childrenOf),
  };
}

/**
 * Orders in which leaves are met on a walk from the top: as they are written, with small branches first, and with
 * often-used branches first. Diagrams of trees differ by orders of magnitude between them.
 */
function leafOrders(
  topEvent: string,
  childrenFirst: FaultTreeNode[],
  childrenOf: (id: string) => string[],
): string[][] {
  const size = new Map<string, number>();
  const uses = new Map<string, number>();
  for (const { id } of childrenFirst) {
    const children = childrenOf(id);
    size.set(
      id,
      children.reduce((sum, child) => sum + (size.get(child) ?? 0), 1),
    );
    children.forEach(child => uses.set(child, (uses.get(child) ?? 0) + 1));
  }
  const by = (measure: Map<string, number>, sign: 1 | -1) => (ids: string[]) =>
    [...ids].sort(
      (a, b) => sign * ((measure.get(a) ?? 0) - (measure.get(b) ?? 0)),
    );
  return [(ids: string[]) => [...ids], by(size, 1), by(uses, -1)].map(
    arrange => {
      const order: string[] = [];
      const entered = new Set<string>();
      const open = [topEvent];
      for (let id = open.pop(); id !== undefined; id = open.pop()) {
        if (!entered.has(id)) {
          entered.add(id);
          const children = childrenOf(id);
          if (children.length === 0) {
            order.push(id);
          }
          open.push(...arrange(children).reverse());
        }
      }
      return order;
    },
  );
}
