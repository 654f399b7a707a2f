import type { KpiDefinition } from './definitions';

/** Targets are bounds to pass; only a share of 1 is met by reaching it, since nothing lies beyond. */
export function isAttained(
  { target, direction, unit }: KpiDefinition,
  value: number | undefined,
): boolean | undefined {
  if (target === 'trend' || value === undefined) {
    return undefined;
  }
  if (direction === 'lower') {
    return value < target;
  }
  return value > target || (unit === 'share' && target === 1 && value === 1);
}
