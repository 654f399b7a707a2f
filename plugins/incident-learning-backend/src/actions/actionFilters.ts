import {
  ActionFilter,
  UNDONE_STATUSES,
} from '@hindsight/backstage-plugin-incident-learning-common';
import type { Knex } from 'knex';
import { AccessFilter, Identity, applyAccess, whereNotHidden } from '../access';
import type { ResolvedScope } from '../catalog';
import { storableText, whereAny } from '../database';
import {
  applyReviewAccess,
  whereReviewVisible,
} from '../reviews/reviewFilters';

/** A filter whose scope the catalog has resolved. */
export interface ActionSelection {
  filter: ActionFilter;
  scope: ResolvedScope;
  access: AccessFilter;
  /** Whom `mine` means. */
  identity: Identity;
  /** The day that overdue is counted on, such as `2024-05-17`. */
  today: string;
}

/**
 * Narrows a query over `actions` to those that the caller may know of: through the review, the incident and the lesson
 * that they belong to, or because they are the caller's own to do.
 */
export function applyActionAccess<T extends Knex.QueryBuilder>(
  knex: Knex,
  query: T,
  access: AccessFilter,
): T {
  if (access.kind !== 'all') {
    query.where(visible =>
      visible.whereIn('actions.owner', access.refs).orWhere(known =>
        whereReviewVisible(knex, known, 'actions.review_id', access)
          .where(of =>
            of
              .whereNull('actions.incident_id')
              .orWhereIn(
                'actions.incident_id',
                applyAccess(knex('incidents').select('incidents.id'), access),
              ),
          )
          .where(of =>
            of
              .whereNull('actions.lesson_id')
              .orWhereNotIn('actions.lesson_id', hiddenLessons(knex, access)),
          ),
      ),
    );
  }
  return query;
}

/** Lessons of reviews that the caller may not know of. */
function hiddenLessons(knex: Knex, access: AccessFilter): Knex.QueryBuilder {
  return knex('lessons')
    .select('lessons.id')
    .whereNotNull('lessons.review_id')
    .whereNotIn(
      'lessons.review_id',
      applyReviewAccess(knex, knex('reviews').select('reviews.id'), access),
    );
}

/** The ids of an action's incidents, its own and its review's, of the action of an outer query. */
export function incidentsOfAction(knex: Knex): Knex.QueryBuilder {
  return knex('incidents')
    .select('incidents.id')
    .where(either =>
      either
        .whereRaw('incidents.id = actions.incident_id')
        .orWhereIn(
          'incidents.id',
          knex('review_incidents')
            .select('review_incidents.incident_id')
            .whereRaw('review_incidents.review_id = actions.review_id'),
        ),
    );
}

/** Narrows a query over `actions` to a selection. */
export function applyActionSelection<T extends Knex.QueryBuilder>(
  knex: Knex,
  query: T,
  selection: ActionSelection,
): T {
  const { filter, access } = selection;
  applyActionAccess(knex, query, access);
  for (const [column, values] of [
    ['status', filter.status],
    ['priority', filter.priority],
    ['kind', filter.kind],
    ['category', filter.category],
    ['owner', filter.owner],
    ['review_id', filter.review ? [filter.review] : []],
    ['lesson_id', filter.lesson ? [filter.lesson] : []],
  ] as const) {
    if (values?.length) {
      query.whereIn(`actions.${column}`, [...values]);
    }
  }
  if (filter.incident) {
    query.whereExists(
      incidentsOfAction(knex).where('incidents.id', filter.incident),
    );
  }
  applyActionScope(knex, query, selection);
  applyTimes(query, filter);
  applyStanding(query, selection);
  applyText(query, filter.text);
  return query;
}

/**
 * Narrows a query over `actions` to those of whose incidents one touches the scope, by which a lesson is to be applied
 * there, or whose owner is in it.
 */
export function applyActionScope<T extends Knex.QueryBuilder>(
  knex: Knex,
  query: T,
  { scope, access }: Pick<ActionSelection, 'scope' | 'access'>,
): T {
  if (scope.kind !== 'entities') {
    return query;
  }
  const ofIncidents = (link: string, column: string) => {
    const touching = knex('incident_entities')
      .join(
        `${link} as link`,
        'link.incident_id',
        'incident_entities.incident_id',
      )
      .select(`link.${column}`);
    whereAny(touching, 'incident_entities.entity_ref', scope.entityRefs);
    return whereNotHidden(touching, 'incident_entities.incident_id', access);
  };
  const planned = knex('lesson_applications').select('action_id');
  whereAny(planned, 'entity_ref', scope.entityRefs);
  // Each from the entities: looked at action by action, all their incidents would be gone through for each.
  query.where(either => {
    either.whereIn('actions.id', ofIncidents('actions', 'id'));
    either.orWhereIn(
      'actions.review_id',
      ofIncidents('review_incidents', 'review_id'),
    );
    either.orWhereIn('actions.id', planned.whereNotNull('action_id'));
    either.orWhere(owned => whereAny(owned, 'actions.owner', scope.entityRefs));
  });
  return query;
}

function applyTimes(query: Knex.QueryBuilder, filter: ActionFilter): void {
  if (filter.dueFrom) {
    query.where('actions.due_date', '>=', filter.dueFrom);
  }
  if (filter.dueTo) {
    query.where('actions.due_date', '<', filter.dueTo);
  }
  if (filter.committedFrom) {
    query.where('actions.committed_at', '>=', Date.parse(filter.committedFrom));
  }
  if (filter.committedTo) {
    query.where('actions.committed_at', '<', Date.parse(filter.committedTo));
  }
}

/** SQL that is true of an action that is overdue on a day. */
export function overdueOn(knex: Knex, today: string): Knex.Raw {
  return knex.raw(
    '(actions.status in (?, ?) and actions.due_date is not null and actions.due_date < ?)',
    [...UNDONE_STATUSES, today],
  );
}

function applyStanding(
  query: Knex.QueryBuilder,
  { filter, identity, today }: ActionSelection,
): void {
  if (filter.overdue !== undefined) {
    const late = (overdue: Knex.QueryBuilder) =>
      overdue
        .whereIn('actions.status', [...UNDONE_STATUSES])
        .whereNotNull('actions.due_date')
        .where('actions.due_date', '<', today);
    if (filter.overdue) {
      query.where(late);
    } else {
      query.whereNot(late);
    }
  }
  if (filter.unowned !== undefined) {
    query.where('actions.unowned', filter.unowned);
  }
  if (filter.mine !== undefined) {
    query.where(own =>
      filter.mine
        ? own.whereIn('actions.owner', identity.refs)
        : own
            .whereNull('actions.owner')
            .orWhereNotIn('actions.owner', identity.refs),
    );
  }
}

/** Every word of the text stands in the title or the description. */
function applyText(query: Knex.QueryBuilder, text?: string): void {
  const words = storableText(text ?? '')
    .toLocaleLowerCase('en-US')
    .split(/\s+/)
    .filter(Boolean);
  for (const word of words) {
    query.whereRaw("actions.search_text like ? escape '\\'", [
      `%${word.replace(/[\\%_]/g, '\\$&')}%`,
    ]);
  }
}
