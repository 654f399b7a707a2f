import { scoreMoves } from '../metrics/learningImpact';
import type { TrendReport } from './schema';
import type { TrendQuantity, TrendTableData } from './tables';

/** The parts of the score, and what moved it. */
export function scoreTable({ kpis }: TrendReport): TrendTableData {
  const breakdown = kpis.flatMap(kpi => kpi.breakdown ?? []);
  const points = new Map(
    scoreMoves(breakdown).map(move => [move.id, move.points]),
  );
  return {
    title: 'What the score is made of',
    columns: [
      'KPI',
      'Target met',
      'Met before',
      'Weight',
      'Moves the score by (points)',
    ],
    rows: breakdown.map(part => [
      part.name,
      shareOf(part.attainment),
      shareOf(part.previousAttainment),
      part.weight,
      points.get(part.id),
    ]),
  };
}

function shareOf(value: number | undefined): TrendQuantity | undefined {
  return value === undefined ? undefined : { value, unit: 'share' };
}
