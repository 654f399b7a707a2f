import {
  Kpi,
  formatFigure,
  scoreMoves,
} from '@hindsight/backstage-plugin-incident-learning-common';
import { formatNumber, formatQuantity } from '../components';
import { countOf } from './kpiTexts';

/** Whether the change against the period before is real, in a few words. */
export function describeVerdict(kpi: Kpi): string | undefined {
  switch (kpi.verdict) {
    case 'improved':
      return 'Improved';
    case 'worsened':
      return 'Worsened';
    case 'no-detectable-change':
      return 'No detectable change';
    case 'not-enough-data': {
      if (kpi.breakdown) {
        return `Not enough data (${formatQuantity(
          scoreMoves(kpi.breakdown).length,
          'figure',
        )} in both)`;
      }
      const n = countOf(kpi.unit, kpi);
      const before = countOf(kpi.unit, kpi.previous);
      return before < n
        ? `Not enough data before (n = ${before})`
        : `Not enough data (n = ${n})`;
    }
    default:
      return undefined;
  }
}

/** The verdict in full sentences, with what it rests on. */
export function explainVerdict(kpi: Kpi): string | undefined {
  const { unit, value, previous, verdict } = kpi;
  if (kpi.breakdown) {
    return explainScore(kpi, kpi.breakdown);
  }
  if (verdict === 'not-enough-data') {
    return `Too few to tell a change from chance: n is ${countOf(
      unit,
      kpi,
    )} in this period and ${countOf(
      unit,
      previous,
    )} in the one before, and each takes 10.`;
  }
  if (!verdict || value === undefined || previous.value === undefined) {
    return undefined;
  }
  const change = `from ${formatFigure(previous.value, unit)} to ${formatFigure(
    value,
    unit,
  )}`;
  const test = `${testOf(kpi)}${describeP(kpi.pValue)}`;
  switch (verdict) {
    case 'improved':
      return `It went ${change}, which chance alone would hardly do (${test}).`;
    case 'worsened':
      return `It went ${change}, which chance alone would hardly do (${test}).`;
    default:
      return `It went ${change}; chance alone could do that too (${test}).`;
  }
}

/** Of a score: over the figures that can be compared, which may be others than those that either score is made of. */
function explainScore(
  { verdict, pValue }: Kpi,
  breakdown: NonNullable<Kpi['breakdown']>,
): string | undefined {
  const moves = scoreMoves(breakdown);
  const figures = formatQuantity(moves.length, 'figure');
  if (verdict === 'not-enough-data') {
    return `${figures} ${
      moves.length === 1 ? 'has' : 'have'
    } data both in this period and in the one before: fewer than 10 are too few to tell a change of the score from chance.`;
  }
  if (!verdict) {
    return undefined;
  }
  const points = moves.reduce((sum, move) => sum + move.points, 0);
  const rose = points > 0 ? 'rose' : 'fell';
  const change = `it ${rose} by ${formatNumber(Math.abs(points))} points`;
  const certain =
    verdict === 'no-detectable-change'
      ? '; chance alone could do that too'
      : ', which chance alone would hardly do';
  return `Over the ${figures} with data in both periods ${
    points === 0 ? 'it stayed as it was' : change
  }${certain} (paired randomization test${describeP(pValue)}).`;
}

function testOf({ unit, distribution }: Kpi): string {
  if (distribution) {
    return 'Mann–Whitney test on the ordered levels';
  }
  return unit === 'share'
    ? 'Newcombe’s 95 % interval of the difference'
    : 'two-sided Mann–Whitney test';
}

function describeP(pValue: number | undefined): string {
  if (pValue === undefined) {
    return '';
  }
  return pValue < 0.001
    ? ', p\u00a0<\u00a00.001'
    : `, p\u00a0=\u00a0${pValue.toFixed(3)}`;
}

/** Whether the series rises or falls, in a sentence; nothing where there are too few buckets to tell. */
export function explainTrend(kpi: Kpi, interval: string): string | undefined {
  const { trend, unit, series } = kpi;
  if (!trend) {
    return undefined;
  }
  const buckets = series.filter(({ value }) => value !== undefined).length;
  const basis = `Theil–Sen slope over ${formatQuantity(
    buckets,
    interval,
  )}, Mann–Kendall test${describeP(trend.pValue)}`;
  if (trend.pValue >= 0.05 || trend.slopePerYear === 0) {
    return `Within the period no trend can be told (${basis}).`;
  }
  const slope = formatFigure(Math.abs(trend.slopePerYear), unit);
  const points = unit === 'share' ? slope.replace('%', 'points') : slope;
  return `Within the period it ${
    trend.slopePerYear > 0 ? 'rises' : 'falls'
  } by ${points} a year (${basis}).`;
}
