import { makeStyles } from '@material-ui/core/styles';
import { Link } from '@backstage/core-components';
import { useRouteRef } from '@backstage/core-plugin-api';
import { EmptyState, ErrorState, LoadingState } from '../components';
import { Section } from '../components/layout';
import { reviewsRouteRef } from '../routes';
import { ReviewTable } from './list/ReviewTable';
import { useReviews } from './list/useReviews';

const useStyles = makeStyles(
  theme => ({
    all: { marginTop: theme.spacing(1.5) },
  }),
  { name: 'HindsightScopeReviews' },
);

const FIRST = 5;

/** The latest reviews of the incidents of an entity, or of what it owns or holds. */
export function ScopeReviews({ scope }: { scope: string }) {
  const classes = useStyles();
  const listPath = useRouteRef(reviewsRouteRef)();
  const { data, error, retry } = useReviews({ scope }, FIRST);
  const rest = (data?.totalItems ?? 0) - (data?.items.length ?? 0);
  return (
    <Section title="Reviews">
      {error && <ErrorState what="the reviews" error={error} onRetry={retry} />}
      {!data && !error && (
        <LoadingState what="reviews" variant="table" count={2} />
      )}
      {data && data.items.length > 0 && <ReviewTable reviews={data.items} />}
      {data?.items.length === 0 && (
        <EmptyState
          title="No reviews yet"
          description="Open one of the incidents and press “Start review”; some are scheduled by themselves once their incident is resolved."
        />
      )}
      {rest > 0 && (
        <div className={classes.all}>
          <Link to={`${listPath}?${new URLSearchParams({ scope })}`}>
            All {data?.totalItems} reviews
          </Link>
        </div>
      )}
    </Section>
  );
}
