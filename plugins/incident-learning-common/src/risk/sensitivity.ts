import { RISK_FACTORS, RiskFactor } from './factors';
import type { RiskEvaluation } from './evaluate';
import type { RiskScenario } from './model';
import type { RiskSet } from './riskSet';
import { factorColumn } from './score';
import { flipsBySweep } from './sweep';

/** A weight at which one incident's priority changes. @public */
export interface RiskFlip {
  /** The incident's index in the set. */
  index: number;
  /** The weight nearest to the present one, on its side, at which the decision changes; the others keep their proportions. */
  at: number;
  /** Whether the incident gains priority there or loses it. */
  becomesPriority: boolean;
}

/** How far the highest incidents' priority depends on one weight. @public */
export interface RiskSensitivity {
  factor: RiskFactor;
  weight: number;
  /** The nearest first; empty where no value of this weight changes a decision. */
  flips: RiskFlip[];
}

/**
 * For each weight, which decision about the highest incidents would change, and at what value: exact crossings of
 * their scores with the threshold, or, for a quantile, with the scores of the other incidents.
 *
 * @param top - how many of the highest incidents
 * @public
 */
export function riskSensitivity(
  set: RiskSet,
  scenario: RiskScenario,
  evaluation: RiskEvaluation,
  top: number = 10,
): RiskSensitivity[] {
  return RISK_FACTORS.map(factor => {
    const weight = scenario.model.weights[factor];
    const lines = linesOf(set, scenario, factor);
    const flips = Array.from(evaluation.order.subarray(0, top)).flatMap(index =>
      flipsBySweep({
        set,
        scenario,
        lines,
        weight,
        index,
        priority: evaluation.priority[index] === 1,
      }),
    );
    return {
      factor,
      weight,
      flips: flips.sort(
        (a, b) =>
          Math.abs(a.at - weight) - Math.abs(b.at - weight) ||
          a.index - b.index,
      ),
    };
  });
}

/**
 * Every score as a function of one weight `w` while the others keep their proportions:
 * (w·value + (1 − w)·rest) ÷ (w·known + (1 − w)·restKnown).
 */
export interface ScoreLines {
  /** The factor where it is known, else 0. */
  value: Float64Array;
  /** 1 where the factor is known, else 0. */
  known: Float64Array;
  /** The other factors' weighted sum, their weights taken to sum to 1. */
  rest: Float64Array;
  /** The weights of those that are known. */
  restKnown: Float64Array;
}

function linesOf(
  set: RiskSet,
  { model, assumptions }: RiskScenario,
  factor: RiskFactor,
): ScoreLines {
  const lines = {
    value: new Float64Array(set.size),
    known: new Float64Array(set.size),
    rest: new Float64Array(set.size),
    restKnown: new Float64Array(set.size),
  };
  addTo(lines.value, lines.known, factorColumn(set, factor, assumptions), 1);
  const others = RISK_FACTORS.filter(other => other !== factor);
  const sum = others.reduce((total, other) => total + model.weights[other], 0);
  for (const other of others) {
    const share = sum > 0 ? model.weights[other] / sum : 1 / others.length;
    const column = factorColumn(set, other, assumptions);
    addTo(lines.rest, lines.restKnown, column, share);
  }
  return lines;
}

function addTo(
  sum: Float64Array,
  known: Float64Array,
  column: Float64Array,
  share: number,
): void {
  for (let i = 0; i < column.length; i++) {
    if (column[i] >= 0) {
      sum[i] += share * column[i];
      known[i] += share;
    }
  }
}
