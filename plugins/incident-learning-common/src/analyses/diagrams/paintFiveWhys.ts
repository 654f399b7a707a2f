import { SvgElement, el } from './element';
import {
  FIVE_WHYS_METRICS,
  FiveWhysDiagramNode,
  FiveWhysLayout,
} from './fiveWhysLayout';
import {
  Tag,
  causeTag,
  evidenceTag,
  paintLines,
  paintTags,
  roundedPath,
} from './paint';
import type { DiagramPalette } from './palette';

export function paintFiveWhys(
  layout: FiveWhysLayout,
  palette: DiagramPalette,
): SvgElement[] {
  const asked = new Set(layout.edges.map(({ from }) => from));
  return [
    ...layout.edges.map(edge =>
      el('path', {
        d: roundedPath(edge.points),
        fill: 'none',
        stroke: palette.line,
        strokeWidth: 1.5,
      }),
    ),
    ...layout.nodes
      .filter(({ id }) => asked.has(id))
      .map(card => paintHow(card, palette)),
    ...layout.nodes.map(card => paintCard(card, palette)),
  ];
}

/** The question that leads on, in a word on the line. */
function paintHow(card: FiveWhysDiagramNode, palette: DiagramPalette) {
  return paintLines(['how?'], {
    x: card.x + card.width + 18,
    y: card.y + card.height / 2 - 17,
    fontSize: 11,
    lineHeight: 15,
    fill: palette.muted,
    italic: true,
    anchor: 'middle',
  });
}

function paintCard(
  card: FiveWhysDiagramNode,
  palette: DiagramPalette,
): SvgElement {
  const m = FIVE_WHYS_METRICS;
  const question = card.question.length * m.smallLineHeight;
  const textTop = card.y + m.padding - 2 + (question > 0 ? question + 4 : 0);
  const x = card.x + m.padding + (card.cause ? 4 : 0);
  return el(
    'g',
    {},
    el('title', {}, card.label),
    el('rect', {
      x: card.x,
      y: card.y,
      width: card.width,
      height: card.height,
      rx: 8,
      ...frameOf(card, palette),
    }),
    card.cause
      ? el('rect', {
          x: card.x,
          y: card.y + 8,
          width: 5,
          height: card.height - 16,
          fill: palette.cause,
        })
      : undefined,
    question > 0
      ? paintLines(card.question, {
          x,
          y: card.y + m.padding - 4,
          fontSize: m.smallFontSize,
          lineHeight: m.smallLineHeight,
          fill: palette.muted,
          italic: true,
        })
      : undefined,
    paintLines(card.lines, {
      x,
      y: textTop,
      fontSize: m.fontSize,
      lineHeight: m.lineHeight,
      fill: inkOf(card, palette),
      bold: card.role === 'problem' || card.cause,
      italic: card.unanswered,
    }),
    ...tagRows(tagsOf(card, palette)).flatMap((row, i) =>
      paintTags(row, {
        x,
        y: textTop + card.lines.length * m.lineHeight + 5 + i * m.tagHeight,
      }),
    ),
  );
}

function frameOf(card: FiveWhysDiagramNode, palette: DiagramPalette) {
  if (card.role === 'problem') {
    return {
      fill: palette.focus,
      stroke: palette.focusBorder,
      strokeWidth: 2,
    };
  }
  if (card.cause) {
    return {
      fill: palette.causeFill,
      stroke: palette.cause,
      strokeWidth: 2,
      strokeDasharray: card.assumed ? '6 4' : undefined,
    };
  }
  if (card.assumed || card.unanswered) {
    return {
      fill: card.assumed ? palette.assumedFill : palette.background,
      stroke: card.assumed ? palette.assumed : palette.line,
      strokeWidth: 1.2,
      strokeDasharray: '6 4',
    };
  }
  return { fill: palette.card, stroke: palette.cardBorder };
}

function inkOf(card: FiveWhysDiagramNode, palette: DiagramPalette): string {
  if (card.role === 'problem') {
    return palette.onFocus;
  }
  return card.unanswered ? palette.muted : palette.text;
}

function tagRows(tags: Tag[]): Tag[][] {
  const { tagsPerRow } = FIVE_WHYS_METRICS;
  return [tags.slice(0, tagsPerRow), tags.slice(tagsPerRow)].filter(
    row => row.length > 0,
  );
}

function tagsOf(card: FiveWhysDiagramNode, palette: DiagramPalette): Tag[] {
  return [
    ...(card.cause ? [causeTag(palette)] : []),
    ...(card.assumed
      ? [
          {
            text: 'Assumed',
            sign: 'assumed' as const,
            color: palette.assumed,
          },
        ]
      : []),
    ...(card.evidence > 0 ? [evidenceTag(card.evidence, palette)] : []),
  ];
}
