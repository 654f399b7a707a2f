import type { KpiDefinition, KpiId } from './definitions';
import { isAttained } from './isAttained';
import type { Kpi } from './schema';

/** How much each KPI counts in the learning impact score; one that is not named counts nothing. @public */
export const DEFAULT_SCORE_WEIGHTS: Readonly<Partial<Record<KpiId, number>>> = {
  mttd: 1,
  mttc: 1,
  mttr: 1,
  'repeat-incident-rate': 1,
  'severity-distribution': 1,
  'review-completion-rate': 1,
  'time-to-review': 1,
  'root-cause-identification-rate': 1,
  'action-implementation-rate': 1,
  'action-effectiveness': 1,
  'time-to-lessons-learned': 1,
};

/** With fewer KPIs that have data there is no score. */
const FEWEST_KPIS = 4;

/**
 * How far the KPIs of a period meet their targets: their weighted mean, from 0 to 100. It is compared with no other
 * period, for which all KPIs would have to be compared with a third.
 *
 * @public
 */
export function learningImpactScore(
  definition: KpiDefinition,
  kpis: readonly Kpi[],
  weights: Readonly<Record<string, number>>,
): Kpi {
  const weighted = kpis.filter(({ id }) => (weights[id] ?? 0) > 0);
  const breakdown = weighted.flatMap(kpi => {
    const attainment = attainmentOf(kpi);
    return attainment === undefined
      ? []
      : [{ id: kpi.id, name: kpi.name, weight: weights[kpi.id], attainment }];
  });
  const value =
    breakdown.length < FEWEST_KPIS ? undefined : 100 * weightedMean(breakdown);
  return {
    ...definition,
    value,
    n: breakdown.length,
    attained: isAttained(definition, value),
    missing: weighted.length - breakdown.length,
    invalid: 0,
    undated: 0,
    approximate: kpis.some(({ approximate }) => approximate),
    previous: { n: 0 },
    series: [],
    breakdown,
  };
}

function weightedMean(parts: { weight: number; attainment: number }[]): number {
  const weight = parts.reduce((sum, part) => sum + part.weight, 0);
  return (
    parts.reduce((sum, part) => sum + part.weight * part.attainment, 0) / weight
  );
}

/**
 * How far a KPI meets its target, from 0 to 1: a bound by the ratio of value and bound, a trend by its verdict.
 *
 * @returns undefined where the data does not tell
 * @public
 */
export function attainmentOf(kpi: Kpi): number | undefined {
  const { target, value, direction, verdict } = kpi;
  if (target === 'trend') {
    switch (verdict) {
      case 'improved':
        return 1;
      case 'no-detectable-change':
        return 0.5;
      case 'worsened':
        return 0;
      default:
        return undefined;
    }
  }
  if (value === undefined) {
    return undefined;
  }
  const [over, under] =
    direction === 'lower' ? [target, value] : [value, target];
  return under <= over ? 1 : over / under;
}
