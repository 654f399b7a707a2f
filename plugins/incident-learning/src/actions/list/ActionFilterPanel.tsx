import {
  ACTION_STATUSES,
  PRIORITIES,
} from '@hindsight/backstage-plugin-incident-learning-common';
import {
  EntityFilter,
  FilterPanel,
  FilterSelect,
  FlagButton,
} from '../../components/filters';
import { Choice } from '../../components/inputs';
import { PRIORITY_WORDS } from '../../reviews/words';
import type { UrlPatch } from '../../url';
import { ACTION_STATUS_WORDS } from '../words';
import { ActionFilters, GROUPING_WORDS, SORT_WORDS } from './filters';

const FLAGS = {
  mine: 'Mine and my teams’',
  overdue: 'Overdue',
  unowned: 'Without an owner',
  all: 'Settled ones too',
} as const;

/** The controls that filter, sort and group a list of actions. */
export function ActionFilterPanel(props: {
  filters: ActionFilters;
  /** How many filters are set. */
  set: number;
  categories?: string[];
  onChange: (patch: UrlPatch) => void;
}) {
  const { filters, categories, onChange } = props;
  return (
    <FilterPanel
      label="Filter actions"
      search={{
        text: filters.text,
        placeholder: 'Title or description',
        onChange: text => onChange({ text }),
      }}
      set={{ all: props.set }}
      flags={(Object.keys(FLAGS) as (keyof typeof FLAGS)[]).map(flag => (
        <FlagButton
          key={flag}
          pressed={filters[flag]}
          onChange={value => onChange({ [flag]: value })}
        >
          {FLAGS[flag]}
        </FlagButton>
      ))}
    >
      <FilterSelect
        label="Status"
        options={ACTION_STATUSES}
        words={ACTION_STATUS_WORDS}
        value={filters.status}
        onChange={status => onChange({ status })}
      />
      <FilterSelect
        label="Priority"
        options={PRIORITIES}
        words={PRIORITY_WORDS}
        value={filters.priority}
        onChange={priority => onChange({ priority })}
      />
      <FilterSelect
        label="Category"
        options={categories ?? []}
        loading={!categories}
        value={filters.category}
        onChange={category => onChange({ category })}
      />
      <EntityFilter
        label="Owner"
        value={filters.owner}
        onChange={owner => onChange({ owner })}
      />
      <Choice
        label="Sort"
        value={filters.sort}
        words={SORT_WORDS}
        onChange={sort => onChange({ sort })}
      />
      <Choice
        label="Group"
        value={filters.grouping}
        words={GROUPING_WORDS}
        onChange={group => onChange({ group })}
      />
    </FilterPanel>
  );
}
