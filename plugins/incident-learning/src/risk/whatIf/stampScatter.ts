import { DotColors, drawScatter } from './drawScatter';
import { DOT, DOT_KINDS, DotKind, ScatterDots } from './scatterLayout';

/** The pixels of a dot around its middle: how far, and red, green, blue and alpha of each. */
interface Stamp {
  dx: Int8Array;
  dy: Int8Array;
  rgba: Uint8ClampedArray;
}

/** Pixels, such as those of a canvas. */
type Picture = Pick<ImageData, 'width' | 'height' | 'data'>;

/** A picture of each kind of dot, to be put down thousands of times. */
export interface Stamps {
  ratio: number;
  reach: number;
  byKind: Record<DotKind, Stamp>;
}

/** In CSS pixels, from the middle of a dot to beyond its edge. */
const REACH = 8;

/**
 * Draws one dot of each kind as `drawScatter` does and keeps the pixels. Putting those down takes a fraction of the time
 * that drawing as many shapes does, wherever no graphics processor helps.
 *
 * @param ratio - device pixels per CSS pixel
 * @returns undefined where nothing can be drawn
 */
export function createStamps(
  colors: DotColors,
  ratio: number,
): Stamps | undefined {
  const reach = Math.ceil(REACH * ratio);
  const canvas = document.createElement('canvas');
  canvas.width = 2 * reach;
  canvas.height = 2 * reach;
  const context = canvas.getContext('2d', { willReadFrequently: true });
  if (!context) {
    return undefined;
  }
  context.setTransform(ratio, 0, 0, ratio, 0, 0);
  const middle = Float32Array.of((reach + 0.5) / ratio);
  const stampOf = (kind: DotKind): Stamp => {
    const dots = { x: middle, y: middle, kind: Uint8Array.of(DOT[kind]) };
    drawScatter(context, dots, {
      width: canvas.width,
      height: canvas.height,
      colors,
      small: true,
    });
    return litPixels(
      context.getImageData(0, 0, canvas.width, canvas.height),
      reach,
    );
  };
  return {
    ratio,
    reach,
    byKind: {
      rest: stampOf('rest'),
      priority: stampOf('priority'),
      ceases: stampOf('ceases'),
      becomes: stampOf('becomes'),
    },
  };
}

function litPixels({ data, width }: Picture, reach: number): Stamp {
  const lit = Array.from({ length: data.length / 4 }, (_, i) => i).filter(
    pixel => data[4 * pixel + 3] > 0,
  );
  return {
    dx: Int8Array.from(lit, pixel => (pixel % width) - reach),
    dy: Int8Array.from(lit, pixel => Math.floor(pixel / width) - reach),
    rgba: Uint8ClampedArray.from(
      lit.flatMap(pixel => [...data.subarray(4 * pixel, 4 * pixel + 4)]),
    ),
  };
}

/** Puts all dots down anew. */
export function stampScatter(
  image: Picture,
  { x, y, kind }: ScatterDots,
  { ratio, reach, byKind }: Stamps,
): void {
  const { width, height, data } = image;
  data.fill(0);
  for (const name of DOT_KINDS) {
    for (let i = 0; i < kind.length; i++) {
      if (kind[i] === DOT[name]) {
        const left = Math.floor(x[i] * ratio);
        const top = Math.floor(y[i] * ratio);
        const inside =
          left >= reach &&
          top >= reach &&
          left < width - reach &&
          top < height - reach;
        if (inside) {
          putDown(data, width, top * width + left, byKind[name]);
        }
      }
    }
  }
}

/** Lays a stamp over what is there, by its alpha. */
function putDown(
  data: Uint8ClampedArray,
  width: number,
  middle: number,
  { dx, dy, rgba }: Stamp,
): void {
  for (let i = 0; i < dx.length; i++) {
    const from = 4 * i;
    const to = 4 * (middle + dy[i] * width + dx[i]);
    const over = rgba[from + 3] / 255;
    const under = (data[to + 3] / 255) * (1 - over);
    const both = over + under;
    for (let channel = 0; channel < 3; channel++) {
      data[to + channel] =
        (rgba[from + channel] * over + data[to + channel] * under) / both;
    }
    data[to + 3] = 255 * both;
  }
}
