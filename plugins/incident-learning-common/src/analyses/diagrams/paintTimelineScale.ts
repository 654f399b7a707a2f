import { SvgElement, el } from './element';
import { paintLines } from './paint';
import type { DiagramPalette } from './palette';
import type { TimelineScale } from './timelineScale';
import { textWidth } from './text';

/** All events and phases on one bar. */
export function paintScale(
  scale: TimelineScale,
  palette: DiagramPalette,
): SvgElement[] {
  const { x, y, width, height } = scale;
  const small = { fontSize: 11, lineHeight: 14, fill: palette.muted };
  const ticks = y + height;
  return [
    paintLines([scale.from], { x, y: y - 18, ...small }),
    paintLines([scale.to], {
      x: x + width,
      y: y - 18,
      ...small,
      anchor: 'end',
    }),
    paintLines([`${scale.span}, to scale`], {
      x: x + width / 2,
      y: y - 18,
      ...small,
      anchor: 'middle',
    }),
    el('rect', {
      x,
      y,
      width,
      height,
      rx: 3,
      fill: palette.card,
      stroke: palette.cardBorder,
    }),
    ...scale.phases.map(phase => paintPhase(phase, scale, palette)),
    ...scale.gaps.flatMap(gap => {
      const wide = textWidth(gap.text, 10) + 8 <= gap.width;
      return [
        el('line', {
          x1: gap.x + 2,
          y1: ticks + 17,
          x2: gap.x + gap.width - 2,
          y2: ticks + 17,
          stroke: palette.assumed,
          strokeWidth: 1.5,
          strokeDasharray: '2 4',
        }),
        ...(wide
          ? [
              paintLines([`${gap.text}`], {
                x: gap.x + gap.width / 2,
                y: ticks + 20,
                fontSize: 10,
                lineHeight: 13,
                fill: palette.assumed,
                anchor: 'middle',
                italic: true,
              }),
            ]
          : []),
      ];
    }),
    ...scale.events.map(event =>
      el('line', {
        x1: event.x,
        y1: ticks + 2,
        x2: event.x,
        y2: ticks + (event.kind === 'decision' ? 14 : 9),
        stroke: palette.text,
        strokeWidth: event.kind === 'decision' ? 2.5 : 1.2,
      }),
    ),
  ];
}

function paintPhase(
  { phase, x, width, label, text }: TimelineScale['phases'][number],
  { y, height }: TimelineScale,
  palette: DiagramPalette,
): SvgElement {
  return el(
    'g',
    {},
    el('title', {}, label),
    el('rect', {
      x,
      y,
      width: Math.max(width, 1),
      height,
      fill: palette.phases[phase % palette.phases.length],
      stroke: palette.background,
      strokeWidth: 1,
    }),
    text
      ? paintLines([text], {
          x: x + width / 2,
          y,
          fontSize: 11,
          lineHeight: height,
          fill: '#000000',
          bold: true,
          anchor: 'middle',
        })
      : undefined,
  );
}
