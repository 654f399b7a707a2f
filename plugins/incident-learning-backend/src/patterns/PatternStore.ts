import type {
  IncidentGroup,
  PublishedLesson,
} from '@hindsight/backstage-plugin-incident-learning-common';
import type { AccessFilter } from '../access';
import type { MetricsSelection } from '../metrics';

/** What incidents are grouped by. */
export type GroupKind = 'signature' | 'pattern';

/** A group without what takes another look at its incidents. */
export type FoundGroup = Omit<
  IncidentGroup,
  'incidentIds' | 'services' | 'serviceCount' | 'lessons'
> & {
  /** Tells it from all others of its kind. */
  key: string;
};

/** The parts of a group that are read off its incidents one by one. */
export type GroupDetails = Pick<
  IncidentGroup,
  'incidentIds' | 'services' | 'serviceCount'
>;

/** Finds incidents that are alike. */
export interface PatternStore {
  /** How many incidents a selection has, and how many of them nothing is known of. */
  totals(
    selection: MetricsSelection,
  ): Promise<{ incidents: number; unclassified: number }>;

  /** All groups of two or more, the largest first; of equal ones, the one with the latest incident. */
  groups(selection: MetricsSelection, kind: GroupKind): Promise<FoundGroup[]>;

  /**
   * @param groups - some of those found for the same selection
   * @returns the details of each, in their order
   */
  details(
    selection: MetricsSelection,
    groups: FoundGroup[],
  ): Promise<GroupDetails[]>;

  /** The published lessons of which the caller may know, the latest first; at most 5,000. */
  lessons(access: AccessFilter): Promise<PublishedLesson[]>;
}
