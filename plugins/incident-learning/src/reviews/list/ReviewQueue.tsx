import { makeStyles } from '@material-ui/core/styles';
import { Link } from '@backstage/core-components';
import { useApi, useRouteRef } from '@backstage/core-plugin-api';
import type { Incident } from '@hindsight/backstage-plugin-incident-learning-common';
import { incidentLearningApiRef, useApiData } from '../../api';
import {
  ErrorState,
  LoadingState,
  SeverityChip,
  formatQuantity,
} from '../../components';
import { Section } from '../../components/layout';
import { incidentRouteRef, incidentsRouteRef } from '../../routes';
import { PriorityMark } from '../../risk/parts/PriorityMark';
import { ScoreValue } from '../../risk/parts/ScoreValue';

const useStyles = makeStyles(
  theme => ({
    root: { marginBottom: theme.spacing(2) },
    list: { listStyle: 'none', margin: 0, padding: 0 },
    item: {
      display: 'grid',
      gridTemplateColumns: 'minmax(0, 1fr) auto',
      alignItems: 'center',
      gap: theme.spacing(0.5, 2),
      padding: theme.spacing(1, 0),
      borderTop: `1px solid ${theme.palette.divider}`,
      '&:first-child': { borderTop: 0, paddingTop: 0 },
    },
    name: { overflowWrap: 'anywhere', lineHeight: 1.4 },
    marks: {
      display: 'flex',
      flexWrap: 'wrap',
      gap: theme.spacing(0.5, 0.75),
      marginTop: theme.spacing(0.5),
    },
    none: {
      margin: 0,
      fontSize: theme.typography.pxToRem(14),
      color: theme.palette.text.secondary,
    },
  }),
  { name: 'HindsightReviewQueue' },
);

const FIRST = 5;

/** Incidents that need a review and are in none, the highest risk first. */
export function ReviewQueue({ scope }: { scope?: string }) {
  const classes = useStyles();
  const api = useApi(incidentLearningApiRef);
  const incidents = useRouteRef(incidentsRouteRef)();
  const { data, error, retry } = useApiData(String(scope), signal =>
    api.listIncidents(
      {
        scope,
        needsReview: true,
        drill: false,
        sort: '-riskScore',
        limit: FIRST,
        total: true,
      },
      { signal },
    ),
  );
  const query = new URLSearchParams({
    ...(scope && { scope }),
    needsReview: 'true',
    drill: 'false',
    sort: '-riskScore',
  });
  const count = data?.totalItems ?? 0;
  return (
    <div className={classes.root}>
      <Section
        title="Review queue"
        note={
          <>
            Incidents that need a review and are in none, the highest risk score
            (0 to 1) first.{' '}
            {count > FIRST && (
              <Link to={`${incidents}?${query}`} underline="always">
                All {formatQuantity(count, 'incident')}
              </Link>
            )}
          </>
        }
      >
        {error && (
          <ErrorState what="the review queue" error={error} onRetry={retry} />
        )}
        {!data && !error && (
          <LoadingState what="the review queue" variant="table" count={3} />
        )}
        {data?.items.length === 0 && (
          <p className={classes.none}>
            No incident waits: each that needs a review has one.
          </p>
        )}
        <ol className={classes.list} aria-label="Review queue">
          {data?.items.map(incident => (
            <QueuedIncident key={incident.id} incident={incident} />
          ))}
        </ol>
      </Section>
    </div>
  );
}

function QueuedIncident({ incident }: { incident: Incident }) {
  const classes = useStyles();
  const { id, title, severity, risk } = incident;
  const href = useRouteRef(incidentRouteRef)({ id });
  return (
    <li className={classes.item}>
      <div className={classes.name}>
        <Link to={href}>{title}</Link>
        <div className={classes.marks}>
          {risk?.priority && <PriorityMark />}
          <SeverityChip severity={severity} />
        </div>
      </div>
      <ScoreValue risk={risk} />
    </li>
  );
}
