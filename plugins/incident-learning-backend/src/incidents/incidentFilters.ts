import {
  IncidentFilter,
  SEVERITIES,
  Severity,
} from '@hindsight/backstage-plugin-incident-learning-common';
import type { Knex } from 'knex';
import { AccessFilter, applyAccess } from '../access';
import type { ResolvedScope } from '../catalog';
import { isPostgres, whereAny } from '../database';

/** Which incidents need a review: those of a severity, and those of priority where that is asked for. */
export interface ReviewNeed {
  severities: Severity[];
  priority: boolean;
}

/** A filter whose scope the catalog has resolved. */
export interface IncidentSelection {
  filter: IncidentFilter;
  scope: ResolvedScope;
  access: AccessFilter;
  /** What `needsReview` means; every incident unless said. */
  reviewNeed?: ReviewNeed;
  /** What the filter's owners own; absent where it names none. */
  owned?: OwnedEntities;
}

/** Entities of which an incident touched one, or, where `none` is given, all that have an owner: it touched none. */
export interface OwnedEntities {
  entityRefs: string[];
  none?: string[];
}

/** Narrows a query over `incidents` to those that need a review, whether they have one or not. */
export function whereReviewNeeded(
  query: Knex.QueryBuilder,
  { severities, priority }: ReviewNeed,
): void {
  query.where('incidents.drill', false).where(either => {
    either.whereIn('incidents.severity', severities);
    if (priority) {
      either.orWhere('incidents.risk_priority', true);
    }
  });
}

function applyReviewNeed(
  query: Knex.QueryBuilder,
  needsReview?: boolean,
  need: ReviewNeed = { severities: [...SEVERITIES], priority: false },
): void {
  if (needsReview === undefined) {
    return;
  }
  const unreviewed = (waiting: Knex.QueryBuilder) => {
    whereReviewNeeded(waiting, need);
    waiting.whereNotExists(function inReview() {
      this.select('incident_id')
        .from('review_incidents')
        .whereRaw('review_incidents.incident_id = incidents.id');
    });
  };
  if (needsReview) {
    query.where(unreviewed);
  } else {
    query.whereNot(unreviewed);
  }
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
  { filter, scope, access, owned, reviewNeed }: IncidentSelection,
): T {
  applyAccess(query, access);
  applyScope(query, scope);
  applyOwned(query, owned);
  for (const [column, values] of [
    ['kind', filter.kind],
    ['status', filter.status],
    ['severity', filter.severity],
    ['source_system', filter.source],
  ] as const) {
    if (values?.length) {
      query.whereIn(`incidents.${column}`, values);
    }
  }
  applyPart(query, 'category', filter.category);
  applyPart(query, 'attack_vector', filter.attackVector);
  applySignature(query, filter.signature);
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
  if (filter.priority !== undefined) {
    query.where('incidents.risk_priority', filter.priority);
  }
  applyReviewNeed(query, filter.needsReview, reviewNeed);
  if (filter.from) {
    query.where('incidents.period_at', '>=', Date.parse(filter.from));
  }
  if (filter.to) {
    query.where('incidents.period_at', '<', Date.parse(filter.to));
  }
  applyRelated(query, 'incident_tags', { tag: filter.tag });
  applyRelated(query, 'incident_findings', {
    code: filter.finding,
    path: filter.findingPath,
  });
  applyRepeat(query, filter.repeat);
  applyText(knex, query, filter.text);
  return query;
}

/** One row of the table has one of the values in each of the columns. */
function applyRelated(
  query: Knex.QueryBuilder,
  table: string,
  columns: Record<string, string[] | undefined>,
): void {
  const asked = Object.entries(columns).filter(([, values]) => values?.length);
  if (asked.length > 0) {
    query.whereIn('incidents.id', function related() {
      this.select('incident_id').from(table);
      asked.forEach(([column, values]) => this.whereIn(column, values ?? []));
    });
  }
}

/** `unknown` finds what is not known, whether left out or said so. */
function applyPart(
  query: Knex.QueryBuilder,
  column: 'category' | 'attack_vector',
  values?: string[],
): void {
  if (!values?.length) {
    return;
  }
  query.where(function anyOf() {
    this.whereIn(`incidents.${column}`, values);
    if (values.includes('unknown')) {
      this.orWhereNull(`incidents.${column}`).orWhereRaw(
        'lower(incidents.??) = ?',
        [column, 'unknown'],
      );
    }
  });
}

/** Most incidents carry their signature in the indexed key of repeats; the others cannot repeat. */
function applySignature(query: Knex.QueryBuilder, values?: string[]): void {
  if (values?.length) {
    query.where(function anyOf() {
      this.whereIn('incidents.repeat_key', values).orWhere(function others() {
        this.whereNull('incidents.repeat_key').whereIn(
          'incidents.signature',
          values,
        );
      });
    });
  }
}

function applyOwned(query: Knex.QueryBuilder, owned?: OwnedEntities): void {
  if (!owned) {
    return;
  }
  const { entityRefs, none } = owned;
  const touching = (refs: string[]) =>
    function touched(this: Knex.QueryBuilder) {
      this.select('incident_id').from('incident_entities');
      whereAny(this, 'entity_ref', refs);
    };
  query.where(function anyOf() {
    this.whereIn('incidents.id', touching(entityRefs));
    if (none) {
      this.orWhereNotIn('incidents.id', touching(none));
    }
  });
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
