import type { ActionReport } from '@hindsight/backstage-plugin-incident-learning-common';
import { csvOf } from '../http';

type Totals = ActionReport['totals'];

interface Line extends Totals {
  group: string;
  value: string;
}

/** The report as one table: a line for all, for each category, priority and team. */
export function reportCsv(report: ActionReport): string {
  const { totals, byCategory, byPriority, byTeam } = report;
  const lines: Line[] = [
    { group: 'all', value: '', ...totals },
    ...byCategory.map(({ category, ...line }) => ({
      group: 'category',
      value: category ?? '',
      ...line,
    })),
    ...byPriority.map(({ priority, ...line }) => ({
      group: 'priority',
      value: priority,
      ...line,
    })),
    ...byTeam.map(({ team, ...line }) => ({
      group: 'team',
      value: team ?? '',
      ...line,
    })),
  ];
  return csvOf<Line>(
    [
      { header: 'group', value: line => line.group },
      { header: 'value', value: line => line.value },
      { header: 'total', value: line => line.total },
      { header: 'committed', value: line => line.committed },
      { header: 'completed', value: line => line.completed },
      { header: 'in progress', value: line => line.inProgress },
      { header: 'overdue', value: line => line.overdue },
      { header: 'implementation rate', value: line => line.implementationRate },
    ],
    lines,
  );
}
