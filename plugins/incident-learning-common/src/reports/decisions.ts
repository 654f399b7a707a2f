import type { TrendDecisions } from './schema';
import type { TrendCell, TrendTableData } from './tables';

type DurationFigure = TrendDecisions['timeToApproval'];
type ShareFigure = TrendDecisions['approvalRate'];

/** How containment was decided; no rows where nothing was contained. */
export function decisionsTable(decisions?: TrendDecisions): TrendTableData {
  return {
    title: 'Decisions to contain',
    columns: ['Figure', 'Value', 'P90', 'n', 'Not known', 'Definition'],
    rows:
      decisions && decisions.approvalRate.n > 0
        ? [
            shareRow(decisions.approvalRate),
            shareRow(decisions.refusalRate),
            durationRow(decisions.timeToApproval),
            durationRow(decisions.approvalWait),
          ]
        : [],
  };
}

function shareRow({ name, definition, n, share }: ShareFigure): TrendCell[] {
  return [
    name,
    share && { value: share.numerator / share.denominator, unit: 'share' },
    undefined,
    n,
    undefined,
    definition,
  ];
}

function durationRow(figure: DurationFigure): TrendCell[] {
  const { name, definition, n, stats, missing, invalid } = figure;
  return [
    `${name} (median)`,
    stats && { value: stats.median, unit: 'ms' },
    stats && { value: stats.p90, unit: 'ms' },
    n,
    missing + invalid,
    definition,
  ];
}
