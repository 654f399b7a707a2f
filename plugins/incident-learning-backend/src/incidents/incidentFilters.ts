import type { IncidentFilter } from '@hindsight/backstage-plugin-incident-learning-common';
import type { Knex } from 'knex';
import { AccessFilter, applyAccess } from '../access';
import type { ResolvedScope } from '../catalog';
import { isPostgres, whereAny } from '../database';

/** A filter whose scope the catalog has resolved. */
export interface IncidentSelection {
  filter: IncidentFilter;
  scope: ResolvedScope;
  access: AccessFilter;
}

/** The incidents of a scope: each once, however many of the scope's entities it touched. */
export function applyScope<T extends Knex.QueryBuilder>(
  query: T,
  scope: ResolvedScope,
): T {
  if (scope.kind === 'entities') {
    query.whereIn('incidents.id', function ofEntities() {
      this.select('incident_id').from('incident_entities');
      whereAny(this, 'entity_ref', scope.entityRefs);
    });
  }
  return query;
}

/** Narrows a query over `incidents` to a selection. */
export function applySelection<T extends Knex.QueryBuilder>(
  knex: Knex,
  query: T,
  { filter, scope, access }: IncidentSelection,
): T {
  applyAccess(query, access);
  applyScope(query, scope);
  for (const [column, values] of [
    ['kind', filter.kind],
    ['status', filter.status],
    ['severity', filter.severity],
    ['category', filter.category],
    ['attack_vector', filter.attackVector],
    ['source_system', filter.source],
  ] as const) {
    if (values?.length) {
      query.whereIn(`incidents.${column}`, values);
    }
  }
  if (filter.unassigned !== undefined) {
    if (filter.unassigned) {
      query.whereNull('incidents.primary_entity_ref');
    } else {
      query.whereNotNull('incidents.primary_entity_ref');
    }
  }
  if (filter.drill !== undefined) {
    query.where('incidents.drill', filter.drill);
  }
  if (filter.from) {
    query.where('incidents.period_at', '>=', Date.parse(filter.from));
  }
  if (filter.to) {
    query.where('incidents.period_at', '<', Date.parse(filter.to));
  }
  applyRelated(query, 'incident_tags', 'tag', filter.tag);
  applyRelated(query, 'incident_findings', 'code', filter.finding);
  applyRepeat(query, filter.repeat);
  applyText(knex, query, filter.text);
  return query;
}

function applyRelated(
  query: Knex.QueryBuilder,
  table: string,
  column: string,
  values?: string[],
): void {
  if (values?.length) {
    query.whereIn('incidents.id', function related() {
      this.select('incident_id').from(table).whereIn(column, values);
    });
  }
}

function applyRepeat(
  query: Knex.QueryBuilder,
  repeat: IncidentFilter['repeat'],
): void {
  if (!repeat?.length) {
    return;
  }
  const states = repeat.filter(state => state !== 'none');
  query.where(function eitherWay() {
    if (states.length > 0) {
      this.whereIn('incidents.id', function repeating() {
        this.select('incident_id')
          .from('incident_repeats')
          .whereIn('state', states);
      });
    }
    if (repeat.includes('none')) {
      this.orWhereNotExists(function notRepeating() {
        this.select('incident_id')
          .from('incident_repeats')
          .whereRaw('incident_repeats.incident_id = incidents.id');
      });
    }
  });
}

/** Every word of the text must begin a word of the incident. */
function applyText(knex: Knex, query: Knex.QueryBuilder, text?: string): void {
  const words = text?.match(/[\p{L}\p{N}]+/gu) ?? [];
  if (!text) {
    return;
  }
  if (words.length === 0) {
    query.whereRaw('1 = 0');
  } else if (isPostgres(knex)) {
    query.whereRaw("incidents.search @@ to_tsquery('simple', ?)", [
      words.map(word => `${word}:*`).join(' & '),
    ]);
  } else {
    query.whereRaw(
      'incidents.seq in (select rowid from incidents_search where incidents_search match ?)',
      [words.map(word => `"${word}"*`).join(' AND ')],
    );
  }
}
