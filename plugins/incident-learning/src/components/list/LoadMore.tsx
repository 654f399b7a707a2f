import { RefObject, useEffect, useRef } from 'react';
import Button from '@material-ui/core/Button';
import { makeStyles } from '@material-ui/core/styles';
import Alert from '@material-ui/lab/Alert';
import { Pages, refusalText } from '../../api';
import { formatCount } from '../format';

const useStyles = makeStyles(
  theme => ({
    root: {
      display: 'grid',
      justifyItems: 'center',
      gap: theme.spacing(1),
      padding: theme.spacing(2, 0),
    },
  }),
  { name: 'HindsightLoadMore' },
);

/** Loads more rows of a list, and says how many are left. */
export function LoadMore(props: {
  pages: Pages<unknown>;
  /** How many rows there are, and how many more there could be. */
  count: number;
  rest: number;
  /** Holds the rows. */
  rows: RefObject<HTMLElement>;
  /** Told how many are shown once there are more. */
  onShown: (shown: number) => void;
}) {
  const classes = useStyles();
  const { pages, count, rest, rows, onShown } = props;
  const { hasMore, loading, loadingMore, moreError, loadMore } = pages;
  const askedAt = useRef<number>();

  // The focus goes to the first of the new rows, where reading goes on.
  useEffect(() => {
    const before = askedAt.current;
    if (before !== undefined && count > before) {
      askedAt.current = undefined;
      rows.current
        ?.querySelectorAll<HTMLElement>('[data-record]')
        .item(before)
        ?.focus();
      onShown(count);
    }
  }, [count, rows, onShown]);

  if (!hasMore) {
    return null;
  }
  return (
    <div className={classes.root}>
      {moreError && (
        <Alert severity="error">
          Could not load more: {refusalText(moreError)}
        </Alert>
      )}
      <Button
        variant="outlined"
        disabled={loading}
        onClick={() => {
          askedAt.current = count;
          loadMore();
        }}
      >
        {loadingMore ? 'Loading…' : 'Load more'}
        {rest > 0 && !loadingMore && ` (${formatCount(rest)} left)`}
      </Button>
    </div>
  );
}
