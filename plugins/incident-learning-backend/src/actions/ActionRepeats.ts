import type { Incident } from '@hindsight/backstage-plugin-incident-learning-common';
import type { Stores } from '../stores';
import type { ActionNotifier } from './ActionNotifier';
import { reviseAction, writeAction } from './actionChanges';

const REASON =
  'What it was to prevent has happened again: a person confirmed the repeat';

/** Takes up again what did not help. */
export class ActionRepeats {
  static create(options: {
    stores: Stores;
    notifier: ActionNotifier;
  }): ActionRepeats {
    return new ActionRepeats(options.stores, options.notifier);
  }

  private constructor(
    private readonly stores: Stores,
    private readonly notifier: ActionNotifier,
  ) {}

  /**
   * Reopens the actions that were done before an incident and were to prevent it: those of the incident that it
   * repeats, and of earlier ones of the same signature.
   *
   * @param of - the id of the incident that it repeats
   * @param by - who confirmed the repeat
   */
  async reopen(repeat: Incident, of: string, by: string): Promise<void> {
    const before = Date.parse(repeat.periodAt);
    const actions = await this.stores.actions.doneAgainst(of, before);
    for (const action of actions) {
      const at = new Date().toISOString();
      const next = reviseAction(
        action,
        {
          status: 'open',
          progress: 0,
          reopened: { at, reason: REASON, incidentId: repeat.id },
        },
        at,
      );
      const entry = { by, operation: 'reopened' as const, note: REASON };
      if (await writeAction(this.stores, action, next, entry)) {
        await this.notifier.reopened(next);
      }
    }
  }
}
