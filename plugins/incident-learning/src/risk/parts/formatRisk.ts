import {
  RISK_FACTOR_DEFINITIONS,
  RiskFactor,
  RiskThreshold,
} from '@hindsight/backstage-plugin-incident-learning-common';

/** Writes a score, or that there is none: `0.447`. By the plainest means, as tables write tens of thousands of them. */
export function formatScore(score: number | undefined): string {
  return score === undefined || Number.isNaN(score) ? 'none' : score.toFixed(3);
}

/** Writes a weight: `0.25`, with a third digit only where it has one. */
export function formatWeight(weight: number): string {
  const text = weight.toFixed(3);
  return text.endsWith('0') ? text.slice(0, -1) : text;
}

/** Writes a difference with its sign: `+0.15`, `−0.05`. */
export function formatDelta(delta: number, decimals = 2): string {
  const sign = delta < 0 ? '−' : '+';
  return `${sign}${Math.abs(delta).toFixed(decimals)}`;
}

/** Writes from which score on incidents have priority: `highest 20 %`, `score 0.45 and above`. */
export function formatThreshold({ kind, value }: RiskThreshold): string {
  return kind === 'quantile'
    ? `Highest ${Number(
        (100 * (1 - value)).toFixed(2),
      )} % (quantile ${formatWeight(value)})`
    : `Score ${formatScore(value)} and above`;
}

export function factorName(factor: RiskFactor): string {
  return RISK_FACTOR_DEFINITIONS[factor].name;
}
