import {
  StructureProblem,
  describeCycle,
  indexNodes,
  tooDeep,
} from './structure';
import { MAX_ANALYSIS_DEPTH, MAX_FAULT_TREE_LINKS } from './vocabulary';

interface TreeNode {
  id: string;
  children?: string[];
}

/** Finds duplicate ids, unknown children, cycles, nodes that lie too deep and nodes that hang on nothing. */
export function checkFaultTree(tree: {
  topEvent: string;
  nodes: TreeNode[];
}): StructureProblem[] {
  const { byId, problems } = indexNodes(tree.nodes, 'nodes');
  tree.nodes.forEach((node, index) => {
    problems.push(...checkChildren(node, index, byId));
  });
  const links = tree.nodes.reduce((n, node) => n + childrenOf(node).length, 0);
  if (links > MAX_FAULT_TREE_LINKS) {
    const limit = MAX_FAULT_TREE_LINKS.toLocaleString('en');
    problems.push({
      path: ['nodes'],
      message: `name more than ${limit} children in all: split the tree in two`,
    });
    return problems;
  }
  const indexOf = new Map(tree.nodes.map((node, index) => [node.id, index]));
  const at = (id: string) => ['nodes', indexOf.get(id) ?? 0];
  const cycles = findCycles(byId);
  for (const cycle of cycles) {
    problems.push({
      path: [...at(cycle[cycle.length - 1]), 'children'],
      message: `closes a cycle (${describeCycle(
        cycle,
      )}): an event cannot be among its own causes, so remove one of these steps`,
    });
  }
  if (!byId.has(tree.topEvent)) {
    problems.push({
      path: ['topEvent'],
      message: `names no node of this fault tree ("${tree.topEvent}"): add it to the nodes`,
    });
  } else if (cycles.length === 0) {
    problems.push(...checkReach(tree.topEvent, byId, at));
  }
  return problems;
}

function childrenOf(node: TreeNode | undefined): string[] {
  return Array.isArray(node?.children) ? node.children : [];
}

function checkChildren(
  node: TreeNode,
  index: number,
  byId: Map<string, TreeNode>,
): StructureProblem[] {
  const problems: StructureProblem[] = [];
  const seen = new Set<string>();
  childrenOf(node).forEach((child, position) => {
    const path = ['nodes', index, 'children', position];
    if (!byId.has(child)) {
      problems.push({
        path,
        message: `names no node of this fault tree ("${child}"): add that node or remove it here`,
      });
    } else if (seen.has(child)) {
      problems.push({
        path,
        message: `stands under this gate already ("${child}"): remove one of the two`,
      });
    }
    seen.add(child);
  });
  return problems;
}

/** One cycle for each edge that leads back to a node still being walked. */
function findCycles(byId: Map<string, TreeNode>): string[][] {
  const cycles: string[][] = [];
  const done = new Set<string>();
  for (const start of byId.keys()) {
    const path: { id: string; next: number }[] = [];
    const onPath = new Map<string, number>();
    const enter = (id: string) => {
      onPath.set(id, path.length);
      path.push({ id, next: 0 });
    };
    if (!done.has(start)) {
      enter(start);
    }
    while (path.length > 0) {
      const here = path[path.length - 1];
      const child = childrenOf(byId.get(here.id))[here.next++];
      if (child === undefined) {
        done.add(here.id);
        onPath.delete(here.id);
        path.pop();
      } else if (onPath.has(child)) {
        cycles.push(path.slice(onPath.get(child)).map(({ id }) => id));
      } else if (byId.has(child) && !done.has(child)) {
        enter(child);
      }
    }
  }
  return cycles;
}

/** Depth is that of the longest way from the top event. */
function checkReach(
  topEvent: string,
  byId: Map<string, TreeNode>,
  at: (id: string) => (string | number)[],
): StructureProblem[] {
  const depths = new Map<string, number>();
  for (const id of topologicalOrder(topEvent, byId)) {
    const depth = depths.get(id) ?? 1;
    depths.set(id, depth);
    for (const child of childrenOf(byId.get(id))) {
      depths.set(child, Math.max(depths.get(child) ?? 1, depth + 1));
    }
  }
  const problems: StructureProblem[] = [];
  const [deepest, depth] = [...depths].reduce((a, b) => (b[1] > a[1] ? b : a));
  if (depth > MAX_ANALYSIS_DEPTH) {
    problems.push({ path: at(deepest), message: tooDeep(depth) });
  }
  for (const id of byId.keys()) {
    if (!depths.has(id)) {
      problems.push({
        path: at(id),
        message: `hangs on nothing ("${id}"): put it under a gate that the top event leads to, or remove it`,
      });
    }
  }
  return problems;
}

/** Parents before their children, of all that the top event leads to; needs a graph without cycles. */
export function topologicalOrder(
  topEvent: string,
  byId: ReadonlyMap<string, TreeNode>,
): string[] {
  const order: string[] = [];
  const entered = new Set([topEvent]);
  const path = [{ id: topEvent, next: 0 }];
  while (path.length > 0) {
    const here = path[path.length - 1];
    const child = childrenOf(byId.get(here.id))[here.next++];
    if (child === undefined) {
      order.push(here.id);
      path.pop();
    } else if (byId.has(child) && !entered.has(child)) {
      entered.add(child);
      path.push({ id: child, next: 0 });
    }
  }
  return order.reverse();
}
