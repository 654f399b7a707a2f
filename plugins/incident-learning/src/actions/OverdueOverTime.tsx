import { useState } from 'react';
import Button from '@material-ui/core/Button';
import { makeStyles } from '@material-ui/core/styles';
import { useApi } from '@backstage/core-plugin-api';
import { EntityRefLink } from '@backstage/plugin-catalog-react';
import type {
  OverdueQuery,
  OverdueReport,
} from '@hindsight/backstage-plugin-incident-learning-common';
import { incidentLearningApiRef, useApiData } from '../api';
import {
  EmptyState,
  LazySeriesChart,
  Loaded,
  formatCount,
} from '../components';
import { useDownload } from '../components/download';
import { Disclosure } from '../components/layout';
import { DataTable } from '../metrics/comparisons/DataTable';
import { toLocalStart } from '../metrics/localBuckets';
import { useUrlParams } from '../url';

const useStyles = makeStyles(
  theme => ({
    root: {
      display: 'grid',
      gridTemplateColumns: 'minmax(0, 1fr)',
      gap: theme.spacing(2),
    },
    bar: { display: 'flex', flexWrap: 'wrap', gap: theme.spacing(1) },
    definition: {
      margin: 0,
      maxWidth: '90ch',
      fontSize: theme.typography.pxToRem(13),
      color: theme.palette.text.secondary,
    },
  }),
  { name: 'HindsightOverdueOverTime' },
);

type Interval = OverdueQuery['interval'];

/** How many buckets before the last the table compares with. */
const BACK: Record<Interval, number> = { week: 4, month: 3 };

/** How many commitments were overdue at the end of each week or month, by group; loaded once it is opened. */
export function OverdueOverTime({ scope }: { scope?: string }) {
  const [params, update] = useUrlParams();
  const asked = params.get('overdueBy');
  const interval = asked === 'week' || asked === 'month' ? asked : undefined;
  const [seen, setSeen] = useState(interval !== undefined);
  return (
    <Disclosure
      summary="Overdue over time, by group"
      open={interval !== undefined}
      onToggle={open => setSeen(seen || open)}
    >
      {seen && (
        <Overdue
          key={scope}
          scope={scope}
          interval={interval ?? 'week'}
          onPick={picked => update({ overdueBy: picked })}
        />
      )}
    </Disclosure>
  );
}

function Overdue(props: {
  scope?: string;
  interval: Interval;
  onPick: (interval: Interval) => void;
}) {
  const classes = useStyles();
  const api = useApi(incidentLearningApiRef);
  const { scope, interval, onPick } = props;
  const query = { scope, interval };
  const answer = useApiData(JSON.stringify(query), signal =>
    api.getOverdueActions(query, { signal }),
  );
  return (
    <div className={classes.root}>
      <div
        role="group"
        aria-label="Counted at the end of"
        className={classes.bar}
      >
        {(['week', 'month'] as const).map(each => (
          <Button
            key={each}
            size="small"
            variant={interval === each ? 'contained' : 'outlined'}
            aria-pressed={interval === each}
            onClick={() => onPick(each)}
          >
            Each {each}
          </Button>
        ))}
        {answer.data && answer.data.series.length > 0 && (
          <DownloadButton query={query} />
        )}
      </div>
      <Loaded what="overdue actions over time" variant="table" answer={answer}>
        {report => <Shown report={report} />}
      </Loaded>
    </div>
  );
}

function Shown({ report }: { report: OverdueReport }) {
  const classes = useStyles();
  const { series, from, to, interval, timeZone, definition } = report;
  if (series.length === 0) {
    return (
      <EmptyState
        title="Nothing was committed to in this time"
        description="Once somebody commits to an action with a due date, this shows whether such promises are kept."
      />
    );
  }
  return (
    <>
      <LazySeriesChart
        title={`Overdue at the end of each ${interval}`}
        description={`A dot for each ${interval} at whose end somebody was committed to something; the last is counted now. n is how many commitments were open.`}
        label="Overdue actions"
        kind="count"
        interval={interval}
        from={from}
        to={to}
        points={series.map(({ start, n, overdue }) => ({
          start: toLocalStart(start, timeZone),
          value: overdue,
          n,
        }))}
      />
      <TeamTable report={report} />
      <p className={classes.definition}>{definition}.</p>
    </>
  );
}

function TeamTable({ report }: { report: OverdueReport }) {
  const { series, teams, interval } = report;
  const back = BACK[interval];
  const last = series[series.length - 1].start;
  const before = series[series.length - 1 - back]?.start;
  return (
    <DataTable
      caption="Overdue by group, with child groups"
      columns={[
        { header: 'Group, with child groups' },
        { header: 'Overdue now', numeric: true },
        { header: 'Its own', numeric: true },
        { header: 'Of open', numeric: true },
        { header: `${back} ${interval}s before`, numeric: true },
      ]}
      rows={teams.map(({ team, series: points }) => {
        const now = points.find(({ start }) => start === last);
        const then = points.find(({ start }) => start === before);
        return {
          key: team ?? '',
          cells: [
            team ? (
              <EntityRefLink entityRef={team} defaultKind="group" />
            ) : (
              'Without a group'
            ),
            formatCount(now?.overdue ?? 0),
            formatCount(now?.own ?? 0),
            formatCount(now?.n ?? 0),
            then ? formatCount(then.overdue) : 'No data',
          ],
        };
      })}
    />
  );
}

function DownloadButton(props: {
  query: { scope?: string; interval: Interval };
}) {
  const api = useApi(incidentLearningApiRef);
  const download = useDownload();
  return (
    <Button
      size="small"
      variant="outlined"
      onClick={() =>
        download({
          what: 'CSV file',
          name: 'overdue-actions.csv',
          type: 'text/csv',
          load: () => api.exportOverdueActions(props.query),
        })
      }
    >
      Download the series as CSV
    </Button>
  );
}
