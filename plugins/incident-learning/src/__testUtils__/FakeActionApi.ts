import {
  Action,
  ActionBulkInput,
  ActionBulkResult,
  ActionChange,
  ActionEffect,
  ActionInput,
  ActionPatch,
  ActionProgressInput,
  ActionQuery,
  ActionRating,
  ActionRatingInput,
  ActionReport,
  ActionTransitionInput,
  OVERDUE_DEFINITION,
  OverdueQuery,
  OverdueReport,
  Page,
  actionInputSchema,
  actionPatchSchema,
  actionSchema,
  foldOverdue,
  isOverdue,
  missingForActionTransition,
  overdueQuerySchema,
  reportActions,
} from '@hindsight/backstage-plugin-incident-learning-common';
import { FakeRecords, isOf, put } from './FakeRecords';
import { SAMPLE_USER } from './ReviewMemory';
import { merge } from './incidentContent';
import { responseError } from './responseError';

/** Actions in memory. */
export class FakeActionApi extends FakeRecords {
  protected readonly actions = new Map<string, Action>();
  private readonly ratings = new Map<string, ActionRating[]>();

  async listActions(query: Partial<ActionQuery>): Promise<Page<Action>> {
    await this.failIfAsked();
    const due = (action: Action) => action.dueDate ?? '9999';
    const items = [...this.actions.values()]
      .reverse()
      .filter(
        ({ reviewId, incidentId, status }) =>
          isOf(reviewId, query.review) &&
          isOf(incidentId, query.incident) &&
          (query.status?.includes(status) ?? true),
      );
    if (query.sort === 'dueDate') {
      items.sort((a, b) => due(a).localeCompare(due(b)));
    }
    return { items, totalItems: query.total ? items.length : undefined };
  }

  async getAction(id: string): Promise<Action> {
    return this.at(this.actions, id);
  }

  async createAction(input: ActionInput): Promise<Action> {
    const content = await this.parse(actionInputSchema, input);
    const stamp = this.stamp('action', this.actions);
    return put(this.actions, actionSchema.parse({ ...content, ...stamp }));
  }

  async updateAction(
    id: string,
    revision: number,
    patch: ActionPatch,
  ): Promise<Action> {
    const content = await this.parse(actionPatchSchema, patch);
    const current = await this.at(this.actions, id, revision);
    const next = { ...merge(current, content), revision: revision + 1 };
    return put(this.actions, actionSchema.parse(next));
  }

  async deleteAction(id: string, revision: number): Promise<void> {
    await this.at(this.actions, id, revision);
    this.actions.delete(id);
  }

  async moveAction(
    id: string,
    revision: number,
    { to, reason, verification }: ActionTransitionInput,
  ): Promise<Action> {
    const current = await this.at(this.actions, id, revision);
    const context = { action: current, reason, verification };
    const problems = missingForActionTransition(to, context);
    if (problems.length > 0) {
      throw await responseError(422, 'UnprocessableError', 'Not yet', {
        problems,
      });
    }
    const at = this.now;
    return this.keepAction(current, {
      status: to,
      progress: to === 'completed' ? 100 : current.progress,
      ...(verification
        ? { verification: { ...verification, by: SAMPLE_USER, at } }
        : {}),
    });
  }

  async noteActionProgress(
    id: string,
    revision: number,
    { progress }: ActionProgressInput,
  ): Promise<Action> {
    const current = await this.at(this.actions, id, revision);
    const status = progress === 100 ? 'completed' : 'in-progress';
    return this.keepAction(current, { progress, status });
  }

  async getActionHistory(id: string): Promise<ActionChange[]> {
    const { createdAt, createdBy } = await this.at(this.actions, id);
    const created = { id, actionId: id, revision: 1, changes: [] };
    return [{ ...created, at: createdAt, by: createdBy, operation: 'created' }];
  }

  async listActionRatings(id: string): Promise<ActionRating[]> {
    await this.at(this.actions, id);
    return this.ratings.get(id) ?? [];
  }

  async rateAction(id: string, rating: ActionRatingInput): Promise<Action> {
    const current = await this.at(this.actions, id);
    const mine = { ...rating, by: SAMPLE_USER, at: this.now };
    const others = (this.ratings.get(id) ?? []).filter(
      ({ by }) => by !== SAMPLE_USER,
    );
    const all = [mine, ...others];
    this.ratings.set(id, all);
    const sum = all.reduce((total, { score }) => total + score, 0);
    const mean = sum / all.length;
    return put(this.actions, { ...current, rating: { mean, n: all.length } });
  }

  async getActionEffect(id: string): Promise<ActionEffect> {
    await this.at(this.actions, id);
    const period = { from: this.now, to: this.now, days: 365 };
    return {
      signatures: ['certificate-expiry-component:default/checkout'],
      before: { ...period, incidents: 12 },
      after: { ...period, incidents: 2 },
      ratio: 1 / 6,
      ci: { low: 0.04, high: 0.6 },
      verdict: 'fewer',
    };
  }

  async changeActions(change: ActionBulkInput): Promise<ActionBulkResult> {
    await this.failIfAsked();
    const { ids, dryRun, owner, dueDate } = change;
    const items: ActionBulkResult['items'] = [];
    for (const id of ids) {
      const current = await this.at(this.actions, id);
      const next = {
        ...current,
        owner: owner ?? current.owner,
        dueDate: dueDate ?? current.dueDate,
      };
      const changes = (['owner', 'dueDate'] as const)
        .filter(path => next[path] !== current[path])
        .map(path => ({ path, from: current[path], to: next[path] }));
      items.push({
        id,
        changes,
        outcome: changes.length > 0 ? 'changed' : 'unchanged',
        action: dryRun ? current : await this.keepAction(current, next),
      });
    }
    const of = (outcome: string) =>
      items.filter(item => item.outcome === outcome).length;
    const changed = of('changed');
    return { changed, unchanged: of('unchanged'), refused: 0, items };
  }

  async getActionReport(): Promise<ActionReport> {
    await this.failIfAsked();
    const today = this.now.slice(0, 10);
    const counts = [...this.actions.values()].map(action => ({
      ...action,
      overdue: isOverdue(action, today),
      count: 1,
    }));
    return reportActions(counts, today);
  }

  async exportActionReport(): Promise<string> {
    await this.failIfAsked();
    return 'group,value,total';
  }

  /** As all actions have stood since they were written down, counted once: now. */
  async getOverdueActions(
    query: Partial<Omit<OverdueQuery, 'format'>>,
  ): Promise<OverdueReport> {
    const { scope, interval } = await this.parse(overdueQuerySchema, query);
    const at = Date.parse(this.now) + 1;
    const fold = foldOverdue([
      { start: at - 7 * 86_400_000, at, date: this.now.slice(0, 10) },
    ]);
    for (const { id, createdAt, ...now } of this.actions.values()) {
      const past = { id, createdAt: Date.parse(createdAt), now };
      fold.add({ ...past, changes: [] }, owner => (owner ? [owner] : []));
    }
    return {
      scope,
      from: new Date(at - 7 * 86_400_000).toISOString(),
      to: this.now,
      interval,
      timeZone: 'UTC',
      definition: OVERDUE_DEFINITION,
      ...fold.read(),
    };
  }

  async exportOverdueActions(): Promise<string> {
    await this.failIfAsked();
    return 'week,group,overdue';
  }

  protected keepAction(current: Action, changes: Partial<Action>): Action {
    const revision = current.revision + 1;
    const next = { ...current, ...changes, revision };
    return put(this.actions, actionSchema.parse(next));
  }
}
