import { ReactNode } from 'react';
import { makeStyles } from '@material-ui/core/styles';
import { usePeriod, useScope } from '../../url';
import { PeriodPicker } from './PeriodPicker';
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
    pickers: {
      flex: '1 1 420px',
      display: 'flex',
      flexWrap: 'wrap',
      alignItems: 'center',
      justifyContent: 'flex-end',
      gap: theme.spacing(1, 1.5),
      [theme.breakpoints.down('xs')]: { justifyContent: 'flex-start' },
    },
  }),
  { name: 'HindsightScopeAndPeriod' },
);

/** The head of a page about the scope and period that its address names: where the scope stands, and pickers of both. */
export function ScopeAndPeriod(props: {
  /** Further controls, beside the pickers. */
  children?: ReactNode;
}) {
  const classes = useStyles();
  const [scope, pickScope] = useScope();
  const [period, pickPeriod] = usePeriod();
  return (
    <div className={classes.root}>
      <ScopeTrail scope={scope} />
      <div className={classes.pickers}>
        <ScopePicker scope={scope} onPick={pickScope} />
        <PeriodPicker period={period} onPick={pickPeriod} />
        {props.children}
      </div>
    </div>
  );
}
