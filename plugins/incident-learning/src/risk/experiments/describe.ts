import {
  RISK_FACTORS,
  RiskExperiment,
  RiskScenario,
} from '@hindsight/backstage-plugin-incident-learning-common';
import { formatCount, formatQuantity } from '../../components';
import {
  factorName,
  formatDelta,
  formatScore,
  formatThreshold,
  formatWeight,
} from '../parts';
import {
  sameThreshold,
  sameWeights,
  shiftedFactors,
} from '../whatIf/whatIfUrl';

type Sides = Pick<RiskExperiment, 'before' | 'after'>;

/** What differs between two scenarios, one sentence each. */
export function describeChange({ before, after }: Sides): string[] {
  const lines: string[] = [];
  if (!sameWeights(before.model.weights, after.model.weights)) {
    const moved = RISK_FACTORS.map(factor => ({
      factor,
      from: before.model.weights[factor],
      to: after.model.weights[factor],
    })).filter(({ from, to }) => Math.abs(to - from) >= 0.0005);
    const words = moved.map(
      ({ factor, from, to }) =>
        `${factorName(factor)} from ${formatWeight(from)} to ${formatWeight(
          to,
        )}`,
    );
    lines.push(`Weights: ${words.join(', ')}.`);
  }
  if (!sameThreshold(before.model.threshold, after.model.threshold)) {
    lines.push(
      `Threshold: from “${formatThreshold(
        before.model.threshold,
      )}” to “${formatThreshold(after.model.threshold)}”.`,
    );
  }
  return [...lines, ...describeAssumptions(after)];
}

/** What a scenario assumes of the incidents, one sentence each. */
export function describeAssumptions({ assumptions }: RiskScenario): string[] {
  const shifts = shiftedFactors(assumptions).map(
    factor =>
      `${factorName(factor)} ${formatDelta(assumptions?.shift?.[factor] ?? 0)}`,
  );
  return [
    ...(assumptions?.missing === undefined
      ? []
      : [
          `Assumption: factors that are not known are ${formatWeight(
            assumptions.missing,
          )}.`,
        ]),
    ...(shifts.length > 0 ? [`Assumption: ${shifts.join(', ')}.`] : []),
  ];
}

/** One side of a what-if in a line, with its n: a metric to start a reflection from. */
export function describeSide(side: {
  priorityCount: number;
  scored: number;
  threshold?: number;
}): string {
  return `${formatCount(side.priorityCount)} of ${formatQuantity(
    side.scored,
    'scored incident',
  )} have priority (threshold ${formatScore(side.threshold)}).`;
}
