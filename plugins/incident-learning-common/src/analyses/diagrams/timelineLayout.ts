import {
  IncidentTimes,
  TimelineDelay,
  orderTimeline,
  timelineDelays,
  timelineGaps,
  timelinePhases,
} from '../timeline';
import type {
  TimelineAnalysis,
  TimelineAnalysisEvent,
} from '../timelineSchema';
import type { TimelineKind } from '../vocabulary';
import type { DiagramEdge, DiagramLayout, DiagramNode } from './geometry';
import { TimelineScale, scaleOf } from './timelineScale';
import { detailsOf } from './timelineDetails';
import { TimelineRow, rowsOf } from './timelineRows';
import { wrapText } from './text';

/** @public */
export interface TimelineDiagramNode
  extends DiagramNode<'day' | 'milestone' | 'event' | 'gap'> {
  /** The time at its left; empty of a gap. */
  time: string;
  eventKind?: TimelineKind;
  /** The flag of a decision. */
  marker?: string;
  /** What is known beside it, in small: source, when it was known, what answered it, what was corrected. */
  details: string[];
  cause: boolean;
  evidence: number;
  /** The phase of the incident that it lies in, by number from 0. */
  phase?: number;
}

/** @public */
export interface TimelineLayout
  extends DiagramLayout<TimelineDiagramNode, DiagramEdge<'axis' | 'gap'>> {
  /** All of it to scale, above the list; absent where everything is at one moment. */
  scale?: TimelineScale;
}

/** Measures that drawing needs as well. @public */
export const TIMELINE_METRICS = {
  margin: 24,
  width: 780,
  /** The right end of the times. */
  timeX: 104,
  axisX: 132,
  textX: 164,
  fontSize: 13,
  lineHeight: 18,
  smallFontSize: 11.5,
  smallLineHeight: 16,
  rowGap: 14,
  kindHeight: 18,
  /** From below the scale to the list. */
  scaleGap: 20,
};

const ROW_HEIGHTS = { day: 22, milestone: 26, gap: 40, event: 0 };

/**
 * Lays a timeline out as a list from top to bottom, with the phases of the incident, the stretches in which nothing is
 * recorded, and all of it to scale above.
 *
 * @param times - the incident's own times, from which the phases follow
 * @public
 */
export function layoutTimeline(
  analysis: Pick<TimelineAnalysis, 'events'>,
  times: IncidentTimes = {},
): TimelineLayout {
  const m = TIMELINE_METRICS;
  const events = orderTimeline(analysis.events);
  const phases = timelinePhases(times);
  const gaps = timelineGaps(events);
  const scale = scaleOf(events, phases, gaps);
  const delays = new Map(
    timelineDelays(events).map(delay => [delay.eventId, delay]),
  );
  const byId = new Map(events.map(event => [event.id, event]));
  let y = scale
    ? scale.y + scale.height + (gaps.length > 0 ? 36 : 18) + m.scaleGap
    : m.margin;
  const nodes: TimelineDiagramNode[] = [];
  for (const row of rowsOf(events, phases, times, gaps)) {
    const node = nodeOf(row, y, delays, byId);
    nodes.push(node);
    y += node.height + m.rowGap;
  }
  return {
    kind: 'timeline',
    width: m.width,
    height: y - (nodes.length > 0 ? m.rowGap : 0) + m.margin,
    nodes,
    edges: axisOf(nodes),
    scale,
  };
}

function nodeOf(
  row: TimelineRow,
  y: number,
  delays: Map<string, TimelineDelay>,
  byId: Map<string, TimelineAnalysisEvent>,
): TimelineDiagramNode {
  const m = TIMELINE_METRICS;
  const { event } = row;
  const lines = wrapText(row.text, {
    width: m.width - m.margin - m.textX - 8,
    fontSize: m.fontSize,
    bold: event?.cause,
    maxLines: 8,
  });
  const details = event
    ? detailsOf(event, delays.get(event.id), byId).flatMap(detail =>
        wrapText(detail, {
          width: m.width - m.margin - m.textX - 8,
          fontSize: m.smallFontSize,
          maxLines: 2,
        }),
      )
    : [];
  const height = event
    ? m.kindHeight +
      lines.length * m.lineHeight +
      details.length * m.smallLineHeight
    : ROW_HEIGHTS[row.role];
  return {
    id: row.id,
    nodeId: event?.id,
    role: row.role,
    x: m.margin,
    y,
    width: m.width - 2 * m.margin,
    height,
    lines,
    label: row.text,
    time: row.time,
    eventKind: event?.kind,
    marker: event?.marker,
    details,
    cause: event?.cause ?? false,
    evidence: event?.evidence.length ?? 0,
    phase: row.phase,
  };
}

/** The axis from row to row; dashed through gaps. */
function axisOf(nodes: TimelineDiagramNode[]): DiagramEdge<'axis' | 'gap'>[] {
  const x = TIMELINE_METRICS.axisX;
  const shown = nodes.filter(({ role }) => role !== 'day');
  return shown.slice(1).map((node, i) => {
    const before = shown[i];
    return {
      id: `${before.id}>${node.id}`,
      from: before.id,
      to: node.id,
      role: node.role === 'gap' || before.role === 'gap' ? 'gap' : 'axis',
      points: [
        { x, y: axisY(before) },
        { x, y: axisY(node) },
      ],
    };
  });
}

/** Where a row touches the axis. @public */
export function axisY(node: TimelineDiagramNode): number {
  return (
    node.y +
    (node.role === 'event' ? TIMELINE_METRICS.kindHeight / 2 : node.height / 2)
  );
}
