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
  /** Absent without a published review, 2 with one that found a root cause, else 1. */
  review_standing: number | null;
}

/** Has a query over `incidents` read what their facts need. */
export function selectIncidentFacts(
  knex: Knex,
  query: Knex.QueryBuilder,
): Knex.QueryBuilder<object, IncidentFactRow[]> {
  // Written so that PostgreSQL looks it up for each incident: as `exists`, it would first read all reviews there are.
  const standing = knex('review_incidents')
    .join('reviews', 'reviews.id', 'review_incidents.review_id')
    .whereRaw('review_incidents.incident_id = incidents.id')
    .whereNotNull('reviews.published_version')
    .select(
      knex.raw(
        `max(case when (
           select 1 from published_causes
           where published_causes.review_id = review_incidents.review_id limit 1
         ) is null then 1 else 2 end)`,
      ),
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
      standing.as('review_standing'),
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
        published: row.review_standing !== null,
        rootCauseFound: row.review_standing === 2,
      },
    }),
  };
}

/** Whether what is known of an incident makes it a repeat: suspected or confirmed, not rejected. */
export function isRepeat(state: string | null | undefined): boolean {
  return state === 'suspected' || state === 'confirmed';
}
