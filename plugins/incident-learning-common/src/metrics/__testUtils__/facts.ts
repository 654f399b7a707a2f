import type { KpiId } from '../definitions';
import type { MetricFact } from '../fact';
import type { Kpi, Metrics } from '../schema';

/** March and April; the 61 days before begin on 2023-12-31. */
export const PERIOD = {
  from: Date.parse('2024-03-01T00:00:00Z'),
  to: Date.parse('2024-05-01T00:00:00Z'),
};

/** An incident of which no more is known than said. */
export function factOf(
  at: string,
  values: Partial<MetricFact> = {},
): MetricFact {
  return {
    at: Date.parse(at),
    precision: 'exact',
    kind: 'operational',
    severity: 'unknown',
    repeat: false,
    ...values,
  };
}

export function kpiOf(metrics: Metrics, id: KpiId): Kpi {
  const found = metrics.kpis.find(one => one.id === id);
  if (!found) {
    throw new Error(`No ${id}`);
  }
  return found;
}
