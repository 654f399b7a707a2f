import type { BackstageCredentials } from '@backstage/backend-plugin-api';
import { ConflictError, NotFoundError } from '@backstage/errors';
import type { BasicPermission } from '@backstage/plugin-permission-common';
import {
  Action,
  ActionInput,
  ActionPatch,
  ActionQuery,
  Page,
  actionCreatePermission,
  actionDeletePermission,
  actionInputSchema,
  actionReadPermission,
  actionUpdatePermission,
} from '@hindsight/backstage-plugin-incident-learning-common';
import { v7 as uuid } from 'uuid';
import { requireRevision } from '../http';
import { canonicalJson } from '../incidents/changes';
import { Call, ReviewGate } from '../reviews/ReviewGate';
import { writingTo } from '../reviews/writingTo';
import type { Stores } from '../stores';

export interface ActionServiceOptions {
  stores: Stores;
  gate: ReviewGate;
  nameOf: (credentials: BackstageCredentials) => string;
}

/** The rules of actions. */
export class ActionService {
  static create(options: ActionServiceOptions): ActionService {
    return new ActionService(options);
  }

  private constructor(private readonly options: ActionServiceOptions) {}

  async list(query: ActionQuery, call: Call): Promise<Page<Action>> {
    const access = await this.options.gate.enter(actionReadPermission, call);
    return this.options.stores.actions.list(query, access);
  }

  async get(id: string, call: Call): Promise<Action> {
    return this.find(id, actionReadPermission, call);
  }

  /** @throws UnprocessableError when the review does not exist; ConflictError when it is written no more */
  async create(input: ActionInput, call: Call): Promise<Action> {
    const { gate, nameOf } = this.options;
    const access = await gate.enter(actionCreatePermission, call);
    const now = new Date().toISOString();
    const written: Action = {
      ...actionInputSchema.parse(input),
      id: uuid(),
      revision: 1,
      createdAt: now,
      updatedAt: now,
      createdBy: nameOf(call.credentials),
    };
    const action = { ...written, ...milestonesOf(written, now) };
    await writingTo(this.options, action.reviewId, access, tx =>
      tx.actions.insert(action),
    );
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
    const current = await this.find(id, actionUpdatePermission, call);
    requireRevision('this action', current, revision);
    const next = patched(current, patch);
    if (canonicalJson(next) === canonicalJson(current)) {
      return current;
    }
    const now = new Date().toISOString();
    const stored = {
      ...next,
      ...milestonesOf(next, now),
      revision: revision + 1,
      updatedAt: now,
    };
    if (!(await this.options.stores.actions.update(stored))) {
      const standing = await this.find(id, actionUpdatePermission, call);
      requireRevision('this action', standing, revision);
    }
    return stored;
  }

  /** @throws ConflictError when it is more than an idea, or its review is written no more */
  async delete(id: string, revision: number, call: Call): Promise<void> {
    const current = await this.find(id, actionDeletePermission, call);
    requireRevision('this action', current, revision);
    if (current.status !== 'idea') {
      throw new ConflictError(
        `This action is ${current.status}, so that somebody may count on it: cancel it instead`,
      );
    }
    const access = await this.options.gate.enter(actionDeletePermission, call);
    await writingTo(this.options, current.reviewId, access, tx =>
      tx.actions.delete(id, revision),
    );
  }

  private async find(
    id: string,
    permission: BasicPermission,
    call: Call,
  ): Promise<Action> {
    const { stores, gate } = this.options;
    const access = await gate.enter(permission, call);
    const action = await stores.actions.get(id, access);
    if (!action) {
      throw new NotFoundError(`There is no action ${id}`);
    }
    return action;
  }
}

function patched(current: Action, patch: ActionPatch): Action {
  const changes = Object.entries(patch)
    .filter(([, value]) => value !== undefined)
    .map(([field, value]) => [field, value ?? undefined]);
  return { ...current, ...Object.fromEntries(changes) };
}

/** When somebody committed to an action, and when it was done; neither is typed in. */
function milestonesOf(
  { status, committedAt, completedAt }: Action,
  now: string,
): Pick<Action, 'committedAt' | 'completedAt'> {
  const done = status === 'completed' || status === 'verified';
  const committed = done || status === 'open' || status === 'in-progress';
  return {
    committedAt: committed ? committedAt ?? now : committedAt,
    completedAt: done ? completedAt ?? now : undefined,
  };
}
