/** What a picture is drawn for. @public */
export const DIAGRAM_THEMES = ['light', 'dark', 'print'] as const;

/** @public */
export type DiagramTheme = (typeof DIAGRAM_THEMES)[number];

/** The colours of a picture by what they stand for; text keeps a contrast of 4.5 to what it stands on. */
export interface DiagramPalette {
  background: string;
  text: string;
  muted: string;
  line: string;
  card: string;
  cardBorder: string;
  /** The problem, the effect, the top event. */
  focus: string;
  focusBorder: string;
  onFocus: string;
  cause: string;
  causeFill: string;
  onCause: string;
  assumed: string;
  assumedFill: string;
  phases: string[];
}

const PALETTES: Record<DiagramTheme, DiagramPalette> = {
  light: {
    background: '#ffffff',
    text: '#1b2430',
    muted: '#566270',
    line: '#8794a1',
    card: '#f6f8fa',
    cardBorder: '#c3ccd6',
    focus: '#1d4e89',
    focusBorder: '#1d4e89',
    onFocus: '#ffffff',
    cause: '#b0301a',
    causeFill: '#fdf0ed',
    onCause: '#ffffff',
    assumed: '#7d5200',
    assumedFill: '#fff9ea',
    phases: ['#7fa8d9', '#e0a458', '#d98071', '#6fb38a', '#a393cf'],
  },
  dark: {
    background: '#1e242c',
    text: '#e9eef3',
    muted: '#aab6c2',
    line: '#7d8a98',
    card: '#2a323c',
    cardBorder: '#4b5866',
    focus: '#2f6db5',
    focusBorder: '#8fbcf2',
    onFocus: '#ffffff',
    cause: '#ff9c85',
    causeFill: '#402a26',
    onCause: '#2a0f08',
    assumed: '#efc571',
    assumedFill: '#363022',
    phases: ['#5d8fcb', '#c98f45', '#c96f60', '#57a077', '#9382c6'],
  },
  print: {
    background: '#ffffff',
    text: '#000000',
    muted: '#444444',
    line: '#555555',
    card: '#ffffff',
    cardBorder: '#777777',
    focus: '#ffffff',
    focusBorder: '#000000',
    onFocus: '#000000',
    cause: '#000000',
    causeFill: '#e9e9e9',
    onCause: '#ffffff',
    assumed: '#444444',
    assumedFill: '#ffffff',
    phases: ['#d5d5d5', '#a8a8a8', '#7f7f7f', '#bcbcbc', '#e6e6e6'],
  },
};

export function paletteOf(theme: DiagramTheme): DiagramPalette {
  return PALETTES[theme];
}
