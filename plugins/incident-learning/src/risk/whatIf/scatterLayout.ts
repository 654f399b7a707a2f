import { factorColumn } from '@hindsight/backstage-plugin-incident-learning-common';
import type { WhatIf } from './useWhatIf';

/** What a dot stands for. */
export const DOT = {
  rest: 0,
  priority: 1,
  ceases: 2,
  becomes: 3,
  none: 4,
} as const;

/** In the order in which dots are drawn, what matters last. */
export const DOT_KINDS = ['rest', 'priority', 'ceases', 'becomes'] as const;

export type DotKind = (typeof DOT_KINDS)[number];

/** The area of the scatter, in pixels. */
export interface ScatterFrame {
  left: number;
  right: number;
  top: number;
  bottom: number;
  /** The middle of the strip of those whose severity is not known. */
  unknown: number;
}

/** Every incident's place, by its index. */
export interface ScatterDots {
  x: Float32Array;
  y: Float32Array;
  kind: Uint8Array;
}

const SPREAD = 5;

export function frameOf(
  { width, height }: { width: number; height: number },
  hasUnknown: boolean,
): ScatterFrame {
  const strip = hasUnknown ? 44 : 0;
  return {
    left: 44 + strip,
    right: width - 12,
    top: 12,
    bottom: height - 40,
    unknown: 44 + strip / 2,
  };
}

/** Severity as the scenario takes it to be; NaN where it is not known. */
export function severitiesOf({ set, scenario }: WhatIf): Float64Array {
  return factorColumn(set, 'severity', scenario.assumptions);
}

/** Places every dot. Equal severities are spread a few pixels, so that dots do not cover each other. */
export function layOutDots(whatIf: WhatIf, frame: ScatterFrame): ScatterDots {
  const { set, after } = whatIf;
  const severities = severitiesOf(whatIf);
  const x = new Float32Array(set.size);
  const y = new Float32Array(set.size);
  for (let i = 0; i < set.size; i++) {
    const known = !Number.isNaN(severities[i]);
    x[i] = (known ? xOf(frame, severities[i]) : frame.unknown) + spreadOf(i);
    y[i] = yOf(frame, after.scores[i]);
  }
  return { x, y, kind: kindsOf(whatIf) };
}

export function xOf({ left, right }: ScatterFrame, severity: number): number {
  const room = right - left - 2 * SPREAD;
  return left + SPREAD + severity * room;
}

export function yOf({ top, bottom }: ScatterFrame, score: number): number {
  return bottom - score * (bottom - top);
}

/** The same for an incident each time: a multiplicative hash of its index. */
function spreadOf(index: number): number {
  const hash = Math.imul(index + 1, 2654435761) >>> 0;
  return (hash / 2 ** 32 - 0.5) * 2 * SPREAD;
}

function kindsOf({ set, before, after }: WhatIf): Uint8Array {
  const kind = new Uint8Array(set.size).fill(DOT.none);
  for (const index of after.order) {
    if (after.priority[index] === 1) {
      kind[index] = before.priority[index] === 1 ? DOT.priority : DOT.becomes;
    } else {
      kind[index] = before.priority[index] === 1 ? DOT.ceases : DOT.rest;
    }
  }
  return kind;
}
