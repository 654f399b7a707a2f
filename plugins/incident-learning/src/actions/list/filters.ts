import {
  ACTION_STATUSES,
  ActionQuery,
  ActionSort,
  ActionStatus,
  PRIORITIES,
  Priority,
  UNDONE_STATUSES,
  entityRefSchema,
} from '@hindsight/backstage-plugin-incident-learning-common';
import {
  ActiveFilter,
  activeEntity,
  activeFilter,
  activeFilters,
} from '../../components/filters';
import { PRIORITY_WORDS } from '../../reviews/words';
import type { UrlPatch } from '../../url';
import { ACTION_STATUS_WORDS } from '../words';

/** In what groups the list is shown. */
const GROUPINGS = ['none', 'owner', 'week'] as const;
export type Grouping = (typeof GROUPINGS)[number];

export const GROUPING_WORDS: Record<Grouping, string> = {
  none: 'One list',
  owner: 'By owner',
  week: 'By week due',
};

const SORTS = ['dueDate', '-priority', '-updatedAt', '-createdAt'] as const;
type Sort = Extract<ActionSort, (typeof SORTS)[number]>;

export const SORT_WORDS: Record<Sort, string> = {
  dueDate: 'Due first',
  '-priority': 'Most urgent first',
  '-updatedAt': 'Last changed first',
  '-createdAt': 'Newest first',
};

/** What the address of the page says about its list. */
export interface ActionFilters {
  text?: string;
  status: ActionStatus[];
  priority: Priority[];
  category: string[];
  owner?: string;
  /** Those that are to prevent one incident, its reviews' among them. */
  incident?: string;
  /** Those that came of one lesson. */
  lesson?: string;
  mine: boolean;
  /** Those that are done or settled too; without it, what somebody still has to do. */
  all: boolean;
  overdue: boolean;
  unowned: boolean;
  grouping: Grouping;
  sort: Sort;
}

/** Reads the filters; values that do not exist are passed over. */
export function readActionFilters(params: URLSearchParams): ActionFilters {
  const of = <T extends string>(all: readonly T[], name: string) =>
    all.filter(value => params.getAll(name).includes(value));
  const one = <T extends string>(all: readonly T[], name: string) =>
    all.find(value => value === params.get(name)) ?? all[0];
  return {
    text: params.get('text')?.slice(0, 300) || undefined,
    status: of(ACTION_STATUSES, 'status'),
    priority: of(PRIORITIES, 'priority'),
    category: params.getAll('category').map(value => value.slice(0, 200)),
    owner: entityRefSchema.safeParse(params.get('owner') ?? '').data,
    incident: params.get('incident') || undefined,
    lesson: params.get('lesson') || undefined,
    mine: params.get('mine') === 'true',
    all: params.get('all') === 'true',
    overdue: params.get('overdue') === 'true',
    unowned: params.get('unowned') === 'true',
    grouping: one(GROUPINGS, 'group'),
    sort: one(SORTS, 'sort'),
  };
}

/** The filters as the API takes them. */
export function actionQueryOf(filters: ActionFilters): Partial<ActionQuery> {
  const { text, status, priority, category, owner, mine, all } = filters;
  const { incident, lesson } = filters;
  const undone = all ? undefined : ['idea' as const, ...UNDONE_STATUSES];
  return {
    text,
    status: status.length > 0 ? status : undone,
    priority: priority.length > 0 ? priority : undefined,
    category: category.length > 0 ? category : undefined,
    owner: owner ? [owner] : undefined,
    incident,
    lesson,
    mine: mine || undefined,
    overdue: filters.overdue || undefined,
    unowned: filters.unowned || undefined,
    sort: filters.grouping === 'week' ? 'dueDate' : filters.sort,
  };
}

/** The change of an address that takes every filter away. */
export const NO_ACTION_FILTERS: UrlPatch = {
  text: undefined,
  status: undefined,
  priority: undefined,
  category: undefined,
  owner: undefined,
  incident: undefined,
  lesson: undefined,
  mine: undefined,
  all: undefined,
  overdue: undefined,
  unowned: undefined,
  shown: undefined,
};

/** What the list is filtered by, each with the change of the address that takes it away. */
export function activeActionFilters(filters: ActionFilters): ActiveFilter[] {
  const { text, owner, incident, lesson, mine, overdue, unowned } = filters;
  return [
    ...activeFilter('text', 'Text', text),
    ...activeFilter('mine', 'Owned by', mine && 'me or my groups'),
    ...activeFilters('status', 'Status', filters.status, ACTION_STATUS_WORDS),
    ...activeFilters('priority', 'Priority', filters.priority, PRIORITY_WORDS),
    ...activeFilters('category', 'Category', filters.category),
    ...activeEntity('owner', 'Owner', owner),
    ...activeFilter('incident', 'About', incident && 'one incident'),
    ...activeFilter('lesson', 'About', lesson && 'one lesson'),
    ...activeFilter('overdue', 'Only', overdue && 'overdue'),
    ...activeFilter('unowned', 'Only', unowned && 'without an owner'),
  ];
}
