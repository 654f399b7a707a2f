import { ComponentType, useState } from 'react';
import Button from '@material-ui/core/Button';
import { SvgIconProps } from '@material-ui/core/SvgIcon';
import { makeStyles } from '@material-ui/core/styles';
import BlockIcon from '@material-ui/icons/Block';
import CheckCircleIcon from '@material-ui/icons/CheckCircleOutlined';
import RadioButtonUncheckedIcon from '@material-ui/icons/RadioButtonUnchecked';
import Alert from '@material-ui/lab/Alert';
import { Link } from '@backstage/core-components';
import { useApi } from '@backstage/core-plugin-api';
import type {
  Action,
  ActionLink,
  IssueState,
  TrackedIssue,
} from '@hindsight/backstage-plugin-incident-learning-common';
import { incidentLearningApiRef } from '../../api';
import { formatTime } from '../../components';
import { Tag } from '../../components/Tag';
import { AskDialog } from '../../components/dialog';
import { PersonName } from '../../components/entities';
import { Facts } from '../../components/layout';
import type { Tone } from '../../components/palette';
import type { ChangeTracking } from './TrackerSection';
import { ISSUE_STATE_WORDS, hintOf } from './words';

const LOOKS: Record<
  IssueState,
  { tone: Tone; Icon: ComponentType<SvgIconProps> }
> = {
  open: { tone: 'info', Icon: RadioButtonUncheckedIcon },
  completed: { tone: 'success', Icon: CheckCircleIcon },
  'not-planned': { tone: 'neutral', Icon: BlockIcon },
  closed: { tone: 'neutral', Icon: BlockIcon },
};

const useStyles = makeStyles(
  theme => ({
    root: { display: 'grid', gap: theme.spacing(2) },
    text: {
      margin: 0,
      fontSize: theme.typography.pxToRem(14),
      lineHeight: 1.6,
    },
    buttons: { display: 'flex', flexWrap: 'wrap', gap: theme.spacing(1) },
  }),
  { name: 'HindsightLinkedIssue' },
);

/** How the issue of an action stands, when that was read, and what was in the way. */
export function LinkedIssue(props: {
  action: Action;
  link: ActionLink;
  /** What the tracker is called. */
  tracker: string;
  busy: boolean;
  onChange: ChangeTracking;
}) {
  const classes = useStyles();
  const api = useApi(incidentLearningApiRef);
  const { action, link, tracker, busy, onChange } = props;
  const [asking, setAsking] = useState(false);
  const { issue, problem } = link;
  const hint = hintOf(action, link);
  return (
    <div className={classes.root}>
      {issue ? (
        <IssueFacts issue={issue} link={link} tracker={tracker} />
      ) : (
        <p className={classes.text}>
          An issue is to be created in {link.target}, {tracker}.{' '}
          <PersonName entityRef={link.linkedBy} /> asked for it on{' '}
          {formatTime(link.linkedAt)}.
        </p>
      )}
      {problem && (
        <Alert severity="warning">
          {problem.message}. Last tried on {formatTime(problem.at)}, next on{' '}
          {formatTime(link.nextTryAt)}.
        </Alert>
      )}
      {hint && <Alert severity="info">{hint}</Alert>}
      <div className={classes.buttons}>
        <Button
          variant="outlined"
          disabled={busy}
          onClick={() => onChange(() => api.readActionIssue(action.id))}
        >
          {nowWords(busy, issue !== undefined)}
        </Button>
        <Button disabled={busy} onClick={() => setAsking(true)}>
          {issue ? 'Unlink' : 'Give up'}
        </Button>
      </div>
      {asking && (
        <AskDialog
          title={issue ? `Unlink ${issue.label}?` : 'Give the issue up?'}
          text={
            issue
              ? 'The issue stays where it is. It is followed no more, and moves this action no more.'
              : 'It is tried no more. If an earlier attempt came through unheard, that issue stays where it is.'
          }
          confirm={issue ? 'Unlink' : 'Give up'}
          onClose={() => setAsking(false)}
          onConfirm={async () => {
            setAsking(false);
            await onChange(() => api.unlinkActionIssue(action.id));
          }}
        />
      )}
    </div>
  );
}

function nowWords(busy: boolean, known: boolean): string {
  if (busy) {
    return 'Asking…';
  }
  return known ? 'Read it now' : 'Try now';
}

function IssueFacts(props: {
  issue: TrackedIssue;
  link: ActionLink;
  tracker: string;
}) {
  const { issue, link, tracker } = props;
  const { tone, Icon } = LOOKS[issue.state];
  return (
    <Facts
      facts={[
        [
          tracker,
          <Link to={issue.url} target="_blank" rel="noopener noreferrer">
            {issue.label}: {issue.title}
          </Link>,
        ],
        [
          'State',
          <Tag tone={tone} icon={<Icon />}>
            {ISSUE_STATE_WORDS[issue.state]}
          </Tag>,
        ],
        ['Since', issue.stateSince && formatTime(issue.stateSince)],
        ['Assigned to', issue.assignees.join(', ')],
        ['Last read', link.readAt && formatTime(link.readAt)],
      ]}
    />
  );
}
