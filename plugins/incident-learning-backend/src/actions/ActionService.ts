import { ConflictError } from '@backstage/errors';
import {
  Action,
  ActionChange,
  ActionFilter,
  ActionInput,
  ActionPatch,
  ActionQuery,
  ActionReport,
  Page,
  actionCreatePermission,
  actionDeletePermission,
  actionInputSchema,
  actionReadPermission,
  reportActions,
} from '@hindsight/backstage-plugin-incident-learning-common';
import { v7 as uuid } from 'uuid';
import type { IdentityOf } from '../access';
import type { ScopeResolver } from '../catalog';
import { requireRevision } from '../http';
import { creationOf } from '../incidents/changes';
import type { Call } from '../reviews/ReviewGate';
import { writingTo } from '../reviews/writingTo';
import type { Stores } from '../stores';
import type { ActionWriter, ActionWriterOptions } from './ActionWriter';
import { reviseAction } from './actionChanges';
import type { ActionSelection } from './actionFilters';
import { requireCommitment, requireDueDate, requireWritable } from './rules';

export interface ActionServiceOptions extends ActionWriterOptions {
  writer: ActionWriter;
  scopes: ScopeResolver;
  identityOf: IdentityOf;
}

/** The rules of actions as records; `ActionWork` moves them through their life. */
export class ActionService {
  static create(options: ActionServiceOptions): ActionService {
    return new ActionService(options);
  }

  private constructor(private readonly options: ActionServiceOptions) {}

  async list(
    { sort, limit, cursor, total, ...filter }: ActionQuery,
    call: Call,
  ): Promise<Page<Action>> {
    const selection = await this.select(filter, call);
    const page = { sort, limit, cursor, total };
    return this.options.stores.actions.list(selection, page);
  }

  /** How the actions of a filter stand. */
  async report(filter: ActionFilter, call: Call): Promise<ActionReport> {
    const selection = await this.select(filter, call);
    const counts = await this.options.stores.actions.count(selection);
    return reportActions(counts, selection.today);
  }

  async get(id: string, call: Call): Promise<Action> {
    return this.options.writer.find(id, call);
  }

  async history(id: string, call: Call): Promise<ActionChange[]> {
    const { stores, writer } = this.options;
    const action = await writer.find(id, call);
    const changes = await stores.actions.history(id);
    return [...changes, { ...creationOf(action), actionId: action.id }];
  }

  /**
   * @throws UnprocessableError when the review does not exist, the owner is nobody, the due date is over, or a
   *   commitment without a review is incomplete
   * @throws ConflictError when the review is written no more
   * @param also - what is written together with it; if it fails, nothing is
   */
  async create(
    input: ActionInput,
    call: Call,
    also?: (tx: Stores, action: Action) => Promise<void>,
  ): Promise<Action> {
    const { gate, nameOf, owners } = this.options;
    const access = await gate.enter(actionCreatePermission, call);
    const now = new Date().toISOString();
    const written: Action = {
      ...actionInputSchema.parse(input),
      id: uuid(),
      revision: 0,
      createdAt: now,
      updatedAt: now,
      createdBy: nameOf(call.credentials),
      progress: 0,
      dueDateMoves: 0,
    };
    requireDueDate(written);
    requireCommitment(written);
    const action = reviseAction(written, await owners.taking(written), now);
    await writingTo(this.options, action.reviewId, access, async tx => {
      await tx.actions.insert(action);
      await also?.(tx, action);
    });
    await owners.welcome([action], undefined, action.createdBy);
    return action;
  }

  /**
   * Changes the fields of a patch; `null` clears. An action goes on when its review is published.
   *
   * @throws PreconditionFailedError with the action that stands when somebody else was faster
   */
  async update(
    id: string,
    revision: number,
    patch: ActionPatch,
    call: Call,
  ): Promise<Action> {
    return this.options.writer.change(id, revision, call, current => {
      const changes = changesOf(patch);
      const next = { ...current, ...changes };
      requireWritable(current, next);
      requireDueDate(next, current);
      requireCommitment(next, current);
      return { changes, operation: 'updated' };
    });
  }

  /** @throws ConflictError when it is more than an idea, or its review is written no more */
  async delete(id: string, revision: number, call: Call): Promise<void> {
    const { gate, writer } = this.options;
    const current = await writer.find(id, call, actionDeletePermission);
    requireRevision('this action', current, revision);
    if (current.status !== 'idea') {
      throw new ConflictError(
        `This action is ${current.status}, so that somebody may count on it: cancel it instead`,
      );
    }
    const access = await gate.enter(actionDeletePermission, call);
    await writingTo(this.options, current.reviewId, access, tx =>
      tx.actions.delete(id, revision),
    );
  }

  private async select(
    filter: ActionFilter,
    call: Call,
  ): Promise<ActionSelection> {
    const { gate, scopes, identityOf } = this.options;
    return {
      filter,
      access: await gate.enter(actionReadPermission, call),
      scope: await scopes.resolve(filter.scope ?? 'org', call.credentials),
      identity: await identityOf(call.credentials),
      today: new Date().toISOString().slice(0, 10),
    };
  }
}

function changesOf(patch: ActionPatch): Partial<Action> {
  return Object.fromEntries(
    Object.entries(patch)
      .filter(([, value]) => value !== undefined)
      .map(([field, value]) => [field, value ?? undefined]),
  );
}
