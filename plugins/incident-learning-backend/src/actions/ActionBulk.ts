import {
  Action,
  ActionBulkInput,
  ActionBulkResult,
  actionUpdatePermission,
} from '@hindsight/backstage-plugin-incident-learning-common';
import { UnprocessableError } from '../http';
import type { Call } from '../reviews/ReviewGate';
import type { ActionWriter, ActionWriterOptions } from './ActionWriter';
import { actionChanges } from './actionChanges';
import { requireDueDate, requireWritable } from './rules';

type Item = ActionBulkResult['items'][number];
type Change = Pick<Action, 'owner' | 'owningGroup' | 'dueDate'>;

/** Changes several actions at once. One that cannot be changed never keeps the others from it. */
export class ActionBulk {
  static create(
    options: ActionWriterOptions & { writer: ActionWriter },
  ): ActionBulk {
    return new ActionBulk(options);
  }

  private constructor(
    private readonly options: ActionWriterOptions & { writer: ActionWriter },
  ) {}

  /** @throws UnprocessableError when the new due date is over or the new owner is nobody */
  async change(input: ActionBulkInput, call: Call): Promise<ActionBulkResult> {
    const { gate, owners, nameOf } = this.options;
    await gate.enter(actionUpdatePermission, call);
    const { ids, owner, dueDate, dryRun = false } = input;
    const change: Change = {
      ...(owner !== undefined
        ? { owner, ...(await owners.taking({ owner })) }
        : {}),
      ...(dueDate !== undefined ? { dueDate } : {}),
    };
    requireDueDate({ dueDate });
    const items: Item[] = [];
    for (const id of new Set(ids)) {
      items.push(await this.one(id, change, dryRun, call));
    }
    if (owner !== undefined && !dryRun) {
      const changed = items.filter(({ outcome }) => outcome === 'changed');
      const actions = changed.flatMap(({ action }) => action ?? []);
      await owners.welcome(actions, undefined, nameOf(call.credentials));
    }
    const of = (outcome: Item['outcome']) =>
      items.filter(item => item.outcome === outcome).length;
    return {
      changed: of('changed'),
      unchanged: of('unchanged'),
      refused: of('refused'),
      items,
    };
  }

  private async one(
    id: string,
    change: Change,
    dryRun: boolean,
    call: Call,
  ): Promise<Item> {
    const { writer } = this.options;
    try {
      const action = await writer.find(id, call, actionUpdatePermission);
      const next = { ...action, ...change };
      requireWritable(action, next);
      const changes = actionChanges(action, next);
      if (changes.length === 0) {
        return { id, action, outcome: 'unchanged', changes };
      }
      const stored = dryRun
        ? action
        : await writer.change(id, action.revision, call, () => ({
            changes: change,
            operation: 'updated',
            ownerSeenTo: true,
          }));
      return { id, action: stored, outcome: 'changed', changes };
    } catch (error) {
      return refusedItem(id, error);
    }
  }
}

function refusedItem(id: string, error: unknown): Item {
  const { name, message } = error as Error;
  const known = ['NotFoundError', 'ConflictError', 'PreconditionFailedError'];
  if (!known.includes(name) && !(error instanceof UnprocessableError)) {
    throw error;
  }
  return { id, outcome: 'refused', changes: [], message };
}
