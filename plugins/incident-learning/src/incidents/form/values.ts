import {
  INCIDENT_TIMES,
  Incident,
  IncidentContent,
  IncidentKind,
  IncidentStatus,
  IncidentTime,
  Severity,
} from '@hindsight/backstage-plugin-incident-learning-common';
import { DurationValue, durationValueOf, msOf } from './durations';
import { TimeValue, isoOf, timeValueOf } from './timeValues';

export interface ParticipantValue {
  key: string;
  role: string;
  entityRef: string;
}

export interface EventValue {
  key: string;
  at: TimeValue;
  kind: string;
  event: string;
  action: string;
  source: string;
}

export interface LinkValue {
  key: string;
  url: string;
  title: string;
}

/** Numbers from 0 to 1, as typed. */
export type RiskName =
  | 'exposure'
  | 'severity'
  | 'controlGap'
  | 'activity'
  | 'businessImpact';

/** An incident as its form holds it: what is typed, right or wrong. */
export interface IncidentValues {
  title: string;
  summary: string;
  impact: string;
  kind: IncidentKind;
  status: IncidentStatus;
  severity: Severity;
  drill: boolean;
  visibility: Incident['visibility'];
  category: string;
  attackVector: string;
  tags: string[];
  entityRefs: string[];
  times: Record<IncidentTime, TimeValue>;
  reportedTimeToDetect: DurationValue;
  reportedTimeToContain: DurationValue;
  participants: ParticipantValue[];
  timeline: EventValue[];
  links: LinkValue[];
  source: { system: string; id: string; url: string };
  riskFactors: Record<RiskName, string>;
  confidence: string;
  blastRadius: string;
  containmentOption: string;
  approvalOutcome: string;
}

export const RISK_NAMES: RiskName[] = [
  'exposure',
  'severity',
  'controlGap',
  'activity',
  'businessImpact',
];

let lastKey = 0;

/** A key for a row that has no id. */
export function newKey(): string {
  lastKey += 1;
  return `row-${lastKey}-${Date.now().toString(36)}`;
}

/** What the form shows of an incident, or of none. */
export function valuesOf(incident: Partial<IncidentContent>): IncidentValues {
  const text = (value: string | undefined) => value ?? '';
  const { source, riskFactors, precision } = incident;
  return {
    title: text(incident.title),
    summary: text(incident.summary),
    impact: text(incident.impact),
    kind: incident.kind ?? 'operational',
    status: incident.status ?? 'open',
    severity: incident.severity ?? 'unknown',
    drill: incident.drill ?? false,
    visibility: incident.visibility ?? 'internal',
    category: text(incident.category),
    attackVector: text(incident.attackVector),
    tags: incident.tags ?? [],
    entityRefs: incident.entityRefs ?? [],
    times: eachTime(time => timeValueOf(incident[time], precision?.[time])),
    reportedTimeToDetect: durationValueOf(incident.reportedTimeToDetectMs),
    reportedTimeToContain: durationValueOf(incident.reportedTimeToContainMs),
    participants: (incident.participants ?? []).map(participant => ({
      key: newKey(),
      ...participant,
    })),
    timeline: (incident.timeline ?? []).map(event => ({
      key: newKey(),
      at: timeValueOf(event.at),
      kind: text(event.kind),
      event: event.event,
      action: text(event.action),
      source: text(event.source),
    })),
    links: (incident.links ?? []).map(({ url, title }) => ({
      key: newKey(),
      url,
      title: text(title),
    })),
    source: {
      system: text(source?.system),
      id: text(source?.id),
      url: text(source?.url),
    },
    riskFactors: eachRisk(name => numberText(riskFactors?.[name])),
    confidence: numberText(incident.confidence),
    blastRadius: text(incident.blastRadius),
    containmentOption: text(incident.containmentOption),
    approvalOutcome: text(incident.approvalOutcome),
  };
}

/** The form's values as the API takes them; what is empty is left out, what is wrong stays wrong. */
export function inputOf(values: IncidentValues): Record<string, unknown> {
  const { source, riskFactors, times } = values;
  const risks = compact(eachRisk(name => numberOf(riskFactors[name])));
  return compact({
    title: values.title,
    summary: lines(values.summary),
    impact: lines(values.impact),
    kind: values.kind,
    status: values.status,
    severity: values.severity,
    drill: values.drill,
    visibility: values.visibility,
    category: line(values.category),
    attackVector: line(values.attackVector),
    tags: values.tags,
    entityRefs: values.entityRefs,
    ...eachTime(time => isoOf(times[time])),
    precision: compact(
      eachTime(time =>
        isoOf(times[time]) && times[time].precision !== 'exact'
          ? times[time].precision
          : undefined,
      ),
    ),
    reportedTimeToDetectMs: msOf(values.reportedTimeToDetect),
    reportedTimeToContainMs: msOf(values.reportedTimeToContain),
    participants: values.participants.map(({ role, entityRef }) => ({
      role,
      entityRef,
    })),
    timeline: values.timeline.map(event =>
      compact({
        at: isoOf(event.at) ?? '',
        kind: line(event.kind),
        event: event.event,
        action: lines(event.action),
        source: line(event.source),
      }),
    ),
    links: values.links.map(({ url, title }) =>
      compact({ url: url.trim(), title: line(title) }),
    ),
    source:
      line(source.system) || line(source.id) || line(source.url)
        ? compact({
            system: source.system,
            id: source.id,
            url: line(source.url),
          })
        : undefined,
    riskFactors: Object.keys(risks).length > 0 ? risks : undefined,
    confidence: numberOf(values.confidence),
    blastRadius: lines(values.blastRadius),
    containmentOption: line(values.containmentOption),
    approvalOutcome: line(values.approvalOutcome),
  });
}

function eachTime<T>(read: (time: IncidentTime) => T): Record<IncidentTime, T> {
  const entries = INCIDENT_TIMES.map(time => [time, read(time)] as const);
  return Object.fromEntries(entries) as Record<IncidentTime, T>;
}

function eachRisk<T>(read: (name: RiskName) => T): Record<RiskName, T> {
  const entries = RISK_NAMES.map(name => [name, read(name)] as const);
  return Object.fromEntries(entries) as Record<RiskName, T>;
}

function compact(object: object): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(object).filter(([, value]) => value !== undefined),
  );
}

function line(text: string): string | undefined {
  return text.trim() || undefined;
}

/** Text over several lines keeps its spaces. */
function lines(text: string): string | undefined {
  return text.trim() ? text : undefined;
}

function numberText(value: number | undefined): string {
  return value === undefined ? '' : String(value);
}

/** A number, nothing where nothing is typed, or else what is typed. */
function numberOf(text: string): number | string | undefined {
  const trimmed = text.trim();
  if (!trimmed) {
    return undefined;
  }
  const value = Number(trimmed.replace(',', '.'));
  return Number.isNaN(value) ? trimmed : value;
}
