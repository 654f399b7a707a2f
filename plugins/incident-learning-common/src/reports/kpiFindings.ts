import { scoreMoves } from '../metrics/learningImpact';
import type { Kpi } from '../metrics/schema';
import { formatAgainst, formatFigure, formatPoints } from './figures';
import { goalOf } from './tables';
import type { TrendLinks } from './links';
import type { TrendFigures, TrendFinding } from './schema';

/** Fewer carry no judgement on a target. */
const LEAST_FOR_TARGET = 10;
/** What another rule tells already. */
const TOLD_ELSEWHERE = ['review-completion-rate'];

type Figure = TrendFinding['figures'][number];

/**
 * What the KPIs say: that one improved or worsened, where its verdict says so, and that one misses its target, where its
 * whole interval lies on the wrong side of it.
 */
export function kpiFindings(
  { kpis }: TrendFigures,
  links: TrendLinks,
): TrendFinding[] {
  return kpis.flatMap(kpi => [
    ...change(kpi, links),
    ...missedTarget(kpi, links),
  ]);
}

function change(kpi: Kpi, links: TrendLinks): TrendFinding[] {
  const { id, verdict, value, previous, unit, n, pValue } = kpi;
  if (
    (verdict !== 'improved' && verdict !== 'worsened') ||
    value === undefined ||
    previous.value === undefined
  ) {
    return [];
  }
  const figures: Figure[] = [
    { name: 'before', value: previous.value, unit },
    { name: 'now', value, unit },
  ];
  if (pValue !== undefined) {
    figures.push({ name: 'p', value: pValue, unit: 'probability' });
  }
  return [
    {
      id: `${verdict}-${id}`,
      rule: verdict === 'improved' ? 'kpi-improved' : 'kpi-worsened',
      tone: verdict === 'improved' ? 'better' : 'worse',
      text: `${kpi.name} ${verdict}: ${headlineOf(
        kpi,
      )} went from ${formatFigure(previous.value, unit)} (n = ${
        previous.n
      }) to ${formatFigure(value, unit)} (n = ${n})${movesOf(kpi)}${
        pValue === undefined
          ? ''
          : `, p ${pValue < 0.001 ? '< 0.001' : `= ${pValue.toPrecision(2)}`}`
      }.`,
      n,
      figures,
      link: rowsOf(kpi, links),
    },
  ];
}

/** What a verdict on a score is about, which another set of KPIs with data in each period can hide. */
function movesOf({ breakdown, verdict }: Kpi): string {
  if (!breakdown) {
    return '';
  }
  const moves = scoreMoves(breakdown);
  const sign = verdict === 'improved' ? 1 : -1;
  const [most] = [...moves].sort((a, b) => sign * (b.points - a.points));
  const points = moves.reduce((sum, move) => sum + move.points, 0);
  return `, over the ${moves.length} KPIs with data in both by ${formatPoints(
    points,
  )} points, most of all through ${most.name} (${formatPoints(most.points)})`;
}

function missedTarget(kpi: Kpi, links: TrendLinks): TrendFinding[] {
  const { id, attained, target, value, unit, n } = kpi;
  if (
    attained !== false ||
    target === 'trend' ||
    value === undefined ||
    n < LEAST_FOR_TARGET ||
    TOLD_ELSEWHERE.includes(id) ||
    !isBeyondDoubt(kpi, target)
  ) {
    return [];
  }
  return [
    {
      id: `target-${id}`,
      rule: 'target-missed',
      tone: 'worse',
      text: `${kpi.name} misses its target: ${headlineOf(
        kpi,
      )} is ${formatAgainst(value, target, unit)} (n = ${n}), to be ${goalOf(
        kpi,
      )}.`,
      n,
      figures: [
        { name: 'now', value, unit },
        { name: 'target', value: target, unit },
      ],
      link: rowsOf(kpi, links),
    },
  ];
}

/** Whether the whole interval of the headline misses the target; a headline without one carries no judgement. */
function isBeyondDoubt(kpi: Kpi, target: number): boolean {
  const isMedian = kpi.unit === 'ms' || kpi.unit === 'business-days';
  const interval = kpi.share?.ci ?? (isMedian ? kpi.stats?.ci : undefined);
  if (!interval) {
    return false;
  }
  return kpi.direction === 'lower'
    ? interval[0] >= target
    : interval[1] <= target && interval[1] < 1;
}

/** What the headline of a KPI is. */
function headlineOf({ unit, distribution }: Kpi): string {
  if (distribution) {
    return 'the share of critical and high ones';
  }
  switch (unit) {
    case 'ms':
    case 'business-days':
      return 'the median';
    case 'share':
      return 'the share';
    case 'rating':
      return 'the mean rating';
    default:
      return 'it';
  }
}

/** The rows that a KPI counts, where the list of incidents can show them; its own figures otherwise. */
function rowsOf({ id }: Kpi, links: TrendLinks): string {
  switch (id) {
    case 'mttd':
      return links.incidents({ sort: '-timeToDetectMs' });
    case 'mttc':
      return links.incidents({ sort: '-timeToContainMs' });
    case 'mttr':
      return links.incidents({ sort: '-timeToResolveMs' });
    case 'repeat-incident-rate':
      return links.incidents({ repeat: ['suspected', 'confirmed'] });
    case 'severity-distribution':
      return links.incidents({ severity: ['critical', 'high'] });
    default:
      return links.figure(id);
  }
}
