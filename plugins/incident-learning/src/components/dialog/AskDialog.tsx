import { ReactNode, useId, useState } from 'react';
import Button from '@material-ui/core/Button';
import Dialog, { DialogProps } from '@material-ui/core/Dialog';
import DialogActions from '@material-ui/core/DialogActions';
import DialogContent from '@material-ui/core/DialogContent';
import DialogContentText from '@material-ui/core/DialogContentText';
import DialogTitle from '@material-ui/core/DialogTitle';
import useMediaQuery from '@material-ui/core/useMediaQuery';
import { makeStyles, useTheme } from '@material-ui/core/styles';
import Alert from '@material-ui/lab/Alert';
import { refusalText } from '../../api';

const useStyles = makeStyles(
  theme => ({
    fields: {
      display: 'grid',
      gap: theme.spacing(2),
      // A label on the edge of the first field is cut off otherwise.
      paddingTop: theme.spacing(1),
    },
    failure: { marginTop: theme.spacing(2) },
  }),
  { name: 'HindsightAskDialog' },
);

/** Asks for a decision, with fields or without, and stays open with the reason when it fails. */
export function AskDialog(props: {
  title: string;
  text?: ReactNode;
  /** Fields, one below the other. */
  children?: ReactNode;
  back?: string;
  /** The button that decides. Absent: nothing can be done but to go back. */
  confirm?: string;
  /** What it says meanwhile. */
  confirming?: string;
  /** What then did not happen, such as “Not saved”. */
  failure?: string;
  destructive?: boolean;
  disabled?: boolean;
  maxWidth?: DialogProps['maxWidth'];
  fullScreenOnPhones?: boolean;
  onEntered?: () => void;
  onClose: () => void;
  /** Whoever asks closes the dialog. Without a promise there is nothing to wait for. */
  onConfirm?: () => Promise<unknown> | void;
}) {
  const classes = useStyles();
  const titleId = useId();
  const textId = useId();
  const narrow = useMediaQuery(useTheme().breakpoints.down('xs'));
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string>();
  const { text, children, confirm, onClose, failure = 'Not done' } = props;

  const decide = async () => {
    const doing = props.onConfirm?.();
    if (!doing) {
      return;
    }
    setBusy(true);
    setProblem(undefined);
    try {
      await doing;
    } catch (error) {
      setProblem(refusalText(error));
    } finally {
      setBusy(false);
    }
  };

  return (
    <Dialog
      open
      fullWidth={children !== undefined}
      maxWidth={props.maxWidth ?? 'sm'}
      fullScreen={props.fullScreenOnPhones && narrow}
      onClose={busy ? undefined : onClose}
      TransitionProps={{ onEntered: props.onEntered }}
      aria-labelledby={titleId}
      aria-describedby={text ? textId : undefined}
    >
      <DialogTitle id={titleId}>{props.title}</DialogTitle>
      <DialogContent>
        {text && <DialogContentText id={textId}>{text}</DialogContentText>}
        {children && <div className={classes.fields}>{children}</div>}
        {problem && (
          <Alert severity="error" className={classes.failure}>
            {failure}: {problem}
          </Alert>
        )}
      </DialogContent>
      <DialogActions>
        <Button onClick={onClose} disabled={busy}>
          {props.back ?? 'Back'}
        </Button>
        {confirm && (
          <Button
            variant="contained"
            color={props.destructive ? 'secondary' : 'primary'}
            disabled={busy || props.disabled}
            onClick={decide}
          >
            {busy ? props.confirming ?? confirm : confirm}
          </Button>
        )}
      </DialogActions>
    </Dialog>
  );
}
