import type { BackstageCredentials } from '@backstage/backend-plugin-api';
import { NotFoundError } from '@backstage/errors';
import type { BasicPermission } from '@backstage/plugin-permission-common';
import {
  Action,
  actionReadPermission,
  actionUpdatePermission,
} from '@hindsight/backstage-plugin-incident-learning-common';
import { requireRevision } from '../http';
import type { Call, ReviewGate } from '../reviews/ReviewGate';
import type { Stores } from '../stores';
import type { ActionOwners } from './ActionOwners';
import {
  ChangeEntry,
  actionChanges,
  reviseAction,
  writeAction,
} from './actionChanges';

export interface ActionWriterOptions {
  stores: Stores;
  gate: ReviewGate;
  owners: ActionOwners;
  nameOf: (credentials: BackstageCredentials) => string;
}

/** What a change sets, and what it is called. */
export interface ActionEdit extends Omit<ChangeEntry, 'by'> {
  changes: Partial<Action>;
  /** The caller sees to the new owner: that there is one, and that they hear of it. */
  ownerSeenTo?: boolean;
}

/** Changes actions: finds the one that stands, and writes the next revision together with its line of history. */
export class ActionWriter {
  static create(options: ActionWriterOptions): ActionWriter {
    return new ActionWriter(options);
  }

  private constructor(private readonly options: ActionWriterOptions) {}

  /** @throws NotFoundError also for an action that the caller may not know of */
  async find(
    id: string,
    call: Call,
    permission: BasicPermission = actionReadPermission,
  ): Promise<Action> {
    const { stores, gate } = this.options;
    const access = await gate.enter(permission, call);
    const action = await stores.actions.get(id, access);
    if (!action) {
      throw new NotFoundError(`There is no action ${id}`);
    }
    return action;
  }

  /**
   * Writes what an edit makes of an action; nothing when it changes nothing. A new owner is told.
   *
   * @throws PreconditionFailedError with the action that stands when somebody else was faster
   * @throws UnprocessableError when the new owner is nobody
   */
  async change(
    id: string,
    revision: number,
    call: Call,
    edit: (current: Action) => ActionEdit,
  ): Promise<Action> {
    const { stores, nameOf, owners } = this.options;
    const current = await this.find(id, call, actionUpdatePermission);
    requireRevision('this action', current, revision);
    const { changes, ownerSeenTo, ...entry } = edit(current);
    const owned = ownerSeenTo
      ? changes
      : {
          ...changes,
          ...(await owners.taking({ ...current, ...changes }, current)),
        };
    const next = reviseAction(current, owned, new Date().toISOString());
    if (actionChanges(current, next).length === 0 && !entry.note) {
      return current;
    }
    const by = nameOf(call.credentials);
    if (!(await writeAction(stores, current, next, { ...entry, by }))) {
      const standing = await this.find(id, call, actionUpdatePermission);
      requireRevision('this action', standing, revision);
    }
    if (!ownerSeenTo) {
      await owners.welcome([next], current, by);
    }
    return next;
  }
}
