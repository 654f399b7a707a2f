import type { Decision } from '@hindsight/backstage-plugin-incident-learning-common';
import type { MetricsSelection } from '../metrics';

/** A contained incident with the first of its approvals; times in epoch ms. */
export interface ContainedIncident {
  detectedAt?: number;
  /** Of the approval that came first. */
  approvedAt?: number;
  /** When that one was asked for. */
  requestedAt?: number;
  refused: boolean;
}

/** Keeps what was decided about containing incidents. */
export interface DecisionStore {
  /** The latest decision first. */
  list(incidentId: string): Promise<Decision[]>;
  /** @returns false when the record that it corrects was corrected meanwhile */
  insert(decision: Decision): Promise<boolean>;
  /** How many incidents of the period were contained, drills aside. */
  countContained(selection: MetricsSelection): Promise<number>;
  /** Those of them about which something was decided, page by page. */
  decided(selection: MetricsSelection): AsyncIterable<ContainedIncident[]>;
}
