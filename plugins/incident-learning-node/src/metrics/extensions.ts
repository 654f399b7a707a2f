import { createExtensionPoint } from '@backstage/backend-plugin-api';
import type { AnyMetricKpi } from '@hindsight/backstage-plugin-incident-learning-common';

/** @public */
export interface KpiExtensionPoint {
  /**
   * Adds a KPI to all metrics: its definition, and an accumulator over the facts of incidents or published reviews. It
   * gets its interval, verdict, series and trend like any other, and can be given a target and a weight in the
   * configuration.
   *
   * @throws ConflictError when there is a KPI with this id already
   */
  addKpi(kpi: AnyMetricKpi): void;
}

/**
 * Adds KPIs to the metrics.
 *
 * @public
 */
export const kpiExtensionPoint = createExtensionPoint<KpiExtensionPoint>({
  id: 'incident-learning.kpi',
});
