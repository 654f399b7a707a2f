import type {
  IncidentKind,
  MetricFact,
  Precision,
  Severity,
} from '@hindsight/backstage-plugin-incident-learning-common';
import type { Knex } from 'knex';
import { reviewStanding } from './reviewStanding';

/** What is read of an incident for its fact. */
export interface IncidentFactRow {
  id: string;
  /** Text in PostgreSQL, whose bigint can be larger than a number. */
  period_at: number | string;
  period_precision: Precision;
  kind: IncidentKind;
  category: string | null;
  attack_vector: string | null;
  severity: Severity;
  time_to_detect_ms: number | null;
  time_to_contain_ms: number | null;
  time_to_resolve_ms: number | null;
  repeat_state: string | null;
  /** Absent without a published review, 2 with one that found a root cause, else 1. */
  review_standing: number | null;
}

/** Has a query over `incidents` read what their facts need. */
export function selectIncidentFacts(
  knex: Knex,
  query: Knex.QueryBuilder,
): Knex.QueryBuilder<object, IncidentFactRow[]> {
  return query.select(
    'incidents.id',
    'incidents.period_at',
    'incidents.period_precision',
    'incidents.kind',
    'incidents.category',
    'incidents.attack_vector',
    'incidents.severity',
    'incidents.time_to_detect_ms',
    'incidents.time_to_contain_ms',
    'incidents.time_to_resolve_ms',
    // Looked up for each: joined, PostgreSQL reads all repeats for some hundred incidents at the edge of a period.
    knex('incident_repeats')
      .whereRaw('incident_repeats.incident_id = incidents.id')
      .select('incident_repeats.state')
      .as('repeat_state'),
    reviewStanding(knex).as('review_standing'),
  );
}

interface FactField<Value> {
  /** Of which it is made. */
  columns: readonly (keyof IncidentFactRow)[];
  /** @param severities - severities of incidents that need a review */
  of: (row: IncidentFactRow, severities: Severity[]) => Value;
}

/** How each field of a fact is read. */
export const FACT_FIELDS: {
  [Field in keyof Required<MetricFact>]: FactField<MetricFact[Field]>;
} = {
  at: { columns: ['period_at'], of: row => Number(row.period_at) },
  precision: {
    columns: ['period_precision'],
    of: row => row.period_precision,
  },
  kind: { columns: ['kind'], of: row => row.kind },
  category: { columns: ['category'], of: row => row.category ?? undefined },
  attackVector: {
    columns: ['attack_vector'],
    of: row => row.attack_vector ?? undefined,
  },
  severity: { columns: ['severity'], of: row => row.severity },
  timeToDetectMs: {
    columns: ['time_to_detect_ms'],
    of: row => row.time_to_detect_ms ?? undefined,
  },
  timeToContainMs: {
    columns: ['time_to_contain_ms'],
    of: row => row.time_to_contain_ms ?? undefined,
  },
  timeToResolveMs: {
    columns: ['time_to_resolve_ms'],
    of: row => row.time_to_resolve_ms ?? undefined,
  },
  repeat: {
    columns: ['repeat_state'],
    of: row => isRepeat(row.repeat_state),
  },
  review: {
    columns: ['severity', 'review_standing'],
    of: (row, severities) =>
      severities.includes(row.severity)
        ? {
            published: row.review_standing !== null,
            rootCauseFound: row.review_standing === 2,
          }
        : undefined,
  },
};

/** All that a fact of an incident tells. */
export const ALL_FIELDS = Object.keys(FACT_FIELDS) as (keyof MetricFact)[];

/** @param severities - severities of incidents that need a review */
export function incidentFactOf(
  row: IncidentFactRow,
  severities: Severity[],
): MetricFact {
  return fill({}, ALL_FIELDS, row, severities);
}

/**
 * Reads some fields of incidents alone. To look at another one is an error: who took it for absent would be wrong
 * without knowing.
 *
 * @param severities - severities of incidents that need a review
 */
export function partialFactReader(
  fields: readonly (keyof MetricFact)[],
  severities: Severity[],
): (row: IncidentFactRow) => MetricFact {
  const others = ALL_FIELDS.filter(field => !fields.includes(field));
  const guard = Object.defineProperties(
    {},
    Object.fromEntries(others.map(field => [field, { get: refuse(field) }])),
  );
  return row => fill(Object.create(guard), fields, row, severities);
}

function refuse(field: string): () => never {
  return () => {
    throw new Error(
      `${field} of an incident was not read: name it in what the KPI reads`,
    );
  };
}

function fill(
  fact: Partial<Record<keyof MetricFact, unknown>>,
  fields: readonly (keyof MetricFact)[],
  row: IncidentFactRow,
  severities: Severity[],
): MetricFact {
  for (const field of fields) {
    fact[field] = FACT_FIELDS[field].of(row, severities);
  }
  return fact as unknown as MetricFact;
}

/** Whether what is known of an incident makes it a repeat: suspected or confirmed, not rejected. */
export function isRepeat(state: string | null | undefined): boolean {
  return state === 'suspected' || state === 'confirmed';
}
