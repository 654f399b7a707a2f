import type { Knex } from 'knex';
import { incidentsOfAction } from '../actionFilters';
import type { ActionLinkStore, LinkClaim, StoredLink } from './ActionLinkStore';
import { ActionLinkRow, fromLinkRow, toLinkRow } from './actionLinkRows';

/** Keeps the issues of actions in SQLite or PostgreSQL. */
export class DatabaseActionLinkStore implements ActionLinkStore {
  static create(options: { knex: Knex }): ActionLinkStore {
    return new DatabaseActionLinkStore(options.knex);
  }

  private constructor(private readonly knex: Knex) {}

  get(id: string): Promise<StoredLink | undefined> {
    return this.first({ id });
  }

  ofAction(actionId: string): Promise<StoredLink | undefined> {
    return this.first({ action_id: actionId });
  }

  async ofIssue(tracker: string, issueId: string): Promise<StoredLink[]> {
    const rows = await this.knex<ActionLinkRow>('action_links')
      .where({ tracker, issue_id: issueId })
      .orderBy('id');
    return rows.map(fromLinkRow);
  }

  async insert(link: StoredLink): Promise<boolean> {
    const inserted = await this.knex('action_links')
      .insert({ ...toLinkRow(link), claimed_until: 0, held_until: 0 })
      .onConflict('action_id')
      .ignore()
      .returning('id');
    return inserted.length > 0;
  }

  async update(link: StoredLink): Promise<boolean> {
    const { attempts: _, ...row } = toLinkRow(link);
    const changed = await this.knex('action_links')
      .where({ id: link.id, revision: link.revision - 1 })
      .update(row);
    return changed > 0;
  }

  async delete(id: string, now: number): Promise<boolean> {
    const deleted = await this.knex('action_links')
      .where({ id })
      .where('claimed_until', '<=', now)
      .delete();
    return deleted > 0;
  }

  async due(
    tracker: string,
    now: number,
    limit: number,
  ): Promise<StoredLink[]> {
    const rows: ActionLinkRow[] = await this.knex('action_links')
      .where({ tracker })
      .where('next_try_at', '<=', now)
      .where('claimed_until', '<=', now)
      .orderBy([{ column: 'next_try_at' }, { column: 'id' }])
      .limit(limit);
    return rows.map(fromLinkRow);
  }

  async claim(
    id: string,
    { now, until, due }: LinkClaim,
  ): Promise<StoredLink | undefined> {
    const query = this.knex('action_links')
      .where({ id })
      .where('claimed_until', '<=', now);
    if (due) {
      query.where('next_try_at', '<=', now);
    }
    const [row]: ActionLinkRow[] = await query
      .update({
        claimed_until: until,
        attempts: this.knex.raw('attempts + 1'),
      })
      .returning('*');
    return row && fromLinkRow(row);
  }

  async release(id: string): Promise<void> {
    await this.knex('action_links').where({ id }).update({ claimed_until: 0 });
  }

  async heldUntil(tracker: string, now: number): Promise<number | undefined> {
    const row = await this.knex('action_links')
      .where({ tracker })
      .where('held_until', '>', now)
      .max({ until: 'held_until' })
      .first();
    return row?.until ? Number(row.until) : undefined;
  }

  async hold(tracker: string, until: number): Promise<void> {
    const links = () => this.knex('action_links').where({ tracker });
    await links().update({ held_until: until });
    await links()
      .where('next_try_at', '<', until)
      .update({ next_try_at: until });
  }

  async entityRefsOf(actionId: string): Promise<string[]> {
    const applied: string[] = await this.knex('lesson_applications')
      .where({ action_id: actionId })
      .distinct('entity_ref')
      .orderBy('entity_ref')
      .pluck('entity_ref');
    if (applied.length > 0) {
      return applied;
    }
    const rows: { entity_ref: string }[] = await incidentsOfAction(this.knex)
      .clearSelect()
      .join('actions', 'actions.id', this.knex.raw('?', [actionId]))
      .join(
        'incident_entities',
        'incident_entities.incident_id',
        'incidents.id',
      )
      .groupBy('incident_entities.entity_ref')
      .orderByRaw('min(incident_entities.position), 2')
      .select(
        this.knex.raw('min(incident_entities.position) as position'),
        'incident_entities.entity_ref',
      );
    return rows.map(row => row.entity_ref);
  }

  private async first(
    where: Partial<ActionLinkRow>,
  ): Promise<StoredLink | undefined> {
    const row = await this.knex<ActionLinkRow>('action_links')
      .where(where)
      .first();
    return row && fromLinkRow(row as ActionLinkRow);
  }
}
