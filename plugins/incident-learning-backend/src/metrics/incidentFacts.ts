import type {
  IncidentKind,
  MetricFact,
  Precision,
  Severity,
} from '@hindsight/backstage-plugin-incident-learning-common';
import type { Knex } from 'knex';

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
  /** Whether it has a published review, and one that found a root cause. */
  published: boolean | number;
  cause_found: boolean | number;
}

/** Has a query over `incidents` read what their facts need. */
export function selectIncidentFacts(
  knex: Knex,
  query: Knex.QueryBuilder,
): Knex.QueryBuilder<object, IncidentFactRow[]> {
  const published = knex('review_incidents')
    .join('reviews', 'reviews.id', 'review_incidents.review_id')
    .whereRaw('review_incidents.incident_id = incidents.id')
    .whereNotNull('reviews.published_version')
    .select(knex.raw('1'));
  const withCause = published
    .clone()
    .join(
      'published_causes',
      'published_causes.review_id',
      'review_incidents.review_id',
    );
  return query
    .leftJoin(
      'incident_repeats',
      'incident_repeats.incident_id',
      'incidents.id',
    )
    .select(
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
      'incident_repeats.state as repeat_state',
      knex.raw('exists ? as published', [published]),
      knex.raw('exists ? as cause_found', [withCause]),
    );
}

/** @param severities - severities of incidents that need a review */
export function incidentFactOf(
  row: IncidentFactRow,
  severities: Severity[],
): MetricFact {
  return {
    at: Number(row.period_at),
    precision: row.period_precision,
    kind: row.kind,
    category: row.category ?? undefined,
    attackVector: row.attack_vector ?? undefined,
    severity: row.severity,
    timeToDetectMs: row.time_to_detect_ms ?? undefined,
    timeToContainMs: row.time_to_contain_ms ?? undefined,
    timeToResolveMs: row.time_to_resolve_ms ?? undefined,
    repeat: isRepeat(row.repeat_state),
    ...(severities.includes(row.severity) && {
      review: {
        published: Boolean(row.published),
        rootCauseFound: Boolean(row.cause_found),
      },
    }),
  };
}

/** Whether what is known of an incident makes it a repeat: suspected or confirmed, not rejected. */
export function isRepeat(state: string | null | undefined): boolean {
  return state === 'suspected' || state === 'confirmed';
}
