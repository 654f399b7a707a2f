import type { z } from 'zod';
import { MAX_ANALYSIS_DEPTH, MAX_ANALYSIS_NODES } from './vocabulary';

/** Something wrong with how nodes hang together, at the path of what to change. */
export interface StructureProblem {
  path: (string | number)[];
  message: string;
}

export interface ForestNode {
  id: string;
  parentId?: string;
}

/**
 * Whether a list can be checked for its structure although its fields may be wrong: all problems are then told at
 * once.
 */
export function isReadable(value: unknown, field: string): boolean {
  const list = (value as Record<string, unknown> | undefined)?.[field];
  return (
    Array.isArray(list) &&
    list.length <= MAX_ANALYSIS_NODES &&
    list.every(node => typeof node?.id === 'string')
  );
}

/** Adds structural problems to those that zod finds. */
export function report(
  ctx: z.core.$RefinementCtx,
  problems: StructureProblem[],
) {
  for (const problem of problems) {
    ctx.addIssue({ code: 'custom', ...problem });
  }
}

/** The first node of each id, and a problem for every further one. */
export function indexNodes<T extends { id: string }>(
  nodes: T[],
  field: string,
): { byId: Map<string, T>; problems: StructureProblem[] } {
  const byId = new Map<string, T>();
  const problems: StructureProblem[] = [];
  nodes.forEach((node, index) => {
    if (byId.has(node.id)) {
      problems.push({
        path: [field, index, 'id'],
        message: `is used more than once ("${node.id}"): give each node an id of its own`,
      });
    } else {
      byId.set(node.id, node);
    }
  });
  return { byId, problems };
}

/** Finds duplicate ids, parents that do not exist, cycles, and nodes that lie too deep. */
export function checkForest(
  nodes: ForestNode[],
  field: string,
): StructureProblem[] {
  const { byId, problems } = indexNodes(nodes, field);
  const indexOf = new Map(nodes.map((node, index) => [node.id, index]));
  const at = (id: string) => [field, indexOf.get(id) ?? 0, 'parentId'];
  nodes.forEach((node, index) => {
    if (node.parentId !== undefined && !byId.has(node.parentId)) {
      problems.push({
        path: [field, index, 'parentId'],
        message: `names no node of this analysis ("${node.parentId}"): add that node or choose another parent`,
      });
    }
  });
  const { depths, cycles } = measureForest(byId);
  for (const cycle of cycles) {
    problems.push({
      path: at(cycle[0]),
      message: `closes a cycle (${describeCycle(
        cycle,
      )}): give one of these nodes another parent`,
    });
  }
  const deepest = deepestOf(depths);
  if (deepest && deepest.depth > MAX_ANALYSIS_DEPTH) {
    problems.push({
      path: at(deepest.id),
      message: tooDeep(deepest.depth),
    });
  }
  return problems;
}

export function tooDeep(depth: number): string {
  return `lies ${depth} levels deep: an analysis goes ${MAX_ANALYSIS_DEPTH} levels deep, so continue in a second one`;
}

export function describeCycle(cycle: string[]): string {
  const shown =
    cycle.length > 12
      ? [...cycle.slice(0, 10), '…', ...cycle.slice(-1)]
      : cycle;
  return [...shown, cycle[0]].join(' → ');
}

function deepestOf(depths: Map<string, number>) {
  let deepest: { id: string; depth: number } | undefined;
  for (const [id, depth] of depths) {
    if (!deepest || depth > deepest.depth) {
      deepest = { id, depth };
    }
  }
  return deepest;
}

/** Depths from 1 of the nodes that hang on a root; nodes in or under a cycle have none. */
function measureForest(byId: Map<string, ForestNode>) {
  const depths = new Map<string, number>();
  const seen = new Set<string>();
  const cycles: string[][] = [];
  for (const start of byId.keys()) {
    const path: string[] = [];
    const onPath = new Map<string, number>();
    let id: string | undefined = start;
    while (id !== undefined && byId.has(id) && !seen.has(id)) {
      seen.add(id);
      onPath.set(id, path.length);
      path.push(id);
      id = byId.get(id)?.parentId;
    }
    const closing = id === undefined ? undefined : onPath.get(id);
    if (closing !== undefined) {
      cycles.push(path.slice(closing).reverse());
      continue;
    }
    const above = id !== undefined && byId.has(id) ? depths.get(id) : 0;
    if (above !== undefined) {
      path.reverse().forEach((node, i) => depths.set(node, above + i + 1));
    }
  }
  return { depths, cycles };
}
