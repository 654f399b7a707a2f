import {
  DecisionDiagram,
  DiagramTooLargeError,
  FALSE,
  Joiner,
  MAX_DIAGRAM_NODES,
  TRUE,
  countSets,
  evaluateProbability,
  listSets,
  minimalSolutions,
  supportOf,
} from './decisionDiagram';
import { FaultTreeIndex, indexFaultTree } from './faultTreeIndex';
import type { FaultTreeAnalysis } from './faultTreeSchema';

/** Minimal cut sets that are listed, at most. @public */
export const MAX_CUT_SETS = 10_000;

/** Events that together are just enough for the top event. @public */
export interface CutSet {
  /** Ids of basic events and undeveloped gates, in the order of the tree's nodes. */
  events: string[];
  /** That all of them happen; absent where one of them has no probability. */
  probability?: number;
}

/** How much one event weighs. @public */
export interface EventImportance {
  id: string;
  /** Birnbaum: by how much the top event is likelier with this event than without it, 0 to 1. */
  birnbaum: number;
  /** Criticality: the share of the top event's probability that goes with this event, 0 to 1. */
  criticality: number;
}

/** What a fault tree says. @public */
export interface FaultTreeResult {
  /** Events that alone are enough for the top event: the cut sets of order 1. */
  singlePointsOfFailure: string[];
  /** Gates without children, which count as events. */
  undeveloped: string[];
  /** How many minimal cut sets there are; absent where there were too many to find out. */
  cutSetCount?: number;
  /** The smallest first, then the likeliest; absent where there are more than {@link MAX_CUT_SETS}. */
  cutSets?: CutSet[];
  /** Exact for independent events, however often they are repeated; absent where one that matters has none. */
  probability?: number;
  /** Events that matter for the top event and have no probability. */
  missingProbabilities: string[];
  /** The weightiest first; absent without a probability. */
  importances?: EventImportance[];
  /** Why cut sets or the probability are absent, and what to do. */
  problem?: string;
}

/**
 * Finds minimal cut sets, single points of failure and, where probabilities are given, the exact probability of the top
 * event. It never throws and never hangs: above its bounds, and for a tree with a cycle, it says so in `problem`.
 *
 * @public
 */
export function analyzeFaultTree(
  tree: Pick<FaultTreeAnalysis, 'topEvent' | 'nodes'>,
): FaultTreeResult {
  const index = indexFaultTree(tree);
  if ('problem' in index) {
    return {
      singlePointsOfFailure: [],
      undeveloped: [],
      missingProbabilities: [],
      problem: index.problem,
    };
  }
  const simple = {
    singlePointsOfFailure: singlePoints(index),
    undeveloped: index.leaves
      .filter(leaf => leaf.type !== 'basic')
      .map(({ id }) => id),
  };
  for (const order of index.orders()) {
    try {
      return { ...simple, ...compute(index, order) };
    } catch (error) {
      if (!(error instanceof DiagramTooLargeError)) {
        throw error;
      }
    }
  }
  return {
    ...simple,
    missingProbabilities: index.leaves
      .filter(leaf => leaf.probability === undefined)
      .map(({ id }) => id),
    problem: `The tree is too entangled to compute: its decision diagram has more than ${MAX_DIAGRAM_NODES.toLocaleString(
      'en',
    )} nodes. Analyse parts of it on their own, or share fewer events between gates.`,
  };
}

/**
 * Events that alone are enough, without any diagram: an OR needs what any child needs, an AND what all of them share.
 */
function singlePoints(index: FaultTreeIndex): string[] {
  const enough = new Map<string, Set<string>>();
  for (const node of index.childrenFirst) {
    const [first, ...others] = index
      .childrenOf(node.id)
      .map(child => enough.get(child) ?? new Set<string>());
    if (!first) {
      enough.set(node.id, new Set([node.id]));
    } else if (node.type === 'or') {
      const joined = new Set(first);
      others.forEach(other => other.forEach(id => joined.add(id)));
      enough.set(node.id, joined);
    } else {
      enough.set(
        node.id,
        new Set([...first].filter(id => others.every(other => other.has(id)))),
      );
    }
  }
  const found = enough.get(index.topEvent);
  return index.leaves.map(({ id }) => id).filter(id => found?.has(id));
}

function compute(index: FaultTreeIndex, order: string[]) {
  const functions = new DecisionDiagram('redundant');
  const top = buildDiagram(index, order, functions);
  const idsByRank = new Map(index.leaves.map(({ id }, rank) => [id, rank]));
  const rankOf = (id: string) => idsByRank.get(id) ?? 0;
  const byRank = (a: string, b: string) => rankOf(a) - rankOf(b);

  const minimal = minimalSolutions(functions, top);
  const cutSetCount = countSets(minimal.sets, minimal.root);
  const probabilities = order.map(id => index.probabilityOf(id));
  const missingProbabilities = [...supportOf(functions, top)]
    .map(variable => order[variable])
    .filter(id => index.probabilityOf(id) === undefined)
    .sort(byRank);
  const listed = cutSetCount <= MAX_CUT_SETS;
  return {
    cutSetCount,
    cutSets: listed
      ? listSets(minimal.sets, minimal.root)
          .map(set => cutSetOf(set, order, probabilities, byRank))
          .sort((a, b) => compareCutSets(a, b, rankOf))
      : undefined,
    missingProbabilities,
    ...(missingProbabilities.length === 0
      ? quantify(functions, top, order, probabilities, byRank)
      : {}),
    problem: listed
      ? undefined
      : `The tree has ${cutSetCount.toLocaleString(
          'en',
        )} minimal cut sets; up to ${MAX_CUT_SETS.toLocaleString(
          'en',
        )} are listed. Analyse parts of it on their own to see theirs.`,
  };
}

function buildDiagram(
  index: FaultTreeIndex,
  order: string[],
  functions: DecisionDiagram,
): number {
  const joiner = new Joiner(functions);
  const variables = new Map(order.map((id, variable) => [id, variable]));
  const built = new Map<string, number>();
  for (const node of index.childrenFirst) {
    const variable = variables.get(node.id);
    if (variable !== undefined) {
      built.set(node.id, functions.node(variable, TRUE, FALSE));
    } else {
      const gate = node.type === 'and' ? 'and' : 'or';
      built.set(
        node.id,
        index
          .childrenOf(node.id)
          .map(child => built.get(child) ?? FALSE)
          // The last come late in the order: what is joined already lies below what comes next.
          .reduceRight((joined, next) => joiner.join(gate, next, joined)),
      );
    }
  }
  return built.get(index.topEvent) ?? FALSE;
}

function quantify(
  functions: DecisionDiagram,
  top: number,
  order: string[],
  probabilities: (number | undefined)[],
  byRank: (a: string, b: string) => number,
) {
  const known = probabilities.map(p => p ?? 0);
  const { probability, importances } = evaluateProbability(
    functions,
    top,
    known,
  );
  const weights = order.map((id, variable) => ({
    id,
    birnbaum: importances[variable],
    criticality:
      probability > 0
        ? (importances[variable] * known[variable]) / probability
        : 0,
  }));
  return {
    probability,
    importances: weights.sort(
      (a, b) =>
        b.criticality - a.criticality ||
        b.birnbaum - a.birnbaum ||
        byRank(a.id, b.id),
    ),
  };
}

function cutSetOf(
  set: number[],
  order: string[],
  probabilities: (number | undefined)[],
  byRank: (a: string, b: string) => number,
): CutSet {
  let probability: number | undefined = 1;
  for (const variable of set) {
    const p = probabilities[variable];
    probability =
      probability === undefined || p === undefined
        ? undefined
        : probability * p;
  }
  return {
    events: set.map(variable => order[variable]).sort(byRank),
    probability,
  };
}

function compareCutSets(
  a: CutSet,
  b: CutSet,
  rankOf: (id: string) => number,
): number {
  if (a.events.length !== b.events.length) {
    return a.events.length - b.events.length;
  }
  if (a.probability !== b.probability) {
    return (b.probability ?? 0) - (a.probability ?? 0);
  }
  const differing = a.events.findIndex((id, i) => id !== b.events[i]);
  return differing < 0
    ? 0
    : rankOf(a.events[differing]) - rankOf(b.events[differing]);
}
