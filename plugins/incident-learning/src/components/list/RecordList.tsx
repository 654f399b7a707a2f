import { ReactNode } from 'react';
import Button from '@material-ui/core/Button';
import LinearProgress from '@material-ui/core/LinearProgress';
import Paper from '@material-ui/core/Paper';
import { makeStyles } from '@material-ui/core/styles';
import type { Pages } from '../../api';
import { ActiveFilter, ActiveFilters } from '../filters';
import { formatCount, formatQuantity } from '../format';
import { EmptyState, ErrorState, LoadingState } from '../states';

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
  { name: 'IncidentLearningRecordList' },
);

/** How many rows a list shows at first, and how many more each time. */
export const PAGE_SIZE = 50;

/** Records of one sort with their filters: how many there are, the rows, and a way to the next. */
export function RecordList<T>(props: {
  /** One of them, and all: such as `action` and `actions`. */
  words: { one: string; many: string };
  pages: Pages<T>;
  filterPanel: ReactNode;
  active: ActiveFilter[];
  onRemove: (filter: ActiveFilter) => void;
  onClear: () => void;
  /** Shows so many. */
  onMore: (shown: number) => void;
  /** The rows; called with at least one. */
  children: (items: T[]) => ReactNode;
  /** Shown where there is none, whatever the filters. */
  empty: ReactNode;
  /** What can be done with the rows, beside their number. */
  tools?: ReactNode;
}) {
  const classes = useStyles();
  const { words, pages, active, onClear } = props;
  const { data, error, loading, retry } = pages;
  const none = !error && !loading && data?.items.length === 0;
  return (
    <Paper variant="outlined" className={classes.root}>
      {props.filterPanel}
      <div className={classes.bar}>
        <div role="status" className={classes.count}>
          {data && countWords(data, words.one)}
        </div>
        <ActiveFilters
          filters={active}
          onRemove={props.onRemove}
          onClear={onClear}
        />
        {props.tools}
      </div>
      {loading && data && (
        <LinearProgress aria-label={`Loading ${words.many}`} />
      )}
      {error && (
        <ErrorState what={`the ${words.many}`} error={error} onRetry={retry} />
      )}
      {!data && !error && <LoadingState what={words.many} variant="table" />}
      {!error && data && data.items.length > 0 && props.children(data.items)}
      {none && active.length === 0 && props.empty}
      {none && active.length > 0 && (
        <EmptyState
          title={`No ${words.one} matches`}
          description="Take a filter away, or search for fewer words."
          action={
            <Button variant="outlined" onClick={onClear}>
              Clear filters
            </Button>
          }
        />
      )}
      {!error && data && data.items.length < data.totalItems && (
        <Button
          className={classes.more}
          variant="outlined"
          disabled={loading}
          onClick={() => props.onMore(data.items.length + PAGE_SIZE)}
        >
          Load more
        </Button>
      )}
    </Paper>
  );
}

function countWords(
  { items, totalItems }: { items: unknown[]; totalItems: number },
  word: string,
): string {
  const all = formatQuantity(totalItems, word);
  return items.length < totalItems
    ? `${formatCount(items.length)} of ${all}`
    : all;
}
