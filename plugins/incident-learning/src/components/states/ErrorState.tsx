import Button from '@material-ui/core/Button';
import { makeStyles } from '@material-ui/core/styles';
import Alert from '@material-ui/lab/Alert';
import AlertTitle from '@material-ui/lab/AlertTitle';
import { ResponseError } from '@backstage/errors';
import { ErrorStateProps } from './types';

const useStyles = makeStyles(
  theme => ({
    // Not the core panel: that is a heading of level 6 wherever it stands, folds
    // the reason away and has no place for a way to try again.
    root: {
      border: `1px solid ${theme.palette.divider}`,
      '& .MuiAlert-message': { minWidth: 0, overflowWrap: 'anywhere' },
    },
    technical: {
      marginTop: theme.spacing(0.5),
      fontSize: theme.typography.pxToRem(12),
      opacity: 0.85,
    },
  }),
  { name: 'IncidentLearningErrorState' },
);

/**
 * Says what could not be loaded and why, and offers to try again. Of a
 * `ResponseError` it shows the server's own sentence, which names the remedy.
 *
 * @public
 */
export function ErrorState(props: ErrorStateProps) {
  const classes = useStyles();
  const { what, error, onRetry } = props;
  const { message, technical } = explain(error);
  return (
    <Alert
      severity="error"
      className={classes.root}
      action={
        onRetry && (
          <Button color="inherit" size="small" onClick={onRetry}>
            Retry
          </Button>
        )
      }
    >
      <AlertTitle>Could not load {what}</AlertTitle>
      {message}
      {technical && <div className={classes.technical}>{technical}</div>}
    </Alert>
  );
}

function explain(error: Error): { message: string; technical?: string } {
  if (!isResponseError(error)) {
    return { message: error.message };
  }
  const { request, response } = error.body;
  const outcome = `${response.statusCode} ${error.cause.name}`;
  return {
    message: error.cause.message,
    technical: request
      ? `${outcome} · ${request.method} ${request.url}`
      : outcome,
  };
}

/** Whether the server knows of nothing at that address that it may show. */
export function isNotFound(error: Error): boolean {
  return isResponseError(error) && error.body.response.statusCode === 404;
}

// By name, as several copies of the errors package may be about.
function isResponseError(error: Error): error is ResponseError {
  return error.name === 'ResponseError' && 'body' in error;
}
