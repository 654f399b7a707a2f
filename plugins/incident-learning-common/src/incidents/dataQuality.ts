import type { IncidentDurations } from './derive';
import type { DataQualityFinding, IncidentContent } from './schema';
import { isOutOfOrder } from './times';
import { INCIDENT_TIMES, IncidentTime } from './vocabulary';

/** Which time should not come before which; the durations' own pairs are found as `negative`. */
const ORDER: [IncidentTime, IncidentTime][] = [
  ['occurredAt', 'declaredAt'],
  ['containedAt', 'resolvedAt'],
  ['resolvedAt', 'closedAt'],
  ['detectedAt', 'closedAt'],
];

const DURATION_PATHS = [
  'timeToDetectMs',
  'timeToContainMs',
  'timeToResolveMs',
] as const;

/** What the numbers suffer from in one incident, in a stable order. @public */
export function findDataQuality(
  incident: IncidentContent,
  durations: IncidentDurations,
  now: string,
): DataQualityFinding[] {
  const precision = (time: IncidentTime) => incident.precision[time] ?? 'exact';
  const findings: DataQualityFinding[] = [];
  for (const path of missingTimes(incident)) {
    findings.push({ code: 'missing', path });
  }
  for (const path of DURATION_PATHS) {
    if ((durations[path] ?? 0) < 0) {
      findings.push({ code: 'negative', path });
    }
  }
  for (const [before, after] of ORDER) {
    const earlier = incident[before];
    const later = incident[after];
    if (
      earlier &&
      later &&
      isOutOfOrder(
        { at: earlier, precision: precision(before) },
        { at: later, precision: precision(after) },
      )
    ) {
      findings.push({ code: 'out-of-order', path: after });
    }
  }
  for (const path of INCIDENT_TIMES) {
    const at = incident[path];
    if (at && at > now) {
      findings.push({ code: 'in-the-future', path });
    }
    if (at && ['month', 'year'].includes(precision(path))) {
      findings.push({ code: 'coarse', path });
    }
  }
  return findings;
}

function missingTimes(incident: IncidentContent): IncidentTime[] {
  const { status } = incident;
  const missing: IncidentTime[] = [];
  if (!incident.occurredAt) {
    missing.push('occurredAt');
  }
  if (!incident.detectedAt) {
    missing.push('detectedAt');
  }
  if (
    status !== 'open' &&
    !incident.containedAt &&
    incident.reportedTimeToContainMs === undefined
  ) {
    missing.push('containedAt');
  }
  if ((status === 'resolved' || status === 'closed') && !incident.resolvedAt) {
    missing.push('resolvedAt');
  }
  if (status === 'closed' && !incident.closedAt) {
    missing.push('closedAt');
  }
  return missing;
}

/** A field in words, and in the words of a question. */
const FIELD_WORDS: Record<string, [string, string]> = {
  occurredAt: ['the time of occurrence', 'when it occurred'],
  detectedAt: ['the time of detection', 'when it was detected'],
  declaredAt: ['the time of declaration', 'when it was declared'],
  containedAt: ['the time of containment', 'when it was contained'],
  resolvedAt: ['the time of resolution', 'when it was resolved'],
  closedAt: ['the time of closure', 'when it was closed'],
  timeToDetectMs: ['the time to detect', 'how long detection took'],
  timeToContainMs: ['the time to contain', 'how long containment took'],
  timeToResolveMs: ['the time to resolve', 'how long resolution took'],
};

/**
 * A finding in words: what is wrong, and what to do about it.
 *
 * @public
 */
export function describeFinding(finding: DataQualityFinding): {
  problem: string;
  remedy: string;
} {
  const [field, question] = FIELD_WORDS[finding.path] ?? [
    finding.path,
    finding.path,
  ];
  const Field = field.charAt(0).toUpperCase() + field.slice(1);
  switch (finding.code) {
    case 'missing':
      return {
        problem: `It is not known ${question}.`,
        remedy: `Fill in ${field}; until then the incident is left out of the figures that need it.`,
      };
    case 'negative':
      return {
        problem: `${Field} is negative: it ends before it starts.`,
        remedy:
          'Correct the two times it lies between; it is left out of the figures as invalid.',
      };
    case 'out-of-order':
      return {
        problem: `${Field} lies before an earlier step.`,
        remedy: `Check ${field} and the times before it.`,
      };
    case 'in-the-future':
      return {
        problem: `${Field} lay in the future when this was recorded.`,
        remedy: `Correct ${field}; check the clock and time zone of its source.`,
      };
    default:
      return {
        problem: `${Field} is known only to the month or year.`,
        remedy: `Give ${field} to the day if it can be found out; finer series leave the incident out.`,
      };
  }
}
