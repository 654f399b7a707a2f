import type { KpiDefinition } from './definitions';
import type { Kpi } from './schema';

/**
 * Whether a KPI meets its target. Bounds are to be passed; only a share of 1 is met by reaching it, since nothing lies
 * beyond. A trend is met or missed where the value surely changed.
 *
 * @returns undefined where there is no data, or no change that can be told
 */
export function isAttained(
  { target, direction, unit }: KpiDefinition,
  value: number | undefined,
  verdict?: Kpi['verdict'],
): boolean | undefined {
  if (target === 'trend') {
    const isChange = verdict === 'improved' || verdict === 'worsened';
    return isChange ? verdict === 'improved' : undefined;
  }
  if (value === undefined) {
    return undefined;
  }
  if (direction === 'lower') {
    return value < target;
  }
  return value > target || (unit === 'share' && target === 1 && value === 1);
}
