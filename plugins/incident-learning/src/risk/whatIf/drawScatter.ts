import { DOT, DOT_KINDS, DotKind, ScatterDots } from './scatterLayout';

/** The colours of the dots, as the theme has them. */
export type DotColors = Record<DotKind, string>;

/** Draws all dots anew. Where they are many, those that stay what they are should be small. */
export function drawScatter(
  context: CanvasRenderingContext2D,
  dots: ScatterDots,
  options: {
    width: number;
    height: number;
    colors: DotColors;
    small?: boolean;
  },
): void {
  const { width, height, colors, small = false } = options;
  context.clearRect(0, 0, width, height);
  for (const name of DOT_KINDS) {
    context.globalAlpha = alphaOf(name, small);
    context.fillStyle = colors[name];
    context.strokeStyle = colors[name];
    if (name === 'becomes' || name === 'ceases') {
      drawTriangles(context, dots, name);
    } else if (small) {
      drawSquares(context, dots, name);
    } else {
      drawCircles(context, dots, name);
    }
  }
  context.globalAlpha = 1;
}

function alphaOf(name: DotKind, small: boolean): number {
  if (name === 'rest') {
    return small ? 0.35 : 0.6;
  }
  return name === 'priority' ? 0.8 : 1;
}

function drawSquares(
  context: CanvasRenderingContext2D,
  { x, y, kind }: ScatterDots,
  name: DotKind,
): void {
  for (let i = 0; i < kind.length; i++) {
    if (kind[i] === DOT[name]) {
      context.fillRect(x[i] - 1.5, y[i] - 1.5, 3, 3);
    }
  }
}

function drawCircles(
  context: CanvasRenderingContext2D,
  { x, y, kind }: ScatterDots,
  name: DotKind,
): void {
  const radius = name === 'priority' ? 4 : 3;
  context.beginPath();
  for (let i = 0; i < kind.length; i++) {
    if (kind[i] === DOT[name]) {
      context.moveTo(x[i] + radius, y[i]);
      context.arc(x[i], y[i], radius, 0, 2 * Math.PI);
    }
  }
  context.fill();
}

/** Up and filled for those that become priority, down and hollow for those that cease to be. */
function drawTriangles(
  context: CanvasRenderingContext2D,
  { x, y, kind }: ScatterDots,
  name: 'becomes' | 'ceases',
): void {
  const tip = name === 'becomes' ? -6 : 6;
  context.lineWidth = 1.5;
  context.beginPath();
  for (let i = 0; i < kind.length; i++) {
    if (kind[i] === DOT[name]) {
      context.moveTo(x[i], y[i] + tip);
      context.lineTo(x[i] + 5, y[i] - tip * 0.6);
      context.lineTo(x[i] - 5, y[i] - tip * 0.6);
      context.closePath();
    }
  }
  if (name === 'becomes') {
    context.fill();
  } else {
    context.stroke();
  }
}
