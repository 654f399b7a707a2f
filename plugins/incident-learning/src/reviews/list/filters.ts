import {
  REVIEW_SORTS,
  REVIEW_STATES,
  ReviewQuery,
  ReviewSort,
  ReviewState,
  entityRefSchema,
} from '@hindsight/backstage-plugin-incident-learning-common';
import {
  ActiveFilter,
  activeEntity,
  activeFilter,
  activeFilters,
} from '../../components/filters';
import type { UrlPatch } from '../../url';
import { STATE_WORDS } from '../words';

/** What the address of the page says about its list. */
export interface ReviewFilters {
  text?: string;
  state: ReviewState[];
  facilitator?: string;
  owner?: string;
  minAgeDays?: number;
  waitsForMe: boolean;
  /** Whether one of its incidents has priority. */
  priority: boolean;
  sort: ReviewSort;
}

export const FIRST_REVIEW_SORT: ReviewSort = '-createdAt';

/** Days that a review has been open for, to choose from. */
export const AGES = [7, 14, 30, 90];

/** Reads the filters; values that do not exist are passed over. */
export function readReviewFilters(params: URLSearchParams): ReviewFilters {
  const ref = (name: string) =>
    entityRefSchema.safeParse(params.get(name) ?? '').data;
  const days = Number(params.get('minAgeDays'));
  return {
    text: params.get('text')?.slice(0, 300) || undefined,
    state: REVIEW_STATES.filter(state =>
      params.getAll('state').includes(state),
    ),
    facilitator: ref('facilitator'),
    owner: ref('owner'),
    minAgeDays: AGES.includes(days) ? days : undefined,
    waitsForMe: params.get('waitsForMe') === 'true',
    priority: params.get('priority') === 'true',
    sort:
      REVIEW_SORTS.find(sort => sort === params.get('sort')) ??
      FIRST_REVIEW_SORT,
  };
}

/** The filters as the API takes them. */
export function reviewQueryOf(filters: ReviewFilters): Partial<ReviewQuery> {
  const { text, state, facilitator, owner, minAgeDays, waitsForMe } = filters;
  return {
    text,
    sort: filters.sort,
    priority: filters.priority || undefined,
    minAgeDays,
    state: state.length > 0 ? state : undefined,
    facilitator: facilitator ? [facilitator] : undefined,
    owner: owner ? [owner] : undefined,
    waitsForMe: waitsForMe || undefined,
  };
}

/** The change of an address that takes every filter away. */
export const NO_REVIEW_FILTERS: UrlPatch = {
  text: undefined,
  state: undefined,
  facilitator: undefined,
  owner: undefined,
  minAgeDays: undefined,
  waitsForMe: undefined,
  priority: undefined,
  shown: undefined,
};

/** What the list is filtered by, each with the change of the address that takes it away. */
export function activeReviewFilters(filters: ReviewFilters): ActiveFilter[] {
  const { text, facilitator, owner, minAgeDays, waitsForMe } = filters;
  return [
    ...activeFilter('text', 'Text', text),
    ...activeFilters('state', 'State', filters.state, STATE_WORDS),
    ...activeEntity('facilitator', 'Facilitator', facilitator),
    ...activeEntity('owner', 'Owner', owner),
    ...activeFilter(
      'minAgeDays',
      'Age',
      minAgeDays ? ageWords(minAgeDays) : undefined,
    ),
    ...activeFilter('waitsForMe', 'Waits for', waitsForMe && 'me'),
    ...activeFilter('priority', 'Priority', filters.priority && 'yes'),
  ];
}

/** How long a review has been open for. */
export function ageWords(days: number): string {
  return `${days} days or more`;
}
