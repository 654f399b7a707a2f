import {
  CAUSE_TYPES,
  CauseType,
  LESSON_SORTS,
  LESSON_STATES,
  LessonQuery,
  LessonSort,
  LessonState,
  PRIORITIES,
  Priority,
  entityRefSchema,
} from '@hindsight/backstage-plugin-incident-learning-common';
import {
  ActiveFilter,
  activeEntity,
  activeFilter,
  activeFilters,
} from '../../components/filters';
import { CAUSE_TYPE_WORDS, PRIORITY_WORDS } from '../../reviews/words';
import type { UrlPatch } from '../../url';
import { LESSON_STATE_WORDS } from '../words';

/** What the address of the page says about its list, period and scope aside. */
export interface LessonFilters {
  q?: string;
  type: CauseType[];
  priority: Priority[];
  category: string[];
  tag: string[];
  owner?: string;
  state?: LessonState;
  /** Without a search there is nothing to be relevant to. */
  sort: LessonSort;
}

/** Reads the filters; values that do not exist are passed over. */
export function readLessonFilters(params: URLSearchParams): LessonFilters {
  const of = <T extends string>(all: readonly T[], name: string) =>
    all.filter(value => params.getAll(name).includes(value));
  const texts = (name: string, length: number) =>
    params
      .getAll(name)
      .map(text => text.slice(0, length))
      .filter(Boolean)
      .slice(0, 100);
  const q = params.get('q')?.slice(0, 300).trim() || undefined;
  const sort = LESSON_SORTS.find(value => value === params.get('sort'));
  return {
    q,
    type: of(CAUSE_TYPES, 'type'),
    priority: of(PRIORITIES, 'priority'),
    category: texts('category', 200),
    tag: texts('tag', 60),
    owner: entityRefSchema.safeParse(params.get('owner') ?? '').data,
    state: LESSON_STATES.find(value => value === params.get('state')),
    sort: q ? sort ?? 'relevance' : 'recency',
  };
}

/** The filters as the API takes them. */
export function lessonQueryOf(filters: LessonFilters): Partial<LessonQuery> {
  const some = <T>(values: T[]) => (values.length > 0 ? values : undefined);
  const { type, priority, category, tag, owner } = filters;
  return {
    ...filters,
    type: some(type),
    priority: some(priority),
    category: some(category),
    tag: some(tag),
    owner: owner ? [owner] : undefined,
  };
}

/** The change of an address that takes every filter away. */
export const NO_LESSON_FILTERS: UrlPatch = {
  q: undefined,
  type: undefined,
  priority: undefined,
  category: undefined,
  tag: undefined,
  owner: undefined,
  state: undefined,
  shown: undefined,
};

/** What the list is filtered by, each with the change of the address that takes it away. */
export function activeLessonFilters(filters: LessonFilters): ActiveFilter[] {
  const { q, owner, state } = filters;
  return [
    ...activeFilter('q', 'Text', q),
    ...activeFilters('type', 'Type', filters.type, CAUSE_TYPE_WORDS),
    ...activeFilters('priority', 'Priority', filters.priority, PRIORITY_WORDS),
    ...activeFilters('category', 'Category', filters.category),
    ...activeFilters('tag', 'Tag', filters.tag),
    ...activeEntity('owner', 'Owner', owner),
    ...activeFilter('state', 'Only', state && LESSON_STATE_WORDS[state]),
  ];
}
