import type {
  IncidentGroup,
  PublishedLesson,
} from '@hindsight/backstage-plugin-incident-learning-common';
import type { AccessFilter } from '../access';
import type { MetricsSelection } from '../metrics';

/** What incidents are grouped by. */
export type GroupKind = 'signature' | 'pattern';

/** How large a group is, and when it was seen. */
export interface FoundGroup
  extends Pick<IncidentGroup, 'count' | 'firstAt' | 'lastAt'> {
  kind: GroupKind;
  /** Tells it from all others of its kind, in any selection. */
  key: string;
}

/** What takes another look at the incidents of a group. */
export type GroupDetails = Omit<IncidentGroup, keyof FoundGroup | 'lessons'>;

/** Finds incidents that are alike. */
export interface PatternStore {
  /** How many incidents a selection has, and how many of them nothing is known of. */
  totals(
    selection: MetricsSelection,
  ): Promise<{ incidents: number; unclassified: number }>;

  /**
   * The groups of two or more, the largest first; of equal ones, the one with the latest incident.
   *
   * @param limit - as many as are told; all unless said
   * @returns them, and how many there are
   */
  groups(
    selection: MetricsSelection,
    kind: GroupKind,
    limit?: number,
  ): Promise<{ groups: FoundGroup[]; count: number }>;

  /**
   * @param groups - some of one kind that were found for the same selection
   * @returns the details of each, in their order
   */
  details(
    selection: MetricsSelection,
    groups: FoundGroup[],
  ): Promise<GroupDetails[]>;

  /** The published lessons of which the caller may know, the latest first; at most 5,000. */
  lessons(access: AccessFilter): Promise<PublishedLesson[]>;
}
