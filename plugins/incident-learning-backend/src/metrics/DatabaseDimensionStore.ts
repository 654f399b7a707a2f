import { setImmediate } from 'timers/promises';
import {
  FindingCode,
  SEVERITIES,
  Severity,
} from '@hindsight/backstage-plugin-incident-learning-common';
import type { Knex } from 'knex';
import { isPostgres, whereAny } from '../database';
import type { DimensionStore, DimensionedIncident } from './DimensionStore';
import type { MetricsSelection } from './MetricsStore';
import { countedIncidents } from './countedIncidents';
import {
  IncidentFactRow,
  incidentFactOf,
  selectIncidentFacts,
} from './incidentFacts';

/** better-sqlite3 answers on this thread, so its pages are short; PostgreSQL plans each page anew, so its are long. */
const PAGE_SIZE = { sqlite: 1_000, postgres: 10_000 };

interface RelatedRow {
  incident_id: string;
}

export interface DatabaseDimensionStoreOptions {
  knex: Knex;
  pageSize?: number;
  /** Severities of incidents that need a review; all unless said. */
  reviewedSeverities?: Severity[];
}

/** Reads incidents from SQLite or PostgreSQL. */
export class DatabaseDimensionStore implements DimensionStore {
  static create(options: DatabaseDimensionStoreOptions): DimensionStore {
    const { knex } = options;
    return new DatabaseDimensionStore(
      knex,
      options.pageSize ?? PAGE_SIZE[isPostgres(knex) ? 'postgres' : 'sqlite'],
      options.reviewedSeverities ?? [...SEVERITIES],
    );
  }

  private constructor(
    private readonly knex: Knex,
    private readonly pageSize: number,
    private readonly reviewedSeverities: Severity[],
  ) {}

  async *incidents(
    selection: MetricsSelection,
    asked: { entityRefs?: boolean; findings?: boolean },
  ): AsyncIterable<DimensionedIncident[]> {
    const query = selectIncidentFacts(
      this.knex,
      countedIncidents(this.knex, selection),
    )
      .orderBy(['incidents.period_at', 'incidents.id'])
      .limit(this.pageSize);
    let rows = (await query.clone()) as IncidentFactRow[];
    while (rows.length > 0) {
      yield await this.complete(rows, asked);
      const last = rows[rows.length - 1];
      // Other requests have their turn between the pages.
      await setImmediate();
      rows =
        rows.length < this.pageSize
          ? []
          : ((await query
              .clone()
              .whereRaw('(incidents.period_at, incidents.id) > (?, ?)', [
                Number(last.period_at),
                last.id,
              ])) as IncidentFactRow[]);
    }
  }

  private async complete(
    rows: IncidentFactRow[],
    asked: { entityRefs?: boolean; findings?: boolean },
  ): Promise<DimensionedIncident[]> {
    const ids = rows.map(({ id }) => id);
    const entities = asked.entityRefs
      ? await this.related<{ entity_ref: string }>('incident_entities', ids)
      : new Map();
    const findings = asked.findings
      ? await this.related<{ code: FindingCode; path: string }>(
          'incident_findings',
          ids,
        )
      : new Map();
    return rows.map(row => ({
      fact: incidentFactOf(row, this.reviewedSeverities),
      category: row.category ?? undefined,
      entityRefs: (entities.get(row.id) ?? []).map(
        ({ entity_ref: ref }: { entity_ref: string }) => ref,
      ),
      findings: (findings.get(row.id) ?? []).map(
        ({ code, path }: { code: FindingCode; path: string }) => ({
          code,
          path,
        }),
      ),
    }));
  }

  private async related<T>(
    table: string,
    ids: string[],
  ): Promise<Map<string, T[]>> {
    const query = this.knex(table).select('*');
    whereAny(query, 'incident_id', ids);
    const byIncident = new Map<string, T[]>();
    for (const row of (await query) as (T & RelatedRow)[]) {
      const rows = byIncident.get(row.incident_id) ?? [];
      rows.push(row);
      byIncident.set(row.incident_id, rows);
    }
    return byIncident;
  }
}
