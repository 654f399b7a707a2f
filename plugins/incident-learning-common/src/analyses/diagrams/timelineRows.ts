import type { IncidentTimes, TimelineGap, TimelinePhase } from '../timeline';
import type { TimelineAnalysisEvent } from '../timelineSchema';
import {
  INCIDENT_TIMES,
  IncidentTime,
  Precision,
} from '../../incidents/vocabulary';
import { formatClock, formatDay, formatSpan } from './format';

/** One row of the list, not yet placed. */
export interface TimelineRow {
  id: string;
  role: 'day' | 'milestone' | 'event' | 'gap';
  time: string;
  text: string;
  phase?: number;
  event?: TimelineAnalysisEvent;
}

const MILESTONES: Record<IncidentTime, string> = {
  occurredAt: 'Occurred',
  detectedAt: 'Detected',
  declaredAt: 'Declared',
  containedAt: 'Contained',
  resolvedAt: 'Resolved',
  closedAt: 'Closed',
};

interface Dated extends TimelineRow {
  at: string;
}

/** Events, the incident's own times, days and gaps, in the order of time. */
export function rowsOf(
  events: TimelineAnalysisEvent[],
  phases: TimelinePhase[],
  times: IncidentTimes,
  gaps: TimelineGap[],
): TimelineRow[] {
  const dated: Dated[] = [
    ...milestonesOf(phases, times),
    ...events.map(event => ({
      id: `node:${event.id}`,
      role: 'event' as const,
      at: event.at,
      time: timeText(event.at, event.precision ?? 'exact'),
      text: event.text,
      event,
    })),
  ].sort((a, b) => Date.parse(a.at) - Date.parse(b.at));
  const gapAfter = new Map(gaps.map(gap => [gap.after, gap]));
  const rows: TimelineRow[] = [];
  let day = '';
  for (const row of dated) {
    if (formatDay(row.at) !== day) {
      day = formatDay(row.at);
      rows.push({
        id: `day:${day}`,
        role: 'day',
        time: '',
        text: `${day}, UTC`,
      });
    }
    const phase = phaseAt(row.at, phases);
    const gap = row.event && gapAfter.get(row.event.id);
    rows.push({ ...row, phase }, ...(gap ? [gapRow(gap, phase)] : []));
  }
  return rows;
}

function gapRow(gap: TimelineGap, phase: number | undefined): TimelineRow {
  return {
    id: `gap:${gap.after}`,
    role: 'gap',
    time: '',
    text: `${formatSpan(gap.durationMs)} without an event`,
    phase,
  };
}

function milestonesOf(phases: TimelinePhase[], times: IncidentTimes): Dated[] {
  return INCIDENT_TIMES.flatMap(time => {
    const at = times[time];
    if (at === undefined) {
      return [];
    }
    const phase = phases.find(({ end }) => end === time);
    const before = phase && MILESTONES[phase.start].toLowerCase();
    const since =
      phase?.durationMs === undefined
        ? ''
        : `, ${phase.precision === 'exact' ? '' : 'about '}${formatSpan(
            phase.durationMs,
          )} after it was ${before}`;
    return [
      {
        id: `milestone:${time}`,
        role: 'milestone' as const,
        at,
        time: timeText(at, times.precision?.[time] ?? 'exact'),
        text: `${MILESTONES[time]}${since.replace(
          'it was occurred',
          'it occurred',
        )}`,
      },
    ];
  });
}

function timeText(at: string, precision: Precision): string {
  return precision === 'exact' ? formatClock(at) : `that ${precision}`;
}

/** The number of the phase that a time lies in; a time that ends one begins the next. */
export function phaseAt(
  at: string,
  phases: TimelinePhase[],
): number | undefined {
  const ms = Date.parse(at);
  const found = phases.findIndex(
    ({ from, to }) => Date.parse(from) <= ms && ms < Date.parse(to),
  );
  return found < 0 ? undefined : found;
}
