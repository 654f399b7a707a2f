import type { Action } from '@hindsight/backstage-plugin-incident-learning-common';
import type { AnniversaryReminders } from '../lessons/travel/AnniversaryReminders';
import type { Stores } from '../stores';
import type { ActionNotifier } from './ActionNotifier';
import type { ActionOwners } from './ActionOwners';
import type { WatchedRow } from './ActionStore';
import { reviseAction, writeAction } from './actionChanges';
import type { ReminderSettings } from './actionSettings';
import { WatchedAction, digestsOf, emptyDigest } from './digests';

const PAGE_SIZE = 500;

/** Who the history says noticed that an owner has left. */
const SYSTEM = 'plugin:incident-learning';

export interface ActionRemindersOptions {
  stores: Stores;
  owners: ActionOwners;
  notifier: ActionNotifier;
  settings: ReminderSettings;
  /** What comes back on the day. */
  anniversaries: AnniversaryReminders;
  /** Epoch ms; of the system unless said. */
  now?: () => number;
}

/**
 * Keeps actions alive: tells people what waits for them, and what was learned on the day some years ago, and finds
 * actions whose owner is gone.
 */
export class ActionReminders {
  static create(options: ActionRemindersOptions): ActionReminders {
    return new ActionReminders(options);
  }

  private constructor(private readonly options: ActionRemindersOptions) {}

  /**
   * Sends each person at most one digest a day. Each is claimed in the database first, so that one is sent however
   * many replicas look at the same time.
   */
  async run(): Promise<void> {
    const { stores, notifier, settings, anniversaries } = this.options;
    const now = (this.options.now ?? Date.now)();
    const day = new Date(now).toISOString().slice(0, 10);
    const watched = await this.watch(await this.undone());
    const digests = digestsOf(watched, day, settings);
    for (const [recipient, lessons] of await anniversaries.on(now)) {
      const digest = digests.get(recipient) ?? emptyDigest();
      digests.set(recipient, { ...digest, anniversaries: lessons });
    }
    for (const [recipient, digest] of digests) {
      if (await stores.actions.claimDigest(recipient, day)) {
        await notifier.digest(recipient, digest, day);
      }
    }
  }

  private async undone(): Promise<WatchedRow[]> {
    const all: WatchedRow[] = [];
    for (let after = ''; ; ) {
      const page = await this.options.stores.actions.undone({
        after,
        limit: PAGE_SIZE,
      });
      all.push(...page);
      if (page.length < PAGE_SIZE) {
        return all;
      }
      after = page[page.length - 1].action.id;
    }
  }

  /** Finds the people behind each action, asking the catalog once for each owner. */
  private async watch(rows: WatchedRow[]): Promise<WatchedAction[]> {
    const { owners } = this.options;
    const refs = new Set(rows.flatMap(({ action }) => action.owner ?? []));
    const gone = await owners.missing([...refs]);
    const behind = new Map<string, Promise<Behind>>();
    const watched: WatchedAction[] = [];
    for (const { action: stored, restricted } of rows) {
      const { owner } = stored;
      const action = gone
        ? await this.mark(stored, owner !== undefined && gone.includes(owner))
        : stored;
      const key = `${owner} ${action.unowned} ${action.owningGroup}`;
      const people = behind.get(key) ?? this.peopleBehind(action);
      behind.set(key, people);
      watched.push({ action, restricted, ...(await people) });
    }
    return watched;
  }

  private async peopleBehind(action: Action): Promise<Behind> {
    const { owners } = this.options;
    const { owner, owningGroup, unowned } = action;
    const [parent] = owningGroup ? await owners.groupsAbove(owningGroup) : [];
    return {
      owners: owner && !unowned ? await owners.members(owner) : [],
      group: owningGroup ? await owners.members(owningGroup) : [],
      parent: parent ? await owners.members(parent) : [],
    };
  }

  /** Notes that an owner has left the catalog, or is back. */
  private async mark(action: Action, unowned: boolean): Promise<Action> {
    if ((action.unowned ?? false) === unowned) {
      return action;
    }
    const { stores } = this.options;
    const at = new Date().toISOString();
    const next = {
      ...reviseAction(action, {}, at),
      unowned: unowned || undefined,
    };
    const entry = {
      by: SYSTEM,
      operation: 'unowned' as const,
      note: unowned
        ? `${action.owner} is in the catalog no more: name another owner`
        : `${action.owner} is back in the catalog`,
    };
    const done = await writeAction(stores, action, next, entry);
    return done ? next : action;
  }
}

type Behind = Pick<WatchedAction, 'owners' | 'group' | 'parent'>;
