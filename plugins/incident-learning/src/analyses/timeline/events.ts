import type {
  TimelineAnalysisEvent,
  TimelineCorrection,
  TimelineKind,
} from '@hindsight/backstage-plugin-incident-learning-common';
import { newNodeId } from '../outline';
import type { ReadEvent } from './readLines';

export const TIMELINE_KIND_WORDS: Record<TimelineKind, string> = {
  change: 'Change',
  symptom: 'Symptom',
  detection: 'Detection',
  communication: 'Communication',
  decision: 'Decision',
  action: 'Action',
  recovery: 'Recovery',
  other: 'Other',
};

const SAID = ['at', 'precision', 'kind', 'text', 'source', 'knownAt'] as const;

/** An event that was read from a line. */
export function eventOf(read: ReadEvent): TimelineAnalysisEvent {
  return { id: newNodeId(), evidence: [], cause: false, ...read };
}

/** What an event said before, of what it says otherwise now; absent where it says the same. */
export function changedFrom(
  before: TimelineAnalysisEvent,
  after: TimelineAnalysisEvent,
): TimelineCorrection['from'] | undefined {
  const changed = SAID.filter(
    field => (before[field] ?? '') !== (after[field] ?? ''),
  );
  const told = changed.filter(field => before[field] !== undefined);
  if (changed.length === 0) {
    return undefined;
  }
  // What was added to says at least what it said.
  const fields = told.length > 0 ? told : (['text'] as const);
  return Object.fromEntries(fields.map(field => [field, before[field]]));
}

/** An event with a reason for what it says otherwise; what it said first is kept through several corrections. */
export function corrected(
  before: TimelineAnalysisEvent,
  after: TimelineAnalysisEvent,
  reason: string,
): TimelineAnalysisEvent {
  const from = changedFrom(before, after);
  return from
    ? {
        ...after,
        correction: { reason, from: { ...from, ...before.correction?.from } },
      }
    : after;
}

/** Events that are not among others yet, told by when and what. */
export function missingEvents(
  events: TimelineAnalysisEvent[],
  others: TimelineAnalysisEvent[],
): TimelineAnalysisEvent[] {
  const known = new Set(
    others.flatMap(event => {
      const { at = event.at, text = event.text } = event.correction?.from ?? {};
      return [keyOf(event), keyOf({ at, text })];
    }),
  );
  return events.filter(event => !known.has(keyOf(event)));
}

function keyOf({ at, text }: { at: string; text: string }): string {
  return `${Date.parse(at)} ${text}`;
}
