import { useMemo } from 'react';
import Button from '@material-ui/core/Button';
import LinearProgress from '@material-ui/core/LinearProgress';
import Paper from '@material-ui/core/Paper';
import { makeStyles } from '@material-ui/core/styles';
import { Link } from '@backstage/core-components';
import { useRouteRef } from '@backstage/core-plugin-api';
import {
  EmptyState,
  ErrorState,
  LoadingState,
  formatCount,
  formatQuantity,
} from '../../components';
import { ActiveFilters } from '../../components/filters';
import { incidentsRouteRef } from '../../routes';
import { UrlPatch, useUrlParams } from '../../url';
import {
  NO_REVIEW_FILTERS,
  activeReviewFilters,
  readReviewFilters,
  reviewQueryOf,
} from './filters';
import { ReviewFilterPanel } from './ReviewFilterPanel';
import { ReviewTable } from './ReviewTable';
import { useReviews } from './useReviews';

const useStyles = makeStyles(
  theme => ({
    root: {
      display: 'grid',
      gridTemplateColumns: 'minmax(0, 1fr)',
      gap: theme.spacing(2),
      padding: theme.spacing(2),
    },
    bar: {
      display: 'flex',
      flexWrap: 'wrap',
      alignItems: 'center',
      gap: theme.spacing(1, 2),
      minHeight: 32,
    },
    count: { fontSize: theme.typography.pxToRem(14), fontWeight: 500 },
    more: { justifySelf: 'center' },
  }),
  { name: 'HindsightReviewList' },
);

const PAGE_SIZE = 50;

/** Reviews with their filters kept in the page's address. */
export function ReviewList(props: {
  /** The entity whose reviews are listed; all that there are unless said. */
  scope?: string;
}) {
  const classes = useStyles();
  const { scope } = props;
  const [params, update] = useUrlParams();
  const filters = useMemo(() => readReviewFilters(params), [params]);
  const shown = Math.max(Number(params.get('shown')) || 0, PAGE_SIZE);
  const { data, error, loading, retry } = useReviews(
    { ...reviewQueryOf(filters), scope },
    shown,
  );
  const change = (patch: UrlPatch) => update({ ...patch, shown: undefined });
  const active = [
    ...(scope
      ? [{ label: 'Of', value: scope, without: { scope: undefined } }]
      : []),
    ...activeReviewFilters(filters),
  ];
  const clear = () => update({ ...NO_REVIEW_FILTERS, scope: undefined });

  return (
    <Paper variant="outlined" className={classes.root}>
      <ReviewFilterPanel filters={filters} onChange={change} />
      <div className={classes.bar}>
        <div role="status" className={classes.count}>
          {data && countWords(data)}
        </div>
        <ActiveFilters
          filters={active}
          onRemove={filter => change(filter.without)}
          onClear={clear}
        />
      </div>
      {loading && data && <LinearProgress aria-label="Loading reviews" />}
      {error && <ErrorState what="the reviews" error={error} onRetry={retry} />}
      {!data && !error && <LoadingState what="reviews" variant="table" />}
      {!error && data && data.items.length > 0 && (
        <ReviewTable reviews={data.items} />
      )}
      {!error && data?.items.length === 0 && !loading && (
        <NoReviews filtered={active.length > 0} onClear={clear} />
      )}
      {!error && data && data.items.length < data.totalItems && (
        <Button
          className={classes.more}
          variant="outlined"
          disabled={loading}
          onClick={() =>
            update({ shown: String(data.items.length + PAGE_SIZE) })
          }
        >
          Load more
        </Button>
      )}
    </Paper>
  );
}

function countWords(data: { items: unknown[]; totalItems: number }): string {
  const { items, totalItems } = data;
  const all = formatQuantity(totalItems, 'review');
  return items.length < totalItems
    ? `${formatCount(items.length)} of ${all}`
    : all;
}

function NoReviews(props: { filtered: boolean; onClear: () => void }) {
  const incidents = useRouteRef(incidentsRouteRef)();
  return props.filtered ? (
    <EmptyState
      title="No review matches"
      description="Take a filter away, or search for fewer words."
      action={
        <Button variant="outlined" onClick={props.onClear}>
          Clear filters
        </Button>
      }
    />
  ) : (
    <EmptyState
      title="No reviews yet"
      description="A review is scheduled by itself when an incident that needs one is resolved. To start one by hand, open an incident and press “Start review”."
      action={<Link to={incidents}>Go to the incidents</Link>}
    />
  );
}
