import {
  DEFAULT_CALENDAR,
  FindingCode,
  SEVERITIES,
} from '@hindsight/backstage-plugin-incident-learning-common';
import type { Knex } from 'knex';
import { isPostgres, whereAny } from '../database';
import type {
  DimensionStore,
  DimensionedFact,
  DimensionedIncident,
} from './DimensionStore';
import type { MetricsSelection } from './MetricsStore';
import { countedIncidents } from './countedIncidents';
import { pagesOf } from './factPages';
import {
  IncidentFactRow,
  incidentFactOf,
  selectIncidentFacts,
} from './incidentFacts';

import {
  IncidentBehind,
  LearnedKind,
  LearnedSource,
  learnedSources,
} from './learnedDimensions';
import type { ReviewRules } from './rollups';

/** better-sqlite3 answers on this thread, so its pages are short; PostgreSQL plans each page anew, so its are long. */
const PAGE_SIZE = { sqlite: 500, postgres: 10_000 };

interface RelatedRow {
  incident_id: string;
}

export interface DatabaseDimensionStoreOptions {
  knex: Knex;
  pageSize?: number;
  /** All severities, and Monday to Friday, unless said. */
  reviews?: ReviewRules;
}

/** Reads incidents from SQLite or PostgreSQL. */
export class DatabaseDimensionStore implements DimensionStore {
  static create(options: DatabaseDimensionStoreOptions): DimensionStore {
    const { knex } = options;
    return new DatabaseDimensionStore(
      knex,
      options.pageSize ?? PAGE_SIZE[isPostgres(knex) ? 'postgres' : 'sqlite'],
      options.reviews ?? {
        severities: [...SEVERITIES],
        calendar: DEFAULT_CALENDAR,
      },
    );
  }

  private constructor(
    private readonly knex: Knex,
    private readonly pageSize: number,
    private readonly reviews: ReviewRules,
  ) {}

  async *incidents(
    selection: MetricsSelection,
    asked: { entityRefs?: boolean; findings?: boolean },
  ): AsyncIterable<DimensionedIncident[]> {
    const pages = pagesOf<IncidentFactRow>({
      query: selectIncidentFacts(
        this.knex,
        countedIncidents(this.knex, selection),
      ),
      by: ['incidents.period_at', 'incidents.id'],
      last: row => [Number(row.period_at), row.id],
      pageSize: this.pageSize,
    });
    for await (const rows of pages) {
      yield await this.complete(rows, asked);
    }
  }

  async *learned<Kind extends LearnedKind>(
    kind: Kind,
    selection: MetricsSelection,
    asked: { entityRefs?: boolean },
  ): AsyncIterable<DimensionedFact<Kind>[]> {
    const { calendar } = this.reviews;
    const source = learnedSources(this.knex, selection, calendar)[kind];
    const pages = pagesOf({ ...source, pageSize: this.pageSize });
    for await (const rows of pages) {
      yield await this.completeLearned(source, rows, asked);
    }
  }

  private async completeLearned<Row, Fact>(
    source: LearnedSource<Row, Fact>,
    rows: Row[],
    asked: { entityRefs?: boolean },
  ) {
    const keys = [...new Set(rows.map(source.keyOf))];
    const behind = await source.incidentsBehind(keys);
    const byKey = new Map<string, IncidentBehind[]>();
    behind.forEach(one =>
      byKey.set(one.key, [...(byKey.get(one.key) ?? []), one]),
    );
    const entities = asked.entityRefs
      ? await this.related<{ entity_ref: string }>('incident_entities', [
          ...new Set(behind.map(({ id }) => id)),
        ])
      : new Map<string, { entity_ref: string }[]>();
    return rows.map(row => {
      const incidents = byKey.get(source.keyOf(row)) ?? [];
      const own = source.ownOf?.(row);
      return {
        fact: source.factOf(row),
        severities: [...new Set(incidents.map(({ severity }) => severity))],
        categories: own
          ? listOf(own.own_category)
          : [...new Set(incidents.flatMap(({ category }) => listOf(category)))],
        entityRefs: own
          ? listOf(own.owning_group)
          : incidents.flatMap(({ id }) =>
              (entities.get(id) ?? []).map(({ entity_ref: ref }) => ref),
            ),
      };
    });
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
      fact: incidentFactOf(row, this.reviews.severities),
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

function listOf(value: string | null): string[] {
  return value === null ? [] : [value];
}
