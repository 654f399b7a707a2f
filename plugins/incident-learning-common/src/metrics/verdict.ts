import type { KpiComparison } from './accumulators';
import type { KpiDefinition } from './definitions';
import type { Kpi } from './schema';

/** With fewer values in either period nothing is said of a change. @public */
export const ENOUGH_DATA = 10;

/** A change is told where it would come by chance in fewer than so many of all periods. @public */
export const SIGNIFICANCE = 0.05;

/** Whether a KPI changed from one period to the next, as far as the data can tell. @public */
export function verdictOf(
  { direction }: Pick<KpiDefinition, 'direction'>,
  { n, shift, pValue = 1 }: KpiComparison,
): Required<Pick<Kpi, 'verdict'>> & Pick<Kpi, 'pValue'> {
  if (n < ENOUGH_DATA) {
    return { verdict: 'not-enough-data' };
  }
  if (pValue >= SIGNIFICANCE || shift === 'same') {
    return { verdict: 'no-detectable-change', pValue };
  }
  return { verdict: shift === direction ? 'improved' : 'worsened', pValue };
}
