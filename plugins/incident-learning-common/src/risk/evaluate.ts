import { Sample, quantile, sampleOf } from '../metrics/statistics';
import type { RiskScenario, RiskThreshold } from './model';
import { orderByScore } from './order';
import type { RiskSet } from './riskSet';
import { RISK_SCORE_TOLERANCE, RiskScores, scoreRiskSet } from './score';

/** What somebody should know before reading the figures of an evaluation. @public */
export const RISK_NOTES = {
  'no-scores':
    'No incident has a factor that counts, so there is no score, no threshold by quantile and no priority: state factors on incidents, or let them be derived.',
  'all-equal':
    'All scores are equal, so the ranking says nothing: weigh other factors, or state what tells the incidents apart.',
  'ties-at-threshold':
    'Several incidents share the score at the threshold and have priority together, so more have it than the quantile asks for.',
  'missing-factors':
    'Some incidents have factors that are not known: their score is the weighted mean of the others, and lies anywhere in its range.',
} as const;

/** @public */
export type RiskNote = keyof typeof RISK_NOTES;

/** What a scenario makes of a set of incidents; arrays go by the incidents' index. @public */
export interface RiskEvaluation extends RiskScores {
  /** The score from which on an incident has priority; absent where there is none to take a quantile of. */
  readonly threshold?: number;
  /** 1 for an incident with priority. */
  readonly priority: Uint8Array;
  readonly priorityCount: number;
  /** How many incidents have a score. */
  readonly scored: number;
  /** How many of those have a range. */
  readonly incomplete: number;
  /** The incidents that have a score, the highest first; equal ones by their index. */
  readonly order: Uint32Array;
  /** The place of each incident from 1 on, equal scores share one; 0 without a score. */
  readonly ranks: Uint32Array;
  readonly notes: RiskNote[];
}

/** Scores a set of incidents, ranks them and tells which have priority. @public */
export function evaluateRisk(
  set: RiskSet,
  scenario: RiskScenario,
): RiskEvaluation {
  const result = scoreRiskSet(set, scenario);
  const { scores } = result;
  const order = orderByScore(scores);
  const threshold = thresholdOf(
    scenario.model.threshold,
    sampleOf(ascendingScores(set, scores, order)),
  );
  const priority = new Uint8Array(set.size);
  let priorityCount = 0;
  let incomplete = 0;
  for (const index of order) {
    if (hasPriority(scores[index], threshold)) {
      priority[index] = 1;
      priorityCount += 1;
    }
    if (result.high[index] - result.low[index] > RISK_SCORE_TOLERANCE) {
      incomplete += 1;
    }
  }
  const evaluation = {
    ...result,
    threshold,
    priority,
    priorityCount,
    scored: order.length,
    incomplete,
    order,
    ranks: ranksOf(scores, order),
  };
  return {
    ...evaluation,
    notes: notesOf(evaluation, scenario.model.threshold),
  };
}

/**
 * The score from which on an incident has priority.
 *
 * @param scores - those that a quantile is taken of
 * @returns undefined for a quantile of no scores
 * @public
 */
export function thresholdOf(
  threshold: RiskThreshold,
  scores: Sample,
): number | undefined {
  return threshold.kind === 'absolute'
    ? threshold.value
    : quantile(scores, threshold.value);
}

/** @param threshold - undefined where there is none, and so no priority @public */
export function hasPriority(
  score: number | undefined,
  threshold: number | undefined,
): boolean {
  return (
    score !== undefined &&
    threshold !== undefined &&
    score >= threshold - RISK_SCORE_TOLERANCE
  );
}

/** The scores that a quantile is taken of, in order already. */
function ascendingScores(
  { apart }: RiskSet,
  scores: Float64Array,
  order: Uint32Array,
): Float64Array {
  const ascending = new Float64Array(order.length);
  let count = 0;
  for (let place = order.length - 1; place >= 0; place--) {
    const index = order[place];
    if (apart[index] === 0) {
      ascending[count] = scores[index];
      count += 1;
    }
  }
  return ascending.subarray(0, count);
}

function ranksOf(scores: Float64Array, order: Uint32Array): Uint32Array {
  const ranks = new Uint32Array(scores.length);
  for (let place = 0; place < order.length; place++) {
    const index = order[place];
    const above = order[place - 1];
    const shares =
      place > 0 && scores[above] - scores[index] <= RISK_SCORE_TOLERANCE;
    ranks[index] = shares ? ranks[above] : place + 1;
  }
  return ranks;
}

function notesOf(
  {
    scores,
    order,
    threshold,
    priorityCount,
    incomplete,
  }: Omit<RiskEvaluation, 'notes'>,
  { kind, value }: RiskThreshold,
): RiskNote[] {
  if (order.length === 0) {
    return ['no-scores'];
  }
  const notes: RiskNote[] = [];
  const spread = scores[order[0]] - scores[order[order.length - 1]];
  if (order.length > 1 && spread <= RISK_SCORE_TOLERANCE) {
    notes.push('all-equal');
  } else if (kind === 'quantile' && threshold !== undefined) {
    const asked = Math.floor((order.length - 1) * (1 - value)) + 1;
    if (priorityCount > asked + 1) {
      notes.push('ties-at-threshold');
    }
  }
  if (incomplete > 0) {
    notes.push('missing-factors');
  }
  return notes;
}
