import { useMemo, useState } from 'react';
import Button from '@material-ui/core/Button';
import { useApi } from '@backstage/core-plugin-api';
import type { ActionQuery } from '@hindsight/backstage-plugin-incident-learning-common';
import { incidentLearningApiRef, usePages } from '../../api';
import { EmptyState, formatQuantity } from '../../components';
import { activeScope } from '../../components/filters';
import { RecordList, useShown } from '../../components/list';
import { UrlPatch, useUrlParams } from '../../url';
import { ActionFilterPanel } from './ActionFilterPanel';
import { ActionTable } from './ActionTable';
import { BulkDialog } from './BulkDialog';
import {
  NO_ACTION_FILTERS,
  actionQueryOf,
  activeActionFilters,
  readActionFilters,
} from './filters';
import { groupActions } from './groups';

const WORDS = { one: 'action', many: 'actions' };

/** The first so many actions of a query, and how many there are. */
export function useActions(query: Partial<ActionQuery>, shown: number) {
  const api = useApi(incidentLearningApiRef);
  return usePages(JSON.stringify(query), { shown }, (page, signal) =>
    api.listActions({ ...query, ...page }, { signal }),
  );
}

/** Actions with their filters kept in the page's address, to change several at once. */
export function ActionList(props: {
  scope?: string;
  /** Those to choose from; absent until they are known. */
  categories?: string[];
}) {
  const { scope, categories } = props;
  const [params, update] = useUrlParams();
  const [picked, setPicked] = useState<Set<string>>(new Set());
  const [changing, setChanging] = useState(false);
  const filters = useMemo(() => readActionFilters(params), [params]);
  const [shown, setShown] = useShown();
  const pages = useActions({ ...actionQueryOf(filters), scope }, shown);
  const change = (patch: UrlPatch) => {
    setPicked(new Set());
    update({ ...patch, shown: undefined });
  };
  const active = [...activeScope(scope), ...activeActionFilters(filters)];
  const pick = (ids: string[], on: boolean) =>
    setPicked(before => {
      const next = new Set(before);
      ids.forEach(id => (on ? next.add(id) : next.delete(id)));
      return next;
    });
  return (
    <>
      <RecordList
        words={WORDS}
        pages={pages}
        filterPanel={
          <ActionFilterPanel
            filters={filters}
            set={active.length}
            categories={categories}
            onChange={change}
          />
        }
        active={active}
        onRemove={filter => change(filter.without)}
        onClear={() => change({ ...NO_ACTION_FILTERS, scope: undefined })}
        onShown={setShown}
        tools={
          picked.size > 0 && (
            <Button
              size="small"
              variant="contained"
              color="primary"
              onClick={() => setChanging(true)}
            >
              Change {formatQuantity(picked.size, 'action')}
            </Button>
          )
        }
        empty={
          <EmptyState
            title="No actions yet"
            description="Actions come out of reviews, or are written down here: press “Write down an action”."
          />
        }
      >
        {actions => (
          <ActionTable
            groups={groupActions(actions, filters.grouping)}
            picking={{ picked, onPick: pick }}
          />
        )}
      </RecordList>
      {changing && (
        <BulkDialog
          ids={[...picked]}
          onClose={() => setChanging(false)}
          onChanged={() => {
            setChanging(false);
            setPicked(new Set());
            pages.retry();
          }}
        />
      )}
    </>
  );
}
