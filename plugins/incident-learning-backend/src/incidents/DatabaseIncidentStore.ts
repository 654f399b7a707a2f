import type {
  Incident,
  IncidentChange,
  IncidentFacets,
  IncidentQuery,
  Page,
  SimilarIncident,
} from '@hindsight/backstage-plugin-incident-learning-common';
import type { Knex } from 'knex';
import { AccessFilter, applyAccess } from '../access';
import {
  countOf,
  fromChangeRow,
  insertRows,
  toChangeRow,
  whereAny,
} from '../database';
import { RollupContext, inStep } from '../metrics/rollups';
import { DatabaseRepeats, positionOf } from './DatabaseRepeats';
import type {
  IncidentStore,
  IncidentWrite,
  KnownSource,
  RepeatVerdictRecord,
} from './IncidentStore';
import { IncidentSelection, applySelection } from './incidentFilters';
import { findFacets } from './incidentFacets';
import { incidentPageOf } from './incidentPage';
import {
  IncidentRow,
  StoredIncident,
  fromRow,
  relatedRows,
  toRow,
} from './incidentRows';
import { findSimilar } from './similarIncidents';

export interface DatabaseIncidentStoreOptions extends RollupContext {
  knex: Knex;
  lookBackMs: number;
}

/** Keeps incidents in SQLite or PostgreSQL. */
export class DatabaseIncidentStore implements IncidentStore {
  private readonly repeats: DatabaseRepeats;

  /** @param options - `lookBackMs`: how far back an incident can repeat another */
  static create(options: DatabaseIncidentStoreOptions): IncidentStore {
    return new DatabaseIncidentStore(options);
  }

  private readonly knex: Knex;

  private constructor(private readonly options: DatabaseIncidentStoreOptions) {
    this.knex = options.knex;
    this.repeats = new DatabaseRepeats(options.knex, options.lookBackMs);
  }

  transaction<T>(run: (store: IncidentStore) => Promise<T>): Promise<T> {
    return inStep(this.knex, this.options, (knex, context) =>
      run(new DatabaseIncidentStore({ ...this.options, ...context, knex })),
    );
  }

  async list(
    selection: IncidentSelection,
    page: Pick<IncidentQuery, 'sort' | 'limit' | 'cursor' | 'total'>,
  ): Promise<Page<Incident>> {
    const base = applySelection(this.knex, this.knex('incidents'), selection);
    const { rows, nextCursor } = await incidentPageOf(
      base.clone().select('incidents.*'),
      page,
    );
    return {
      items: await this.repeats.attach(rows.map(fromRow)),
      nextCursor,
      totalItems: page.total ? await countOf(base) : undefined,
    };
  }

  facets(selection: IncidentSelection): Promise<IncidentFacets> {
    return findFacets(this.knex, selection);
  }

  async get(id: string, access: AccessFilter): Promise<Incident | undefined> {
    const query = this.knex<IncidentRow>('incidents').where('incidents.id', id);
    const row = await applyAccess(query, access).first('incidents.*');
    return row && (await this.repeats.attach([fromRow(row)]))[0];
  }

  similar(
    incident: Incident,
    access: AccessFilter,
  ): Promise<SimilarIncident[]> {
    return findSimilar(this.knex, incident, access, stored =>
      this.repeats.attach(stored),
    );
  }

  async history(incidentId: string): Promise<IncidentChange[]> {
    const rows = await this.knex('incident_history')
      .where('incident_id', incidentId)
      .orderBy('id', 'desc');
    return rows.map(row => ({
      ...fromChangeRow<IncidentChange>(row),
      incidentId: row.incident_id,
    }));
  }

  async isEmpty(): Promise<boolean> {
    return (await this.knex('incidents').first('id')) === undefined;
  }

  async listEntityRefs(
    access: AccessFilter,
    page: { after: string; limit: number },
  ): Promise<string[]> {
    const query = this.knex('incident_entities')
      .join('incidents', 'incidents.id', 'incident_entities.incident_id')
      .where('entity_ref', '>', page.after)
      .distinct('entity_ref')
      .orderBy('entity_ref')
      .limit(page.limit);
    const rows: { entity_ref: string }[] = await applyAccess(query, access);
    return rows.map(row => row.entity_ref);
  }

  async findBySources(
    sources: { system: string; id: string }[],
  ): Promise<KnownSource[]> {
    const bySystem = new Map<string, string[]>();
    for (const { system, id } of sources) {
      bySystem.set(system, [...(bySystem.get(system) ?? []), id]);
    }
    const found: KnownSource[] = [];
    for (const [system, ids] of bySystem) {
      const query = this.knex<IncidentRow>('incidents').where({
        source_system: system,
      });
      whereAny(query, 'source_id', ids);
      for (const row of (await query) as IncidentRow[]) {
        found.push({
          system,
          id: row.source_id ?? '',
          incident: fromRow(row),
          hashes: row.source_hashes?.split(' ') ?? [],
        });
      }
    }
    return found;
  }

  async findByEntities(
    entityRefs: string[],
    limit: number,
  ): Promise<Incident[]> {
    const named = this.knex('incident_entities').select('incident_id');
    whereAny(named, 'entity_ref', entityRefs);
    const query = this.knex<IncidentRow>('incidents').whereIn('id', named);
    return this.repeats.attach((await query.limit(limit)).map(fromRow));
  }

  async insert(incidents: IncidentWrite[]): Promise<void> {
    const rows = incidents.map(({ incident, hashes }) =>
      toRow(incident, hashes),
    );
    await this.repeats.lock(rows.map(row => row.repeat_key));
    await insertRows(this.knex, 'incidents', rows);
    await this.insertRelated(incidents.map(({ incident }) => incident));
    this.options.ledger?.created(
      incidents.map(({ incident }, index) => ({
        row: rows[index],
        entityRefs: incident.entityRefs,
      })),
    );
    await this.mend(rows.map(positionOf));
  }

  async lock(incidents: IncidentWrite[]): Promise<void> {
    const ids = incidents.map(({ incident }) => incident.id);
    await this.options.ledger?.lock(ids);
    const before = await this.repeats.positions(ids);
    const after = incidents.map(({ incident }) => toRow(incident).repeat_key);
    await this.repeats.lock([...before.map(({ key }) => key), ...after]);
  }

  async update(incidents: IncidentWrite[]): Promise<string[]> {
    const conflicts: string[] = [];
    const ids = incidents.map(({ incident }) => incident.id);
    await this.lock(incidents);
    await this.options.ledger?.before(ids);
    const before = await this.repeats.positions(ids);
    const rows = incidents.map(({ incident, hashes }) =>
      toRow(incident, hashes),
    );
    for (const [index, { source_hashes, ...row }] of rows.entries()) {
      const changed = await this.knex('incidents')
        .where({ id: row.id, revision: row.revision - 1 })
        .update(source_hashes === null ? row : { ...row, source_hashes });
      if (changed === 0) {
        conflicts.push(row.id);
      } else {
        await this.replaceRelated(incidents[index].incident);
      }
    }
    await this.mend([...before, ...rows.map(positionOf)]);
    return conflicts;
  }

  async touchSource(id: string, hashes: string[]): Promise<void> {
    await this.knex('incidents')
      .where({ id })
      .update({ source_hashes: hashes.join(' ') });
  }

  async delete(id: string, revision: number): Promise<boolean> {
    await this.options.ledger?.lock([id]);
    const before = await this.repeats.positions([id]);
    const followers = await this.repeats.followers(id);
    const affected = await this.repeats.positions(followers);
    await this.repeats.lock([...before, ...affected].map(({ key }) => key));
    await this.options.ledger?.before([id]);
    const row = await this.knex('incidents').where({ id }).first('visibility');
    const deleted = await this.knex('incidents')
      .where({ id, revision })
      .delete();
    if (deleted > 0) {
      // Its reviews outlive it, and must not become known to more people.
      await this.knex('review_incidents')
        .where({ incident_id: id })
        .update({ was_restricted: row?.visibility === 'restricted' });
      await this.knex('incident_repeat_verdicts').where({ of_id: id }).delete();
      await this.mend(before, followers);
    }
    return deleted > 0;
  }

  async judge(verdict: RepeatVerdictRecord): Promise<void> {
    const { incidentId } = verdict;
    await this.options.ledger?.lock([incidentId, verdict.of]);
    const positions = await this.repeats.positions([incidentId]);
    await this.repeats.lock(positions.map(position => position.key));
    if (verdict.verdict === 'confirmed') {
      await this.knex('incident_repeat_verdicts')
        .where({ incident_id: incidentId, verdict: 'confirmed' })
        .delete();
    }
    await this.knex('incident_repeat_verdicts')
      .insert({
        incident_id: incidentId,
        of_id: verdict.of,
        verdict: verdict.verdict,
        by: verdict.by,
        at: Date.parse(verdict.at),
      })
      .onConflict(['incident_id', 'of_id'])
      .merge();
    await this.mend(positions);
  }

  async addHistory(changes: IncidentChange[]): Promise<void> {
    await insertRows(
      this.knex,
      'incident_history',
      changes.map(change => ({
        ...toChangeRow(change),
        incident_id: change.incidentId,
      })),
    );
  }

  private async mend(...changed: Parameters<DatabaseRepeats['mend']>) {
    const flips = await this.repeats.mend(...changed);
    this.options.ledger?.flipped(flips);
  }

  private async insertRelated(incidents: StoredIncident[]): Promise<void> {
    for (const [table, rows] of Object.entries(relatedRows(incidents))) {
      await insertRows<object>(this.knex, table, rows);
    }
  }

  private async replaceRelated(incident: StoredIncident): Promise<void> {
    for (const table of Object.keys(relatedRows([]))) {
      await this.knex(table).where({ incident_id: incident.id }).delete();
    }
    await this.insertRelated([incident]);
  }
}
