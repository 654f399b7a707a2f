import { makeStyles } from '@material-ui/core/styles';
import { Link } from '@backstage/core-components';
import { useRouteRef } from '@backstage/core-plugin-api';
import type { Report } from '@hindsight/backstage-plugin-incident-learning-common';
import { PhaseTimeline, SeverityChip, StatusChip } from '../../components';
import { TimelineTable } from '../../incidents/page/TimelineTable';
import { incidentRouteRef } from '../../routes';

const useStyles = makeStyles(
  theme => ({
    root: { '& + &': { marginTop: theme.spacing(3) } },
    title: {
      margin: 0,
      fontSize: theme.typography.pxToRem(16),
      fontWeight: 500,
      overflowWrap: 'anywhere',
    },
    chips: {
      display: 'flex',
      gap: theme.spacing(0.75),
      margin: theme.spacing(1, 0),
    },
    timeline: { marginTop: theme.spacing(2) },
  }),
  { name: 'HindsightReportIncident' },
);

/** An incident as it was when the report was published. */
export function ReportIncident(props: {
  incident: Report['incidents'][number];
}) {
  const classes = useStyles();
  const { incident } = props;
  const path = useRouteRef(incidentRouteRef)({ id: incident.id });
  return (
    <div className={classes.root}>
      <h4 className={classes.title}>
        <Link to={path}>{incident.title}</Link>
      </h4>
      <div className={classes.chips}>
        <SeverityChip severity={incident.severity} />
        <StatusChip status={incident.status} />
      </div>
      <PhaseTimeline
        incident={incident}
        label={`Phases of ${incident.title}`}
      />
      {incident.timeline.length > 0 && (
        <div className={classes.timeline}>
          <TimelineTable
            events={incident.timeline}
            label={`Timeline of ${incident.title}`}
          />
        </div>
      )}
    </div>
  );
}
