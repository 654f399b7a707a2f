import type {
  IncidentKind,
  Period,
} from '@hindsight/backstage-plugin-incident-learning-common';
import type { MetricsSelection } from '../metrics';

/** Incidents of one kind and category, with or without a service. */
export interface IncidentCount {
  kind: IncidentKind;
  category?: string;
  assigned: boolean;
  count: number;
}

/** What came out of reviews in a period. */
export interface LearningCount {
  reviewsPublished: number;
  lessonsPublished: number;
}

/** Counts for the totals of a report. */
export interface TrendTotalsStore {
  /** Several counts may be of the same kind and category: they add up. */
  incidents(selection: MetricsSelection): Promise<IncidentCount[]>;
  learning(selection: MetricsSelection, period: Period): Promise<LearningCount>;
}
