import type {
  LoggerService,
  RootConfigService,
  SchedulerService,
} from '@backstage/backend-plugin-api';
import { ConflictError, InputError } from '@backstage/errors';
import type {
  ActionTracker,
  ActionTrackerExtensionPoint,
} from '@hindsight/backstage-plugin-incident-learning-node';
import type { Stores } from '../../stores';
import type { ActionNotifier } from '../ActionNotifier';
import type { ActionWriter, ActionWriterOptions } from '../ActionWriter';
import type { TrackerSettings } from '../actionSettings';
import { ActionTrackingService } from './ActionTrackingService';
import { IssueFollower } from './IssueFollower';
import { IssueKeeper } from './IssueKeeper';
import { TrackableActions } from './TrackableActions';

export interface CreateTrackersOptions
  extends Pick<ActionWriterOptions, 'gate' | 'nameOf'> {
  config: RootConfigService;
  logger: LoggerService;
  stores: Stores;
  notifier: ActionNotifier;
  writer: ActionWriter;
  trackers: ActionTracker[];
  settings: TrackerSettings;
}

/** All that follows the issues of actions. */
export interface Trackers {
  tracking: ActionTrackingService;
  follower: IssueFollower;
  keeper: IssueKeeper;
  trackers: ActionTracker[];
}

export function createTrackers(options: CreateTrackersOptions): Trackers {
  const { config, stores, settings, trackers } = options;
  const timeoutMs = settings.timeoutSeconds * 1000;
  const keeper = IssueKeeper.create({
    stores,
    notifier: options.notifier,
    readEveryMs: settings.readEveryMinutes * 60_000,
  });
  const trackable = TrackableActions.create({
    stores,
    baseUrl: config.getOptionalString('app.baseUrl') ?? '',
  });
  const asking = { ...options, keeper, trackable, timeoutMs };
  const follower = IssueFollower.create(asking);
  return {
    tracking: ActionTrackingService.create({ ...asking, follower }),
    follower,
    keeper,
    trackers,
  };
}

/** Lets the scheduler create and read issues; one replica at a time. */
export async function scheduleTrackers(options: {
  scheduler: SchedulerService;
  trackers: Trackers;
  schedule: TrackerSettings['schedule'];
}): Promise<void> {
  const { trackers, follower } = options.trackers;
  if (trackers.length > 0) {
    await options.scheduler.scheduleTask({
      ...options.schedule,
      scope: 'global',
      id: 'incident-learning-follow-issues',
      fn: signal => follower.run(signal),
    });
  }
}

/** Gathers the trackers that modules add. */
export function trackersTo(
  trackers: ActionTracker[],
): ActionTrackerExtensionPoint {
  return {
    addTracker(tracker) {
      const { id } = tracker;
      if (!/^[a-z0-9-]+$/i.test(id)) {
        throw new InputError(
          `The id of tracker ${id} holds other than letters, digits and -: choose another`,
        );
      }
      if (trackers.some(one => one.id === id)) {
        throw new ConflictError(
          `There is a tracker ${id} already: give yours another id`,
        );
      }
      trackers.push(tracker);
    },
  };
}
