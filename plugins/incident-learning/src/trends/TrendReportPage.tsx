import Button from '@material-ui/core/Button';
import { Loaded } from '../components';
import { PeriodPicker, ScopeBar } from '../components/pickers';
import { usePeriod, useScope } from '../url';
import { DownloadButton } from './DownloadButton';
import { TrendReportView } from './TrendReportView';
import { trendSelectionOf, useTrendReport } from './useTrendReport';

/** The tab Report of the page Learning: what changed in a period, what it means and what to do next. */
export function TrendReportPage() {
  const [scope] = useScope();
  const [period, pickPeriod] = usePeriod();
  const selection = trendSelectionOf(scope, period);
  const answer = useTrendReport(selection);
  const { data, loading } = answer;
  return (
    <>
      <ScopeBar>
        <PeriodPicker period={period} onPick={pickPeriod} />
        {data && (
          <>
            <DownloadButton report={data} selection={selection} />
            <Button variant="outlined" onClick={() => window.print()}>
              Print
            </Button>
          </>
        )}
      </ScopeBar>
      <Loaded what="the report" variant="table" answer={answer}>
        {report => <TrendReportView report={report} busy={loading} />}
      </Loaded>
    </>
  );
}
