import type {
  Action,
  ActionQuery,
  Page,
} from '@hindsight/backstage-plugin-incident-learning-common';
import type { AccessFilter } from '../access';

/** Keeps actions. An action of a review is known to those who may know of the review. */
export interface ActionStore {
  /** The latest first. */
  list(query: ActionQuery, access: AccessFilter): Promise<Page<Action>>;
  /** All of a review, the first written first. */
  ofReview(reviewId: string): Promise<Action[]>;
  get(id: string, access: AccessFilter): Promise<Action | undefined>;
  insert(action: Action): Promise<void>;
  /** @returns whether it still had the revision before the one given; otherwise it is left as it is */
  update(action: Action): Promise<boolean>;
  delete(id: string, revision: number): Promise<boolean>;
}
