import type { TimelineKind } from '../vocabulary';
import { SvgElement, el } from './element';
import {
  causeTag,
  evidenceTag,
  paintLines,
  paintTags,
  tagWidth,
} from './paint';
import type { DiagramPalette } from './palette';
import {
  TIMELINE_METRICS,
  TimelineDiagramNode,
  TimelineLayout,
  axisY,
} from './timelineLayout';
import { paintKind } from './paintTimelineKind';
import { paintScale } from './paintTimelineScale';
import { textWidth } from './text';

const KIND_WORDS: Record<TimelineKind, string> = {
  change: 'Change',
  symptom: 'Symptom',
  detection: 'Detection',
  communication: 'Communication',
  decision: 'Decision',
  action: 'Action',
  recovery: 'Recovery',
  other: 'Event',
};

export function paintTimeline(
  layout: TimelineLayout,
  palette: DiagramPalette,
): SvgElement[] {
  const byId = new Map(layout.nodes.map(node => [node.id, node]));
  return [
    ...(layout.scale ? paintScale(layout.scale, palette) : []),
    ...layout.edges.map(({ role, from, points: [start, end] }) => {
      const phase = byId.get(from ?? '')?.phase;
      const colored = phase !== undefined;
      return el('line', {
        x1: start.x,
        y1: start.y,
        x2: end.x,
        y2: end.y,
        stroke: colored
          ? palette.phases[phase % palette.phases.length]
          : palette.line,
        strokeWidth: colored ? 5 : 2,
        strokeDasharray: role === 'gap' ? '3 6' : undefined,
      });
    }),
    ...layout.nodes.map(node => paintRow(node, palette)),
  ];
}

function paintRow(
  node: TimelineDiagramNode,
  palette: DiagramPalette,
): SvgElement {
  switch (node.role) {
    case 'day':
      return paintDay(node, palette);
    case 'milestone':
      return paintMilestone(node, palette);
    case 'gap':
      return paintGap(node, palette);
    default:
      return paintEvent(node, palette);
  }
}

function paintDay(
  { y, lines, width, x }: TimelineDiagramNode,
  palette: DiagramPalette,
): SvgElement {
  const end = x + textWidth(lines[0] ?? '', 12, true) + 10;
  return el(
    'g',
    {},
    el('rect', {
      x,
      y,
      width: end - x,
      height: 20,
      fill: palette.background,
    }),
    paintLines(lines, {
      x,
      y,
      fontSize: 12,
      lineHeight: 18,
      fill: palette.muted,
      bold: true,
    }),
    el('line', {
      x1: end,
      y1: y + 10,
      x2: x + width,
      y2: y + 10,
      stroke: palette.cardBorder,
    }),
  );
}

function paintMilestone(
  node: TimelineDiagramNode,
  palette: DiagramPalette,
): SvgElement {
  const m = TIMELINE_METRICS;
  const left = m.axisX - 14;
  const width = textWidth(node.lines[0] ?? '', 12, true) + 44;
  return el(
    'g',
    {},
    timeOf(node, palette, true),
    el('rect', {
      x: left,
      y: node.y,
      width,
      height: node.height,
      rx: node.height / 2,
      fill: palette.focus,
      stroke: palette.focusBorder,
      strokeWidth: 1.5,
    }),
    el('circle', {
      cx: m.axisX,
      cy: node.y + node.height / 2,
      r: 4,
      fill: palette.onFocus,
    }),
    paintLines(node.lines, {
      x: m.axisX + 14,
      y: node.y,
      fontSize: 12,
      lineHeight: node.height,
      fill: palette.onFocus,
      bold: true,
    }),
  );
}

function paintGap(
  node: TimelineDiagramNode,
  palette: DiagramPalette,
): SvgElement {
  return paintLines(node.lines, {
    x: TIMELINE_METRICS.textX,
    y: node.y,
    fontSize: 12,
    lineHeight: node.height,
    fill: palette.assumed,
    italic: true,
  });
}

function timeOf(
  node: TimelineDiagramNode,
  palette: DiagramPalette,
  bold = false,
): SvgElement {
  return paintLines([node.time], {
    x: TIMELINE_METRICS.timeX,
    y: axisY(node) - 9,
    fontSize: 12,
    lineHeight: 18,
    fill: palette.text,
    bold,
    anchor: 'end',
  });
}

function paintEvent(
  node: TimelineDiagramNode,
  palette: DiagramPalette,
): SvgElement {
  const m = TIMELINE_METRICS;
  const kind = node.eventKind ?? 'other';
  const word = KIND_WORDS[kind];
  const tags = [
    ...(node.marker
      ? [
          {
            text: node.marker,
            sign: 'flag' as const,
            color: palette.focusBorder,
            solid: palette.focus === palette.focusBorder,
            on: palette.onFocus,
          },
        ]
      : []),
    ...(node.cause ? [causeTag(palette)] : []),
    ...(node.evidence > 0 ? [evidenceTag(node.evidence, palette)] : []),
  ];
  const tagsX = m.textX + textWidth(word, 11, true) + 10;
  const shown = tags.filter(
    (_, i) =>
      tagsX +
        tags.slice(0, i + 1).reduce((sum, t) => sum + tagWidth(t) + 6, 0) <
      node.x + node.width,
  );
  const textTop = node.y + m.kindHeight;
  return el(
    'g',
    {},
    el('title', {}, `${word}: ${node.label}`),
    timeOf(node, palette),
    paintKind(kind, m.axisX, axisY(node), palette),
    paintLines([word], {
      x: m.textX,
      y: node.y,
      fontSize: 11,
      lineHeight: m.kindHeight,
      fill: palette.muted,
      bold: true,
    }),
    ...paintTags(shown, { x: tagsX, y: node.y }),
    paintLines(node.lines, {
      x: m.textX,
      y: textTop,
      fontSize: m.fontSize,
      lineHeight: m.lineHeight,
      fill: node.cause ? palette.cause : palette.text,
      bold: node.cause,
    }),
    paintLines(node.details, {
      x: m.textX,
      y: textTop + node.lines.length * m.lineHeight,
      fontSize: m.smallFontSize,
      lineHeight: m.smallLineHeight,
      fill: palette.muted,
    }),
  );
}
