import Button from '@material-ui/core/Button';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import Alert from '@material-ui/lab/Alert';
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
import { IncidentSearch } from '../start/IncidentSearch';
import { fieldId } from './fieldId';
import { useReviewContext } from './ReviewContext';
import { useIncidents } from './useIncidents';

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
    head: {
      display: 'flex',
      flexWrap: 'wrap',
      alignItems: 'baseline',
      justifyContent: 'space-between',
      gap: theme.spacing(0, 1),
    },
    add: { maxWidth: 480, marginTop: theme.spacing(2) },
  }),
  { name: 'HindsightReviewIncidents' },
);

/** What the review is about, with the times and events that are on record. */
export function Incidents() {
  const classes = useStyles();
  const { incidents, readOnly } = useReviewContext();
  const change = useIncidents();
  return (
    <Section
      title="Incidents and timeline"
      note={formatQuantity(incidents.length, 'incident')}
    >
      {incidents.length === 0 ? (
        <Typography
          id={fieldId('timeline')}
          tabIndex={-1}
          color="textSecondary"
        >
          None that you may read. What was written about them is below.
        </Typography>
      ) : (
        <ul className={classes.list}>
          {incidents.map((incident, index) => (
            <IncidentItem
              key={incident.id}
              incident={incident}
              timelineId={index === 0 ? fieldId('timeline') : undefined}
              // The last one stays: a review is about something.
              onRemove={
                readOnly || incidents.length < 2
                  ? undefined
                  : () => change.remove(incident)
              }
              busy={change.busy}
            />
          ))}
        </ul>
      )}
      {!readOnly && (
        <div className={classes.add}>
          <IncidentSearch
            without={incidents.map(({ id }) => id)}
            disabled={change.busy}
            onPick={change.add}
          />
        </div>
      )}
      <div role="status">{change.done}</div>
      {change.problem && <Alert severity="error">{change.problem}</Alert>}
    </Section>
  );
}

function IncidentItem(props: {
  incident: Incident;
  timelineId?: string;
  busy: boolean;
  onRemove?: () => void;
}) {
  const classes = useStyles();
  const { incident, timelineId, onRemove } = props;
  const { id, title, severity, status, timeline, visibility } = incident;
  const path = useRouteRef(incidentRouteRef)({ id });
  const editPath = useRouteRef(editIncidentRouteRef)({ id });
  return (
    <li>
      <div className={classes.head}>
        <Link to={path} className={classes.title}>
          {title}
        </Link>
        {onRemove && (
          <Button
            size="small"
            disabled={props.busy}
            aria-label={`Remove ${title} from the review`}
            onClick={onRemove}
          >
            Remove
          </Button>
        )}
      </div>
      <div className={classes.row}>
        <SeverityChip severity={severity} />
        <StatusChip status={status} />
        {visibility === 'restricted' && (
          <span>Restricted: who is in this review knows it, too.</span>
        )}
        {timeline.length > 0 ? (
          <span>{formatQuantity(timeline.length, 'event')} on record</span>
        ) : (
          <span>
            No events on record.{' '}
            <Link id={timelineId} to={`${editPath}?field=timeline`}>
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
