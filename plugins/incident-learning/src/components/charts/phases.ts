import {
  INCIDENT_TIMES,
  isOutOfOrder,
  type IncidentStatus,
  type IncidentTime,
} from '@hindsight/backstage-plugin-incident-learning-common';
import { formatDuration, formatTime } from '../format';
import { SERIES_NAME } from './durationData';
import { DurationSeries, PhaseTimes } from './types';

/** One time of the incident, in words. */
export interface Milestone {
  name: IncidentTime;
  label: string;
  text: string;
  known: boolean;
  /** Why the time cannot be right. */
  problem?: string;
}

/** One duration between two milestones, in words. */
export interface Phase {
  series: DurationSeries;
  label: string;
  text: string;
  /** Where the duration comes from when not from the two times. */
  origin?: string;
  /** Positions of the milestones it lies between. */
  from: number;
  to: number;
  known: boolean;
  problem?: string;
}

/** An incident's times and durations, ready to be drawn. */
export interface PhaseModel {
  milestones: Milestone[];
  phases: Phase[];
  /** Relative widths of the steps between the milestones. */
  weights: number[];
}

const LABEL: Record<IncidentTime, string> = {
  occurredAt: 'Occurred',
  detectedAt: 'Detected',
  declaredAt: 'Declared',
  containedAt: 'Contained',
  resolvedAt: 'Resolved',
  closedAt: 'Closed',
};

/** The times that a time cannot lie before, the closest first. */
const NOT_BEFORE: Record<IncidentTime, IncidentTime[]> = {
  occurredAt: [],
  detectedAt: ['occurredAt'],
  declaredAt: ['occurredAt'],
  containedAt: ['detectedAt', 'occurredAt'],
  resolvedAt: ['containedAt', 'detectedAt', 'occurredAt'],
  closedAt: ['resolvedAt', 'detectedAt', 'occurredAt'],
};

/** The times that are still to come in a status. */
const TO_COME: Record<IncidentStatus, IncidentTime[]> = {
  open: ['containedAt', 'resolvedAt', 'closedAt'],
  contained: ['resolvedAt', 'closedAt'],
  resolved: ['closedAt'],
  closed: [],
};

/** Puts an incident's times and durations into words and proportions. */
export function describePhases(incident: PhaseTimes): PhaseModel {
  const milestones = INCIDENT_TIMES.map(name => describeTime(incident, name));
  return {
    milestones,
    phases: [
      describePhase(incident, 'detect', 'occurredAt', 'detectedAt'),
      describePhase(incident, 'contain', 'detectedAt', 'containedAt'),
      describePhase(incident, 'resolve', 'detectedAt', 'resolvedAt'),
    ],
    weights: INCIDENT_TIMES.slice(1).map((name, index) =>
      weigh(incident[INCIDENT_TIMES[index]], incident[name]),
    ),
  };
}

function describeTime(incident: PhaseTimes, name: IncidentTime): Milestone {
  const at = incident[name];
  if (!at) {
    const toCome = incident.status && TO_COME[incident.status].includes(name);
    return {
      name,
      label: LABEL[name],
      text: toCome ? 'not yet' : 'not known',
      known: false,
    };
  }
  const precision = incident.precision?.[name] ?? 'exact';
  const offended = NOT_BEFORE[name].find(earlier => {
    const before = incident[earlier];
    return (
      before &&
      isOutOfOrder(
        { at: before, precision: incident.precision?.[earlier] ?? 'exact' },
        { at, precision },
      )
    );
  });
  return {
    name,
    label: LABEL[name],
    text: formatTime(at, precision),
    known: true,
    problem: offended && `before it ${verb(offended)}`,
  };
}

function verb(name: IncidentTime): string {
  const word = LABEL[name].toLowerCase();
  return name === 'occurredAt' ? word : `was ${word}`;
}

function describePhase(
  incident: PhaseTimes,
  series: DurationSeries,
  from: IncidentTime,
  to: IncidentTime,
): Phase {
  const duration = {
    detect: incident.timeToDetectMs,
    contain: incident.timeToContainMs,
    resolve: incident.timeToResolveMs,
  }[series];
  const reported = {
    detect: incident.reportedTimeToDetectMs,
    contain: incident.reportedTimeToContainMs,
    resolve: undefined,
  }[series];
  const toCome =
    duration === undefined &&
    incident.status !== undefined &&
    TO_COME[incident.status].includes(to);
  const unknown = toCome ? 'not yet' : 'not known';
  return {
    series,
    label: SERIES_NAME[series],
    text: duration === undefined ? unknown : formatDuration(duration),
    origin: reported === undefined ? undefined : 'reported by its source',
    from: INCIDENT_TIMES.indexOf(from),
    to: INCIDENT_TIMES.indexOf(to),
    known: duration !== undefined,
    problem:
      duration !== undefined && duration < 0
        ? 'ends before it starts'
        : undefined,
  };
}

/** Grows with the order of magnitude only: a year is three times a minute. */
function weigh(from: string | undefined, to: string | undefined): number {
  const ms = from && to ? Date.parse(to) - Date.parse(from) : 0;
  return ms > 0 ? 1 + 0.35 * Math.log10(1 + ms / 60_000) : 1;
}
