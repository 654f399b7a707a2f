import {
  OPEN_REVIEW_STATES,
  ReviewQuery,
} from '@hindsight/backstage-plugin-incident-learning-common';
import type { Knex } from 'knex';
import {
  AccessFilter,
  Identity,
  applyAccess,
  whereTakingPart,
} from '../access';
import type { ResolvedScope } from '../catalog';
import { storableText, whereAny } from '../database';

const DAY_MS = 24 * 60 * 60 * 1000;

/** A filter whose scope and owners the catalog has resolved. */
export interface ReviewSelection {
  filter: Omit<ReviewQuery, 'limit' | 'cursor' | 'total'>;
  scope: ResolvedScope;
  /** What the owners of the filter own; empty without any. */
  ownedRefs: string[];
  access: AccessFilter;
  /** Whom `waitsForMe` means. */
  identity: Identity;
  /** Epoch ms, from which age is counted. */
  now: number;
}

/**
 * Narrows a query over `reviews` to those that the caller may know of: they take part in it, one of the incidents may
 * be read, or none of them exists any more and none was restricted.
 */
export function applyReviewAccess<T extends Knex.QueryBuilder>(
  knex: Knex,
  query: T,
  access: AccessFilter,
): T {
  if (access.kind !== 'all') {
    query.where(visible =>
      visible
        .where(own => whereTakingPart(own, access.refs))
        .orWhereExists(linked(knex, access))
        .orWhereNotExists(
          knex('review_incidents')
            .select('review_incidents.incident_id')
            .leftJoin(
              'incidents',
              'incidents.id',
              'review_incidents.incident_id',
            )
            .whereRaw('review_incidents.review_id = reviews.id')
            .where(known =>
              known
                .whereNotNull('incidents.id')
                .orWhere('review_incidents.was_restricted', true),
            ),
        ),
    );
  }
  return query;
}

/** Narrows a query over what may belong to a review, to what belongs to none or to one that the caller may know of. */
export function whereReviewVisible<T extends Knex.QueryBuilder>(
  knex: Knex,
  query: T,
  column: string,
  access: AccessFilter,
): T {
  if (access.kind !== 'all') {
    query.where(visible =>
      visible
        .whereNull(column)
        .orWhereNotIn(column, hiddenReviews(knex, access)),
    );
  }
  return query;
}

/** Only reviews with a restricted incident can be hidden; these are few, so that the others need no look. */
function hiddenReviews(knex: Knex, access: AccessFilter): Knex.QueryBuilder {
  const ids = () =>
    knex('review_incidents').select('review_incidents.review_id');
  const restricted = () =>
    knex('reviews')
      .select('reviews.id')
      .where(either =>
        either
          .whereIn(
            'reviews.id',
            ids()
              .join('incidents', 'incidents.id', 'review_incidents.incident_id')
              .where('incidents.visibility', 'restricted'),
          )
          .orWhereIn(
            'reviews.id',
            ids().where('review_incidents.was_restricted', true),
          ),
      );
  // Not as a negation: where a review has no facilitator, that would be neither true nor false.
  return restricted().whereNotIn(
    'reviews.id',
    applyReviewAccess(knex, restricted(), access),
  );
}

/** Reviews with the highest risk score of their incidents, as far as those may be read, to be sorted by it. */
export function reviewsByRisk(knex: Knex, access: AccessFilter) {
  const score = linked(knex, access).clearSelect().max('incidents.risk_score');
  return knex.from(
    knex('reviews').select('reviews.*', score.as('risk_score')).as('reviews'),
  );
}

/** The incidents of the review of an outer query, as far as they may be read. */
function linked(knex: Knex, access: AccessFilter): Knex.QueryBuilder {
  const query = knex('review_incidents')
    .select('review_incidents.incident_id')
    .join('incidents', 'incidents.id', 'review_incidents.incident_id')
    .whereRaw('review_incidents.review_id = reviews.id');
  return applyAccess(query, access);
}

/** Narrows a query over `reviews` to a selection. */
export function applySelection<T extends Knex.QueryBuilder>(
  knex: Knex,
  query: T,
  selection: ReviewSelection,
): T {
  const { filter, access, now } = selection;
  applyReviewAccess(knex, query, access);
  if (filter.state?.length) {
    query.whereIn('reviews.state', filter.state);
  }
  if (filter.facilitator?.length) {
    query.whereIn('reviews.facilitator', filter.facilitator);
  }
  if (filter.incident?.length) {
    const { incident } = filter;
    query.whereExists(
      linked(knex, access).whereIn('review_incidents.incident_id', incident),
    );
  }
  if (filter.minAgeDays !== undefined) {
    query
      .whereIn('reviews.state', [...OPEN_REVIEW_STATES])
      .where('reviews.created_at', '<=', now - filter.minAgeDays * DAY_MS);
  }
  applyPriority(knex, query, selection);
  applyScope(knex, query, selection);
  applyOwner(knex, query, selection);
  applyWaiting(knex, query, selection);
  applyText(knex, query, filter.text);
  return query;
}

function applyPriority(
  knex: Knex,
  query: Knex.QueryBuilder,
  { filter, access }: ReviewSelection,
): void {
  const urgent = linked(knex, access).where('incidents.risk_priority', true);
  if (filter.priority) {
    query.whereExists(urgent);
  } else if (filter.priority === false) {
    query.whereNotExists(urgent);
  }
}

function touching(
  knex: Knex,
  access: AccessFilter,
  entityRefs: string[],
): Knex.QueryBuilder {
  const query = linked(knex, access).join(
    'incident_entities',
    'incident_entities.incident_id',
    'review_incidents.incident_id',
  );
  whereAny(query, 'incident_entities.entity_ref', entityRefs);
  return query;
}

function applyScope(
  knex: Knex,
  query: Knex.QueryBuilder,
  { scope, access }: ReviewSelection,
): void {
  if (scope.kind === 'entities') {
    query.whereExists(touching(knex, access, scope.entityRefs));
  }
}

function applyOwner(
  knex: Knex,
  query: Knex.QueryBuilder,
  { filter, ownedRefs, access }: ReviewSelection,
): void {
  const { owner } = filter;
  if (!owner?.length) {
    return;
  }
  query.where(either =>
    either
      .whereExists(touching(knex, access, ownedRefs))
      .orWhereExists(
        knex('review_participants')
          .select('review_id')
          .whereRaw('review_participants.review_id = reviews.id')
          .whereIn('entity_ref', owner),
      ),
  );
}

/** Open reviews that a person leads, or has been asked about and not answered. */
function applyWaiting(
  knex: Knex,
  query: Knex.QueryBuilder,
  { filter, identity }: ReviewSelection,
): void {
  if (filter.waitsForMe === undefined) {
    return;
  }
  const waiting = (waits: Knex.QueryBuilder) =>
    waits
      .whereIn('reviews.state', [...OPEN_REVIEW_STATES])
      .where(duty =>
        duty
          .where('reviews.facilitator', identity.userRef ?? '')
          .orWhereExists(
            unanswered(knex, identity.refs).whereRaw(
              'feedback_requests.review_id = reviews.id',
            ),
          ),
      );
  if (filter.waitsForMe) {
    query.where(waiting);
  } else {
    query.whereNot(waiting);
  }
}

/** Questions to one of the refs that nobody has answered and that still can be: before the first publication. */
export function unanswered(knex: Knex, refs: string[]): Knex.QueryBuilder {
  return knex('feedback_requests')
    .select('feedback_requests.review_id')
    .join('reviews as asking', 'asking.id', 'feedback_requests.review_id')
    .whereIn('feedback_requests.entity_ref', refs)
    .where('feedback_requests.answered', false)
    .whereIn('asking.state', [...OPEN_REVIEW_STATES])
    .whereNull('asking.published_version');
}

/** Every word of the text stands in the title or in a section. */
function applyText(knex: Knex, query: Knex.QueryBuilder, text?: string): void {
  const words = storableText(text ?? '')
    .toLocaleLowerCase('en-US')
    .split(/\s+/)
    .filter(Boolean);
  for (const word of words) {
    const pattern = `%${word.replace(/[\\%_]/g, '\\$&')}%`;
    query.where(found =>
      found
        .whereRaw("reviews.search_text like ? escape '\\'", [pattern])
        .orWhereExists(
          knex('review_sections')
            .select('review_id')
            .whereRaw('review_sections.review_id = reviews.id')
            .whereRaw("review_sections.search_text like ? escape '\\'", [
              pattern,
            ]),
        ),
    );
  }
}
