import type {
  ResolvedRiskFactors,
  RiskActivation,
  RiskFactor,
  RiskFactorValues,
  RiskInput,
} from '@hindsight/backstage-plugin-incident-learning-common';
import type { Knex } from 'knex';
import { isoOf } from '../database';
import type { RiskDetails } from '../incidents/riskRows';
import type { KnownIncident, RiskWrite, ScoredIncident } from './RiskStore';

/** A count of repeats above this changes nothing any more; see the rules in common. */
const COUNTED_REPEATS = 3;

/** Restricted incidents and drills say nothing about others. */
function countsIn(table: string): string {
  return `${table}.visibility <> 'restricted' and ${table}.drill = false`;
}

/** What incidents' factors are derived from; what was stated is in `content`. */
export function knownIncidents(knex: Knex, lookBackMs: number) {
  return knex('incidents')
    .leftJoin('incident_repeats as r', 'r.incident_id', 'incidents.id')
    .select(
      'incidents.id',
      'incidents.revision',
      'incidents.drill',
      'incidents.severity',
      'incidents.primary_entity_ref',
      'incidents.repeat_key',
      'incidents.risk_details',
      'r.state as repeat_state',
      knex.raw(
        `(select count(*) from (
           select 1 from incidents p
           where p.repeat_key = incidents.repeat_key
             and (p.period_at, p.repeat_order, p.id) < (incidents.period_at, incidents.repeat_order, incidents.id)
             and p.period_at >= incidents.period_at - cast(? as bigint)
             and ${countsIn('p')}
           limit ${COUNTED_REPEATS}
         ) as earlier) as earlier_repeats`,
        [lookBackMs],
      ),
    );
}

export interface KnownRow {
  id: string;
  revision: number;
  drill: boolean | number;
  severity: KnownIncident['severity'];
  /** Only of incidents that have changed. */
  content?: string;
  primary_entity_ref: string | null;
  repeat_key: string | null;
  risk_details: string | null;
  repeat_state: string | null;
  earlier_repeats: number | string;
}

export function knownOf(row: KnownRow): KnownIncident {
  const resolved = row.risk_details ? resolvedOf(row.risk_details) : undefined;
  return {
    id: row.id,
    revision: row.revision,
    drill: Boolean(row.drill),
    severity: row.severity,
    stated: row.content
      ? JSON.parse(row.content).riskFactors
      : statedOf(resolved),
    primaryEntityRef: row.primary_entity_ref ?? undefined,
    earlierRepeats: repeatsOf(row),
    resolved,
  };
}

/** What was not derived was stated. */
function statedOf(resolved?: ResolvedRiskFactors): RiskFactorValues {
  return Object.fromEntries(
    Object.entries(resolved?.values ?? {}).filter(
      ([factor]) => !resolved?.derived.includes(factor as RiskFactor),
    ),
  );
}

/** A repeat that a person has rejected is none. */
function repeatsOf(row: KnownRow): number | undefined {
  if (row.repeat_key === null) {
    return undefined;
  }
  return row.repeat_state === 'rejected' ? 0 : Number(row.earlier_repeats);
}

export function resolvedOf(json: string): ResolvedRiskFactors {
  const { factors, derived } = JSON.parse(json) as RiskDetails;
  return { values: factors, derived };
}

/** Undone commitments with the primary entities of their incidents, each pair once. */
export function openActionsByEntity(knex: Knex): Knex.QueryBuilder {
  const undone = ['open', 'in-progress'];
  const own = knex('actions')
    .whereIn('status', undone)
    .whereNotNull('incident_id')
    .select('id as action_id', 'incident_id');
  const ofReviews = knex('actions')
    .join('review_incidents as ri', 'ri.review_id', 'actions.review_id')
    .whereIn('actions.status', undone)
    .select('actions.id as action_id', 'ri.incident_id');
  return knex
    .from(own.unionAll(ofReviews).as('pairs'))
    .join('incidents', 'incidents.id', 'pairs.incident_id')
    .whereRaw(countsIn('incidents'))
    .whereNotNull('incidents.primary_entity_ref');
}

/** Stores scores of incidents that still have the revision they were scored at. */
export async function writeScores(
  knex: Knex,
  writes: RiskWrite[],
): Promise<void> {
  if (writes.length === 0) {
    return;
  }
  const row =
    '(?, cast(? as integer), cast(? as double precision), cast(? as integer), ?, cast(? as integer))';
  await knex.raw(
    `with scored(id, revision, score, priority, details, activation)
       as (values ${writes.map(() => row).join(', ')})
     update incidents set
       risk_score = scored.score,
       risk_priority = (scored.priority = 1),
       risk_details = scored.details,
       risk_activation = scored.activation
     from scored
     where incidents.id = scored.id and incidents.revision = scored.revision
       and incidents.id in (select id from scored)`,
    writes.flatMap(write => [
      write.id,
      write.revision,
      write.score ?? null,
      write.priority ? 1 : 0,
      write.details ? JSON.stringify(write.details) : null,
      write.activation,
    ]) as Knex.RawBinding[],
  );
}

export interface ScoredRow {
  id: string;
  title: string;
  severity: RiskInput['severity'];
  status: RiskInput['status'];
  period_at: number | string;
  primary_entity_ref: string | null;
  visibility: string;
  risk_score: number | null;
  risk_priority: boolean | number;
  risk_details: string | null;
}

export const SCORED_COLUMNS = [
  'id',
  'title',
  'severity',
  'status',
  'period_at',
  'primary_entity_ref',
  'visibility',
  'risk_score',
  'risk_priority',
  'risk_details',
].map(column => `incidents.${column}`);

export function inputOf(row: ScoredRow): RiskInput {
  const details = row.risk_details
    ? (JSON.parse(row.risk_details) as RiskDetails)
    : undefined;
  return {
    id: row.id,
    title: row.title,
    severity: row.severity,
    status: row.status,
    at: isoOf(row.period_at),
    primaryEntityRef: row.primary_entity_ref ?? undefined,
    factors: details?.factors ?? {},
    derived: details?.derived ?? [],
    ...(row.visibility === 'restricted' ? { apart: true } : {}),
  };
}

export function scoredOf(row: ScoredRow): ScoredIncident {
  return {
    ...inputOf(row),
    risk: row.risk_details
      ? {
          score: row.risk_score ?? undefined,
          priority: Boolean(row.risk_priority),
          details: JSON.parse(row.risk_details),
        }
      : undefined,
  };
}

export interface ActivationRow {
  id: string;
  number: number;
  profile_id: string;
  profile_name: string;
  version: number;
  model: string;
  at: number | string;
  by: string;
  reason: string;
}

export function activationOf(row: ActivationRow): RiskActivation {
  return {
    id: row.id,
    profileId: row.profile_id,
    profileName: row.profile_name,
    version: row.version,
    model: JSON.parse(row.model),
    at: isoOf(row.at),
    by: row.by,
    reason: row.reason,
  };
}
