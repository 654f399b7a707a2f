import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import { Link } from '@backstage/core-components';
import { useRouteRef } from '@backstage/core-plugin-api';
import type { Incident } from '@hindsight/backstage-plugin-incident-learning-common';
import {
  PhaseTimeline,
  SeverityChip,
  StatusChip,
  formatQuantity,
} from '../../components';
import { Disclosure, Section } from '../../components/layout';
import { editIncidentRouteRef, incidentRouteRef } from '../../routes';
import { fieldId } from './fieldId';
import { useReviewContext } from './ReviewContext';

const useStyles = makeStyles(
  theme => ({
    list: {
      display: 'grid',
      gap: theme.spacing(2),
      listStyle: 'none',
      margin: 0,
      padding: 0,
    },
    row: {
      display: 'flex',
      flexWrap: 'wrap',
      alignItems: 'center',
      gap: theme.spacing(0.75),
      marginTop: theme.spacing(0.5),
      fontSize: theme.typography.pxToRem(13),
    },
    title: { fontWeight: 500, overflowWrap: 'anywhere' },
  }),
  { name: 'HindsightReviewIncidents' },
);

/** What the review is about, with the times and events that are on record. */
export function Incidents() {
  const classes = useStyles();
  const { incidents } = useReviewContext();
  return (
    <Section
      title="Incidents and timeline"
      note={formatQuantity(incidents.length, 'incident')}
    >
      <div id={fieldId('timeline')} tabIndex={-1}>
        {incidents.length === 0 ? (
          <Typography color="textSecondary">
            None that you may read. What was written about them is below.
          </Typography>
        ) : (
          <ul className={classes.list}>
            {incidents.map(incident => (
              <IncidentItem key={incident.id} incident={incident} />
            ))}
          </ul>
        )}
      </div>
    </Section>
  );
}

function IncidentItem({ incident }: { incident: Incident }) {
  const classes = useStyles();
  const { id, title, severity, status, timeline } = incident;
  const path = useRouteRef(incidentRouteRef)({ id });
  const editPath = useRouteRef(editIncidentRouteRef)({ id });
  return (
    <li>
      <Link to={path} className={classes.title}>
        {title}
      </Link>
      <div className={classes.row}>
        <SeverityChip severity={severity} />
        <StatusChip status={status} />
        {timeline.length > 0 ? (
          <span>{formatQuantity(timeline.length, 'event')} on record</span>
        ) : (
          <span>
            No events on record.{' '}
            <Link to={`${editPath}?field=timeline`}>
              Add what happened when
            </Link>
          </span>
        )}
      </div>
      <Disclosure summary="Phases">
        <PhaseTimeline incident={incident} label={`Phases of ${title}`} />
      </Disclosure>
    </li>
  );
}
