import { makeStyles } from '@material-ui/core/styles';
import type { Incident } from '@hindsight/backstage-plugin-incident-learning-common';
import { formatDuration, formatTime } from '../../components';
import { VisuallyHidden } from '../../components/VisuallyHidden';
import { EntityName, KnownEntities } from '../../components/entities';

const useStyles = makeStyles(
  theme => ({
    note: {
      display: 'block',
      whiteSpace: 'normal',
      fontSize: theme.typography.pxToRem(12),
      color: theme.palette.text.secondary,
    },
    unassigned: { color: theme.palette.text.secondary },
  }),
  { name: 'IncidentLearningIncidentCells' },
);

/** When an incident was detected, or else the time by which it is filed. */
export function IncidentDate({ incident }: { incident: Incident }) {
  const classes = useStyles();
  const { detectedAt, precision, periodAt, periodPrecision } = incident;
  if (detectedAt) {
    return <>{formatTime(detectedAt, precision.detectedAt)}</>;
  }
  return (
    <>
      {formatTime(periodAt, periodPrecision)}
      <span className={classes.note}>{filedUnder(incident)}</span>
    </>
  );
}

function filedUnder(incident: Incident): string {
  if (incident.declaredAt) {
    return 'declared';
  }
  return incident.occurredAt ? 'occurred' : 'recorded';
}

/** A duration, or that it is not known. */
export function Duration(props: { ms: number | undefined }) {
  const classes = useStyles();
  const { ms } = props;
  if (ms === undefined) {
    return (
      <>
        <span aria-hidden className={classes.unassigned}>
          –
        </span>
        <VisuallyHidden>not known</VisuallyHidden>
      </>
    );
  }
  return (
    <>
      {formatDuration(ms)}
      {ms < 0 && <span className={classes.note}>negative: not counted</span>}
    </>
  );
}

/** The primary entity of an incident and how many more there are. */
export function PrimaryEntity(props: {
  incident: Incident;
  known: KnownEntities;
}) {
  const classes = useStyles();
  const [primary, ...more] = props.incident.entityRefs;
  if (!primary) {
    return <span className={classes.unassigned}>Unassigned</span>;
  }
  return (
    <>
      <EntityName
        entityRef={primary}
        known={props.known(primary)}
        defaultKind="component"
      />
      {more.length > 0 && (
        <span className={classes.note} title={more.join(', ')}>
          +{more.length} more
        </span>
      )}
    </>
  );
}
