import { OverdueReport } from '@hindsight/backstage-plugin-incident-learning-common';
import { csvOf } from '../../http';
import { dateAt } from './moments';

type Point = OverdueReport['teams'][number]['series'][number];

interface Line extends Omit<Point, 'own'> {
  of: string;
  group: string;
  own?: number;
}

/** The series as one table: the lines of all, then those of each group. */
export function overdueCsv(report: OverdueReport): string {
  const { series, teams, interval, timeZone } = report;
  const calendar = { timeZone, firstDayOfWeek: 1 };
  return csvOf<Line>(
    [
      { header: 'of', value: line => line.of },
      { header: 'group', value: line => line.group },
      {
        header: interval,
        value: line => dateAt(Date.parse(line.start), calendar),
      },
      { header: 'counted at', value: line => line.at },
      { header: 'open commitments', value: line => line.n },
      { header: 'overdue', value: line => line.overdue },
      { header: 'overdue without child groups', value: line => line.own },
    ],
    [
      ...series.map(point => ({ of: 'all', group: '', ...point })),
      ...teams.flatMap(team =>
        team.series.map(point => ({
          of: 'group',
          group: team.team ?? '',
          ...point,
        })),
      ),
    ],
  );
}
