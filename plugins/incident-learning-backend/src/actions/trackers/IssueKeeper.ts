import { ConflictError } from '@backstage/errors';
import {
  Action,
  TrackedIssue,
  trackedIssueSchema,
} from '@hindsight/backstage-plugin-incident-learning-common';
import type {
  ActionTracker,
  IssueReading,
} from '@hindsight/backstage-plugin-incident-learning-node';
import type { Stores } from '../../stores';
import type { ActionNotifier } from '../ActionNotifier';
import { actionEntry, reviseAction } from '../actionChanges';
import type { StoredLink } from './ActionLinkStore';
import { IssueEdit, editByIssue } from './issueChanges';

const DAY_MS = 24 * 60 * 60 * 1000;
const ATTEMPTS = 10;

/** Somebody else wrote in between: what was written is taken back, and done again on what stands. */
class Overtaken extends Error {}

export interface IssueKeeperOptions {
  stores: Stores;
  notifier: ActionNotifier;
  /** How long after it was read an issue is read again. */
  readEveryMs: number;
}

type Tracker = Pick<ActionTracker, 'id' | 'title'>;

/** Takes over how issues stand: the link, the action and its history change together or not at all. */
export class IssueKeeper {
  static create(options: IssueKeeperOptions): IssueKeeper {
    return new IssueKeeper(options);
  }

  private constructor(private readonly options: IssueKeeperOptions) {}

  /**
   * Lets an action be tracked by an issue that was just read.
   *
   * @throws ConflictError when it is tracked already
   */
  async link(
    link: StoredLink,
    reading: IssueReading,
    tracker: Tracker,
  ): Promise<void> {
    await this.write(async tx => {
      if (!(await tx.links.insert(link))) {
        throw new ConflictError(
          'This action is tracked by an issue already: unlink it first',
        );
      }
      return this.take(tx, link, this.read(link, reading), tracker);
    });
  }

  /**
   * Takes over an answer of the tracker.
   *
   * @param reading - undefined: nothing has changed
   */
  async keep(
    id: string,
    reading: IssueReading | undefined,
    tracker: Tracker,
  ): Promise<void> {
    await this.write(async tx => {
      const link = await tx.links.get(id);
      const stale =
        reading && link?.issue && isOlder(reading.issue, link.issue);
      return (
        link &&
        this.take(
          tx,
          link,
          this.read(link, stale ? undefined : reading),
          tracker,
        )
      );
    });
  }

  /** Takes over what a tracker told by itself; what is older than what is known changes nothing. */
  async hear(id: string, told: TrackedIssue, tracker: Tracker): Promise<void> {
    const issue = trackedIssueSchema.parse(told);
    await this.write(async tx => {
      const link = await tx.links.get(id);
      if (!link?.issue || isOlder(issue, link.issue)) {
        return undefined;
      }
      const next = { ...link, revision: link.revision + 1 };
      if (issue.updatedAt === link.issue.updatedAt) {
        // Of the same second: only the tracker knows which came last.
        return issue.state === link.issue.state
          ? undefined
          : this.take(tx, link, { ...next, nextTryAt: Date.now() }, tracker);
      }
      return this.take(
        tx,
        link,
        { ...next, issue, readAt: Date.now() },
        tracker,
      );
    });
  }

  /** Lets an issue be read as soon as can be. */
  async readSoon(id: string, tracker: Tracker): Promise<void> {
    await this.write(async tx => {
      const link = await tx.links.get(id);
      const next = link && {
        ...link,
        revision: link.revision + 1,
        nextTryAt: Date.now(),
      };
      return next && this.take(tx, link, next, tracker);
    });
  }

  /**
   * Follows an issue no more; its address goes with it.
   *
   * @throws ConflictError while the tracker is asked
   */
  async unlink(link: StoredLink, by: string, tracker: Tracker): Promise<void> {
    await this.write(async tx => {
      if (!(await tx.links.delete(link.id, Date.now()))) {
        throw new ConflictError(
          `${tracker.title} is being asked right now: try again in a moment`,
        );
      }
      const { issue } = link;
      const action = await tx.actions.get(link.actionId, { kind: 'all' });
      if (!issue || action?.externalLink !== issue.url) {
        return undefined;
      }
      const note = `Unlinked ${issue.label} in ${tracker.title}`;
      await edit(tx, action, {
        changes: { externalLink: undefined },
        entry: { by, operation: 'updated', note },
      });
      return undefined;
    });
  }

  private read(link: StoredLink, reading?: IssueReading): StoredLink {
    const now = Date.now();
    return {
      ...link,
      revision: link.revision + 1,
      issue: reading ? reading.issue : link.issue,
      etag: reading ? reading.etag : link.etag,
      readAt: now,
      failures: 0,
      problem: undefined,
      nextTryAt: now + this.options.readEveryMs,
    };
  }

  /** @returns the action, where it is taken up again */
  private async take(
    tx: Stores,
    link: StoredLink,
    next: StoredLink,
    tracker: Tracker,
  ): Promise<Action | undefined> {
    const action = await tx.actions.get(link.actionId, { kind: 'all' });
    if (!action) {
      return undefined;
    }
    const settled =
      action.status === 'verified' || action.status === 'cancelled';
    const nextTryAt =
      settled && next.nextTryAt > Date.now()
        ? Math.max(next.nextTryAt, Date.now() + DAY_MS)
        : next.nextTryAt;
    if (!(await tx.links.update({ ...next, nextTryAt }))) {
      throw new Overtaken();
    }
    const { issue } = next;
    const change =
      issue &&
      editByIssue(
        {
          action,
          link,
          tracker,
          issue,
          history:
            link.issue && link.issue.state !== issue.state
              ? await tx.actions.history(action.id)
              : [],
        },
        new Date().toISOString(),
      );
    const changed = change && (await edit(tx, action, change));
    return change?.entry.operation === 'reopened' ? changed : undefined;
  }

  /** Writes until nobody else is faster, then tells the owner of what was reopened. */
  private async write(
    run: (tx: Stores) => Promise<Action | undefined>,
  ): Promise<void> {
    const { stores, notifier } = this.options;
    for (let attempt = 1; ; attempt++) {
      try {
        const reopened = await stores.transaction(run);
        if (reopened) {
          await notifier.reopened(reopened);
        }
        return;
      } catch (error) {
        if (!(error instanceof Overtaken) || attempt === ATTEMPTS) {
          throw error;
        }
      }
    }
  }
}

async function edit(
  tx: Stores,
  action: Action,
  { changes, entry }: IssueEdit,
): Promise<Action> {
  const next = reviseAction(action, changes, new Date().toISOString());
  if (!(await tx.actions.update(next))) {
    throw new Overtaken();
  }
  await tx.actions.addHistory(actionEntry(action, next, entry));
  return next;
}

function isOlder(issue: TrackedIssue, than: TrackedIssue): boolean {
  return (
    issue.id === than.id &&
    Date.parse(issue.updatedAt) < Date.parse(than.updatedAt)
  );
}
