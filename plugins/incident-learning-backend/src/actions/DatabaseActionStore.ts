import type {
  Action,
  ActionChange,
  ActionCount,
  ActionQuery,
  ActionRating,
  ActionSort,
  Page,
  Period,
} from '@hindsight/backstage-plugin-incident-learning-common';
import {
  DONE_STATUSES,
  UNDONE_STATUSES,
} from '@hindsight/backstage-plugin-incident-learning-common';
import type { Knex } from 'knex';
import { AccessFilter, applyAccess } from '../access';
import { PageOrder, countOf, pageOf, whereAny } from '../database';
import type { ActionStore, WatchedRow } from './ActionStore';
import {
  ActionSelection,
  applyActionAccess,
  applyActionSelection,
  incidentsOfAction,
  overdueOn,
} from './actionFilters';
import {
  ActionHistoryRow,
  ActionRatingRow,
  RatedActionRow,
  fromHistoryRow,
  fromRatingRow,
  fromRow,
  toHistoryRow,
  toRow,
} from './actionRows';

const SORT_COLUMNS: Record<string, string> = {
  createdAt: 'created_at',
  updatedAt: 'updated_at',
  dueDate: 'due_date',
  priority: 'priority_rank',
};

/** Keeps actions in SQLite or PostgreSQL. */
export class DatabaseActionStore implements ActionStore {
  static create(options: { knex: Knex }): ActionStore {
    return new DatabaseActionStore(options.knex);
  }

  private constructor(private readonly knex: Knex) {}

  async list(
    selection: ActionSelection,
    page: Pick<ActionQuery, 'sort' | 'limit' | 'cursor' | 'total'>,
  ): Promise<Page<Action>> {
    const base = applyActionSelection(
      this.knex,
      this.knex('actions'),
      selection,
    );
    const { rows, nextCursor } = await pageOf<RatedActionRow>(
      this.rated(base.clone()),
      orderOf(page.sort),
      page,
    );
    return {
      items: rows.map(fromRow),
      nextCursor,
      totalItems: page.total ? await countOf(base) : undefined,
    };
  }

  async count(selection: ActionSelection): Promise<ActionCount[]> {
    const overdue = overdueOn(this.knex, selection.today);
    const marked = applyActionSelection(
      this.knex,
      this.knex('actions'),
      selection,
    ).select(
      'actions.status',
      'actions.priority',
      'actions.category',
      'actions.owning_group as team',
      this.knex.raw('case when ? then 1 else 0 end as overdue', [overdue]),
    );
    const rows = await this.knex
      .from(marked.as('marked'))
      .groupBy('status', 'priority', 'category', 'team', 'overdue')
      .select('status', 'priority', 'category', 'team', 'overdue')
      .count('* as count');
    return rows.map(row => ({
      status: row.status,
      priority: row.priority,
      category: row.category ?? undefined,
      team: row.team ?? undefined,
      overdue: Number(row.overdue) === 1,
      count: Number(row.count),
    }));
  }

  async ofReview(reviewId: string): Promise<Action[]> {
    const rows: RatedActionRow[] = await this.rated(
      this.knex('actions').where({ review_id: reviewId }),
    ).orderBy([{ column: 'created_at' }, { column: 'id' }]);
    return rows.map(fromRow);
  }

  async get(id: string, access: AccessFilter): Promise<Action | undefined> {
    const query = this.knex('actions').where('actions.id', id);
    const row: RatedActionRow | undefined = await this.rated(
      applyActionAccess(this.knex, query, access),
    ).first();
    return row && fromRow(row);
  }

  async insert(action: Action): Promise<void> {
    await this.knex('actions').insert(toRow(action));
  }

  async update(action: Action): Promise<boolean> {
    const changed = await this.knex('actions')
      .where({ id: action.id, revision: action.revision - 1 })
      .update(toRow(action));
    return changed > 0;
  }

  async delete(id: string, revision: number): Promise<boolean> {
    return (await this.knex('actions').where({ id, revision }).delete()) > 0;
  }

  async addHistory(change: ActionChange): Promise<void> {
    await this.knex('action_history').insert(toHistoryRow(change));
  }

  async history(actionId: string): Promise<ActionChange[]> {
    const rows = await this.knex<ActionHistoryRow>('action_history')
      .where({ action_id: actionId })
      .orderBy('id', 'desc');
    return rows.map(fromHistoryRow);
  }

  async rate(actionId: string, rating: ActionRating): Promise<void> {
    await this.knex('action_ratings')
      .insert({
        action_id: actionId,
        by: rating.by,
        at: Date.parse(rating.at),
        score: rating.score,
        comment: rating.comment ?? null,
      })
      .onConflict(['action_id', 'by'])
      .merge();
  }

  async ratings(actionId: string): Promise<ActionRating[]> {
    const rows = await this.knex<ActionRatingRow>('action_ratings')
      .where({ action_id: actionId })
      .orderBy([{ column: 'at', order: 'desc' }, { column: 'by' }]);
    return rows.map(fromRatingRow);
  }

  async doneAgainst(incidentId: string, before: number): Promise<Action[]> {
    const signature = this.knex('incidents')
      .where({ id: incidentId })
      .select('repeat_key');
    const meant = incidentsOfAction(this.knex).where(either =>
      either
        .where('incidents.id', incidentId)
        .orWhere(same =>
          same
            .where('incidents.repeat_key', signature)
            .where('incidents.period_at', '<', before),
        ),
    );
    const rows: RatedActionRow[] = await this.rated(
      this.knex('actions')
        .whereIn('actions.status', [...DONE_STATUSES])
        .where('actions.completed_at', '<', before)
        .whereExists(meant),
    ).orderBy('actions.id');
    return rows.map(fromRow);
  }

  async signaturesBehind(id: string, access: AccessFilter): Promise<string[]> {
    const rows = await applyAccess(
      incidentsOfAction(this.knex)
        .join('actions', 'actions.id', this.knex.raw('?', [id]))
        .whereNotNull('incidents.repeat_key'),
      access,
    )
      .clearSelect()
      .distinct('incidents.repeat_key');
    return rows.map(row => row.repeat_key).sort();
  }

  async countOf(
    signatures: string[],
    { from, to }: Period,
    access: AccessFilter,
  ): Promise<number> {
    const query = this.knex('incidents')
      .where('incidents.drill', false)
      .where('incidents.period_at', '>=', from)
      .where('incidents.period_at', '<', to);
    whereAny(query, 'incidents.repeat_key', signatures);
    return countOf(applyAccess(query, access));
  }

  async undone(page: { after: string; limit: number }): Promise<WatchedRow[]> {
    const ofLesson = this.knex('review_incidents')
      .join('lessons', 'lessons.review_id', 'review_incidents.review_id')
      .whereRaw('lessons.id = actions.lesson_id')
      .select('review_incidents.incident_id');
    const restricted = this.knex('incidents')
      .where('incidents.visibility', 'restricted')
      .where(either =>
        either
          .whereIn('incidents.id', incidentsOfAction(this.knex))
          .orWhereIn('incidents.id', ofLesson),
      )
      .count('*')
      .as('restricted');
    const rows: (RatedActionRow & { restricted: number | string })[] =
      await this.rated(
        this.knex('actions')
          .whereIn('actions.status', [...UNDONE_STATUSES])
          .where('actions.id', '>', page.after),
      )
        .select(restricted)
        .orderBy('actions.id')
        .limit(page.limit);
    return rows.map(row => ({
      action: fromRow(row),
      restricted: Number(row.restricted) > 0,
    }));
  }

  async claimDigest(recipient: string, day: string): Promise<boolean> {
    const claimed = await this.knex('action_digests')
      .insert({ recipient, day })
      .onConflict(['recipient', 'day'])
      .ignore()
      .returning('recipient');
    return claimed.length > 0;
  }

  /** Actions with what their ratings come to. */
  private rated(query: Knex.QueryBuilder): Knex.QueryBuilder {
    const ratings = () =>
      this.knex('action_ratings').whereRaw(
        'action_ratings.action_id = actions.id',
      );
    return query.select(
      'actions.*',
      ratings().avg('score').as('rating_mean'),
      ratings().count('*').as('rating_count'),
    );
  }
}

function orderOf(sort: ActionSort): PageOrder {
  const descending = sort.startsWith('-');
  const column = SORT_COLUMNS[descending ? sort.slice(1) : sort];
  return { sort, table: 'actions', column, descending };
}
