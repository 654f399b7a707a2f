import type {
  BulletinLesson,
  BulletinReview,
  BulletinVerified,
  Period,
} from '@hindsight/backstage-plugin-incident-learning-common';
import type { AccessFilter } from '../access';
import type { ResolvedScope } from '../catalog';

/** Of whom, and for whom, a bulletin is. */
export interface BulletinSelection {
  access: AccessFilter;
  scope: ResolvedScope;
}

/** How many there are, and the first of them. */
export interface Listed<T> {
  count: number;
  items: T[];
}

/** Reads what a week's bulletin tells; a lesson or review is of a scope if an incident of its review is. */
export interface BulletinStore {
  /** Published in the period, the latest first; those too that are said to apply to the scope. */
  lessons(
    selection: BulletinSelection,
    period: Period,
    limit: number,
  ): Promise<Listed<BulletinLesson>>;
  /** Whose first report was published in the period, the latest first. */
  reviews(
    selection: BulletinSelection,
    period: Period,
    limit: number,
  ): Promise<Listed<BulletinReview>>;
  /** Verified in the period and not reopened since, the latest first. */
  verified(
    selection: BulletinSelection,
    period: Period,
    limit: number,
  ): Promise<Listed<BulletinVerified>>;
  /** What actions are called, by their id. */
  titles(actionIds: string[]): Promise<Map<string, string>>;
}
