import { ConflictError } from '@backstage/errors';
import {
  Action,
  ActionEffect,
  ActionProgressInput,
  ActionRating,
  ActionRatingInput,
  ActionTransitionInput,
  DONE_STATUSES,
  Period,
  actionReadPermission,
  compareRates,
  effectPeriods,
  isReopening,
  missingForActionTransition,
} from '@hindsight/backstage-plugin-incident-learning-common';
import { UnprocessableError } from '../http';
import type { Call } from '../reviews/ReviewGate';
import type { ActionWriter, ActionWriterOptions } from './ActionWriter';

const DAY_MS = 24 * 60 * 60 * 1000;

export interface ActionWorkOptions extends ActionWriterOptions {
  writer: ActionWriter;
}

/** An action's life: commitment, progress, completion, verification, and what others think of it. */
export class ActionWork {
  static create(options: ActionWorkOptions): ActionWork {
    return new ActionWork(options);
  }

  private constructor(private readonly options: ActionWorkOptions) {}

  /**
   * Moves an action on, by the table that common has.
   *
   * @throws UnprocessableError with all that is missing
   * @throws PreconditionFailedError with the action that stands when somebody else was faster
   */
  async move(
    id: string,
    revision: number,
    { to, reason, verification }: ActionTransitionInput,
    call: Call,
  ): Promise<Action> {
    const { writer, nameOf } = this.options;
    const by = nameOf(call.credentials);
    return writer.change(id, revision, call, current => {
      const missing = missingForActionTransition(to, {
        action: current,
        reason,
        verification,
      });
      if (missing.length > 0) {
        throw new UnprocessableError(missing);
      }
      const at = new Date().toISOString();
      const reopening = isReopening(current.status, to);
      return {
        operation: reopening ? 'reopened' : 'moved',
        note: reason,
        changes: {
          status: to,
          ...(to === 'verified' && verification
            ? { verification: { ...verification, by, at } }
            : {}),
          ...(to === 'cancelled' ? { cancelReason: reason } : {}),
          ...(reopening && reason
            ? { progress: 0, reopened: { at, reason } }
            : {}),
        },
      };
    });
  }

  /**
   * Says how far an action is. The first step starts it, 100 completes it.
   *
   * @throws ConflictError when nobody works on it: an idea, or settled
   */
  async progress(
    id: string,
    revision: number,
    { progress, note }: ActionProgressInput,
    call: Call,
  ): Promise<Action> {
    return this.options.writer.change(id, revision, call, current => {
      const { status } = current;
      if (status !== 'open' && status !== 'in-progress') {
        throw new ConflictError(
          status === 'idea'
            ? 'Nobody has committed to this idea: commit to it first, then note progress'
            : `This action is ${status}: reopen it first, then note progress`,
        );
      }
      if (progress === 100) {
        const missing = missingForActionTransition('completed', {
          action: current,
        });
        if (missing.length > 0) {
          throw new UnprocessableError(missing);
        }
      }
      return {
        operation: 'progress',
        note,
        changes: {
          progress,
          status: progress === 100 ? 'completed' : statusAt(progress, status),
        },
      };
    });
  }

  async ratings(id: string, call: Call): Promise<ActionRating[]> {
    const { stores, writer } = this.options;
    await writer.find(id, call);
    return stores.actions.ratings(id);
  }

  /** How often incidents of the signatures behind an action happened in the year before it was done, and since. */
  async effect(id: string, call: Call): Promise<ActionEffect> {
    const { stores, writer, gate } = this.options;
    const { completedAt } = await writer.find(id, call);
    const access = await gate.enter(actionReadPermission, call);
    const signatures = await stores.actions.signaturesBehind(id, access);
    if (!completedAt || signatures.length === 0) {
      return { signatures, verdict: 'not-enough-data' };
    }
    const count = async ({ from, to }: Period) => ({
      from: new Date(from).toISOString(),
      to: new Date(to).toISOString(),
      days: (to - from) / DAY_MS,
      incidents: await stores.actions.countOf(signatures, { from, to }, access),
    });
    const periods = effectPeriods(completedAt, Date.now());
    const before = await count(periods.before);
    const after = await count(periods.after);
    return { signatures, before, after, ...compareRates(before, after) };
  }

  /**
   * Keeps what a stakeholder thinks of a completed action; a second word replaces the first.
   *
   * @throws ConflictError when it is not completed
   */
  async rate(
    id: string,
    { score, comment }: ActionRatingInput,
    call: Call,
  ): Promise<Action> {
    const { stores, writer, nameOf } = this.options;
    const action = await writer.find(id, call, actionReadPermission);
    if (!(DONE_STATUSES as readonly string[]).includes(action.status)) {
      throw new ConflictError(
        `This action is ${action.status}: rate it once it is completed`,
      );
    }
    const rating = {
      by: nameOf(call.credentials),
      at: new Date().toISOString(),
      score,
      comment,
    };
    await stores.transaction(tx => tx.actions.rate(id, rating));
    return writer.find(id, call);
  }
}

function statusAt(progress: number, status: 'open' | 'in-progress') {
  return progress > 0 ? 'in-progress' : status;
}
