import type { Analysis } from '../schema';
import type { IncidentTimes } from '../timeline';
import { describeAnalysis } from './describeAnalysis';
import { SvgElement, el, serialize } from './element';
import { layoutFaultTree } from './faultTreeLayout';
import { layoutFishbone } from './fishboneLayout';
import { layoutFiveWhys } from './fiveWhysLayout';
import type { DiagramLayout } from './geometry';
import { paintFaultTree } from './paintFaultTree';
import { paintFishbone } from './paintFishbone';
import { paintFiveWhys } from './paintFiveWhys';
import { paintTimeline } from './paintTimeline';
import { DiagramPalette, DiagramTheme, paletteOf } from './palette';
import { layoutTimeline } from './timelineLayout';

/** How an analysis is drawn. @public */
export interface AnalysisPictureOptions {
  /** `light` unless said; `print` does without colour. */
  theme?: DiagramTheme;
  /** Begins the ids in the picture, so that several fit into one document. */
  idPrefix?: string;
  /** What the picture is called; its kind and subject unless said. */
  title?: string;
  /** Of a timeline: the incident's own times, from which its phases follow. */
  times?: IncidentTimes;
}

const FONT =
  "system-ui, -apple-system, 'Segoe UI', Roboto, 'Helvetica Neue', Arial, sans-serif";

/**
 * The picture of an analysis as plain data, for a page that draws it with elements of its own.
 *
 * @public
 */
export function drawAnalysis(
  analysis: Analysis,
  options: AnalysisPictureOptions = {},
): SvgElement {
  const palette = paletteOf(options.theme ?? 'light');
  const { layout, elements } = paint(analysis, palette, options.times);
  const described = describeAnalysis(analysis, options.times);
  const prefix = (options.idPrefix ?? 'analysis').replace(/[^\w-]/g, '-');
  const width = Math.ceil(layout.width);
  const height = Math.ceil(layout.height);
  return el(
    'svg',
    {
      xmlns: 'http://www.w3.org/2000/svg',
      viewBox: `0 0 ${width} ${height}`,
      width,
      height,
      role: 'img',
      'aria-labelledby': `${prefix}-title ${prefix}-desc`,
      fontFamily: FONT,
    },
    el('title', { id: `${prefix}-title` }, options.title ?? described.title),
    el('desc', { id: `${prefix}-desc` }, described.description),
    el('rect', { width, height, fill: palette.background }),
    ...elements,
  );
}

/**
 * The picture of an analysis as a self-contained SVG: no script, style sheet, font or link, with a title and a
 * description. Whatever the labels hold stays text.
 *
 * @public
 */
export function renderAnalysisSvg(
  analysis: Analysis,
  options: AnalysisPictureOptions = {},
): string {
  return serialize(drawAnalysis(analysis, options));
}

function paint(
  analysis: Analysis,
  palette: DiagramPalette,
  times: IncidentTimes | undefined,
): { layout: DiagramLayout; elements: SvgElement[] } {
  switch (analysis.kind) {
    case 'five-whys': {
      const layout = layoutFiveWhys(analysis);
      return { layout, elements: paintFiveWhys(layout, palette) };
    }
    case 'fishbone': {
      const layout = layoutFishbone(analysis);
      return { layout, elements: paintFishbone(layout, palette) };
    }
    case 'fault-tree': {
      const layout = layoutFaultTree(analysis);
      return { layout, elements: paintFaultTree(layout, palette) };
    }
    default: {
      const layout = layoutTimeline(analysis, times);
      return { layout, elements: paintTimeline(layout, palette) };
    }
  }
}
