import { ReactNode, useRef } from 'react';
import Button from '@material-ui/core/Button';
import LinearProgress from '@material-ui/core/LinearProgress';
import Paper from '@material-ui/core/Paper';
import { makeStyles } from '@material-ui/core/styles';
import type { Pages } from '../../api';
import { ActiveFilter, ActiveFilters } from '../filters';
import { formatCount, formatQuantity } from '../format';
import { EmptyState, Loaded } from '../states';
import { LoadMore } from './LoadMore';
import { useReturn } from './useReturn';

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
    // There before it is needed, or else the rows would jump.
    progress: { height: 2 },
    stale: { opacity: 0.6 },
  }),
  { name: 'IncidentLearningRecordList' },
);

/**
 * Records of one sort with their filters: how many there are, the rows, and a
 * way to more. The link of each row carries the record's id as `data-record`,
 * to be found again by who comes back.
 */
export function RecordList<T>(props: {
  /** One of them, and all: such as `action` and `actions`. */
  words: { one: string; many: string };
  pages: Pages<T>;
  filterPanel: ReactNode;
  active: ActiveFilter[];
  onRemove: (filter: ActiveFilter) => void;
  onClear: () => void;
  /** Told how many are shown once there are more. */
  onShown: (shown: number) => void;
  /** The rows; called with at least one. */
  children: (items: T[]) => ReactNode;
  /** Shown where there is none, whatever the filters. */
  empty: ReactNode;
  /** Shown where none matches, if there is more to say than that a filter can be taken away. */
  noMatch?: ReactNode;
  /** What can be done with the rows, beside their number. */
  tools?: ReactNode;
}) {
  const classes = useStyles();
  const { words, pages, active, onClear, children } = props;
  const { loading } = pages;
  const rows = useRef<HTMLDivElement>(null);
  useReturn(rows, Boolean(pages.data?.items.length) && !loading);
  return (
    <Paper variant="outlined" className={classes.root}>
      {props.filterPanel}
      <div className={classes.bar}>
        <div role="status" className={classes.count}>
          {countWords(pages, words.one)}
        </div>
        <ActiveFilters
          filters={active}
          onRemove={props.onRemove}
          onClear={onClear}
        />
        {props.tools}
      </div>
      <Loaded what={`the ${words.many}`} variant="table" answer={pages}>
        {({ items, totalItems }) => (
          <div ref={rows} aria-busy={loading}>
            <div className={classes.progress}>
              {loading && (
                <LinearProgress
                  className={classes.progress}
                  aria-label={`Loading ${words.many}`}
                />
              )}
            </div>
            {items.length > 0 && (
              <div className={loading ? classes.stale : undefined}>
                {children(items)}
              </div>
            )}
            {items.length === 0 &&
              !loading &&
              active.length === 0 &&
              props.empty}
            {items.length === 0 &&
              !loading &&
              active.length > 0 &&
              (props.noMatch ?? (
                <EmptyState
                  title={`No ${words.one} matches`}
                  description="Take a filter away, or search for fewer words."
                  action={
                    <Button variant="outlined" onClick={onClear}>
                      Clear filters
                    </Button>
                  }
                />
              ))}
            <LoadMore
              pages={pages}
              count={items.length}
              rest={totalItems - items.length}
              rows={rows}
              onShown={props.onShown}
            />
          </div>
        )}
      </Loaded>
    </Paper>
  );
}

function countWords<T>({ data, loading }: Pages<T>, word: string): string {
  if (!data) {
    return '';
  }
  if (loading) {
    return 'Loading…';
  }
  const { items, totalItems } = data;
  const all = formatQuantity(totalItems, word);
  return items.length < totalItems
    ? `${formatCount(items.length)} of ${all}`
    : all;
}
