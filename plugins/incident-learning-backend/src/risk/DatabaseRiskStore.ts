import { setImmediate } from 'timers/promises';
import type {
  Page,
  RiskActivation,
  RiskInput,
} from '@hindsight/backstage-plugin-incident-learning-common';
import type { Knex } from 'knex';
import { countOf, optionalIso, pageOf, whereAny } from '../database';
import {
  IncidentSelection,
  applySelection,
} from '../incidents/incidentFilters';
import { changedRepeats, entitiesOfChangedActions } from './riskChanges';
import { refreshThreshold } from './riskThreshold';
import type {
  KnownIncident,
  OutdatedIncident,
  RiskStore,
  RiskWrite,
  ScoredIncident,
  StoredRiskState,
} from './RiskStore';
import {
  ActivationRow,
  KnownRow,
  SCORED_COLUMNS,
  ScoredRow,
  activationOf,
  inputOf,
  knownIncidents,
  knownOf,
  openActionsByEntity,
  resolvedOf,
  scoredOf,
  writeScores,
} from './riskSql';

const PAGE_SIZE = 2_000;

/** Keeps scores of incidents in SQLite or PostgreSQL. */
export class DatabaseRiskStore implements RiskStore {
  static create(options: { knex: Knex }): RiskStore {
    return new DatabaseRiskStore(options.knex);
  }

  private constructor(private readonly knex: Knex) {}

  async state(): Promise<StoredRiskState> {
    const row = await this.knex('risk_state').where({ id: 1 }).first();
    const activation: ActivationRow = await this.knex('risk_activations')
      .where({ number: row.activation })
      .first();
    return {
      activation: activationOf(activation),
      number: row.activation,
      threshold: row.threshold ?? undefined,
      scored: row.scored,
      priorityCount: row.priority_count,
      refreshedAt: optionalIso(row.refreshed_at),
      checkedAt: Number(row.checked_at),
      sweptAt: Number(row.swept_at),
    };
  }

  async activations(page: {
    limit: number;
    cursor?: string;
  }): Promise<Page<RiskActivation>> {
    const { rows, nextCursor } = await pageOf<ActivationRow>(
      this.knex('risk_activations').select('risk_activations.*'),
      {
        sort: '-number',
        table: 'risk_activations',
        column: 'number',
        descending: true,
      },
      page,
    );
    return { items: rows.map(activationOf), nextCursor };
  }

  async markChanged(since: number): Promise<void> {
    const touched = await entitiesOfChangedActions(this.knex, since);
    if (touched.length > 0) {
      const ids = this.knex('incident_entities')
        .where('position', 0)
        .select('incident_id');
      whereAny(ids, 'entity_ref', touched);
      await this.markStale(query => query.whereIn('id', ids));
    }
    const repeats = await changedRepeats(this.knex, since);
    if (repeats.length > 0) {
      await this.markStale(query => whereAny(query, 'id', repeats));
    }
  }

  async noteChecked(times: {
    checkedAt?: number;
    sweptAt?: number;
  }): Promise<void> {
    await this.knex('risk_state')
      .where({ id: 1 })
      .update({
        ...(times.checkedAt === undefined
          ? {}
          : { checked_at: times.checkedAt }),
        ...(times.sweptAt === undefined ? {} : { swept_at: times.sweptAt }),
      });
  }

  async changed(options: {
    limit: number;
    ids?: string[];
    lookBackMs: number;
  }): Promise<KnownIncident[]> {
    const query = knownIncidents(this.knex, options.lookBackMs)
      .where('incidents.risk_activation', 0)
      .orderBy('incidents.id')
      .limit(options.limit)
      .select('incidents.content');
    if (options.ids) {
      whereAny(query, 'incidents.id', options.ids);
    }
    return ((await query) as KnownRow[]).map(knownOf);
  }

  async page(options: {
    after: string;
    limit: number;
    lookBackMs: number;
  }): Promise<KnownIncident[]> {
    const rows: KnownRow[] = await knownIncidents(this.knex, options.lookBackMs)
      .where('incidents.id', '>', options.after)
      .where('incidents.risk_activation', '>', 0)
      .where('incidents.drill', false)
      .orderBy('incidents.id')
      .limit(options.limit);
    return rows.map(knownOf);
  }

  async outdated(
    activation: number,
    limit: number,
  ): Promise<OutdatedIncident[]> {
    const rows: Pick<KnownRow, 'id' | 'revision' | 'risk_details'>[] =
      await this.knex('incidents')
        .where('risk_activation', '>', 0)
        .where('risk_activation', '<', activation)
        .where('drill', false)
        .limit(limit)
        .select('id', 'revision', 'risk_details');
    return rows.map(row => ({
      id: row.id,
      revision: row.revision,
      resolved: row.risk_details
        ? resolvedOf(row.risk_details)
        : { values: {}, derived: [] },
    }));
  }

  pending(activation: number): Promise<number> {
    return countOf(
      this.knex('incidents')
        .where('risk_activation', '<', activation)
        .where('drill', false),
    );
  }

  async openActions(): Promise<Map<string, number>> {
    const rows: { entity_ref: string; open: number | string }[] =
      await openActionsByEntity(this.knex)
        .groupBy('incidents.primary_entity_ref')
        .select(
          'incidents.primary_entity_ref as entity_ref',
          this.knex.raw('count(distinct pairs.action_id) as open'),
        );
    return new Map(rows.map(row => [row.entity_ref, Number(row.open)]));
  }

  save(writes: RiskWrite[]): Promise<void> {
    return writeScores(this.knex, writes);
  }

  async refreshThreshold(activation: number): Promise<void> {
    await refreshThreshold(this.knex, activation);
  }

  async inputs(
    selection: IncidentSelection,
    limit: number,
  ): Promise<{ items: RiskInput[]; totalItems: number }> {
    const base = this.selected(selection);
    const rows: ScoredRow[] = await base
      .clone()
      .orderBy([
        { column: 'incidents.period_at', order: 'desc' },
        { column: 'incidents.id', order: 'desc' },
      ])
      .limit(limit)
      .select(SCORED_COLUMNS);
    return { items: rows.map(inputOf), totalItems: await countOf(base) };
  }

  async *scored(selection: IncidentSelection): AsyncIterable<ScoredIncident[]> {
    const base = this.selected(selection)
      .orderBy('incidents.id')
      .limit(PAGE_SIZE)
      .select(SCORED_COLUMNS);
    let last = '';
    for (;;) {
      const rows: ScoredRow[] = await base
        .clone()
        .where('incidents.id', '>', last);
      yield rows.map(scoredOf);
      if (rows.length < PAGE_SIZE) {
        return;
      }
      last = rows[rows.length - 1].id;
      // Other requests have their turn between the pages.
      await setImmediate();
    }
  }

  private selected(selection: IncidentSelection): Knex.QueryBuilder {
    const incidents = this.knex('incidents').where('incidents.drill', false);
    return applySelection(this.knex, incidents, selection);
  }

  private async markStale(
    narrow: (query: Knex.QueryBuilder) => void,
  ): Promise<void> {
    const query = this.knex('incidents').where('risk_activation', '>', 0);
    narrow(query);
    await query.update({ risk_activation: 0 });
  }
}
