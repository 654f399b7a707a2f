import { useState } from 'react';
import type { TimelineAnalysisEvent } from '@hindsight/backstage-plugin-incident-learning-common';
import { changedFrom, corrected } from './events';
import { inputOfIso, isoOfInput } from './inputTimes';

/**
 * An event while it is written: what is recorded is corrected with a reason.
 *
 * @param fresh - whether it was only just added, and needs no reason to say something else
 * @param onDone - called with what it says then
 */
export function useEventDraft(
  event: TimelineAnalysisEvent,
  fresh: boolean,
  onDone: (event: TimelineAnalysisEvent) => void,
) {
  const [draft, setDraft] = useState(event);
  const [at, setAt] = useState(inputOfIso(event.at, event.precision));
  const [knownAt, setKnownAt] = useState(inputOfIso(event.knownAt));
  const [reason, setReason] = useState(event.correction?.reason ?? '');
  const [refused, setRefused] = useState(false);

  const time = isoOfInput(at);
  const next: TimelineAnalysisEvent = {
    ...draft,
    text: draft.text.trim(),
    at: time ?? '',
    knownAt: isoOfInput(knownAt),
  };
  const needsReason = !fresh && changedFrom(event, next) !== undefined;
  const problems = {
    at: time ? undefined : 'Time is missing: write when it happened',
    text: next.text ? undefined : 'What happened is empty: write it',
    reason:
      needsReason && !reason.trim()
        ? 'Say why the record is changed; what it said before is kept'
        : undefined,
  };
  const told: Partial<typeof problems> = refused ? problems : {};
  return {
    draft,
    change: (patch: Partial<TimelineAnalysisEvent>) =>
      setDraft({ ...draft, ...patch }),
    at,
    setAt,
    knownAt,
    setKnownAt,
    reason,
    setReason,
    needsReason,
    /** What keeps it from being done, told once that was tried. */
    problems: told,
    submit: () => {
      if (Object.values(problems).some(Boolean)) {
        setRefused(true);
      } else {
        onDone(needsReason ? corrected(event, next, reason.trim()) : next);
      }
    },
  };
}
