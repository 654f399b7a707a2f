import { ReactNode, useState } from 'react';
import Button from '@material-ui/core/Button';
import { makeStyles } from '@material-ui/core/styles';
import DeleteOutlineIcon from '@material-ui/icons/DeleteOutline';
import EditIcon from '@material-ui/icons/Edit';
import { Link as RouterLink } from 'react-router-dom';
import { Link } from '@backstage/core-components';
import { useRouteRef } from '@backstage/core-plugin-api';
import { usePermission } from '@backstage/plugin-permission-react';
import {
  Incident,
  incidentDeletePermission,
} from '@hindsight/backstage-plugin-incident-learning-common';
import { RepeatChip, SeverityChip, StatusChip } from '../../components';
import {
  ReviewAction,
  ReviewMarkTag,
  useReviewMark,
} from '../../reviews/start';
import { editIncidentRouteRef, incidentsRouteRef } from '../../routes';
import { PriorityMark } from '../../risk/parts/PriorityMark';
import { DrillMark, RestrictedMark } from '../marks';
import { CopyLinkButton, PageTitle } from '../../components/layout';
import { KIND_WORDS } from '../words';
import { DeleteDialog } from './DeleteDialog';

const useStyles = makeStyles(
  theme => ({
    row: {
      display: 'flex',
      flexWrap: 'wrap',
      alignItems: 'center',
      gap: theme.spacing(0.75),
    },
    kind: { fontSize: theme.typography.pxToRem(13) },
  }),
  { name: 'IncidentLearningIncidentHeader' },
);

/** What the incident is called, how it stands, and what can be done with it. */
export function IncidentHeader(props: {
  incident: Incident;
  canUpdate: boolean;
}) {
  const classes = useStyles();
  const { incident } = props;
  const mark = useReviewMark(incident.id);
  const listPath = useRouteRef(incidentsRouteRef)();
  return (
    <PageTitle
      title={incident.title}
      above={<Link to={listPath}>Incidents</Link>}
      below={
        <div className={classes.row}>
          <SeverityChip severity={incident.severity} />
          <StatusChip status={incident.status} />
          {incident.risk?.priority && <PriorityMark />}
          {incident.repeat && <RepeatChip state={incident.repeat.state} />}
          <ReviewMarkTag mark={mark} />
          {incident.drill && <DrillMark />}
          {incident.visibility === 'restricted' && <RestrictedMark />}
          <span className={classes.kind}>
            {KIND_WORDS[incident.kind]} incident
          </span>
        </div>
      }
      actions={
        <Actions {...props}>
          <ReviewAction incident={incident} mark={mark} />
        </Actions>
      }
    />
  );
}

function Actions(props: {
  incident: Incident;
  canUpdate: boolean;
  children: ReactNode;
}) {
  const classes = useStyles();
  const { incident, canUpdate } = props;
  const editPath = useRouteRef(editIncidentRouteRef)({ id: incident.id });
  const [deleting, setDeleting] = useState(false);
  const { allowed: canDelete } = usePermission({
    permission: incidentDeletePermission,
    resourceRef: incident.id,
  });
  return (
    <div className={classes.row}>
      <CopyLinkButton />
      {canDelete && (
        <Button
          startIcon={<DeleteOutlineIcon />}
          onClick={() => setDeleting(true)}
        >
          Delete
        </Button>
      )}
      {canUpdate && (
        <Button
          variant="outlined"
          startIcon={<EditIcon />}
          component={RouterLink}
          to={editPath}
        >
          Edit
        </Button>
      )}
      {props.children}
      {deleting && (
        <DeleteDialog incident={incident} onClose={() => setDeleting(false)} />
      )}
    </div>
  );
}
