/** Both terminals of a diagram: what never happens, and what has happened. */
export const FALSE = 0;
export const TRUE = 1;

/** Room of one node's number within a key; three numbers must fit into 53 bits. */
const KEY = 2 ** 19;

/** Nodes of one diagram, at most. */
export const MAX_DIAGRAM_NODES = 150_000;

/** Steps of one computation, at most; a second or so. */
const MAX_STEPS = 1_000_000;

/** That a diagram, or the work on it, grew beyond its bound. */
export class DiagramTooLargeError extends Error {}

/**
 * Nodes of a binary decision diagram over variables from 0, of which the smaller come first. Equal nodes are one.
 *
 * With `suppress: 'redundant'` a node says "if the variable then high else low" and is left out where both are the same
 * (Bryant's reduced ordered diagram of a function). With `suppress: 'zero'` it holds the sets of `low`, and those of
 * `high` with the variable added, and is left out where `high` holds none (Minato's diagram of a family of sets).
 */
export class DecisionDiagram {
  readonly variable: number[] = [Infinity, Infinity];
  readonly low: number[] = [FALSE, TRUE];
  readonly high: number[] = [FALSE, TRUE];
  readonly #unique = new Map<number, number>();
  readonly #suppress: 'redundant' | 'zero';
  #steps = 0;

  constructor(suppress: 'redundant' | 'zero') {
    this.#suppress = suppress;
  }

  node(variable: number, high: number, low: number): number {
    if (++this.#steps > MAX_STEPS) {
      throw new DiagramTooLargeError();
    }
    if (this.#suppress === 'zero' ? high === FALSE : high === low) {
      return low;
    }
    const key = (variable * KEY + high) * KEY + low;
    const known = this.#unique.get(key);
    if (known !== undefined) {
      return known;
    }
    const added = this.variable.length;
    if (added >= MAX_DIAGRAM_NODES) {
      throw new DiagramTooLargeError();
    }
    this.variable.push(variable);
    this.high.push(high);
    this.low.push(low);
    this.#unique.set(key, added);
    return added;
  }
}

/** Joins functions of one diagram by AND or OR, remembering what it has joined. */
export class Joiner {
  readonly #memo = {
    and: new Map<number, number>(),
    or: new Map<number, number>(),
  };

  constructor(readonly diagram: DecisionDiagram) {}

  join(gate: 'and' | 'or', a: number, b: number): number {
    const [absorbing, neutral] = gate === 'and' ? [FALSE, TRUE] : [TRUE, FALSE];
    if (a === absorbing || b === absorbing) {
      return absorbing;
    }
    if (a === neutral || a === b) {
      return b;
    }
    if (b === neutral) {
      return a;
    }
    const key = Math.min(a, b) * KEY + Math.max(a, b);
    const known = this.#memo[gate].get(key);
    if (known !== undefined) {
      return known;
    }
    const { variable, high, low } = this.diagram;
    const first = Math.min(variable[a], variable[b]);
    const [highA, lowA] = variable[a] === first ? [high[a], low[a]] : [a, a];
    const [highB, lowB] = variable[b] === first ? [high[b], low[b]] : [b, b];
    const joined = this.diagram.node(
      first,
      this.join(gate, highA, highB),
      this.join(gate, lowA, lowB),
    );
    this.#memo[gate].set(key, joined);
    return joined;
  }
}

/**
 * The minimal sets of variables whose truth makes a monotone function true, as a diagram of sets: Rauzy's `minsol`
 * (New algorithms for fault trees analysis, Reliability Engineering and System Safety 40, 1993).
 */
export function minimalSolutions(
  functions: DecisionDiagram,
  root: number,
): { sets: DecisionDiagram; root: number } {
  const sets = new DecisionDiagram('zero');
  const solved = new Map<number, number>([
    [FALSE, FALSE],
    [TRUE, TRUE],
  ]);
  const kept = new Map<number, number>();

  /** The sets of `family` that do not make `f` true. */
  function without(family: number, f: number): number {
    if (family === FALSE || f === TRUE) {
      return FALSE;
    }
    if (f === FALSE || family === TRUE) {
      return family;
    }
    const key = family * KEY + f;
    const known = kept.get(key);
    if (known !== undefined) {
      return known;
    }
    const first = sets.variable[family];
    const second = functions.variable[f];
    let result: number;
    if (first > second) {
      result = without(family, functions.low[f]);
    } else {
      const same = first === second;
      result = sets.node(
        first,
        without(sets.high[family], same ? functions.high[f] : f),
        without(sets.low[family], same ? functions.low[f] : f),
      );
    }
    kept.set(key, result);
    return result;
  }

  function solve(f: number): number {
    const known = solved.get(f);
    if (known !== undefined) {
      return known;
    }
    const result = sets.node(
      functions.variable[f],
      without(solve(functions.high[f]), functions.low[f]),
      solve(functions.low[f]),
    );
    solved.set(f, result);
    return result;
  }

  return { sets, root: solve(root) };
}

/** How many sets a diagram of sets holds. */
export function countSets(sets: DecisionDiagram, root: number): number {
  const counts = [0, 1];
  // A node is made after those it leads to, so their counts stand already.
  for (let node = 2; node <= root; node++) {
    counts[node] = counts[sets.high[node]] + counts[sets.low[node]];
  }
  return counts[root];
}

/** The sets of a diagram, each in the order of its variables. */
export function listSets(sets: DecisionDiagram, root: number): number[][] {
  const found: number[][] = [];
  const chosen: number[] = [];
  function walk(node: number) {
    if (node === TRUE) {
      found.push([...chosen]);
    } else if (node !== FALSE) {
      chosen.push(sets.variable[node]);
      walk(sets.high[node]);
      chosen.pop();
      walk(sets.low[node]);
    }
  }
  walk(root);
  return found;
}

/**
 * The probability that a function is true, and by how much it changes with each variable (Birnbaum's importance), for
 * independent variables. Exact: the branches of a decision exclude one another.
 */
export function evaluateProbability(
  functions: DecisionDiagram,
  root: number,
  probabilities: number[],
): { probability: number; importances: number[] } {
  const { variable, high, low } = functions;
  const truth = [0, 1];
  for (let node = 2; node <= root; node++) {
    const p = probabilities[variable[node]];
    truth[node] = p * truth[high[node]] + (1 - p) * truth[low[node]];
  }
  const reached = new Array<number>(root + 1).fill(0);
  const importances = new Array<number>(probabilities.length).fill(0);
  reached[root] = 1;
  for (let node = root; node >= 2; node--) {
    const p = probabilities[variable[node]];
    importances[variable[node]] +=
      reached[node] * (truth[high[node]] - truth[low[node]]);
    reached[high[node]] += reached[node] * p;
    reached[low[node]] += reached[node] * (1 - p);
  }
  return { probability: truth[root], importances };
}

/** The variables that a function depends on. */
export function supportOf(
  functions: DecisionDiagram,
  root: number,
): Set<number> {
  const support = new Set<number>();
  const entered = new Set([root]);
  const open = [root];
  for (let node = open.pop(); node !== undefined; node = open.pop()) {
    if (node > TRUE) {
      support.add(functions.variable[node]);
      for (const next of [functions.high[node], functions.low[node]]) {
        if (!entered.has(next)) {
          entered.add(next);
          open.push(next);
        }
      }
    }
  }
  return support;
}
