import { Link } from '@backstage/core-components';
import { useRouteRef } from '@backstage/core-plugin-api';
import { makeStyles } from '@material-ui/core/styles';
import {
  ErrorState,
  LoadingState,
  SeverityChip,
  formatDuration,
  formatQuantity,
  formatTime,
} from '../../components';
import {
  actionsRouteRef,
  incidentRouteRef,
  reviewsRouteRef,
} from '../../routes';
import { patchParams } from '../../url';
import { durationOf } from '../chartData';
import { countsIncidents, rowsOf, useIncidentsLink } from '../incidentsLink';
import { useIncidentRows } from '../useMetrics';
import type { DrillDownProps } from './DrillDownBody';
import { Part } from './Part';

const useStyles = makeStyles(
  theme => ({
    list: {
      margin: theme.spacing(0, 0, 1.5),
      padding: 0,
      listStyle: 'none',
    },
    row: {
      display: 'flex',
      flexWrap: 'wrap',
      alignItems: 'center',
      gap: theme.spacing(0.25, 1.5),
      padding: theme.spacing(1, 0),
      borderBottom: `1px solid ${theme.palette.divider}`,
      fontSize: theme.typography.pxToRem(14),
    },
    title: { flex: '1 1 280px', overflowWrap: 'anywhere' },
    value: { fontWeight: 700, fontVariantNumeric: 'tabular-nums' },
    at: { color: theme.palette.text.secondary },
  }),
  { name: 'IncidentLearningRowsPart' },
);

/** The rows behind the figure: the first of them, and the way to all. */
export function RowsPart(props: DrillDownProps) {
  const { kpi, selection } = props;
  const reviewsRoute = useRouteRef(reviewsRouteRef);
  const actionsRoute = useRouteRef(actionsRouteRef);
  if (kpi.id.startsWith('action-')) {
    const scope = selection.scope === 'org' ? undefined : selection.scope;
    return (
      <Part
        title="Behind it"
        description="It is read off the actions that somebody committed to, and what stakeholders think of those that are done."
      >
        <Link
          to={`${actionsRoute()}?${patchParams(new URLSearchParams(), {
            scope,
          })}`}
        >
          Actions
        </Link>
      </Part>
    );
  }
  if (!countsIncidents(kpi)) {
    return (
      <Part
        title="Behind it"
        description="It is read off published reviews, their lessons and what their participants answered."
      >
        <Link to={`${reviewsRoute()}?state=published`}>Published reviews</Link>
      </Part>
    );
  }
  return <IncidentRows {...props} />;
}

function IncidentRows(props: DrillDownProps) {
  const classes = useStyles();
  const { kpi, metrics, selection } = props;
  const incidentRoute = useRouteRef(incidentRouteRef);
  const linkOf = useIncidentsLink(metrics, selection);
  const { words, query } = rowsOf(kpi);
  const { data, error, retry } = useIncidentRows(selection, query);
  const field = durationOf(kpi.id)?.field;
  if (error) {
    return <ErrorState what="the incidents" error={error} onRetry={retry} />;
  }
  return (
    <Part title="The incidents behind it" description={words}>
      {data ? (
        <>
          <ul className={classes.list}>
            {data.items.map(incident => {
              const ms = field && incident[field];
              return (
                <li key={incident.id} className={classes.row}>
                  <span className={classes.title}>
                    <Link to={incidentRoute({ id: incident.id })}>
                      {incident.title}
                    </Link>
                  </span>
                  {ms !== undefined && (
                    <span className={classes.value}>{formatDuration(ms)}</span>
                  )}
                  <SeverityChip severity={incident.severity} />
                  <span className={classes.at}>
                    {formatTime(
                      incident.periodAt,
                      incident.periodPrecision === 'exact'
                        ? 'day'
                        : incident.periodPrecision,
                    )}
                  </span>
                </li>
              );
            })}
          </ul>
          <Link to={linkOf({ kpi })}>
            {data.totalItems === 0
              ? 'No incidents: open the list'
              : `Open the list of ${formatQuantity(
                  data.totalItems ?? data.items.length,
                  'incident',
                )}`}
          </Link>
        </>
      ) : (
        <LoadingState what="the incidents" variant="table" count={6} />
      )}
    </Part>
  );
}
