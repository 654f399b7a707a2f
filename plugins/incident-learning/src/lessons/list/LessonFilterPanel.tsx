import { ReactNode } from 'react';
import { useApi } from '@backstage/core-plugin-api';
import {
  CAUSE_TYPES,
  PRIORITIES,
} from '@hindsight/backstage-plugin-incident-learning-common';
import { incidentLearningApiRef, useApiData } from '../../api';
import {
  EntityFilter,
  FilterPanel,
  FilterSelect,
} from '../../components/filters';
import { Choice } from '../../components/inputs';
import { CAUSE_TYPE_WORDS, PRIORITY_WORDS } from '../../reviews/words';
import type { UrlPatch } from '../../url';
import { LESSON_SORT_WORDS, LESSON_STATE_WORDS } from '../words';
import type { LessonFilters } from './filters';

const STATE_CHOICES = { any: 'Published and drafts', ...LESSON_STATE_WORDS };
const BY_RECENCY: Partial<typeof LESSON_SORT_WORDS> = {
  recency: LESSON_SORT_WORDS.recency,
};

/** The controls that search, filter and sort lessons. */
export function LessonFilterPanel(props: {
  filters: LessonFilters;
  /** How many filters are set. */
  set: number;
  onChange: (patch: UrlPatch) => void;
  /** The control of the period. */
  children: ReactNode;
}) {
  const { filters, onChange } = props;
  const api = useApi(incidentLearningApiRef);
  const facets = useApiData('facets', () => api.getLessonFacets());
  return (
    <FilterPanel
      label="Filter lessons"
      search={{
        text: filters.q,
        placeholder: 'Words of a lesson, or a “quoted phrase”',
        onChange: q => onChange({ q }),
      }}
      set={{ all: props.set }}
    >
      <FilterSelect
        label="Type"
        options={CAUSE_TYPES}
        words={CAUSE_TYPE_WORDS}
        value={filters.type}
        onChange={type => onChange({ type })}
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
        options={facets.data?.category ?? []}
        loading={facets.loading}
        value={filters.category}
        onChange={category => onChange({ category })}
      />
      <FilterSelect
        label="Tag"
        options={facets.data?.tag ?? []}
        loading={facets.loading}
        value={filters.tag}
        onChange={tag => onChange({ tag })}
      />
      <EntityFilter
        label="Owner"
        value={filters.owner}
        onChange={owner => onChange({ owner })}
      />
      <Choice
        label="State"
        value={filters.state ?? 'any'}
        words={STATE_CHOICES}
        onChange={state =>
          onChange({ state: state === 'any' ? undefined : state })
        }
      />
      <Choice
        label="Sort"
        value={filters.sort}
        words={filters.q ? LESSON_SORT_WORDS : BY_RECENCY}
        onChange={sort => onChange({ sort })}
      />
      {props.children}
    </FilterPanel>
  );
}
