import type {
  Action,
  ActionBulkInput,
  ActionBulkResult,
  ActionChange,
  ActionEffect,
  ActionFilter,
  ActionInput,
  ActionIssueInput,
  ActionLinkInput,
  ActionPatch,
  ActionProgressInput,
  ActionQuery,
  ActionRating,
  ActionRatingInput,
  ActionReport,
  ActionTracking,
  ActionTransitionInput,
  OverdueQuery,
  OverdueReport,
} from '../actions';
import type { Page } from './Page';

/** What can be asked about improvement actions. @public */
export interface ActionApi {
  listActions(
    query: Partial<ActionQuery>,
    options?: { signal?: AbortSignal },
  ): Promise<Page<Action>>;
  getAction(id: string): Promise<Action>;
  createAction(action: ActionInput): Promise<Action>;
  /** @param revision - the action's revision that the change is based on */
  updateAction(
    id: string,
    revision: number,
    patch: ActionPatch,
  ): Promise<Action>;
  deleteAction(id: string, revision: number): Promise<void>;
  /** Rejects with 422, whose `problems` name all that is missing. */
  moveAction(
    id: string,
    revision: number,
    transition: ActionTransitionInput,
  ): Promise<Action>;
  /** 100 completes it. */
  noteActionProgress(
    id: string,
    revision: number,
    progress: ActionProgressInput,
  ): Promise<Action>;
  getActionHistory(id: string): Promise<ActionChange[]>;
  listActionRatings(id: string): Promise<ActionRating[]>;
  /** The caller's word; a second one replaces the first. */
  rateAction(id: string, rating: ActionRatingInput): Promise<Action>;
  /** How often what it was to prevent happened before it was done, and since. */
  getActionEffect(id: string): Promise<ActionEffect>;
  /** With `dryRun`, tells what would change. */
  changeActions(change: ActionBulkInput): Promise<ActionBulkResult>;
  getActionReport(
    filter: Partial<ActionFilter>,
    options?: { signal?: AbortSignal },
  ): Promise<ActionReport>;
  /** The report as a CSV file's text. */
  exportActionReport(filter: Partial<ActionFilter>): Promise<string>;
  /** How many commitments were overdue, over time and by group. */
  getOverdueActions(
    query: Partial<Omit<OverdueQuery, 'format'>>,
    options?: { signal?: AbortSignal },
  ): Promise<OverdueReport>;
  /** The same as a CSV file's text. */
  exportOverdueActions(
    query: Partial<Omit<OverdueQuery, 'format'>>,
  ): Promise<string>;
  /** The issue that tracks an action, or where one could be created. */
  getActionTracking(id: string): Promise<ActionTracking>;
  /** What the tracker does not take now is created as soon as it does; the link's `problem` says why. */
  createActionIssue(
    id: string,
    issue: ActionIssueInput,
  ): Promise<ActionTracking>;
  linkActionIssue(id: string, link: ActionLinkInput): Promise<ActionTracking>;
  /** Follows the issue no more; it stays where it is. */
  unlinkActionIssue(id: string): Promise<void>;
  /** Asks the tracker now. */
  readActionIssue(id: string): Promise<ActionTracking>;
}
