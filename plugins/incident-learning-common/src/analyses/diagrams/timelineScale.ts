import type { TimelineGap, TimelinePhase } from '../timeline';
import type { TimelineAnalysisEvent } from '../timelineSchema';
import type { TimelineKind } from '../vocabulary';
import { formatClock, formatDay, formatSpan } from './format';
import { textWidth } from './text';

/** A timeline to scale, on one bar. @public */
export interface TimelineScale {
  x: number;
  y: number;
  width: number;
  height: number;
  /** What stands at both ends. */
  from: string;
  to: string;
  /** The duration of all. */
  span: string;
  phases: {
    /** From 0, in the order of time. */
    phase: number;
    x: number;
    width: number;
    label: string;
    /** The label as it fits into the phase; empty where nothing does. */
    text: string;
  }[];
  events: { nodeId: string; kind: TimelineKind; x: number }[];
  gaps: { x: number; width: number; text: string }[];
}

const MARGIN = 24;
const WIDTH = 732;

/** Undefined where everything happens at one moment. */
export function scaleOf(
  events: TimelineAnalysisEvent[],
  phases: TimelinePhase[],
  gaps: TimelineGap[],
): TimelineScale | undefined {
  // What is known only to the day or coarser has no place on the bar.
  const exact = events.filter(
    ({ precision }) => (precision ?? 'exact') === 'exact',
  );
  const moments = [
    ...exact.map(({ at }) => at),
    ...phases.flatMap(({ from, to }) => [from, to]),
  ].sort((a, b) => Date.parse(a) - Date.parse(b));
  const first = moments[0];
  const last = moments[moments.length - 1];
  if (first === undefined || first === last) {
    return undefined;
  }
  const start = Date.parse(first);
  const total = Date.parse(last) - start;
  const xOf = (at: string) =>
    MARGIN + ((Date.parse(at) - start) / total) * WIDTH;
  const oneDay = formatDay(first) === formatDay(last);
  const ends = (at: string) =>
    oneDay ? formatClock(at) : `${formatDay(at)} ${formatClock(at)}`;
  return {
    x: MARGIN,
    y: MARGIN + 16,
    width: WIDTH,
    height: phases.length > 0 ? 24 : 6,
    from: ends(first),
    to: `${ends(last)} UTC`,
    span: formatSpan(total),
    phases: phases.flatMap((phase, number) =>
      phase.durationMs === undefined
        ? []
        : [phaseOn(phase, number, xOf(phase.from), xOf(phase.to))],
    ),
    events: exact.map(({ id, kind, at }) => ({
      nodeId: id,
      kind,
      x: xOf(at),
    })),
    gaps: gaps.map(({ from, to, durationMs }) => ({
      x: xOf(from),
      width: xOf(to) - xOf(from),
      text: formatSpan(durationMs),
    })),
  };
}

function phaseOn(
  { label, durationMs = 0, precision }: TimelinePhase,
  phase: number,
  x: number,
  end: number,
) {
  const width = Math.max(0, end - x);
  const about = precision === 'exact' ? '' : 'about ';
  const full = `${label} ${about}${formatSpan(durationMs)}`;
  const fitting = [full, formatSpan(durationMs)].find(
    text => textWidth(text, 11, true) + 10 <= width,
  );
  return { phase, x, width, label: full, text: fitting ?? '' };
}
