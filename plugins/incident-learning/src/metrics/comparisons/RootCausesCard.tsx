import { Theme, makeStyles, useTheme } from '@material-ui/core/styles';
import {
  CAUSE_TYPES,
  CauseType,
  RootCauseSeries,
} from '@hindsight/backstage-plugin-incident-learning-common';
import { Link } from '@backstage/core-components';
import { useRouteRef } from '@backstage/core-plugin-api';
import {
  EmptyState,
  formatBucket,
  formatCount,
  formatQuantity,
} from '../../components';
import {
  MARK_CONTRAST,
  Tone,
  blend,
  toneColor,
} from '../../components/palette';
import { reviewsRouteRef } from '../../routes';
import { useRootCauses } from '../useMetrics';
import { CardFrame } from './CardFrame';
import type { CardProps } from './Comparisons';
import { DataTable } from './DataTable';

const useStyles = makeStyles(
  {
    cell: {
      display: 'inline-flex',
      alignItems: 'center',
      justifyContent: 'flex-end',
      gap: 8,
    },
    bar: { display: 'inline-block', height: 12 },
  },
  { name: 'IncidentLearningRootCausesCard' },
);

const NAMES: Record<CauseType, string> = {
  technical: 'Technical',
  process: 'Process',
  human: 'Human',
  organizational: 'Organizational',
};

const TONES: Record<CauseType, Tone> = {
  technical: 'info',
  process: 'warning',
  human: 'neutral',
  organizational: 'success',
};

const WIDEST = 72;

/** Root causes by type over time, as published reviews name them. */
export function RootCausesCard(props: CardProps) {
  const { selection } = props;
  const causes = useRootCauses(selection);
  const reviewsRoute = useRouteRef(reviewsRouteRef);
  return (
    <CardFrame
      title="Root causes by type"
      description="Causes that published reviews name, counted when a review was first published."
      what="the root causes"
      data={causes}
      action={
        <Link to={`${reviewsRoute()}?state=published`}>Published reviews</Link>
      }
    >
      {data =>
        data.reviews === 0 ? (
          <EmptyState
            title="No review was published in this period"
            description="Root causes appear here once reviews that name them are published."
          />
        ) : (
          <CausesTable
            data={data}
            comparable={selection.period.from !== undefined}
          />
        )
      }
    </CardFrame>
  );
}

function CausesTable(props: {
  data: RootCauseSeries;
  /** Whether there is a period before. */
  comparable: boolean;
}) {
  const { data, comparable } = props;
  const { interval, series, previous, counts, reviews } = data;
  const most = Math.max(
    1,
    ...series.flatMap(bucket => CAUSE_TYPES.map(type => bucket.counts[type])),
  );
  return (
    <DataTable
      caption={`Root causes by type and ${interval}`}
      columns={[
        { header: interval[0].toUpperCase() + interval.slice(1) },
        ...CAUSE_TYPES.map(type => ({ header: NAMES[type], numeric: true })),
        { header: 'Reviews', numeric: true },
      ]}
      rows={[
        ...series.map(bucket => ({
          key: bucket.start,
          cells: [
            formatBucket(bucket.start, interval),
            ...CAUSE_TYPES.map(type => (
              <Bar
                key={type}
                type={type}
                count={bucket.counts[type]}
                most={most}
              />
            )),
            formatCount(bucket.reviews),
          ],
        })),
        {
          key: 'all',
          cells: [
            <strong key="all">
              {comparable ? 'This period' : 'All time'}
            </strong>,
            ...CAUSE_TYPES.map(type => formatCount(counts[type])),
            formatQuantity(reviews, 'review'),
          ],
        },
        ...(comparable
          ? [
              {
                key: 'before',
                cells: [
                  'Period before',
                  ...CAUSE_TYPES.map(type =>
                    formatCount(previous.counts[type]),
                  ),
                  formatQuantity(previous.reviews, 'review'),
                ],
              },
            ]
          : []),
      ]}
    />
  );
}

function Bar(props: { type: CauseType; count: number; most: number }) {
  const classes = useStyles();
  const theme = useTheme<Theme>();
  const { type, count, most } = props;
  const ink = toneColor(theme, TONES[type], MARK_CONTRAST);
  return (
    <span className={classes.cell}>
      <span
        aria-hidden
        className={classes.bar}
        style={{
          width: (count / most) * WIDEST,
          backgroundColor: blend(ink, theme.palette.background.paper, 0.75),
        }}
      />
      {formatCount(count)}
    </span>
  );
}
