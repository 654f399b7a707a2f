import {
  Incident,
  IncidentContent,
  SEVERITIES,
  canRepeat,
  repeatOrderOf,
} from '@hindsight/backstage-plugin-incident-learning-common';
import {
  RecordRow,
  fromRecordRow,
  isoOf,
  optionalMs,
  optionalText,
  storableText,
  toRecordRow,
} from '../database';
import { RiskRow, riskOf } from './riskRows';

/** Enough for every search; the rest of a long text would only slow it down. */
const SEARCHED_CHARACTERS = 20_000;

/** A row of `incidents`; see the migration for what each column is. */
export interface IncidentRow extends RecordRow, Partial<RiskRow> {
  content: string;
  data_quality: string;
  search_text: string;
  title: string;
  kind: Incident['kind'];
  status: string;
  severity: Incident['severity'];
  severity_rank: number;
  category: string | null;
  attack_vector: string | null;
  drill: boolean | number;
  visibility: string;
  primary_entity_ref: string | null;
  source_system: string | null;
  source_id: string | null;
  source_hashes: string | null;
  period_at: number | string;
  period_precision: Incident['periodPrecision'];
  ended_at: number | null;
  time_to_detect_ms: number | null;
  time_to_contain_ms: number | null;
  time_to_resolve_ms: number | null;
  signature: string;
  repeat_key: string | null;
  repeat_order: string;
  /** By which activation of a risk profile it was scored; 0 from each write until it is scored anew. */
  risk_activation: number;
}

/** An incident as it is stored; what it repeats stands in a table of its own. */
export type StoredIncident = Omit<Incident, 'repeat'>;

const OWN_FIELDS = [
  'id',
  'revision',
  'createdAt',
  'updatedAt',
  'createdBy',
  'periodAt',
  'periodPrecision',
  'timeToDetectMs',
  'timeToContainMs',
  'timeToResolveMs',
  'signature',
  'dataQuality',
  'repeat',
  'risk',
] as const;

/** What a person or a source said of the incident, apart from what was derived. */
export function contentOf(
  incident: Incident | StoredIncident,
): IncidentContent {
  const content: Record<string, unknown> = { ...incident };
  for (const field of OWN_FIELDS) {
    delete content[field];
  }
  return content as IncidentContent;
}

export function toRow(
  incident: StoredIncident,
  hashes?: string[],
): IncidentRow {
  return {
    ...toRecordRow(incident),
    content: JSON.stringify(contentOf(incident)),
    data_quality: JSON.stringify(incident.dataQuality),
    search_text: searchTextOf(incident),
    title: storableText(incident.title),
    kind: incident.kind,
    status: incident.status,
    severity: incident.severity,
    severity_rank: SEVERITIES.indexOf(incident.severity),
    category: optionalText(incident.category),
    attack_vector: optionalText(incident.attackVector),
    drill: incident.drill,
    visibility: incident.visibility,
    primary_entity_ref: incident.entityRefs[0] ?? null,
    source_system: optionalText(incident.source?.system),
    source_id: optionalText(incident.source?.id),
    source_hashes: hashes?.join(' ') ?? null,
    period_at: Date.parse(incident.periodAt),
    period_precision: incident.periodPrecision,
    ended_at: optionalMs(incident.closedAt ?? incident.resolvedAt),
    time_to_detect_ms: incident.timeToDetectMs ?? null,
    time_to_contain_ms: incident.timeToContainMs ?? null,
    time_to_resolve_ms: incident.timeToResolveMs ?? null,
    signature: storableText(incident.signature),
    repeat_key: canRepeat(incident) ? storableText(incident.signature) : null,
    repeat_order: storableText(repeatOrderOf(incident)),
    risk_activation: 0,
  };
}

function searchTextOf(incident: StoredIncident): string {
  const text = [
    incident.title,
    incident.category,
    incident.attackVector,
    incident.summary,
    incident.impact,
  ]
    .filter(Boolean)
    .join('\n');
  return storableText(text.slice(0, SEARCHED_CHARACTERS));
}

export function fromRow(row: IncidentRow): StoredIncident {
  return {
    ...(JSON.parse(row.content) as IncidentContent),
    ...fromRecordRow(row),
    periodAt: isoOf(row.period_at),
    periodPrecision: row.period_precision as Incident['periodPrecision'],
    timeToDetectMs: row.time_to_detect_ms ?? undefined,
    timeToContainMs: row.time_to_contain_ms ?? undefined,
    timeToResolveMs: row.time_to_resolve_ms ?? undefined,
    signature: row.signature,
    dataQuality: JSON.parse(row.data_quality),
    risk: riskOf(row),
  };
}

/** The rows that stand beside an incident's own. */
export function relatedRows(incidents: StoredIncident[]) {
  return {
    incident_entities: incidents.flatMap(({ id, entityRefs, periodAt }) =>
      entityRefs.map((entityRef, position) => ({
        incident_id: id,
        entity_ref: entityRef,
        position,
        period_at: Date.parse(periodAt),
      })),
    ),
    incident_participants: incidents.flatMap(({ id, participants }) =>
      [...new Set(participants.map(({ entityRef }) => entityRef))].map(
        entityRef => ({ incident_id: id, entity_ref: entityRef }),
      ),
    ),
    incident_tags: incidents.flatMap(({ id, tags }) =>
      tags.map(tag => ({ incident_id: id, tag: storableText(tag) })),
    ),
    incident_findings: incidents.flatMap(({ id, dataQuality }) =>
      dataQuality.map(finding => ({ incident_id: id, ...finding })),
    ),
  };
}
