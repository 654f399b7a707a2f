import { ReactNode } from 'react';
import { makeStyles } from '@material-ui/core/styles';
import { useScope } from '../../url';
import { ScopePicker } from './ScopePicker';
import { ScopeTrail } from './ScopeTrail';

const useStyles = makeStyles(
  theme => ({
    root: {
      display: 'flex',
      flexWrap: 'wrap',
      alignItems: 'flex-start',
      gap: theme.spacing(1.5),
      marginBottom: theme.spacing(1),
    },
    controls: {
      flex: '1 1 420px',
      display: 'flex',
      flexWrap: 'wrap',
      alignItems: 'center',
      justifyContent: 'flex-end',
      gap: theme.spacing(1, 1.5),
      [theme.breakpoints.down('xs')]: { justifyContent: 'flex-start' },
    },
  }),
  { name: 'HindsightScopeBar' },
);

/** The head of a page about the scope that its address names: where that stands, a picker of another, and further controls. */
export function ScopeBar(props: {
  /** The further controls, such as the picker of the period. */
  children: ReactNode;
}) {
  const classes = useStyles();
  const [scope, pickScope] = useScope();
  return (
    <div className={classes.root}>
      <ScopeTrail scope={scope} />
      <div className={classes.controls}>
        <ScopePicker scope={scope} onPick={pickScope} />
        {props.children}
      </div>
    </div>
  );
}
