import { useEffect, useRef } from 'react';
import Button from '@material-ui/core/Button';
import LinearProgress from '@material-ui/core/LinearProgress';
import useMediaQuery from '@material-ui/core/useMediaQuery';
import { Theme, makeStyles } from '@material-ui/core/styles';
import Alert from '@material-ui/lab/Alert';
import { useRouteRef } from '@backstage/core-plugin-api';
import { ErrorState, LoadingState, formatCount } from '../../components';
import { incidentRouteRef } from '../../routes';
import { useKnownEntities } from '../../components/entities';
import { IncidentCards } from './IncidentCards';
import { IncidentTable } from './IncidentTable';
import { RiskTable } from './RiskTable';
import type { IncidentListState, IncidentListView } from './useIncidentList';
import type { IncidentPages } from './useIncidentPages';
import { useReturn } from './useReturn';
import { ReviewMarks } from '../../reviews/start';
import { messageOf } from '../messageOf';

const useStyles = makeStyles(
  theme => ({
    root: { minWidth: 0 },
    progress: { height: 2 },
    stale: { opacity: 0.6 },
    more: {
      display: 'grid',
      justifyItems: 'center',
      gap: theme.spacing(1),
      padding: theme.spacing(2, 0),
    },
  }),
  { name: 'IncidentLearningIncidentRows' },
);

/** The incidents of a list, as a table or, on a narrow screen, as cards. */
export function IncidentRows(props: {
  list: IncidentListState;
  pages: IncidentPages;
  view: IncidentListView;
}) {
  const classes = useStyles();
  const { list, pages, view } = props;
  const { incidents, loading, error } = pages;
  const narrow = useMediaQuery<Theme>(theme => theme.breakpoints.down('sm'));
  const hrefOf = useRouteRef(incidentRouteRef);
  const known = useKnownEntities(
    (incidents ?? []).flatMap(({ entityRefs }) => entityRefs.slice(0, 1)),
  );

  const root = useRef<HTMLDivElement>(null);
  useReturn(root, Boolean(incidents?.length) && !loading);

  if (error) {
    return (
      <ErrorState what="the incidents" error={error} onRetry={pages.retry} />
    );
  }
  if (!incidents) {
    return <LoadingState what="incidents" variant="table" />;
  }
  const Wide = view === 'risk' ? RiskTable : IncidentTable;
  const Rows = narrow ? IncidentCards : Wide;
  return (
    <div ref={root} className={classes.root} aria-busy={loading}>
      <div className={classes.progress}>
        {loading && (
          <LinearProgress
            className={classes.progress}
            aria-label="Loading incidents"
          />
        )}
      </div>
      <div className={loading ? classes.stale : undefined}>
        <ReviewMarks incidentIds={incidents.map(({ id }) => id)}>
          <Rows
            incidents={incidents}
            known={known}
            sort={list.sort}
            onSort={list.setSort}
            hrefOf={({ id }) => hrefOf({ id })}
          />
        </ReviewMarks>
      </div>
      <LoadMore pages={pages} onShown={list.setShown} />
    </div>
  );
}

function LoadMore(props: {
  pages: IncidentPages;
  onShown: (count: number) => void;
}) {
  const classes = useStyles();
  const { pages, onShown } = props;
  const root = useRef<HTMLDivElement>(null);
  const count = pages.incidents?.length ?? 0;
  const askedAt = useRef<number>();

  // The focus goes to the first of the new rows, where reading goes on.
  useEffect(() => {
    const before = askedAt.current;
    if (before !== undefined && count > before) {
      askedAt.current = undefined;
      root.current?.parentElement
        ?.querySelectorAll<HTMLElement>('[data-incident]')
        .item(before)
        ?.focus();
      onShown(count);
    }
  }, [count, onShown]);

  if (!pages.hasMore) {
    return <div ref={root} />;
  }
  const rest = (pages.totalItems ?? 0) - count;
  return (
    <div ref={root} className={classes.more}>
      {pages.moreError && (
        <Alert severity="error">
          Could not load more: {messageOf(pages.moreError)}
        </Alert>
      )}
      <Button
        variant="outlined"
        disabled={pages.loading}
        onClick={() => {
          askedAt.current = count;
          if (!pages.loadingMore) {
            pages.loadMore();
          }
        }}
      >
        {pages.loadingMore ? 'Loading…' : 'Load more'}
        {rest > 0 && !pages.loadingMore && ` (${formatCount(rest)} left)`}
      </Button>
    </div>
  );
}
