import type {
  Action,
  ActionChange,
  ActionCount,
  ActionQuery,
  ActionRating,
  Page,
  Period,
} from '@hindsight/backstage-plugin-incident-learning-common';
import type { AccessFilter } from '../access';
import type { ActionSelection } from './actionFilters';

/** An action that somebody still has to do. */
export interface WatchedRow {
  action: Action;
  /** Whether one of its incidents is known to few. */
  restricted: boolean;
}

/** Keeps actions. An action of a review is known to those who may know of the review, and to its owner. */
export interface ActionStore {
  list(
    selection: ActionSelection,
    page: Pick<ActionQuery, 'sort' | 'limit' | 'cursor' | 'total'>,
  ): Promise<Page<Action>>;
  /** How many there are of each kind. */
  count(selection: ActionSelection): Promise<ActionCount[]>;
  /** All of a review, the first written first. */
  ofReview(reviewId: string): Promise<Action[]>;
  get(id: string, access: AccessFilter): Promise<Action | undefined>;
  insert(action: Action): Promise<void>;
  /** @returns whether it still had the revision before the one given; otherwise it is left as it is */
  update(action: Action): Promise<boolean>;
  delete(id: string, revision: number): Promise<boolean>;

  addHistory(change: ActionChange): Promise<void>;
  /** The latest first. */
  history(actionId: string): Promise<ActionChange[]>;

  /** A person's word replaces the one before. */
  rate(actionId: string, rating: ActionRating): Promise<void>;
  /** The latest first. */
  ratings(actionId: string): Promise<ActionRating[]>;

  /**
   * Completed or verified before a time (epoch ms), and meant to prevent an incident: it, or an earlier one of its
   * signature.
   */
  doneAgainst(incidentId: string, before: number): Promise<Action[]>;
  /** Of the incidents behind an action, as far as they can repeat and may be read. */
  signaturesBehind(id: string, access: AccessFilter): Promise<string[]>;
  /** How many incidents of these signatures there were; drills never count. */
  countOf(
    signatures: string[],
    period: Period,
    access: AccessFilter,
  ): Promise<number>;
  /** Committed to and not done, of everybody, by id; for reminders. */
  undone(page: { after: string; limit: number }): Promise<WatchedRow[]>;
  /** Takes a person's digest of a day upon oneself: of several replicas, one gets it. */
  claimDigest(recipient: string, day: string): Promise<boolean>;
}
