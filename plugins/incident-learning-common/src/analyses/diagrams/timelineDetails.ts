import type { TimelineDelay } from '../timeline';
import type { TimelineAnalysisEvent } from '../timelineSchema';
import { shorten } from '../hints';
import { formatClock, formatDay, formatSpan } from './format';

/** What is known beside an event, each a short line. */
export function detailsOf(
  event: TimelineAnalysisEvent,
  delay: TimelineDelay | undefined,
  byId: Map<string, TimelineAnalysisEvent>,
): string[] {
  return [
    ...knownDetails(event),
    ...answerDetails(delay, byId),
    ...correctionDetails(event),
    ...(event.source ? [`Source: ${event.source}`] : []),
  ];
}

function knownDetails({ at, knownAt }: TimelineAnalysisEvent): string[] {
  if (knownAt === undefined) {
    return [];
  }
  const ms = Date.parse(knownAt) - Date.parse(at);
  const time = momentText(knownAt, at);
  if (ms === 0) {
    return [`Known at once, ${time}`];
  }
  return [
    `Known ${time}, ${formatSpan(Math.abs(ms))} ${
      ms > 0 ? 'after it happened' : 'ahead'
    }`,
  ];
}

function answerDetails(
  delay: TimelineDelay | undefined,
  byId: Map<string, TimelineAnalysisEvent>,
): string[] {
  const answer = delay && byId.get(delay.actionId);
  if (!answer) {
    return [];
  }
  const ms = delay.untilActedMs;
  const when = ms === 0 ? 'at once' : `${formatSpan(Math.abs(ms))} later`;
  // What comes next may have another reason; only what names the event is called its answer.
  const verb = delay.inferred ? 'Next step' : 'Answered';
  return [
    ms < 0
      ? `${verb} ${formatSpan(-ms)} before it was known: “${shorten(
          answer.text,
          70,
        )}”`
      : `${verb} ${when}: “${shorten(answer.text, 70)}”`,
  ];
}

function correctionDetails(event: TimelineAnalysisEvent): string[] {
  const { correction } = event;
  if (!correction) {
    return [];
  }
  const { at, text, kind, source, precision, knownAt } = correction.from;
  const said = [
    at && momentText(at, event.at),
    text && `“${shorten(text, 70)}”`,
    kind,
    source,
    precision && `to the ${precision}`,
    knownAt && `known ${momentText(knownAt, event.at)}`,
  ].filter(Boolean);
  return [`Corrected from ${said.join(', ')}: ${correction.reason}`];
}

/** A time, with its day where that is another one. */
function momentText(at: string, near: string): string {
  return formatDay(at) === formatDay(near)
    ? formatClock(at)
    : `${formatDay(at)} ${formatClock(at)}`;
}
