import { makeStyles } from '@material-ui/core/styles';
import { PeriodPicker, ScopePicker, ScopeTrail } from '../components/pickers';
import { usePeriod, useScope } from '../url';
import { PatternsView } from './PatternsView';

const useStyles = makeStyles(
  theme => ({
    head: {
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
  { name: 'HindsightPatternsPage' },
);

/** The tab Patterns of the page Learning: what keeps happening, at one service and across them. */
export function PatternsPage() {
  const classes = useStyles();
  const [scope, pickScope] = useScope();
  const [period, pickPeriod] = usePeriod();
  return (
    <>
      <div className={classes.head}>
        <ScopeTrail scope={scope} />
        <div className={classes.pickers}>
          <ScopePicker scope={scope} onPick={pickScope} />
          <PeriodPicker period={period} onPick={pickPeriod} />
        </div>
      </div>
      <PatternsView scope={scope} period={period} />
    </>
  );
}
