import { Sample, mannWhitney } from '../statistics';
import type { KpiComparison } from './accumulator';

/** Compares two samples by the Mann–Whitney test. */
export function compareSamples(
  current: Sample,
  previous: Sample,
): KpiComparison {
  const { u, pValue } = mannWhitney(current, previous);
  return {
    n: Math.min(current.size, previous.size),
    shift: shiftOf(u - (current.size * previous.size) / 2),
    pValue,
  };
}

export function shiftOf(difference: number): KpiComparison['shift'] {
  if (difference === 0) {
    return 'same';
  }
  return difference > 0 ? 'higher' : 'lower';
}
