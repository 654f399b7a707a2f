/** How a tree is to be placed. */
export interface TreeShape<T> {
  children(item: T): T[];
  /** The room that an item takes across the tree. */
  breadth(item: T): number;
  /** How many levels an item reaches down, itself included; only leaves may reach further than one. */
  levels?(item: T): number;
  /** The room between neighbours. */
  gap: number;
}

interface Subtree<T> {
  item: T;
  depth: number;
  children: { subtree: Subtree<T>; offset: number }[];
  /** For each level from its own on, how far it reaches to both sides of its middle. */
  contour: { low: number; high: number }[];
}

/**
 * Places a tree level by level, as tight as its outlines allow, every parent in the middle above its children (after
 * Reingold and Tilford).
 *
 * @returns level from 0 and the middle of each item across the tree, the leftmost outline at 0
 */
export function placeTree<T>(
  root: T,
  shape: TreeShape<T>,
): Map<T, { depth: number; middle: number }> {
  const tree = measure(root, 0, shape);
  const left = tree.contour.reduce((low, level) => Math.min(low, level.low), 0);
  const placed = new Map<T, { depth: number; middle: number }>();
  const open = [{ subtree: tree, middle: -left }];
  for (let next = open.pop(); next; next = open.pop()) {
    const { subtree, middle } = next;
    placed.set(subtree.item, { depth: subtree.depth, middle });
    for (const child of subtree.children) {
      open.push({ subtree: child.subtree, middle: middle + child.offset });
    }
  }
  return placed;
}

function measure<T>(item: T, depth: number, shape: TreeShape<T>): Subtree<T> {
  const half = shape.breadth(item) / 2;
  const own = { low: -half, high: half };
  const children = shape
    .children(item)
    .map(child => measure(child, depth + 1, shape));
  if (children.length === 0) {
    const contour = new Array(shape.levels?.(item) ?? 1).fill(own);
    return { item, depth, children: [], contour };
  }
  const merged: { low: number; high: number }[] = [];
  const offsets: number[] = [];
  for (const { contour } of children) {
    const offset = merged
      .slice(0, contour.length)
      .reduce(
        (max, level, i) =>
          Math.max(max, level.high + shape.gap - contour[i].low),
        merged.length > 0 ? -Infinity : 0,
      );
    offsets.push(offset);
    contour.forEach(({ low, high }, i) => {
      merged[i] = {
        low: Math.min(merged[i]?.low ?? Infinity, low + offset),
        high: Math.max(merged[i]?.high ?? -Infinity, high + offset),
      };
    });
  }
  const middle = (offsets[0] + offsets[offsets.length - 1]) / 2;
  return {
    item,
    depth,
    children: children.map((subtree, i) => ({
      subtree,
      offset: offsets[i] - middle,
    })),
    contour: [
      own,
      ...merged.map(({ low, high }) => ({
        low: low - middle,
        high: high - middle,
      })),
    ],
  };
}
