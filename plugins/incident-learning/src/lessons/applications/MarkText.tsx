import { makeStyles } from '@material-ui/core/styles';
import { Link } from '@backstage/core-components';
import { useRouteRef } from '@backstage/core-plugin-api';
import type {
  LessonApplication,
  PlannedAction,
} from '@hindsight/backstage-plugin-incident-learning-common';
import { ACTION_STATUS_WORDS } from '../../actions/words';
import { formatTime } from '../../components';
import { PersonName } from '../../components/entities';
import { actionRouteRef } from '../../routes';

const useStyles = makeStyles(
  theme => ({
    root: {
      fontSize: theme.typography.pxToRem(13),
      lineHeight: 1.5,
      overflowWrap: 'anywhere',
    },
    who: { color: theme.palette.text.secondary },
  }),
  { name: 'HindsightMarkText' },
);

/** What was said of a lesson at a service, by whom and when, and how its plan stands. */
export function MarkText({ application }: { application: LessonApplication }) {
  const classes = useStyles();
  const { note, by, at, action, mark, standing } = application;
  return (
    <div className={classes.root}>
      {note && <div>{note}</div>}
      {action && <PlanText action={action} />}
      {mark === 'planned' && standing === 'open' && (
        <div>The plan was given up.</div>
      )}
      <div className={classes.who}>
        {mark === 'open' ? 'Taken back by' : 'Marked by'}{' '}
        <PersonName entityRef={by} />, {formatTime(at, 'day')}
      </div>
    </div>
  );
}

function PlanText({ action }: { action: PlannedAction }) {
  const path = useRouteRef(actionRouteRef)({ id: action.id });
  return (
    <div>
      Action: <Link to={path}>{action.title}</Link> (
      {ACTION_STATUS_WORDS[action.status].toLocaleLowerCase('en-US')}
      {action.dueDate && `, due ${formatTime(action.dueDate, 'day')}`})
    </div>
  );
}
