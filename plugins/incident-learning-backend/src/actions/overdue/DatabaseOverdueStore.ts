import { setImmediate } from 'timers/promises';
import {
  ActionStatus,
  Period,
  UNDONE_STATUSES,
} from '@hindsight/backstage-plugin-incident-learning-common';
import type { Knex } from 'knex';
import type { ResolvedScope } from '../../catalog';
import type { AccessFilter } from '../../access';
import { whereAny } from '../../database';
import { applyActionAccess, applyActionScope } from '../actionFilters';
import type { ActionHistoryRow } from '../actionRows';
import type { OverdueSelection, OverdueStore, OwnedPast } from './OverdueStore';

const PAGE_SIZE = 1_000;

interface PastRow {
  id: string;
  created_at: number | string;
  updated_at: number | string;
  status: ActionStatus;
  due_date: string | null;
  owner: string | null;
  owning_group: string | null;
}

type Changes = OwnedPast['changes'];

/** Reads them from SQLite or PostgreSQL. */
export class DatabaseOverdueStore implements OverdueStore {
  static create(options: { knex: Knex }): OverdueStore {
    return new DatabaseOverdueStore(options.knex);
  }

  private constructor(private readonly knex: Knex) {}

  async *pasts(
    selection: OverdueSelection,
    period: Period,
  ): AsyncIterable<OwnedPast[]> {
    for (let after = ''; ; ) {
      const rows: PastRow[] = await this.candidates(selection, period)
        .where('actions.id', '>', after)
        .orderBy('actions.id')
        .limit(PAGE_SIZE);
      const changes = await this.changes(rows, period.from);
      yield rows.map(row => pastOf(row, changes.get(row.id) ?? []));
      if (rows.length < PAGE_SIZE) {
        return;
      }
      after = rows[rows.length - 1].id;
      // better-sqlite3 answers on this thread: others have their turn in between.
      await setImmediate();
    }
  }

  /** Whatever has not changed since the period began stood then as it does now. */
  private candidates(
    { access, scope }: OverdueSelection,
    { from, to }: Period,
  ): Knex.QueryBuilder {
    const query = this.knex('actions')
      .where('actions.created_at', '<', to)
      .where(either =>
        either
          .where('actions.updated_at', '>=', from)
          .orWhere(standing =>
            standing
              .whereIn('actions.status', [...UNDONE_STATUSES])
              .whereNotNull('actions.due_date'),
          ),
      )
      .select(
        'actions.id',
        'actions.created_at',
        'actions.updated_at',
        'actions.status',
        'actions.due_date',
        'actions.owner',
        'actions.owning_group',
      );
    applyActionAccess(this.knex, query, access);
    return applyOwningScope(this.knex, query, { access, scope });
  }

  private async changes(
    rows: PastRow[],
    since: number,
  ): Promise<Map<string, Changes>> {
    const changed = rows.filter(row => Number(row.updated_at) >= since);
    const found = new Map<string, Changes>();
    if (changed.length === 0) {
      return found;
    }
    const query = this.knex('action_history')
      .where('at', '>=', since)
      .orderBy('revision', 'desc')
      .select('action_id', 'at', 'changes');
    whereAny(
      query,
      'action_id',
      changed.map(({ id }) => id),
    );
    const history: Pick<ActionHistoryRow, 'action_id' | 'at' | 'changes'>[] =
      await query;
    for (const row of history) {
      const changes = found.get(row.action_id) ?? [];
      changes.push({ at: Number(row.at), changes: JSON.parse(row.changes) });
      found.set(row.action_id, changes);
    }
    return found;
  }
}

/** Narrows a query over `actions` to those of a scope's incidents, and those that it or a member of its groups owns. */
export function applyOwningScope<T extends Knex.QueryBuilder>(
  knex: Knex,
  query: T,
  selection: { access: AccessFilter; scope: ResolvedScope },
): T {
  const { scope } = selection;
  if (scope.kind === 'entities') {
    query.where(either => {
      either.where(within => {
        applyActionScope(knex, within, selection);
      });
      either.orWhere(owned =>
        whereAny(owned, 'actions.owning_group', scope.entityRefs),
      );
    });
  }
  return query;
}

function pastOf(row: PastRow, changes: Changes): OwnedPast {
  return {
    id: row.id,
    createdAt: Number(row.created_at),
    now: {
      status: row.status,
      dueDate: row.due_date ?? undefined,
      owner: row.owner ?? undefined,
    },
    owningGroup: row.owning_group ?? undefined,
    changes,
  };
}
