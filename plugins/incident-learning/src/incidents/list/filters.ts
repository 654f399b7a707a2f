import {
  FINDING_CODES,
  INCIDENT_KINDS,
  INCIDENT_SORTS,
  INCIDENT_STATUSES,
  IncidentFacets,
  IncidentFilter,
  IncidentQuery,
  REPEAT_STATES,
  SEVERITIES,
} from '@hindsight/backstage-plugin-incident-learning-common';
import {
  ActiveFilter,
  activeFilter,
  activeFilters,
} from '../../components/filters';
import {
  FINDING_WORDS,
  KIND_WORDS,
  REPEAT_WORDS,
  SEVERITY_WORDS,
  STATUS_WORDS,
  TIME_WORDS,
  fieldName,
} from '../words';

/** A filter of which one or more values are picked from a list. */
export interface ChoiceFilter {
  name: ChoiceName;
  label: string;
  /** The values there are; absent where the incidents themselves tell. */
  values?: readonly string[];
  words?: Record<string, string>;
  facet?: keyof IncidentFacets;
}

type ChoiceName =
  | 'severity'
  | 'status'
  | 'kind'
  | 'category'
  | 'attackVector'
  | 'tag'
  | 'source'
  | 'repeat'
  | 'finding'
  | 'findingPath'
  | 'signature'
  | 'owner';

const SEVERITY: ChoiceFilter = {
  name: 'severity',
  label: 'Severity',
  values: SEVERITIES,
  words: SEVERITY_WORDS,
};

const STATUS: ChoiceFilter = {
  name: 'status',
  label: 'Status',
  values: INCIDENT_STATUSES,
  words: STATUS_WORDS,
};

/** The filters that are always seen. */
export const MAIN_FILTERS: ChoiceFilter[] = [SEVERITY, STATUS];

/** The filters behind "More filters". */
export const MORE_FILTERS: ChoiceFilter[] = [
  { name: 'kind', label: 'Kind', values: INCIDENT_KINDS, words: KIND_WORDS },
  { name: 'category', label: 'Category', facet: 'category' },
  { name: 'attackVector', label: 'Attack vector', facet: 'attackVector' },
  { name: 'tag', label: 'Tag', facet: 'tag' },
  { name: 'source', label: 'Source', facet: 'source' },
  {
    name: 'repeat',
    label: 'Repeat',
    values: [...REPEAT_STATES, 'none'],
    words: REPEAT_WORDS,
  },
  {
    name: 'finding',
    label: 'Data quality',
    values: FINDING_CODES,
    words: FINDING_WORDS,
  },
];

/** Filters that links from figures bring along; they have no control of their own. */
const LINKED_FILTERS: ChoiceFilter[] = [
  {
    name: 'findingPath',
    label: 'Finding at',
    words: {
      ...TIME_WORDS,
      timeToDetectMs: fieldName('timeToDetectMs'),
      timeToContainMs: fieldName('timeToContainMs'),
      timeToResolveMs: fieldName('timeToResolveMs'),
    },
  },
  { name: 'signature', label: 'Signature' },
  { name: 'owner', label: 'Owner' },
];

const CHOICES = [...MAIN_FILTERS, ...MORE_FILTERS, ...LINKED_FILTERS];

/** What the address of a page says about its list, period and scope aside. */
export interface ListFilters {
  text?: string;
  choices: Partial<Record<ChoiceName, string[]>>;
  unassigned?: boolean;
  drill?: boolean;
  /** Whether it has priority by the active risk profile. */
  priority?: boolean;
  /** Whether it needs a review and is in none. */
  needsReview?: boolean;
}

/** Reads filters from the query of an address; values that do not exist are passed over. */
export function readFilters(params: URLSearchParams): ListFilters {
  const choices: ListFilters['choices'] = {};
  for (const { name, values } of CHOICES) {
    const picked = params
      .getAll(name)
      .filter(value => value && (!values || values.includes(value)));
    if (picked.length > 0) {
      choices[name] = [...new Set(picked)];
    }
  }
  return {
    text: params.get('text')?.slice(0, 300) || undefined,
    choices,
    unassigned: readFlag(params.get('unassigned')),
    drill: readFlag(params.get('drill')),
    priority: readFlag(params.get('priority')),
    needsReview: readFlag(params.get('needsReview')),
  };
}

function readFlag(text: string | null): boolean | undefined {
  return text === 'true' || text === 'false' ? text === 'true' : undefined;
}

/** The filters as the API takes them. */
export function filterOf(filters: ListFilters): Partial<IncidentFilter> {
  const { choices, ...others } = filters;
  // The values were checked against the vocabulary when they were read.
  return { ...(choices as Partial<IncidentFilter>), ...others };
}

/** What the list is filtered by, each with the change of the address that takes it away. */
export function activeIncidentFilters(filters: ListFilters): ActiveFilter[] {
  const yesNo = (
    name: 'unassigned' | 'drill' | 'priority' | 'needsReview',
    label: string,
    [yes, no]: [string, string],
  ) => {
    const value = filters[name];
    const words = value ? yes : no;
    return activeFilter(name, label, value === undefined ? value : words);
  };
  return [
    ...activeFilter('text', 'Text', filters.text),
    ...CHOICES.flatMap(({ name, label, words }) =>
      activeFilters(name, label, filters.choices[name] ?? [], words),
    ),
    ...yesNo('unassigned', 'Entities', ['Unassigned', 'Assigned']),
    ...yesNo('drill', 'Drills', ['Only drills', 'Without drills']),
    ...yesNo('priority', 'Priority', ['Yes', 'No']),
    ...yesNo('needsReview', 'Review', ['Needed', 'Not needed or begun']),
  ];
}

/** The change of an address that takes every filter away. */
export const NO_FILTERS: Record<string, undefined> = Object.fromEntries(
  [
    'text',
    'unassigned',
    'drill',
    'priority',
    'needsReview',
    ...CHOICES.map(({ name }) => name),
  ].map(name => [name, undefined]),
);

export type SortName = IncidentQuery['sort'];

/** The order that an address asks for; another one where it asks for none that exists. */
export function readSort(text: string | null, fallback: SortName): SortName {
  const found = INCIDENT_SORTS.flatMap(
    sort => [sort, `-${sort}`] as const,
  ).find(sort => sort === text);
  return found ?? fallback;
}
