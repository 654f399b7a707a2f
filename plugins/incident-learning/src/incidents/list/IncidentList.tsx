import { ReactNode } from 'react';
import Paper from '@material-ui/core/Paper';
import { makeStyles } from '@material-ui/core/styles';
import { ActiveFilter, ActiveFilters } from '../../components/filters';
import { describeCount } from './describeCount';
import { FilterPanel } from './FilterPanel';
import { activeFilters } from './filters';
import { IncidentRows } from './IncidentRows';
import { NoIncidents } from './NoIncidents';
import { useFacets } from './useFacets';
import { IncidentListView, useIncidentList } from './useIncidentList';
import { useIncidentPages } from './useIncidentPages';

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
  }),
  { name: 'IncidentLearningIncidentList' },
);

const PAGE_SIZE = 50;
const COMPACT_PAGE_SIZE = 10;

/** Props of `IncidentList`. */
export interface IncidentListProps {
  /** The entity whose incidents are listed; all that there are unless said. */
  scope?: string;
  /** What the rows tell: how fast incidents were dealt with, or how they score; the former unless said. */
  view?: IncidentListView;
  /** Starts with few rows, for a place below other things. */
  compact?: boolean;
  /** Controls beside the filters, such as those of scope and period, where the page has none elsewhere. */
  context?: ReactNode;
  /** What they filter by, the period aside. */
  contextFilters?: ActiveFilter[];
  /** What to do where there is no incident at all. */
  firstSteps?: ReactNode;
  /** Another value loads the list anew. */
  version?: number;
}

const NONE: ActiveFilter[] = [];

/** Incidents with filters, order and length kept in the page's address; so is the period, any time where it names none. */
export function IncidentList(props: IncidentListProps) {
  const classes = useStyles();
  const { scope, compact, contextFilters = NONE, version = 0 } = props;
  const { view = 'response' } = props;
  const pageSize = compact ? COMPACT_PAGE_SIZE : PAGE_SIZE;
  const list = useIncidentList({ scope, pageSize, view });
  const pages = useIncidentPages(list.query, {
    pageSize,
    shown: list.shown,
    version,
  });
  const facets = useFacets(scope, version);

  const active = [...contextFilters, ...activeFilters(list.filters)];
  const clear = (patch = {}) =>
    list.clear(
      contextFilters.reduce(
        (all, { without }) => ({ ...all, ...without }),
        patch,
      ),
    );
  const empty = pages.incidents?.length === 0 && !pages.loading && !pages.error;
  const anyTime = list.period.choice.kind === 'all';

  return (
    <Paper variant="outlined" className={classes.root}>
      <FilterPanel
        filters={list.filters}
        facets={facets}
        onChange={list.change}
        context={props.context}
      />
      <div className={classes.bar}>
        <div role="status" className={classes.count}>
          {describeCount(pages)}
        </div>
        <ActiveFilters
          filters={active}
          onRemove={filter => list.change(filter.without)}
          onClear={() => clear()}
        />
      </div>
      {empty ? (
        <NoIncidents
          filtered={active.length > 0 || !anyTime}
          scope={scope}
          firstSteps={props.firstSteps}
          onClear={() =>
            clear({ from: undefined, until: undefined, period: undefined })
          }
        />
      ) : (
        <IncidentRows list={list} pages={pages} view={view} />
      )}
    </Paper>
  );
}
