import type { IncidentKind } from '@hindsight/backstage-plugin-incident-learning-common';
import type { MetricsSelection } from '../metrics';

/** Incidents of one kind and category, with or without a service. */
export interface IncidentCount {
  kind: IncidentKind;
  category?: string;
  assigned: boolean;
  count: number;
}

/** Counts for the totals of a report. */
export interface TrendTotalsStore {
  /** Several counts may be of the same kind and category: they add up. */
  incidents(selection: MetricsSelection): Promise<IncidentCount[]>;
  /** Lessons published in the period, of reviews of incidents of any time. */
  lessons(selection: MetricsSelection): Promise<number>;
}
