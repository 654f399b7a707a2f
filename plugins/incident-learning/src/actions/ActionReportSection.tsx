import Button from '@material-ui/core/Button';
import { makeStyles } from '@material-ui/core/styles';
import { useApi } from '@backstage/core-plugin-api';
import type { ActionReport } from '@hindsight/backstage-plugin-incident-learning-common';
import { incidentLearningApiRef, useApiData } from '../api';
import { Loaded, formatCount, formatShare, formatTime } from '../components';
import { useDownload } from '../components/download';
import { Disclosure, Section } from '../components/layout';
import { useRecordTableStyles } from '../components/list';
import { PRIORITY_WORDS } from '../reviews/words';
import { OverdueOverTime } from './OverdueOverTime';

const useStyles = makeStyles(
  theme => ({
    figures: {
      display: 'grid',
      gridTemplateColumns: 'repeat(auto-fit, minmax(min(130px, 100%), 1fr))',
      gap: theme.spacing(2),
      margin: 0,
    },
    name: {
      fontSize: theme.typography.pxToRem(13),
      color: theme.palette.text.secondary,
    },
    value: {
      margin: 0,
      fontSize: theme.typography.pxToRem(22),
      fontWeight: 700,
    },
    note: { margin: 0, fontSize: theme.typography.pxToRem(13) },
    tables: { display: 'grid', gap: theme.spacing(2), overflowX: 'auto' },
  }),
  { name: 'HindsightActionReport' },
);

type Totals = ActionReport['totals'];

/** How the actions of a scope stand. */
export function useActionReport(scope?: string) {
  const api = useApi(incidentLearningApiRef);
  return useApiData(`${scope}`, signal =>
    api.getActionReport({ scope }, { signal }),
  );
}

/** How the actions of a scope stand: in total, by category and by priority. */
export function ActionReportSection(props: {
  scope?: string;
  report: ReturnType<typeof useActionReport>;
}) {
  const classes = useStyles();
  const api = useApi(incidentLearningApiRef);
  const { scope, report } = props;
  const { data } = report;
  const download = useDownload();
  return (
    <Section
      title="How they stand"
      note={data && `On ${formatTime(data.date, 'day')}`}
    >
      <Loaded what="the report" variant="table" count={2} answer={report}>
        {({ date, totals, byPriority, byCategory }) => (
          <>
            <dl className={classes.figures}>
              <Figure name="All" value={formatCount(totals.total)} />
              <Figure
                name="Committed to"
                value={formatCount(totals.committed)}
              />
              <Figure
                name="In progress"
                value={formatCount(totals.inProgress)}
              />
              <Figure name="Overdue" value={formatCount(totals.overdue)} />
              <Figure
                name="Completed or verified"
                value={formatCount(totals.completed)}
              />
              <Figure
                name="Implementation rate"
                value={rateText(totals)}
                note={`${totals.completed} of ${totals.committed}`}
              />
            </dl>
            <Disclosure summary="By priority and category">
              <div className={classes.tables}>
                <TotalsTable
                  label="By priority"
                  rows={byPriority.map(row => [
                    PRIORITY_WORDS[row.priority],
                    row,
                  ])}
                />
                <TotalsTable
                  label="By category"
                  rows={byCategory.map(row => [
                    row.category ?? 'Without a category',
                    row,
                  ])}
                />
              </div>
              <Button
                size="small"
                variant="outlined"
                onClick={() =>
                  download({
                    what: 'CSV file',
                    name: `actions-${date}.csv`,
                    type: 'text/csv',
                    load: () => api.exportActionReport({ scope }),
                  })
                }
              >
                Download as CSV
              </Button>
            </Disclosure>
            <OverdueOverTime scope={scope} />
          </>
        )}
      </Loaded>
    </Section>
  );
}

function Figure(props: { name: string; value: string; note?: string }) {
  const classes = useStyles();
  return (
    <div>
      <dt className={classes.name}>{props.name}</dt>
      <dd className={classes.value}>{props.value}</dd>
      {props.note && <dd className={classes.note}>{props.note}</dd>}
    </div>
  );
}

/** Of those committed to, the share that is done. */
function rateText({ implementationRate }: Totals) {
  return implementationRate === undefined
    ? 'No data'
    : formatShare(implementationRate);
}

function TotalsTable(props: { label: string; rows: [string, Totals][] }) {
  const classes = useRecordTableStyles();
  return (
    <table className={classes.table}>
      <caption>{props.label}</caption>
      <thead>
        <tr>
          <th scope="col">{props.label.replace('By ', '')}</th>
          <th scope="col">All</th>
          <th scope="col">Committed</th>
          <th scope="col">Completed</th>
          <th scope="col">Overdue</th>
        </tr>
      </thead>
      <tbody>
        {props.rows.map(([name, totals]) => (
          <tr key={name}>
            <th scope="row">{name}</th>
            <td>{totals.total}</td>
            <td>{totals.committed}</td>
            <td>{totals.completed}</td>
            <td>{totals.overdue}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
