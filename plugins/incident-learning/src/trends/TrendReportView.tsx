import { makeStyles } from '@material-ui/core/styles';
import Typography from '@material-ui/core/Typography';
import {
  TrendReport,
  TrendTable,
  readableKpis,
  trendPeriod,
  trendTables,
} from '@hindsight/backstage-plugin-incident-learning-common';
import { formatQuantity } from '../components';
import { Disclosure, Section } from '../components/layout';
import { useEntityTitle } from '../components/pickers';
import { Printable } from '../components/print';
import { Findings, Recommendations } from './Conclusions';
import { ReportTable } from './ReportTable';
import { SeverityTrend } from './SeverityTrend';

const useStyles = makeStyles(
  theme => ({
    root: {
      display: 'grid',
      gridTemplateColumns: 'minmax(0, 1fr)',
      gap: theme.spacing(2),
    },
    busy: { opacity: 0.6 },
    pair: {
      display: 'grid',
      gap: theme.spacing(2),
      gridTemplateColumns: 'repeat(auto-fit, minmax(min(380px, 100%), 1fr))',
      alignItems: 'start',
    },
  }),
  { name: 'HindsightTrendReportView' },
);

/** A trend report to read or to print: what it comes to first, then the figures that it rests on. */
export function TrendReportView(props: { report: TrendReport; busy: boolean }) {
  const { scope } = props.report;
  const title = useEntityTitle(scope === 'org' ? undefined : scope);
  return (
    <Printable title={`Trend report: ${title || 'whole organisation'}`}>
      <Content {...props} />
    </Printable>
  );
}

function Content(props: { report: TrendReport; busy: boolean }) {
  const classes = useStyles();
  const { report, busy } = props;
  const { totals, findings, recommendations } = report;
  const { score, series } = trendTables(report);
  return (
    <article
      aria-label="Trend report"
      aria-busy={busy}
      className={`${classes.root} ${busy ? classes.busy : ''}`}
    >
      <Typography role="status">
        {trendPeriod(report)}:{' '}
        <strong>{formatQuantity(totals.incidents.count, 'incident')}</strong>,{' '}
        {totals.incidents.previous} in the equally long period before.
      </Typography>
      <Findings findings={findings} />
      <Recommendations recommendations={recommendations} />
      <Section title="KPIs" note="Against the equally long period before">
        <ReportTable table={readableKpis(report)} />
        {score.rows.length > 0 && (
          <Disclosure summary={score.title}>
            <ReportTable table={score} />
          </Disclosure>
        )}
        <Disclosure summary="Every bucket of the series">
          <ReportTable table={series} />
        </Disclosure>
      </Section>
      <SeverityTrend report={report} />
      <div className={classes.pair}>
        {(
          [
            'totals',
            'severities',
            'categories',
            'root-causes',
            'effectiveness',
            'decisions',
            'data-quality',
          ] as const
        ).map(name => (
          <TableSection key={name} report={report} name={name} />
        ))}
      </div>
      <TableSection report={report} name="repeats" />
      <TableSection report={report} name="patterns" />
    </article>
  );
}

const NONE: Partial<Record<TrendTable, string>> = {
  repeats: 'Nothing came back at the same service.',
  patterns: 'No kind of incident hit two services.',
  decisions: 'No incident of the period was contained.',
  'data-quality': 'No incident of the period lacks a time.',
};

function TableSection(props: { report: TrendReport; name: TrendTable }) {
  const { report, name } = props;
  const table = trendTables(report)[name];
  return (
    <Section title={table.title}>
      {table.rows.length > 0 ? (
        <ReportTable table={table} />
      ) : (
        <Typography variant="body2">{NONE[name] ?? 'None.'}</Typography>
      )}
    </Section>
  );
}
