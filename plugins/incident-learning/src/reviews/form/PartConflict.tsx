import { ReactNode } from 'react';
import Button from '@material-ui/core/Button';
import { makeStyles } from '@material-ui/core/styles';
import Alert from '@material-ui/lab/Alert';
import type { AutoSaved } from './useAutoSave';
import { Version, Versions } from './Versions';

const useStyles = makeStyles(
  theme => ({
    root: {
      display: 'grid',
      gap: theme.spacing(1.5),
      marginBottom: theme.spacing(2),
    },
    text: {
      marginBottom: theme.spacing(1.5),
      overflowWrap: 'anywhere',
      fontSize: theme.typography.pxToRem(14),
    },
  }),
  { name: 'HindsightPartConflict' },
);

/** Two versions of one part of a review, either of which can be taken. */
export function PartConflict<T>(props: {
  title: string;
  saving: AutoSaved<T>;
  show: (value: T) => ReactNode;
  /** Puts both together, where that can be done. */
  join?: (theirs: T, mine: T) => T;
}) {
  const classes = useStyles();
  const { title, saving, show, join } = props;
  const { theirs, value: mine, resolve } = saving;
  if (!theirs) {
    return null;
  }
  const side = (name: string, value: T) => (
    <Version name={name}>
      <div className={classes.text}>{show(value)}</div>
      <Button variant="outlined" size="small" onClick={() => resolve(value)}>
        Take {name.toLocaleLowerCase('en-US')}
      </Button>
    </Version>
  );
  return (
    <div className={classes.root}>
      <Alert severity="warning">
        Somebody else saved “{title}” while you were writing it. Nothing is
        lost: choose which version stands.
      </Alert>
      <Versions>
        {side('My version', mine)}
        {side('Their version', theirs.value)}
      </Versions>
      {join && (
        <div>
          <Button
            size="small"
            onClick={() => resolve(join(theirs.value, mine))}
          >
            Keep both, mine below theirs
          </Button>
        </div>
      )}
    </div>
  );
}
