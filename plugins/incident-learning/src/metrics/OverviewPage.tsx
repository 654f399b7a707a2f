import { makeStyles } from '@material-ui/core/styles';
import { LinkButton } from '@backstage/core-components';
import { useRouteRef } from '@backstage/core-plugin-api';
import { EmptyState } from '../components';
import { CompareSwitch, PeriodPicker, ScopeBar } from '../components/pickers';
import { DeclareButton } from '../incidents/DeclareButton';
import { ImportButton } from '../incidents/import';
import { trendReportRouteRef } from '../routes';
import { useScope, useUrlParams } from '../url';
import { MetricsView } from './MetricsView';
import { useFigurePeriod } from './useFigurePeriod';

const useStyles = makeStyles(
  theme => ({
    buttons: {
      display: 'flex',
      flexWrap: 'wrap',
      justifyContent: 'center',
      gap: theme.spacing(1),
    },
  }),
  { name: 'IncidentLearningOverviewPage' },
);

/** The tab Overview of the page Learning: the figures of the organisation, or of whom the address names. */
export function OverviewPage() {
  const [scope] = useScope();
  const { period, answers, pick, consider } = useFigurePeriod(scope ?? 'org');
  return (
    <>
      <ScopeBar>
        <PeriodPicker period={period} onPick={pick} onConsider={consider} />
        <CompareSwitch />
        <TrendReportLink />
      </ScopeBar>
      <MetricsView
        selection={{ scope: scope ?? 'org', period }}
        answers={answers}
        onPickPeriod={pick}
        emptyState={reload => (
          <NothingRecorded scope={scope} onImported={reload} />
        )}
      />
    </>
  );
}

/** The same scope and period, as a report to read and to hand on. */
function TrendReportLink() {
  const report = useRouteRef(trendReportRouteRef)();
  const [params] = useUrlParams();
  const kept = new URLSearchParams(
    [...params].filter(([name]) =>
      ['scope', 'period', 'from', 'until'].includes(name),
    ),
  );
  return (
    <LinkButton variant="outlined" to={`${report}?${kept}`}>
      Trend report
    </LinkButton>
  );
}

function NothingRecorded(props: { scope?: string; onImported: () => void }) {
  const classes = useStyles();
  const { scope, onImported } = props;
  return scope ? (
    <EmptyState
      title="No incidents recorded here"
      description="Nothing on record touched it, what it owns or what it holds. What is declared or imported for it is counted by itself."
      action={<DeclareButton entityRef={scope} />}
    />
  ) : (
    <EmptyState
      title="No incidents recorded yet"
      description="Import what another system has on record, or declare the first incident by hand. The figures follow by themselves."
      action={
        <div className={classes.buttons}>
          <ImportButton onImported={onImported} />
          <DeclareButton />
        </div>
      }
    />
  );
}
