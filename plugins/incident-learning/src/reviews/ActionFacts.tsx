import Typography from '@material-ui/core/Typography';
import { Link } from '@backstage/core-components';
import type { Action } from '@hindsight/backstage-plugin-incident-learning-common';
import { ACTION_STATUS_WORDS } from '../actions/words';
import { formatTime } from '../components';
import { PersonName } from '../components/entities';
import { useFactStyles } from './LessonFacts';
import { Markdown } from '../components/Markdown';

/** Actions to read; those that have moved since say where they stand today. */
export function ActionFacts(props: {
  actions: Action[];
  /** The same actions as they are now, where they were frozen. */
  today?: Action[];
}) {
  const classes = useFactStyles();
  if (props.actions.length === 0) {
    return <Typography color="textSecondary">None.</Typography>;
  }
  return (
    <ol className={classes.list}>
      {props.actions.map(action => {
        const now = props.today?.find(({ id }) => id === action.id);
        return (
          <li key={action.id}>
            {action.externalLink ? (
              <Link
                to={action.externalLink}
                target="_blank"
                rel="noopener noreferrer"
              >
                {action.title}
              </Link>
            ) : (
              action.title
            )}
            {action.description && <Markdown text={action.description} />}
            <div className={classes.note}>
              <strong>{statusWords(action, now)}</strong>
              {action.owner && (
                <span>
                  Owned by <PersonName entityRef={action.owner} />
                </span>
              )}
              {action.dueDate && (
                <span>Due {formatTime(action.dueDate, 'day')}</span>
              )}
              {action.successCriteria && (
                <span>Done when: {action.successCriteria}</span>
              )}
            </div>
          </li>
        );
      })}
    </ol>
  );
}

function statusWords(action: Action, now: Action | undefined): string {
  const then = ACTION_STATUS_WORDS[action.status];
  if (!now || now.status === action.status) {
    return then;
  }
  return `${ACTION_STATUS_WORDS[now.status]} today (${then.toLocaleLowerCase(
    'en-US',
  )} when published)`;
}
