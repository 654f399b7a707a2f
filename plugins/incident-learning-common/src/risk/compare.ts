import type { RiskEvaluation } from './evaluate';

/** What differs between two evaluations of the same incidents; indices are those of the set. @public */
export interface RiskComparison {
  /** Incidents that have priority after and had none before, the highest score after first. */
  readonly becomes: number[];
  /** Incidents that had priority before and have none after, the highest score before first. */
  readonly ceases: number[];
  /** Places an incident goes up, or down where negative, by index; 0 also where it has no score on one side. */
  readonly rankChanges: Int32Array;
  /** How many incidents change their place. */
  readonly moved: number;
  /** How many of the ten highest before are still among the ten highest after. */
  readonly topTenKept: number;
}

/** Compares a set before and after a change of how it is weighed. @public */
export function compareRisk(
  before: RiskEvaluation,
  after: RiskEvaluation,
): RiskComparison {
  const rankChanges = new Int32Array(before.ranks.length);
  let moved = 0;
  for (let i = 0; i < rankChanges.length; i++) {
    if (before.ranks[i] > 0 && after.ranks[i] > 0) {
      rankChanges[i] = before.ranks[i] - after.ranks[i];
      moved += rankChanges[i] === 0 ? 0 : 1;
    }
  }
  const top = new Set(after.order.subarray(0, 10));
  return {
    becomes: gaining(before, after),
    ceases: gaining(after, before),
    rankChanges,
    moved,
    topTenKept: before.order.subarray(0, 10).filter(i => top.has(i)).length,
  };
}

/** Incidents that have priority in `there` and none in `here`. */
function gaining(here: RiskEvaluation, there: RiskEvaluation): number[] {
  const found: number[] = [];
  for (const index of there.order) {
    if (there.priority[index] === 1 && here.priority[index] === 0) {
      found.push(index);
    }
  }
  return found;
}
