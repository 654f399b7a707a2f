import Button from '@material-ui/core/Button';
import { Loaded } from '../components';
import { ScopeAndPeriod } from '../components/pickers';
import { usePeriod, useScope } from '../url';
import { DownloadButton } from './DownloadButton';
import { TrendReportView } from './TrendReportView';
import { trendSelectionOf, useTrendReport } from './useTrendReport';

/** The tab Report of the page Learning: what changed in a period, what it means and what to do next. */
export function TrendReportPage() {
  const [scope] = useScope();
  const [period] = usePeriod();
  const selection = trendSelectionOf(scope, period);
  const answer = useTrendReport(selection);
  const { data, loading } = answer;
  return (
    <>
      <ScopeAndPeriod>
        {data && (
          <>
            <DownloadButton report={data} selection={selection} />
            <Button variant="outlined" onClick={() => window.print()}>
              Print
            </Button>
          </>
        )}
      </ScopeAndPeriod>
      <Loaded what="the report" variant="table" answer={answer}>
        {report => <TrendReportView report={report} busy={loading} />}
      </Loaded>
    </>
  );
}
