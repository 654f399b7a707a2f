import Button from '@material-ui/core/Button';
import { makeStyles } from '@material-ui/core/styles';
import { ErrorState, LoadingState } from '../components';
import { PeriodPicker, ScopePicker, ScopeTrail } from '../components/pickers';
import { usePeriod, useScope } from '../url';
import { DownloadButton } from './DownloadButton';
import { TrendReportView } from './TrendReportView';
import { trendSelectionOf, useTrendReport } from './useTrendReport';

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
  { name: 'HindsightTrendReportPage' },
);

/** The tab Report of the page Learning: what changed in a period, what it means and what to do next. */
export function TrendReportPage() {
  const classes = useStyles();
  const [scope, pickScope] = useScope();
  const [period, pickPeriod] = usePeriod();
  const selection = trendSelectionOf(scope, period);
  const { data, error, loading, retry } = useTrendReport(selection);
  return (
    <>
      <div className={classes.head}>
        <ScopeTrail scope={scope} />
        <div className={classes.pickers}>
          <ScopePicker scope={scope} onPick={pickScope} />
          <PeriodPicker period={period} onPick={pickPeriod} />
          {data && !error && (
            <>
              <DownloadButton report={data} selection={selection} />
              <Button variant="outlined" onClick={() => window.print()}>
                Print
              </Button>
            </>
          )}
        </div>
      </div>
      {error && <ErrorState what="the report" error={error} onRetry={retry} />}
      {!data && !error && <LoadingState what="report" variant="table" />}
      {data && !error && <TrendReportView report={data} busy={loading} />}
    </>
  );
}
