import { makeStyles } from '@material-ui/core/styles';
import { Link } from '@backstage/core-components';
import { useRouteRef } from '@backstage/core-plugin-api';
import { EmptyState, Loaded } from '../components';
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
  const answer = useReviews({ scope }, FIRST);
  return (
    <Section title="Reviews">
      <Loaded what="the reviews" variant="table" count={2} answer={answer}>
        {({ items, totalItems }) => (
          <>
            {items.length > 0 ? (
              <ReviewTable reviews={items} />
            ) : (
              <EmptyState
                title="No reviews yet"
                description="Open one of the incidents and press “Start review”; some are scheduled by themselves once their incident is resolved."
              />
            )}
            {totalItems > items.length && (
              <div className={classes.all}>
                <Link to={`${listPath}?${new URLSearchParams({ scope })}`}>
                  All {totalItems} reviews
                </Link>
              </div>
            )}
          </>
        )}
      </Loaded>
    </Section>
  );
}
