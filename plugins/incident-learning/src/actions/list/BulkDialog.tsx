import { useId, useState } from 'react';
import Button from '@material-ui/core/Button';
import Dialog from '@material-ui/core/Dialog';
import DialogActions from '@material-ui/core/DialogActions';
import DialogContent from '@material-ui/core/DialogContent';
import DialogContentText from '@material-ui/core/DialogContentText';
import DialogTitle from '@material-ui/core/DialogTitle';
import { makeStyles } from '@material-ui/core/styles';
import Alert from '@material-ui/lab/Alert';
import { useApi } from '@backstage/core-plugin-api';
import type { ActionBulkResult } from '@hindsight/backstage-plugin-incident-learning-common';
import { incidentLearningApiRef, writeRefusalOf } from '../../api';
import { formatQuantity } from '../../components';
import { EntityPicker, PARTICIPANT_KINDS } from '../../components/entities';
import { ValueText } from '../../components/history';
import { TextInput } from '../../components/inputs';
import { ACTION_WORDS } from '../words';

const useStyles = makeStyles(
  theme => ({
    fields: { display: 'grid', gap: theme.spacing(2) },
    list: {
      margin: theme.spacing(1, 0, 0),
      paddingLeft: 18,
      fontSize: theme.typography.pxToRem(14),
      overflowWrap: 'anywhere',
    },
  }),
  { name: 'HindsightBulkDialog' },
);

/** Changes due date or owner of several actions: first shows what would change, then does it. */
export function BulkDialog(props: {
  ids: string[];
  onClose: () => void;
  onChanged: () => void;
}) {
  const classes = useStyles();
  const api = useApi(incidentLearningApiRef);
  const titleId = useId();
  const [owner, setOwner] = useState<string>();
  const [dueDate, setDueDate] = useState('');
  const [preview, setPreview] = useState<ActionBulkResult>();
  const [problem, setProblem] = useState<string>();
  const [busy, setBusy] = useState(false);
  const change = { ids: props.ids, owner, dueDate: dueDate || undefined };

  const run = async (dryRun: boolean) => {
    setBusy(true);
    setProblem(undefined);
    try {
      const result = await api.changeActions({ ...change, dryRun });
      if (dryRun) {
        setPreview(result);
      } else {
        props.onChanged();
      }
    } catch (error) {
      setProblem(problemText(error));
    } finally {
      setBusy(false);
    }
  };

  return (
    <Dialog
      open
      fullWidth
      maxWidth="sm"
      onClose={props.onClose}
      aria-labelledby={titleId}
    >
      <DialogTitle id={titleId}>
        Change {formatQuantity(props.ids.length, 'action')}
      </DialogTitle>
      <DialogContent>
        {preview ? (
          <BulkPreview result={preview} />
        ) : (
          <div className={classes.fields}>
            <DialogContentText>
              What you leave empty stays as it is. You see what changes before
              it is done.
            </DialogContentText>
            <EntityPicker
              label="New owner"
              kinds={PARTICIPANT_KINDS}
              value={owner}
              onPick={setOwner}
            />
            <TextInput
              label="New due date"
              type="date"
              value={dueDate}
              onChange={setDueDate}
            />
          </div>
        )}
        {problem && <Alert severity="error">{problem}</Alert>}
      </DialogContent>
      <DialogActions>
        <Button onClick={preview ? () => setPreview(undefined) : props.onClose}>
          Back
        </Button>
        {preview ? (
          <Button
            variant="contained"
            color="primary"
            disabled={busy || preview.changed === 0}
            onClick={() => run(false)}
          >
            Change {formatQuantity(preview.changed, 'action')}
          </Button>
        ) : (
          <Button
            variant="contained"
            color="primary"
            disabled={busy || (!owner && !dueDate)}
            onClick={() => run(true)}
          >
            Show what changes
          </Button>
        )}
      </DialogActions>
    </Dialog>
  );
}

function BulkPreview({ result }: { result: ActionBulkResult }) {
  const classes = useStyles();
  const changed = result.items.filter(item => item.outcome === 'changed');
  const refused = result.items.filter(item => item.outcome === 'refused');
  return (
    <>
      <DialogContentText>
        {formatQuantity(result.changed, 'action')} would change,{' '}
        {result.unchanged} would stay, {result.refused} cannot change.
      </DialogContentText>
      <ul className={classes.list} aria-label="What changes">
        {changed.map(({ id, action, changes }) => (
          <li key={id}>
            {action?.title}:{' '}
            {changes.map(({ path, from, to }) => (
              <span key={path}>
                {ACTION_WORDS.nameOf(path).toLocaleLowerCase('en-US')} from{' '}
                <ValueText value={from} path={path} words={ACTION_WORDS} /> to{' '}
                <ValueText value={to} path={path} words={ACTION_WORDS} />.{' '}
              </span>
            ))}
          </li>
        ))}
      </ul>
      {refused.length > 0 && (
        <ul className={classes.list} aria-label="What cannot change">
          {refused.map(({ id, message }) => (
            <li key={id}>{message}</li>
          ))}
        </ul>
      )}
    </>
  );
}

function problemText(error: unknown): string {
  const { problems, message } = writeRefusalOf(error);
  return problems && problems.length > 0
    ? problems
        .map(
          ({ path, message: text }) => `${ACTION_WORDS.nameOf(path)} ${text}`,
        )
        .join('; ')
    : message;
}
