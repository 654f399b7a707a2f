/** A node of a flat list that names its parent; those of one parent stand in the order of the list. */
export interface ForestNode {
  id: string;
  parentId?: string;
}

/** A node with where it stands. */
export interface ForestPlace<T> {
  node: T;
  /** From 1. */
  depth: number;
  /** Its number in the outline, such as `1.2`. */
  number: string;
  /** Its place among its siblings, from 0. */
  index: number;
}

/** A new id that no other node has; unlike a UUID it can be made on a page without https. */
export function newNodeId(): string {
  const numbers = crypto.getRandomValues(new Uint32Array(3));
  return `n-${[...numbers].map(number => number.toString(36)).join('')}`;
}

/** The nodes as they are read from top to bottom. */
export function placesOf<T extends ForestNode>(
  nodes: T[],
  root?: string,
): ForestPlace<T>[] {
  const children = new Map<string | undefined, T[]>();
  for (const node of nodes) {
    const siblings = children.get(node.parentId);
    if (siblings) {
      siblings.push(node);
    } else {
      children.set(node.parentId, [node]);
    }
  }
  const walk = (
    parentId: string | undefined,
    depth: number,
    prefix: string,
  ): ForestPlace<T>[] =>
    (children.get(parentId) ?? []).flatMap((node, index) => {
      const number = `${prefix}${index + 1}`;
      return [
        { node, depth, number, index },
        ...walk(node.id, depth + 1, `${number}.`),
      ];
    });
  return walk(root, 1, '');
}

/** Puts a node right behind another, under the same parent. */
export function insertAfter<T extends ForestNode>(
  nodes: T[],
  id: string,
  node: T,
): T[] {
  const at = nodes.findIndex(other => other.id === id);
  const placed = { ...node, parentId: nodes[at]?.parentId };
  return [...nodes.slice(0, at + 1), placed, ...nodes.slice(at + 1)];
}

/** Moves a node under the sibling before it; absent where there is none. */
export function deepen<T extends ForestNode>(
  nodes: T[],
  id: string,
): T[] | undefined {
  const node = find(nodes, id);
  const before = node && neighbour(nodes, node, -1);
  return before
    ? [
        ...nodes.filter(other => other.id !== id),
        { ...node, parentId: before.id },
      ]
    : undefined;
}

/** Moves a node behind its parent; absent where it has none. */
export function raise<T extends ForestNode>(
  nodes: T[],
  id: string,
): T[] | undefined {
  const node = find(nodes, id);
  const parent = node?.parentId && find(nodes, node.parentId);
  return node && parent
    ? insertAfter(
        nodes.filter(other => other.id !== id),
        parent.id,
        node,
      )
    : undefined;
}

/** Swaps a node with the sibling before (-1) or behind it (1); absent where there is none. */
export function moveBy<T extends ForestNode>(
  nodes: T[],
  id: string,
  step: -1 | 1,
): T[] | undefined {
  const node = find(nodes, id);
  const other = node && neighbour(nodes, node, step);
  return other
    ? nodes.map(at => {
        if (at === node) {
          return other;
        }
        return at === other ? node : at;
      })
    : undefined;
}

/** All but a node and what stands under it. */
export function withoutBranch<T extends ForestNode>(
  nodes: T[],
  id: string,
): T[] {
  const gone = new Set([id, ...placesOf(nodes, id).map(({ node }) => node.id)]);
  return nodes.filter(node => !gone.has(node.id));
}

function find<T extends ForestNode>(nodes: T[], id: string): T | undefined {
  return nodes.find(node => node.id === id);
}

function neighbour<T extends ForestNode>(
  nodes: T[],
  node: T,
  step: -1 | 1,
): T | undefined {
  const siblings = nodes.filter(({ parentId }) => parentId === node.parentId);
  return siblings[siblings.indexOf(node) + step];
}
