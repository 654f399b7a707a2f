import {
  ConflictError,
  NotFoundError,
  ServiceUnavailableError,
} from '@backstage/errors';
import {
  Action,
  ActionIssueInput,
  ActionLinkInput,
  ActionTracking,
  DONE_STATUSES,
  actionUpdatePermission,
} from '@hindsight/backstage-plugin-incident-learning-common';
import type { ActionTracker } from '@hindsight/backstage-plugin-incident-learning-node';
import { v7 as uuid } from 'uuid';
import { UnprocessableError } from '../../http';
import type { Call } from '../../reviews/ReviewGate';
import type { ActionWriter, ActionWriterOptions } from '../ActionWriter';
import { StoredLink, shownLink } from './ActionLinkStore';
import { IssueFollower, tooSoon } from './IssueFollower';
import type { IssueKeeper } from './IssueKeeper';
import type { TrackableActions } from './TrackableActions';
import { askWithin, checkedReading, isTrackerError } from './asking';

export interface ActionTrackingServiceOptions
  extends Pick<ActionWriterOptions, 'stores' | 'gate' | 'nameOf'> {
  trackers: ActionTracker[];
  writer: ActionWriter;
  follower: IssueFollower;
  keeper: IssueKeeper;
  trackable: TrackableActions;
  /** How long a tracker may take to answer. */
  timeoutMs: number;
}

/** Which issue tracks an action, as people see and decide it. */
export class ActionTrackingService {
  static create(options: ActionTrackingServiceOptions): ActionTrackingService {
    return new ActionTrackingService(options);
  }

  private constructor(private readonly options: ActionTrackingServiceOptions) {}

  async get(id: string, call: Call): Promise<ActionTracking> {
    const { stores, trackers, writer } = this.options;
    const action = await writer.find(id, call);
    const link = await stores.links.ofAction(id);
    return {
      link: link && shownLink(link),
      trackers: await Promise.all(
        trackers.map(async tracker => ({
          id: tracker.id,
          title: tracker.title,
          ...(link
            ? { targets: [] }
            : await this.targetsOf(tracker, action, call)),
        })),
      ),
    };
  }

  /**
   * Lets an issue be created, now where the tracker takes it, else as soon as it does. What is to be created is kept
   * first, so that of two clicks one counts, and nothing is forgotten.
   *
   * @throws ConflictError when the action is settled, or tracked otherwise
   * @throws UnprocessableError when there is no such tracker or target
   */
  async create(
    id: string,
    { tracker: trackerId, target }: ActionIssueInput,
    call: Call,
  ): Promise<ActionTracking> {
    const { stores, writer, trackers, follower } = this.options;
    const action = await writer.find(id, call, actionUpdatePermission);
    requireUnsettled(action);
    const tracker = trackers.find(one => one.id === trackerId);
    if (!tracker) {
      throw refused('tracker', noTracker(trackerId, trackers));
    }
    const { targets, problem } = await this.targetsOf(tracker, action, call);
    if (!targets.some(one => one.id === target)) {
      throw problem
        ? new ServiceUnavailableError(problem)
        : refused(
            'target',
            `is ${target}, where ${
              tracker.title
            } creates no issue for this action: choose one of ${targets
              .map(one => one.id)
              .join(', ')}`,
          );
    }
    const link = this.newLink(action, tracker, call, target);
    if (await stores.links.insert(link)) {
      await follower.follow(link);
    } else {
      const standing = await stores.links.ofAction(id);
      if (standing?.tracker !== trackerId || standing.target !== target) {
        throw new ConflictError(
          'This action is tracked by an issue already: unlink it first',
        );
      }
    }
    return this.get(id, call);
  }

  /**
   * Lets an issue that there is track an action.
   *
   * @throws UnprocessableError when it is no issue that can be read
   * @throws ServiceUnavailableError when the tracker does not tell now
   * @throws ConflictError when the action is tracked already
   */
  async link(
    id: string,
    { url }: ActionLinkInput,
    call: Call,
  ): Promise<ActionTracking> {
    const { stores, writer, trackers, keeper } = this.options;
    const action = await writer.find(id, call, actionUpdatePermission);
    const tracker = trackers.find(one => one.canHandle(url));
    if (!tracker) {
      throw refused('url', noIssue(trackers));
    }
    const held = await stores.links.heldUntil(tracker.id, Date.now());
    const reading = await this.ask(
      tracker,
      call,
      action,
      async (trackable, signal) => {
        if (held) {
          throw tooSoon(tracker, held);
        }
        const { credentials } = call;
        return checkedReading(
          tracker,
          await tracker.link(url, trackable, { credentials, signal }),
        );
      },
    ).catch(error => {
      if (isTrackerError(error)) {
        throw error.reason === 'refused'
          ? refused('url', continued(error.message))
          : new ServiceUnavailableError(error.message);
      }
      throw error;
    });
    await keeper.link(this.newLink(action, tracker, call), reading, tracker);
    return this.get(id, call);
  }

  /** @throws NotFoundError when nothing tracks it; ConflictError while the tracker is asked */
  async unlink(id: string, call: Call): Promise<void> {
    const { keeper, nameOf } = this.options;
    const link = await this.find(id, call);
    await keeper.unlink(link, nameOf(call.credentials), this.nameOf(link));
  }

  /** Asks the tracker now. @throws NotFoundError when nothing tracks the action */
  async refresh(id: string, call: Call): Promise<ActionTracking> {
    await this.options.follower.follow(await this.find(id, call));
    return this.get(id, call);
  }

  private async find(id: string, call: Call): Promise<StoredLink> {
    const { stores, writer } = this.options;
    await writer.find(id, call, actionUpdatePermission);
    const link = await stores.links.ofAction(id);
    if (!link) {
      throw new NotFoundError(`No issue tracks action ${id}`);
    }
    return link;
  }

  private async targetsOf(
    tracker: ActionTracker,
    action: Action,
    call: Call,
  ): Promise<Pick<ActionTracking['trackers'][number], 'targets' | 'problem'>> {
    try {
      const { credentials } = call;
      return {
        targets: await this.ask(tracker, call, action, (trackable, signal) =>
          tracker.targets(trackable, { credentials, signal }),
        ),
      };
    } catch (error) {
      return {
        targets: [],
        problem: isTrackerError(error)
          ? error.message
          : `${tracker.title} could not tell where issues can be created: try again in a moment`,
      };
    }
  }

  private async ask<T>(
    tracker: ActionTracker,
    call: Call,
    action: Action,
    request: (
      trackable: Awaited<ReturnType<TrackableActions['of']>>,
      signal: AbortSignal,
    ) => Promise<T>,
  ): Promise<T> {
    const { gate, trackable, timeoutMs } = this.options;
    const told = await trackable.of(action, await gate.readable(call));
    return askWithin(tracker, timeoutMs, signal => request(told, signal));
  }

  private newLink(
    action: Action,
    tracker: ActionTracker,
    call: Call,
    target?: string,
  ): StoredLink {
    const now = Date.now();
    return {
      id: uuid(),
      actionId: action.id,
      revision: 1,
      tracker: tracker.id,
      target,
      linkedAt: now,
      linkedBy: this.options.nameOf(call.credentials),
      attempts: 0,
      failures: 0,
      nextTryAt: now,
    };
  }

  /** Of a tracker that may be installed no more. */
  private nameOf({ tracker }: StoredLink): { id: string; title: string } {
    const found = this.options.trackers.find(({ id }) => id === tracker);
    return { id: tracker, title: found?.title ?? tracker };
  }
}

function requireUnsettled({ status }: Action): void {
  if (
    status === 'cancelled' ||
    (DONE_STATUSES as readonly string[]).includes(status)
  ) {
    throw new ConflictError(
      `This action is ${status}, so that nobody has to work on it: reopen it first`,
    );
  }
}

function noTracker(id: string, trackers: ActionTracker[]): string {
  return `is ${id}, which is not installed: ${
    trackers.length > 0
      ? `choose one of ${trackers.map(one => one.id).join(', ')}`
      : 'ask an administrator for a tracker'
  }`;
}

function noIssue(trackers: ActionTracker[]): string {
  return trackers.length > 0
    ? `is no address of an issue in ${trackers
        .map(({ title }) => title)
        .join(' or ')}: copy it from the issue's page`
    : 'cannot be followed, since no tracker is installed: put it into the link of the action';
}

/** A sentence of a tracker, as it goes on after the name of a field. */
function continued(message: string): string {
  return message.startsWith('is ') ? message : `cannot be followed: ${message}`;
}

function refused(path: string, message: string): UnprocessableError {
  return new UnprocessableError([{ path, message }]);
}
