import { useApi } from '@backstage/core-plugin-api';
import { incidentLearningApiRef, usePages } from '../../api';
import { activePeriod, activeScope } from '../../components/filters';
import { RecordList, useShown } from '../../components/list';
import { PeriodPicker, ScopePicker } from '../../components/pickers';
import { ALL_TIME, NO_PERIOD, usePeriod, useScope } from '../../url';
import { activeIncidentFilters } from './filters';
import { IncidentFilterPanel } from './IncidentFilterPanel';
import { IncidentRows } from './IncidentRows';
import { NoIncidents } from './NoIncidents';
import { useFacets } from './useFacets';
import { IncidentListView, useIncidentList } from './useIncidentList';

const WORDS = { one: 'incident', many: 'incidents' };
const COMPACT_PAGE_SIZE = 10;

/** Props of `IncidentList`. */
export interface IncidentListProps {
  /** The entity whose incidents are listed; all that there are unless said. */
  scope?: string;
  /** What the rows tell: how fast incidents were dealt with, or how they score; the former unless said. */
  view?: IncidentListView;
  /** Starts with few rows, for a place below other things. */
  compact?: boolean;
  /** Lets the reader pick another scope and period, where the page has no pickers elsewhere. */
  pickers?: boolean;
  /** Another value loads the list anew. */
  version?: number;
}

/** Incidents with filters, order and length kept in the page's address; so is the period, any time where it names none. */
export function IncidentList(props: IncidentListProps) {
  const { scope, view = 'response', compact, pickers, version = 0 } = props;
  const api = useApi(incidentLearningApiRef);
  const list = useIncidentList({ scope, view });
  const { period, query } = list;
  const pageSize = compact ? COMPACT_PAGE_SIZE : undefined;
  const [shown, setShown] = useShown(pageSize);
  const pages = usePages(
    `${version} ${JSON.stringify(query)}`,
    { shown, pageSize },
    (page, signal) => api.listIncidents({ ...query, ...page }, { signal }),
  );
  const facets = useFacets(scope, version);
  const active = [
    ...(pickers ? [...activeScope(scope), ...activePeriod(period)] : []),
    ...activeIncidentFilters(list.filters),
  ];
  const clearAll = () =>
    list.clear({ ...NO_PERIOD, ...(pickers && { scope: undefined }) });
  return (
    <RecordList
      words={WORDS}
      pages={pages}
      filterPanel={
        <IncidentFilterPanel
          filters={list.filters}
          set={active.length}
          facets={facets}
          onChange={list.change}
        >
          {pickers && <Pickers />}
        </IncidentFilterPanel>
      }
      active={active}
      onRemove={filter => list.change(filter.without)}
      // A period that the page has a picker for elsewhere is not the list's to change.
      onClear={pickers ? clearAll : () => list.clear()}
      onShown={setShown}
      empty={
        <NoIncidents
          filtered={period.choice.kind !== 'all'}
          scope={scope}
          onClear={clearAll}
        />
      }
      noMatch={<NoIncidents filtered scope={scope} onClear={clearAll} />}
    >
      {incidents => (
        <IncidentRows incidents={incidents} list={list} view={view} />
      )}
    </RecordList>
  );
}

function Pickers() {
  const [scope, pickScope] = useScope();
  const [period, pickPeriod] = usePeriod(ALL_TIME);
  return (
    <>
      <ScopePicker scope={scope} onPick={pickScope} />
      <PeriodPicker period={period} onPick={pickPeriod} />
    </>
  );
}
