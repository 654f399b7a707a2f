import type { KpiComparison } from './accumulators';
import { shiftOf } from './accumulators/compareSamples';
import type { KpiDefinition, KpiId } from './definitions';
import { isAttained } from './isAttained';
import type { Kpi, KpiReading, ScorePart } from './schema';
import { signFlipTest } from './statistics';
import { verdictOf } from './verdict';

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

/** Verdicts by the id of their KPI. @public */
export type KpiVerdicts = Readonly<Partial<Record<string, Kpi['verdict']>>>;

/**
 * Whether a KPI counts in the score by how it changed, so that the score of the period before rests on how it changed in
 * that.
 *
 * @public
 */
export function scoresByChange(
  { id, target }: Pick<KpiDefinition, 'id' | 'target'>,
  weights: Readonly<Record<string, number>>,
): boolean {
  return target === 'trend' && (weights[id] ?? 0) > 0;
}

/**
 * How far the KPIs of a period meet their targets: their weighted mean, from 0 to 100, beside that of the period before.
 * Each is the mean of the KPIs that have data in its period. The verdict compares those that have data in both, by a
 * paired randomization test of their parts in the score.
 *
 * @param before - how KPIs whose target is a trend changed in the period before
 * @public
 */
export function learningImpactScore(
  definition: KpiDefinition,
  kpis: readonly Kpi[],
  weights: Readonly<Record<string, number>>,
  before: KpiVerdicts = {},
): Kpi {
  const weighted = kpis.filter(({ id }) => (weights[id] ?? 0) > 0);
  const breakdown = weighted
    .map(kpi => ({
      id: kpi.id,
      name: kpi.name,
      weight: weights[kpi.id],
      attainment: attainmentOf(kpi),
      previousAttainment: attainmentOf({
        ...kpi,
        value: kpi.previous.value,
        verdict: before[kpi.id],
      }),
    }))
    .filter(
      ({ attainment, previousAttainment }) =>
        (attainment ?? previousAttainment) !== undefined,
    );
  const reading = readScore(breakdown, ({ attainment }) => attainment);
  const change = verdictOf(definition, compareScores(breakdown));
  return {
    ...definition,
    ...reading,
    attained: isAttained(definition, reading.value, change.verdict),
    missing: weighted.length - reading.n,
    invalid: 0,
    undated: 0,
    approximate: kpis.some(({ approximate }) => approximate),
    previous: readScore(breakdown, part => part.previousAttainment),
    ...change,
    series: [],
    breakdown,
  };
}

function readScore(
  parts: ScorePart[],
  attainmentIn: (part: ScorePart) => number | undefined,
): KpiReading {
  const known = parts.flatMap(part => {
    const attainment = attainmentIn(part);
    return attainment === undefined ? [] : [{ ...part, attainment }];
  });
  const total = known.reduce((sum, { weight }) => sum + weight, 0);
  const met = known.reduce(
    (sum, { weight, attainment }) => sum + weight * attainment,
    0,
  );
  return known.length < FEWEST_KPIS
    ? { n: known.length }
    : { value: (100 * met) / total, n: known.length };
}

/** By how many points a KPI moves a score. @public */
export interface ScoreMove {
  /** Of the KPI. */
  id: string;
  name: string;
  /** From -100 to 100. */
  points: number;
}

/**
 * What each KPI with data in both periods adds to the change of the score that these KPIs alone would make: what the
 * score's verdict is about.
 *
 * @public
 */
export function scoreMoves(breakdown: readonly ScorePart[]): ScoreMove[] {
  const moved = breakdown.flatMap(
    ({ attainment, previousAttainment, ...part }) =>
      attainment === undefined || previousAttainment === undefined
        ? []
        : [{ ...part, by: attainment - previousAttainment }],
  );
  const total = moved.reduce((sum, { weight }) => sum + weight, 0);
  return moved.map(({ id, name, weight, by }) => ({
    id,
    name,
    points: (100 * weight * by) / total,
  }));
}

function compareScores(breakdown: readonly ScorePart[]): KpiComparison {
  const moves = scoreMoves(breakdown);
  const { sum, pValue } = signFlipTest(moves.map(({ points }) => points));
  return { n: moves.length, shift: shiftOf(sum), pValue };
}

/**
 * How far a KPI meets its target, from 0 to 1: a bound by the ratio of value and bound, a trend by its verdict.
 *
 * @returns undefined where the data does not tell
 * @public
 */
export function attainmentOf(
  kpi: Pick<Kpi, 'target' | 'value' | 'direction' | 'verdict'>,
): number | undefined {
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
