/** A mark of a chart, at its place in pixels. */
export interface Mark {
  x: number;
  y: number;
  key: string;
}

/** Marks that belong together, such as one series, from left to right. */
export interface MarkLayer {
  label: string;
  marks: Mark[];
}

/** One mark among the layers of a chart. */
export interface MarkRef {
  layer: number;
  index: number;
}

/** What is told of a mark, on hover and read out. */
export interface MarkText {
  title: string;
  lines: string[];
}

const PAGE = 10;

/**
 * Where a key leads from a mark: left and right within the layer, up and down
 * to the layer above or below at the same place, Home and End to its ends,
 * Page Up and Page Down ten marks on. From nowhere it leads to the first mark.
 * Undefined for any other key. Where the marks are `stacked`, up and down lead
 * to the next one of the same stack.
 */
export function walk(
  layers: MarkLayer[],
  from: MarkRef | undefined,
  key: string,
  stacked = false,
): MarkRef | undefined {
  if (!isWalkKey(key)) {
    return undefined;
  }
  if (!from) {
    const layer = layers.findIndex(({ marks }) => marks.length > 0);
    return layer < 0 ? undefined : { layer, index: 0 };
  }
  if (key === 'ArrowUp' || key === 'ArrowDown') {
    const direction = key === 'ArrowUp' ? -1 : 1;
    return stacked
      ? moveInStack(layers, from, direction)
      : changeLayer(layers, from, direction);
  }
  const last = layers[from.layer].marks.length - 1;
  const moves: Record<string, number> = {
    ArrowLeft: from.index - 1,
    ArrowRight: from.index + 1,
    PageUp: from.index - PAGE,
    PageDown: from.index + PAGE,
    Home: 0,
    End: last,
  };
  const index = Math.min(last, Math.max(0, moves[key]));
  return { layer: from.layer, index };
}

function isWalkKey(key: string): boolean {
  return /^(Arrow(Left|Right|Up|Down)|Page(Up|Down)|Home|End)$/.test(key);
}

function moveInStack(
  layers: MarkLayer[],
  from: MarkRef,
  direction: -1 | 1,
): MarkRef {
  const { x } = layers[from.layer].marks[from.index];
  for (let layer = from.layer + direction; layers[layer]; layer += direction) {
    const index = layers[layer].marks.findIndex(mark => mark.x === x);
    if (index >= 0) {
      return { layer, index };
    }
  }
  return from;
}

function changeLayer(
  layers: MarkLayer[],
  from: MarkRef,
  direction: -1 | 1,
): MarkRef {
  const { x } = layers[from.layer].marks[from.index];
  let layer = from.layer + direction;
  while (layers[layer] && layers[layer].marks.length === 0) {
    layer += direction;
  }
  if (!layers[layer]) {
    return from;
  }
  const { marks } = layers[layer];
  const after = firstFrom(marks, x);
  const closer =
    after === marks.length ||
    (after > 0 && x - marks[after - 1].x < marks[after].x - x)
      ? after - 1
      : after;
  return { layer, index: closer };
}

/**
 * The mark closest to a place, no farther than `radius` pixels. Looks only at
 * the marks whose x is in reach, so that thousands of them cost nothing.
 */
export function nearest(
  layers: MarkLayer[],
  x: number,
  y: number,
  radius: number,
): MarkRef | undefined {
  let found: MarkRef | undefined;
  let best = radius * radius;
  layers.forEach(({ marks }, layer) => {
    const start = firstFrom(marks, x - radius);
    for (let i = start; i < marks.length && marks[i].x <= x + radius; i++) {
      const distance = (marks[i].x - x) ** 2 + (marks[i].y - y) ** 2;
      if (distance <= best) {
        best = distance;
        found = { layer, index: i };
      }
    }
  });
  return found;
}

/** Index of the first mark that is not left of x. */
function firstFrom(marks: Mark[], x: number): number {
  let low = 0;
  let high = marks.length;
  while (low < high) {
    const middle = Math.floor((low + high) / 2);
    if (marks[middle].x < x) {
      low = middle + 1;
    } else {
      high = middle;
    }
  }
  return low;
}
