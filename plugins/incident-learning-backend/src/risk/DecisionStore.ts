import type {
  Decision,
  Period,
} from '@hindsight/backstage-plugin-incident-learning-common';
import type { AccessFilter } from '../access';
import type { ResolvedScope } from '../catalog';

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
  /** Incidents of the period that were contained, drills aside, page by page. */
  contained(selection: {
    period: Period;
    scope: ResolvedScope;
    access: AccessFilter;
  }): AsyncIterable<ContainedIncident[]>;
}
