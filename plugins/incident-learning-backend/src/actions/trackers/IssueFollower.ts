import type { LoggerService } from '@backstage/backend-plugin-api';
import {
  ActionTracker,
  ActionTrackerError,
  IssueReading,
} from '@hindsight/backstage-plugin-incident-learning-node';
import limiterOf from 'p-limit';
import type { Stores } from '../../stores';
import type { StoredLink } from './ActionLinkStore';
import type { IssueKeeper } from './IssueKeeper';
import type { TrackableActions } from './TrackableActions';
import { askWithin, checkedReading, isTrackerError } from './asking';

const MINUTE_MS = 60_000;
const LONGEST_PAUSE_MS = 6 * 60 * MINUTE_MS;
const PAGE_SIZE = 20;
const CONCURRENCY = 4;
/** After so many on one page did not get through, the tracker is left alone until the next run. */
const ENOUGH_FAILURES = 3;

export interface IssueFollowerOptions {
  stores: Stores;
  trackers: ActionTracker[];
  keeper: IssueKeeper;
  trackable: TrackableActions;
  logger: LoggerService;
  /** How long the tracker may take to answer. */
  timeoutMs: number;
}

/** How asking about one issue went; `skipped` where somebody else asks, or it is gone. */
type Outcome = 'done' | 'skipped' | ActionTrackerError['reason'];

/**
 * Creates and reads issues. Each is claimed in the database first, so that one replica asks; what fails is kept with
 * its problem and tried again, after a pause that doubles.
 */
export class IssueFollower {
  static create(options: IssueFollowerOptions): IssueFollower {
    return new IssueFollower(options);
  }

  private constructor(private readonly options: IssueFollowerOptions) {}

  /** Asks about all that is due, of all trackers at once; one that is down holds up none of the others. */
  async run(signal?: AbortSignal): Promise<void> {
    await Promise.all(
      this.options.trackers.map(tracker => this.runOf(tracker, signal)),
    );
  }

  /**
   * Creates or reads the issue of a link now. Never throws because of the tracker.
   *
   * @param due - whether only where nobody has done so since it was due
   */
  async follow(link: StoredLink, due = false): Promise<Outcome> {
    const { stores, trackers, timeoutMs } = this.options;
    const tracker = trackers.find(({ id }) => id === link.tracker);
    const now = Date.now();
    // Long enough for the answer to be kept, however slow the database.
    const until = now + timeoutMs + MINUTE_MS;
    const claimed =
      tracker && (await stores.links.claim(link.id, { now, until, due }));
    if (!claimed) {
      return 'skipped';
    }
    try {
      return await this.ask(tracker, claimed);
    } finally {
      await stores.links.release(claimed.id);
    }
  }

  private async runOf(
    tracker: ActionTracker,
    signal?: AbortSignal,
  ): Promise<void> {
    const { links } = this.options.stores;
    const limit = limiterOf(CONCURRENCY);
    while (!signal?.aborted) {
      if (await links.heldUntil(tracker.id, Date.now())) {
        return;
      }
      const due = await links.due(tracker.id, Date.now(), PAGE_SIZE);
      const outcomes = await Promise.all(
        due.map(link => limit(() => this.followDue(link))),
      );
      const failed = outcomes.filter(
        outcome => outcome === 'unavailable' || outcome === 'limited',
      );
      if (due.length < PAGE_SIZE || failed.length >= ENOUGH_FAILURES) {
        return;
      }
    }
  }

  /** Where the database does not keep one, the others go on. */
  private async followDue(link: StoredLink): Promise<Outcome> {
    try {
      return await this.follow(link, true);
    } catch (error) {
      this.options.logger.error(
        `What became of the issue of action ${link.actionId} could not be kept`,
        error as Error,
      );
      return 'unavailable';
    }
  }

  private async ask(
    tracker: ActionTracker,
    link: StoredLink,
  ): Promise<Outcome> {
    const { stores, keeper, logger, timeoutMs } = this.options;
    let reading: IssueReading | undefined;
    try {
      const held = await stores.links.heldUntil(tracker.id, Date.now());
      if (held) {
        throw tooSoon(tracker, held);
      }
      const told = await askWithin(tracker, timeoutMs, signal =>
        this.request(tracker, link, signal),
      );
      reading = told && checkedReading(tracker, told);
    } catch (error) {
      if (isTrackerError(error)) {
        return this.postpone(tracker, link, error);
      }
      // Its words could hold a secret of the tracker.
      logger.error(
        `${tracker.title} failed with an unexpected ${(error as Error)?.name}`,
      );
      const message = `${tracker.title} could not be asked for a reason that nobody expected: its module should tell more`;
      return this.postpone(
        tracker,
        link,
        new ActionTrackerError(message, { reason: 'unavailable' }),
      );
    }
    await keeper.keep(link.id, reading, tracker);
    return 'done';
  }

  private async request(
    tracker: ActionTracker,
    link: StoredLink,
    signal: AbortSignal,
  ): Promise<IssueReading | undefined> {
    const { issue, etag, actionId, target } = link;
    if (issue) {
      return tracker.read({ issue, etag }, { signal });
    }
    const { stores, trackable } = this.options;
    const action = await stores.actions.get(actionId, { kind: 'all' });
    if (!action || target === undefined) {
      return undefined;
    }
    return tracker.create(
      {
        action: await trackable.of(action, { kind: 'all' }),
        target,
        key: link.id,
        // The claim that we hold counts as the latest attempt.
        triedSince:
          link.attempts > 1 ? new Date(link.linkedAt).toISOString() : undefined,
      },
      { signal },
    );
  }

  private async postpone(
    tracker: ActionTracker,
    { id }: StoredLink,
    { message, reason, retryAt }: ActionTrackerError,
  ): Promise<Outcome> {
    const { links } = this.options.stores;
    const now = Date.now();
    const limitedUntil =
      reason === 'limited'
        ? Math.max(retryAt?.getTime() ?? 0, now + MINUTE_MS)
        : 0;
    for (let done = false; !done; ) {
      const link = await links.get(id);
      done =
        !link ||
        (await links.update({
          ...link,
          revision: link.revision + 1,
          failures: link.failures + 1,
          problem: { at: now, message },
          nextTryAt: Math.max(now + pauseAfter(link.failures), limitedUntil),
        }));
    }
    if (limitedUntil) {
      await links.hold(tracker.id, limitedUntil);
    }
    return reason;
  }
}

/** The pause after so many failures before this one: a minute, doubled each time. */
function pauseAfter(failures: number): number {
  return Math.min(MINUTE_MS * 2 ** Math.min(failures, 20), LONGEST_PAUSE_MS);
}

/** Why a tracker is not asked now. */
export function tooSoon(
  { title }: ActionTracker,
  until: number,
): ActionTrackerError {
  const retryAt = new Date(until);
  return new ActionTrackerError(
    `${title} wants to be asked nothing until ${retryAt.toISOString()}: it is asked after that`,
    { reason: 'limited', retryAt },
  );
}
