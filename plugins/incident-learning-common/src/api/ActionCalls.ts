import {
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
  actionEndpoints,
} from '../actions';
import type { ActionApi } from './ActionApi';
import { EndpointCaller } from './EndpointCaller';
import type { Page } from './Page';

/** The calls of `ActionApi` over HTTP. */
export class ActionCalls extends EndpointCaller implements ActionApi {
  listActions(
    query: Partial<ActionQuery>,
    options?: { signal?: AbortSignal },
  ): Promise<Page<Action>> {
    return this.call(actionEndpoints.list, { query, ...options });
  }

  getAction(id: string): Promise<Action> {
    return this.call(actionEndpoints.get, { path: { id } });
  }

  createAction(action: ActionInput): Promise<Action> {
    return this.call(actionEndpoints.create, { body: action });
  }

  updateAction(
    id: string,
    revision: number,
    patch: ActionPatch,
  ): Promise<Action> {
    return this.call(actionEndpoints.update, {
      path: { id },
      revision,
      body: patch,
    });
  }

  async deleteAction(id: string, revision: number): Promise<void> {
    await this.call(actionEndpoints.delete, { path: { id }, revision });
  }

  moveAction(
    id: string,
    revision: number,
    transition: ActionTransitionInput,
  ): Promise<Action> {
    return this.call(actionEndpoints.transition, {
      path: { id },
      revision,
      body: transition,
    });
  }

  noteActionProgress(
    id: string,
    revision: number,
    progress: ActionProgressInput,
  ): Promise<Action> {
    return this.call(actionEndpoints.progress, {
      path: { id },
      revision,
      body: progress,
    });
  }

  async getActionHistory(id: string): Promise<ActionChange[]> {
    return (await this.call(actionEndpoints.history, { path: { id } })).items;
  }

  async listActionRatings(id: string): Promise<ActionRating[]> {
    return (await this.call(actionEndpoints.ratings, { path: { id } })).items;
  }

  rateAction(id: string, rating: ActionRatingInput): Promise<Action> {
    return this.call(actionEndpoints.rate, { path: { id }, body: rating });
  }

  getActionEffect(id: string): Promise<ActionEffect> {
    return this.call(actionEndpoints.effect, { path: { id } });
  }

  changeActions(change: ActionBulkInput): Promise<ActionBulkResult> {
    return this.call(actionEndpoints.bulk, { body: change });
  }

  getActionReport(
    filter: Partial<ActionFilter>,
    options?: { signal?: AbortSignal },
  ): Promise<ActionReport> {
    return this.call(actionEndpoints.report, { query: filter, ...options });
  }

  exportActionReport(filter: Partial<ActionFilter>): Promise<string> {
    return this.callForText(actionEndpoints.report, {
      query: { ...filter, format: 'csv' },
    });
  }

  getOverdueActions(
    query: Partial<Omit<OverdueQuery, 'format'>>,
    options?: { signal?: AbortSignal },
  ): Promise<OverdueReport> {
    return this.call(actionEndpoints.overdue, { query, ...options });
  }

  exportOverdueActions(
    query: Partial<Omit<OverdueQuery, 'format'>>,
  ): Promise<string> {
    return this.callForText(actionEndpoints.overdue, {
      query: { ...query, format: 'csv' },
    });
  }

  getActionTracking(id: string): Promise<ActionTracking> {
    return this.call(actionEndpoints.tracking, { path: { id } });
  }

  createActionIssue(
    id: string,
    issue: ActionIssueInput,
  ): Promise<ActionTracking> {
    return this.call(actionEndpoints.createIssue, {
      path: { id },
      body: issue,
    });
  }

  linkActionIssue(id: string, link: ActionLinkInput): Promise<ActionTracking> {
    return this.call(actionEndpoints.linkIssue, { path: { id }, body: link });
  }

  async unlinkActionIssue(id: string): Promise<void> {
    await this.call(actionEndpoints.unlinkIssue, { path: { id } });
  }

  readActionIssue(id: string): Promise<ActionTracking> {
    return this.call(actionEndpoints.readIssue, { path: { id } });
  }
}
