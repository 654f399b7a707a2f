import type { IncidentContent } from '../incidents/schema';
import { coarserPrecision, isOutOfOrder } from '../incidents/times';
import {
  INCIDENT_TIMES,
  IncidentTime,
  Precision,
} from '../incidents/vocabulary';
import { shorten } from './hints';
import type { TimelineAnalysis, TimelineAnalysisEvent } from './timelineSchema';

/** The times of an incident, as far as they are known. @public */
export type IncidentTimes = Partial<Record<IncidentTime, string>> &
  Partial<Pick<IncidentContent, 'precision'>>;

/** The stretch between two times of an incident that follow each other. @public */
export interface TimelinePhase {
  /** The times at its ends. */
  start: IncidentTime;
  end: IncidentTime;
  /** Such as `Undetected`. */
  label: string;
  from: string;
  to: string;
  /** In milliseconds; absent where the two times are out of order, or only known to lie in the same day, month or year. */
  durationMs?: number;
  /** The coarser precision of its two times. */
  precision: Precision;
}

/** A stretch in which nothing is recorded. @public */
export interface TimelineGap {
  /** Ids of the events around it. */
  after: string;
  before: string;
  from: string;
  to: string;
  durationMs: number;
}

/** How long it took from knowing of something to acting on it. @public */
export interface TimelineDelay {
  /** The event that was known, and the action or decision that answered it. */
  eventId: string;
  actionId: string;
  /** From when it happened until it was known; absent where it was known at once. */
  untilKnownMs?: number;
  /** From when it was known until it was answered; negative where it was answered before. */
  untilActedMs: number;
  /** Whether the answer was taken to be the next action or decision, as none names this event. */
  inferred: boolean;
}

/** A gap is this many times as long as the median spacing of events, and … @public */
export const GAP_FACTOR = 3;
/** … longer than this, in milliseconds: ten minutes. @public */
export const GAP_MINIMUM_MS = 10 * 60_000;

const PHASE_LABELS: Record<IncidentTime, string> = {
  occurredAt: 'Before',
  detectedAt: 'Undetected',
  declaredAt: 'Undeclared',
  containedAt: 'Containing',
  resolvedAt: 'Resolving',
  closedAt: 'Closing',
};

/** Events by time; those of one moment stay in the order in which they were written. @public */
export function orderTimeline(
  events: TimelineAnalysisEvent[],
): TimelineAnalysisEvent[] {
  return events
    .map((event, index) => ({ event, index, ms: Date.parse(event.at) }))
    .sort((a, b) => a.ms - b.ms || a.index - b.index)
    .map(({ event }) => event);
}

/** The phases of an incident between each two known times, each named by what they end in. @public */
export function timelinePhases(times: IncidentTimes): TimelinePhase[] {
  const known = INCIDENT_TIMES.flatMap(time => {
    const at = times[time];
    return at
      ? [{ time, at, precision: times.precision?.[time] ?? ('exact' as const) }]
      : [];
  });
  return known.slice(1).map((end, index) => {
    const start = known[index];
    const precision = coarserPrecision(start.precision, end.precision);
    const durationMs = Date.parse(end.at) - Date.parse(start.at);
    const told =
      durationMs >= 0 &&
      !isOutOfOrder(start, end) &&
      (precision === 'exact' || durationMs > 0);
    return {
      start: start.time,
      end: end.time,
      label: PHASE_LABELS[end.time],
      from: start.at,
      to: end.at,
      durationMs: told ? durationMs : undefined,
      precision,
    };
  });
}

/**
 * Stretches without events that stand out: longer than {@link GAP_MINIMUM_MS} and than {@link GAP_FACTOR} times the
 * median spacing. The median does not move with the gaps themselves. Events of one moment are one, and events that are
 * known only to the day or coarser say nothing about gaps.
 *
 * @public
 */
export function timelineGaps(
  events: TimelineAnalysisEvent[],
  options: { factor?: number; minimumMs?: number } = {},
): TimelineGap[] {
  const { factor = GAP_FACTOR, minimumMs = GAP_MINIMUM_MS } = options;
  const exact = orderTimeline(events).filter(
    ({ precision }) => (precision ?? 'exact') === 'exact',
  );
  const spacings = exact.slice(1).map((event, index) => ({
    after: exact[index].id,
    before: event.id,
    from: exact[index].at,
    to: event.at,
    durationMs: Date.parse(event.at) - Date.parse(exact[index].at),
  }));
  const lengths = spacings
    .map(({ durationMs }) => durationMs)
    .filter(ms => ms > 0)
    .sort((a, b) => a - b);
  const threshold = Math.max(minimumMs, factor * medianOf(lengths));
  return spacings.filter(({ durationMs }) => durationMs > threshold);
}

function medianOf(sorted: number[]): number {
  const middle = Math.floor(sorted.length / 2);
  return sorted.length % 2 === 1
    ? sorted[middle]
    : ((sorted[middle - 1] ?? 0) + (sorted[middle] ?? 0)) / 2;
}

/**
 * From knowing to acting: for each event that an action or decision names as what it answers, and for each symptom,
 * detection or event with a `knownAt` that none names, the next action or decision once it was known.
 *
 * @public
 */
export function timelineDelays(
  events: TimelineAnalysisEvent[],
): TimelineDelay[] {
  const ordered = orderTimeline(events);
  const answers = ordered.filter(isAnswer);
  return ordered.flatMap(event => {
    const known = Date.parse(event.knownAt ?? event.at);
    const named = ordered.find(({ respondsTo }) => respondsTo === event.id);
    const next =
      named ??
      (waitsForAnswer(event)
        ? answers.find(answer => Date.parse(answer.at) >= known)
        : undefined);
    if (!next) {
      return [];
    }
    return [
      {
        eventId: event.id,
        actionId: next.id,
        untilKnownMs:
          event.knownAt === undefined
            ? undefined
            : known - Date.parse(event.at),
        untilActedMs: Date.parse(next.at) - known,
        inferred: !named,
      },
    ];
  });
}

function isAnswer({ kind }: TimelineAnalysisEvent): boolean {
  return kind === 'action' || kind === 'decision';
}

function waitsForAnswer(event: TimelineAnalysisEvent): boolean {
  return (
    !isAnswer(event) &&
    (event.knownAt !== undefined ||
      event.kind === 'symptom' ||
      event.kind === 'detection')
  );
}

/**
 * An incident's own timeline as events of an analysis, so that a review starts from what is recorded.
 *
 * @param idOf - names an event by its place in the incident's timeline
 * @public
 */
export function importTimeline(
  incident: Pick<IncidentContent, 'timeline'>,
  idOf: (index: number) => string,
): TimelineAnalysis['events'] {
  return incident.timeline.map((event, index) => ({
    id: idOf(index),
    at: event.at,
    kind: guessKind(event.kind),
    text:
      shorten([event.event, event.action].filter(Boolean).join(' — '), 2000) ||
      'Not described',
    source: event.source,
    evidence: [],
    cause: false,
  }));
}

const KIND_WORDS: [RegExp, TimelineAnalysisEvent['kind']][] = [
  [/detect|alert|alarm|page/i, 'detection'],
  [/decision|decid/i, 'decision'],
  [/communicat|notif|status|announce|escalat/i, 'communication'],
  [/symptom|error|impact|degrad|outage/i, 'symptom'],
  [/change|deploy|config|release/i, 'change'],
  [/recover|resol|restor/i, 'recovery'],
  [/action|mitigat|contain|response|rollback|fix/i, 'action'],
];

function guessKind(kind: string | undefined): TimelineAnalysisEvent['kind'] {
  return KIND_WORDS.find(([words]) => kind && words.test(kind))?.[1] ?? 'other';
}
