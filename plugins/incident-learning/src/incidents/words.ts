import type {
  FindingCode,
  Incident,
  IncidentKind,
  IncidentStatus,
  IncidentTime,
  Precision,
  RepeatState,
  Severity,
  SimilarIncident,
} from '@hindsight/backstage-plugin-incident-learning-common';
import type { FieldWords } from '../components/history';

export const KIND_WORDS: Record<IncidentKind, string> = {
  security: 'Security',
  operational: 'Operational',
};

export const STATUS_WORDS: Record<IncidentStatus, string> = {
  open: 'Open',
  contained: 'Contained',
  resolved: 'Resolved',
  closed: 'Closed',
};

export const SEVERITY_WORDS: Record<Severity, string> = {
  critical: 'Critical',
  high: 'High',
  medium: 'Medium',
  low: 'Low',
  unknown: 'Unknown',
};

export const REPEAT_WORDS: Record<RepeatState | 'none', string> = {
  suspected: 'Suspected repeat',
  confirmed: 'Confirmed repeat',
  rejected: 'Rejected as a repeat',
  none: 'Repeats nothing',
};

export const FINDING_WORDS: Record<FindingCode, string> = {
  missing: 'A time is missing',
  negative: 'A negative duration',
  'out-of-order': 'Times out of order',
  'in-the-future': 'A time in the future',
  coarse: 'A time known to month or year',
};

export const PRECISION_WORDS: Record<Precision, string> = {
  exact: 'exactly',
  day: 'to the day',
  month: 'to the month',
  year: 'to the year',
};

export const TIME_WORDS: Record<IncidentTime, string> = {
  occurredAt: 'Occurred',
  detectedAt: 'Detected',
  declaredAt: 'Declared',
  containedAt: 'Contained',
  resolvedAt: 'Resolved',
  closedAt: 'Closed',
};

export const RELATION_WORDS: Record<SimilarIncident['relation'], string> = {
  repeats: 'This incident repeats it',
  'repeated-by': 'Repeats this incident',
  signature: 'Same kind, same service',
  pattern: 'Same kind, another service',
  entity: 'Another kind, same service',
  text: 'Told alike',
};

const FIELD_WORDS: Record<string, string> = {
  ...TIME_WORDS,
  title: 'Title',
  summary: 'Summary',
  impact: 'Impact',
  kind: 'Kind',
  status: 'Status',
  severity: 'Severity',
  category: 'Category',
  attackVector: 'Attack vector',
  entityRefs: 'Affected entities',
  precision: 'Precision of the times',
  reportedTimeToDetectMs: 'Reported time to detect',
  reportedTimeToContainMs: 'Reported time to contain',
  drill: 'Drill',
  visibility: 'Visibility',
  tags: 'Tags',
  participants: 'Participants',
  role: 'Role',
  entityRef: 'User or group',
  timeline: 'Timeline',
  at: 'Time',
  event: 'Event',
  action: 'Action',
  links: 'Links',
  url: 'Address',
  source: 'Source',
  system: 'System',
  id: 'Id',
  sourceData: 'Data of the source',
  riskFactors: 'Risk factors',
  exposure: 'Exposure',
  controlGap: 'Control gap',
  activity: 'Activity',
  businessImpact: 'Business impact',
  confidence: 'Confidence',
  blastRadius: 'Blast radius',
  containmentOption: 'Containment option',
  approvalOutcome: 'Approval outcome',
  repeat: 'Repeat',
  timeToDetectMs: 'Time to detect',
  timeToContainMs: 'Time to contain',
  timeToResolveMs: 'Time to resolve',
};

/** The name of a field by its path in an incident: `timeline.2.at` is `Timeline 3: Time`. */
export function fieldName(path: string): string {
  const names: string[] = [];
  for (const part of path.split('.')) {
    if (/^\d+$/.test(part) && names.length > 0) {
      names[names.length - 1] += ` ${Number(part) + 1}`;
    } else {
      names.push(FIELD_WORDS[part] ?? part);
    }
  }
  return names.join(': ');
}

const VISIBILITY_WORDS: Record<Incident['visibility'], string> = {
  internal: 'Internal',
  restricted: 'Restricted',
};

/** What an incident's history tells. */
export const INCIDENT_WORDS: FieldWords = {
  nameOf: fieldName,
  values: {
    kind: KIND_WORDS,
    status: STATUS_WORDS,
    severity: SEVERITY_WORDS,
    visibility: VISIBILITY_WORDS,
    // How finely each time is known stands below the name of the time.
    ...Object.fromEntries(
      Object.keys(TIME_WORDS).map(time => [time, PRECISION_WORDS]),
    ),
  },
};
