import { Link } from '@backstage/core-components';
import { useApi, useRouteRef } from '@backstage/core-plugin-api';
import { incidentLearningApiRef } from '../../api';
import { EmptyState, formatCount } from '../../components';
import { actionsRouteRef } from '../../routes';
import { BreakdownValue } from '../BreakdownValue';
import { useCardData } from '../cards';
import { CardFrame } from './CardFrame';
import type { CardProps } from './Comparisons';
import { DataTable } from './DataTable';

/** What teams have promised and not done by the day that they said. */
export function OverdueCard({ selection }: CardProps) {
  const { scope } = selection;
  const api = useApi(incidentLearningApiRef);
  const listPath = useRouteRef(actionsRouteRef)();
  const report = useCardData(scope, signal =>
    api.getActionReport({ scope }, { signal }),
  );
  const late = (report.data?.byTeam ?? []).filter(({ overdue }) => overdue > 0);
  const linkTo = (team: string = scope) =>
    `${listPath}?${new URLSearchParams({ overdue: 'true', scope: team })}`;
  return (
    <CardFrame
      title="Overdue actions by team"
      description="Actions that somebody committed to and whose due date has passed, whatever the period, by the group that owns them or whose member does."
      what="the actions"
      data={report}
      action={<Link to={linkTo()}>All overdue actions</Link>}
    >
      {() =>
        late.length === 0 ? (
          <EmptyState
            title="Nothing is overdue"
            description="Every action that somebody committed to is done, or its due date is still to come."
          />
        ) : (
          <DataTable
            caption="Overdue, committed to and done"
            columns={[
              { header: 'Team' },
              { header: 'Overdue', numeric: true },
              { header: 'Committed to', numeric: true },
              { header: 'Done', numeric: true },
            ]}
            rows={late.map(({ team, overdue, committed, completed }) => ({
              key: team ?? 'none',
              cells: [
                team ? (
                  <BreakdownValue key="team" by="team" value={team} />
                ) : (
                  'No team'
                ),
                team ? (
                  <Link key="overdue" to={linkTo(team)}>
                    {formatCount(overdue)}
                  </Link>
                ) : (
                  formatCount(overdue)
                ),
                formatCount(committed),
                formatCount(completed),
              ],
            }))}
          />
        )
      }
    </CardFrame>
  );
}
