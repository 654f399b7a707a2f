import { ReactNode } from 'react';
import type { IncidentFacets } from '@hindsight/backstage-plugin-incident-learning-common';
import { FilterPanel, FilterSelect } from '../../components/filters';
import { Choice } from '../../components/inputs';
import type { UrlPatch } from '../../url';
import {
  ChoiceFilter,
  ListFilters,
  MAIN_FILTERS,
  MORE_FILTERS,
} from './filters';

/** The controls that filter a list of incidents. */
export function IncidentFilterPanel(props: {
  filters: ListFilters;
  /** How many filters are set. */
  set: number;
  onChange: (patch: UrlPatch) => void;
  facets?: IncidentFacets;
  /** Further controls, such as that of the period. */
  children: ReactNode;
}) {
  const { filters, set, onChange, facets } = props;
  const select = (filter: ChoiceFilter) => (
    <FilterSelect
      key={filter.name}
      label={filter.label}
      options={filter.values ?? (filter.facet && facets?.[filter.facet]) ?? []}
      words={filter.words}
      loading={Boolean(filter.facet) && !facets}
      value={filters.choices[filter.name] ?? []}
      onChange={values => onChange({ [filter.name]: values })}
    />
  );
  return (
    <FilterPanel
      label="Filter incidents"
      search={{
        text: filters.text,
        placeholder: 'Title, summary or impact',
        onChange: text => onChange({ text }),
      }}
      set={{ all: set, more: countOfMore(filters) }}
      more={
        <>
          {MORE_FILTERS.map(select)}
          <YesNoFilter
            label="Entities"
            value={filters.unassigned}
            words={['With or without', 'Unassigned', 'Assigned']}
            onChange={unassigned => onChange({ unassigned })}
          />
          <YesNoFilter
            label="Drills"
            value={filters.drill}
            words={['With drills', 'Only drills', 'Without drills']}
            onChange={drill => onChange({ drill })}
          />
          <YesNoFilter
            label="Review"
            value={filters.needsReview}
            words={['Needed or not', 'Needed', 'Not needed or begun']}
            onChange={needsReview => onChange({ needsReview })}
          />
        </>
      }
    >
      {MAIN_FILTERS.map(select)}
      <YesNoFilter
        label="Priority"
        value={filters.priority}
        words={['With or without', 'With priority', 'Without priority']}
        onChange={priority => onChange({ priority })}
      />
      {props.children}
    </FilterPanel>
  );
}

function countOfMore(filters: ListFilters): number {
  return [
    ...MORE_FILTERS.map(({ name }) => filters.choices[name]),
    filters.unassigned,
    filters.drill,
    filters.needsReview,
  ].filter(value => value !== undefined).length;
}

function YesNoFilter(props: {
  label: string;
  value: boolean | undefined;
  words: [either: string, yes: string, no: string];
  onChange: (value: string | undefined) => void;
}) {
  const { label, value, onChange } = props;
  const [either, yes, no] = props.words;
  return (
    <Choice
      label={label}
      value={`${value ?? 'either'}`}
      words={{ either, true: yes, false: no }}
      onChange={picked => onChange(picked === 'either' ? undefined : picked)}
    />
  );
}
