import {
  Theme,
  darken,
  decomposeColor,
  getContrastRatio,
  lighten,
} from '@material-ui/core/styles';
import type { DurationSeries } from './charts/types';
import type { Severity } from '@hindsight/backstage-plugin-incident-learning-common';

/** What a colour stands for, apart from the theme. */
export type Tone = 'neutral' | 'error' | 'warning' | 'info' | 'success';

/** Contrast that WCAG AA asks of text. */
export const TEXT_CONTRAST = 4.5;
/** Contrast that WCAG AA asks of marks and other graphics. */
export const MARK_CONTRAST = 3;

// Few colours, asked for by every mark of every list.
const readable = new Map<string, string>();

/**
 * Moves a colour towards black or white until it stands out from a background
 * by the ratio. A colour that cannot be computed with, such as a CSS variable,
 * stays as it is.
 */
export function readableOn(
  color: string,
  background: string,
  ratio: number,
): string {
  const key = `${color} ${background} ${ratio}`;
  const known = readable.get(key) ?? move(color, background, ratio);
  readable.set(key, known);
  return known;
}

function move(color: string, background: string, ratio: number): string {
  try {
    const towards =
      getContrastRatio('#fff', background) >
      getContrastRatio('#000', background)
        ? lighten
        : darken;
    for (let step = 0; step <= 1; step += 0.04) {
      const candidate = towards(color, step);
      if (getContrastRatio(candidate, background) >= ratio) {
        return candidate;
      }
    }
  } catch {
    return color;
  }
  return color;
}

/** Blends a colour into a background; an `amount` of 1 is the colour itself. */
export function blend(
  color: string,
  background: string,
  amount: number,
): string {
  try {
    const front = decomposeColor(color).values;
    const back = decomposeColor(background).values;
    const mixed = [0, 1, 2].map(i =>
      Math.round(front[i] * amount + back[i] * (1 - amount)),
    );
    return `rgb(${mixed.join(', ')})`;
  } catch {
    return color;
  }
}

/** The colour of a tone on paper, readable by the ratio. */
export function toneColor(theme: Theme, tone: Tone, ratio: number): string {
  const color =
    tone === 'neutral'
      ? theme.palette.grey[theme.palette.type === 'dark' ? 400 : 600]
      : theme.palette[tone].main;
  return readableOn(color, theme.palette.background.paper, ratio);
}

const SERIES_TONE: Record<DurationSeries, Tone> = {
  detect: 'info',
  contain: 'warning',
  resolve: 'success',
};

/** The colour of a series of durations. */
export function seriesColor(
  theme: Theme,
  series: DurationSeries,
  ratio = MARK_CONTRAST,
): string {
  return toneColor(theme, SERIES_TONE[series], ratio);
}

const SEVERITY_WEIGHT: Record<Severity, number> = {
  critical: 1,
  high: 0.72,
  medium: 0.44,
  low: 0.2,
  unknown: 0,
};

/**
 * The fill of a level of severity: one hue that grows paler, so that the order
 * is seen without a legend. Unknown has no place in that order and is no hue.
 */
export function severityFill(theme: Theme, level: Severity): string {
  const { paper } = theme.palette.background;
  if (level === 'unknown') {
    return blend(toneColor(theme, 'neutral', MARK_CONTRAST), paper, 0.28);
  }
  return blend(severityInk(theme), paper, SEVERITY_WEIGHT[level]);
}

/** The outline of a level: what holds the paler fills against the paper. */
export function severityOutline(theme: Theme, level: Severity): string {
  return level === 'unknown'
    ? toneColor(theme, 'neutral', MARK_CONTRAST)
    : readableOn(
        blend(severityInk(theme), theme.palette.background.paper, 0.8),
        theme.palette.background.paper,
        MARK_CONTRAST,
      );
}

/** The full hue of severity. */
export function severityInk(theme: Theme): string {
  return readableOn(
    theme.palette.error.main,
    theme.palette.background.paper,
    theme.palette.type === 'dark' ? 3.4 : 6,
  );
}
