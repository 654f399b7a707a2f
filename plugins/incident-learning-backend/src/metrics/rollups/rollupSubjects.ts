import { createHash } from 'crypto';
import {
  BucketCalendar,
  DatedFact,
  FactKind,
  LessonFact,
  MetricFact,
  PublicationFact,
  Severity,
  WorkCalendar,
  bucketStart,
} from '@hindsight/backstage-plugin-incident-learning-common';
import type { Knex } from 'knex';
import type { ResolvedScope } from '../../catalog';
import { whereAmong, whereAny } from '../../database';
import { incidentFactOf } from '../incidentFacts';
import {
  ReviewFactRow,
  reviewFactOf,
  selectReviewFacts,
  touching,
} from '../reviewFacts';
import { RolledUpRow, learnedFactOf, selectRolledUp } from './rolledUpRows';

/** How reviews are done, which facts rest on. */
export interface ReviewRules {
  /** Severities of incidents that need a review. */
  severities: Severity[];
  calendar: WorkCalendar;
}

/**
 * Something that rollups count, with the entities whose figures it is part of. Restricted incidents, and reviews of any
 * of these, are not among them: who may know of them depends on who asks.
 */
export type RollupSubject =
  | {
      kind: 'incident';
      id: string;
      fact: MetricFact;
      /** Once one of its lessons was published. */
      lesson?: LessonFact;
      entityRefs: string[];
    }
  | {
      kind: 'publication';
      id: string;
      fact: PublicationFact;
      entityRefs: string[];
    };

/** A fact with its kind. */
export interface Counted {
  kind: FactKind;
  fact: DatedFact;
}

/** All that is counted of a subject. */
export function factsOf(subject: RollupSubject): Counted[] {
  const { kind, fact } = subject;
  return subject.kind === 'incident' && subject.lesson
    ? [
        { kind, fact },
        { kind: 'lesson', fact: subject.lesson },
      ]
    : [{ kind, fact }];
}

/** Names a row of the rollups. */
export interface RollupKey {
  scope: string;
  start: number;
}

/** The organisation's months. */
export const ORG = 'org';
/** The organisation's days. */
export const ORG_DAYS = 'org:day';

/** The rows that a subject counts in: once for the organisation, and once for any set of entities. */
export function keysOf(
  { fact, entityRefs }: RollupSubject,
  calendar: BucketCalendar,
): RollupKey[] {
  const month = bucketStart(fact.at, 'month', calendar);
  return [
    { scope: ORG, start: month },
    { scope: ORG_DAYS, start: bucketStart(fact.at, 'day', calendar) },
    ...entityScopes(entityRefs).map(scope => ({ scope, start: month })),
  ];
}

export function onlyScope(entityRef: string): string {
  return `only:${entityRef}`;
}

export function sharedScope(entityRef: string): string {
  return `shared:${entityRef}`;
}

export function setScope(setId: string): string {
  return `set:${setId}`;
}

/** The set of several entities; undefined for one or none. */
export function setIdOf(entityRefs: string[]): string | undefined {
  return entityRefs.length < 2
    ? undefined
    : createHash('sha256')
        .update(JSON.stringify([...entityRefs].sort()))
        .digest('hex');
}

function entityScopes(entityRefs: string[]): string[] {
  const setId = setIdOf(entityRefs);
  return setId === undefined
    ? entityRefs.map(onlyScope)
    : [setScope(setId), ...entityRefs.map(sharedScope)];
}

/** What facts rest on besides what is stored. */
export interface FactRules {
  reviews: ReviewRules;
  /** Where days and months begin. */
  calendar: BucketCalendar;
}

/**
 * Whether dates without a time of day are rolled up as well. Elsewhere than in UTC, the bucket of a series in which
 * such a date stands is not always that of the moment by which it belongs to a period.
 */
export function areDatesRolledUp({ calendar }: FactRules): boolean {
  return calendar.timeZone === 'UTC';
}

/** Narrows a query over `incidents` to those that rollups count. */
export function whereRolledUp<T extends Knex.QueryBuilder>(
  query: T,
  rules: FactRules,
): T {
  query
    .where('incidents.drill', false)
    .where('incidents.visibility', 'internal');
  if (!areDatesRolledUp(rules)) {
    query.where('incidents.period_precision', 'exact');
  }
  return query;
}

/** Published reviews that rollups count: of incidents that count, none of them, drill or not, restricted. */
export function rolledUpReviews(
  knex: Knex,
  scope: ResolvedScope = { kind: 'org' },
): Knex.QueryBuilder {
  // A cross join, since SQLite would otherwise begin with all incidents that are no drill.
  const linked = () =>
    knex('review_incidents')
      .crossJoin(knex.raw('incidents'))
      .whereRaw('incidents.id = review_incidents.incident_id')
      .whereRaw('review_incidents.review_id = review_reports.review_id')
      .select(knex.raw('1'));
  const counted = touching(
    knex,
    linked().where('incidents.drill', false),
    scope,
    whereAmong,
  );
  return (
    knex('review_reports')
      .where('review_reports.version', 1)
      // Written so that PostgreSQL looks it up for each review: as `exists`, it would first read all of the entity.
      .whereRaw('(?) is not null', [counted.limit(1)])
      .whereNotExists(linked().where('incidents.visibility', 'restricted'))
  );
}

/** The incidents of a query over `incidents` that rollups count. */
export async function incidentSubjects(
  knex: Knex,
  query: Knex.QueryBuilder,
  rules: FactRules,
): Promise<RollupSubject[]> {
  const rows: RolledUpRow[] = await selectRolledUp(
    knex,
    whereRolledUp(query, rules),
  );
  const entities = knex('incident_entities').select(
    'incident_id as id',
    'entity_ref',
  );
  whereAny(
    entities,
    'incident_id',
    rows.map(row => row.id),
  );
  const refsOf = groupRefs(await entities);
  return rows.map(row => subjectOf(row, refsOf(row.id), rules));
}

/** An incident that was just made, as its row says; undefined where rollups do not count it. */
export function newSubject(
  row: NewIncidentRow,
  entityRefs: string[],
  rules: FactRules,
): RollupSubject | undefined {
  const counts =
    !row.drill &&
    row.visibility === 'internal' &&
    (row.period_precision === 'exact' || areDatesRolledUp(rules));
  return counts
    ? subjectOf(
        { ...row, repeat_state: null, review_standing: null, first_at: null },
        [...new Set(entityRefs)].sort(),
        rules,
      )
    : undefined;
}

/** What is read of an incident that is new: it has no review yet. */
export type NewIncidentRow = Omit<
  RolledUpRow,
  'repeat_state' | 'review_standing' | 'first_at'
> & { drill: boolean | number; visibility: string };

function subjectOf(
  row: RolledUpRow,
  entityRefs: string[],
  rules: FactRules,
): RollupSubject {
  return {
    kind: 'incident',
    id: row.id,
    fact: incidentFactOf(row, rules.reviews.severities),
    lesson: learnedFactOf(row),
    entityRefs,
  };
}

/** The published reviews of a query made by `rolledUpReviews`. */
export async function publicationSubjects(
  knex: Knex,
  query: Knex.QueryBuilder,
  { reviews: { calendar } }: FactRules,
): Promise<RollupSubject[]> {
  const reviews: ReviewFactRow[] = await selectReviewFacts(knex, query, {
    kind: 'all',
  });
  const entities = knex('review_incidents')
    .join('incidents', 'incidents.id', 'review_incidents.incident_id')
    .join('incident_entities', 'incident_entities.incident_id', 'incidents.id')
    .where('incidents.drill', false)
    .distinct('review_incidents.review_id as id', 'entity_ref');
  whereAny(
    entities,
    'review_incidents.review_id',
    reviews.map(review => review.review_id),
  );
  const refsOf = groupRefs(await entities);
  return reviews.map(row => ({
    kind: 'publication',
    id: row.review_id,
    fact: reviewFactOf(row, calendar),
    entityRefs: refsOf(row.review_id),
  }));
}

function groupRefs(
  rows: { id: string; entity_ref: string }[],
): (id: string) => string[] {
  const refs = new Map<string, string[]>();
  for (const { id, entity_ref: ref } of rows) {
    const list = refs.get(id);
    if (list) {
      list.push(ref);
    } else {
      refs.set(id, [ref]);
    }
  }
  return id => (refs.get(id) ?? []).sort();
}
