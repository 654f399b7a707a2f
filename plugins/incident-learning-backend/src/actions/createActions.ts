import type {
  AuthService,
  LoggerService,
  RootConfigService,
  SchedulerService,
} from '@backstage/backend-plugin-api';
import type { CatalogService } from '@backstage/plugin-catalog-node';
import type { NotificationService } from '@backstage/plugin-notifications-node';
import type { ActionTracker } from '@hindsight/backstage-plugin-incident-learning-node';
import type { IdentityOf } from '../access';
import { CatalogPeople, ScopeResolver } from '../catalog';
import { AnniversaryReminders } from '../lessons/travel/AnniversaryReminders';
import { readAnniversarySettings } from '../lessons/travel/anniversarySettings';
import { ActionBulk } from './ActionBulk';
import { BackstageActionNotifier } from './ActionNotifier';
import { ActionOwners } from './ActionOwners';
import { ActionReminders } from './ActionReminders';
import { ActionRepeats } from './ActionRepeats';
import { ActionService } from './ActionService';
import { ActionWork } from './ActionWork';
import { ActionWriter, ActionWriterOptions } from './ActionWriter';
import { ActionSettings, readActionSettings } from './actionSettings';
import { Trackers, createTrackers, scheduleTrackers } from './trackers';

export interface CreateActionsOptions
  extends Omit<ActionWriterOptions, 'owners'> {
  auth: AuthService;
  catalog: CatalogService;
  config: RootConfigService;
  logger: LoggerService;
  notifications: NotificationService;
  scopes: ScopeResolver;
  identityOf: IdentityOf;
  /** Trackers that modules have added. */
  trackers: ActionTracker[];
}

/** All that the routes of actions need. */
export interface Actions {
  actions: ActionService;
  work: ActionWork;
  bulk: ActionBulk;
  reminders: ActionReminders;
  repeats: ActionRepeats;
  trackers: Trackers;
  actionSettings: ActionSettings;
}

export function createActions(options: CreateActionsOptions): Actions {
  const { stores } = options;
  const actionSettings = readActionSettings(options.config);
  const notifier = BackstageActionNotifier.create(options);
  const people = CatalogPeople.create(options);
  const owners = ActionOwners.create({ ...options, people, notifier });
  const writing = { ...options, owners };
  const writer = ActionWriter.create(writing);
  return {
    actions: ActionService.create({ ...writing, writer }),
    work: ActionWork.create({ ...writing, writer }),
    bulk: ActionBulk.create({ ...writing, writer }),
    reminders: ActionReminders.create({
      stores,
      owners,
      notifier,
      settings: actionSettings.reminders,
      anniversaries: AnniversaryReminders.create({
        ...options,
        people,
        members: ref => owners.members(ref),
        settings: readAnniversarySettings(options.config),
      }),
    }),
    repeats: ActionRepeats.create({ stores, notifier }),
    trackers: createTrackers({
      ...options,
      notifier,
      writer,
      settings: actionSettings.trackers,
    }),
    actionSettings,
  };
}

/** Lets the scheduler send the day's digests and follow issues; one replica at a time. */
export async function scheduleActionTasks(options: {
  scheduler: SchedulerService;
  actions: Pick<Actions, 'reminders' | 'trackers' | 'actionSettings'>;
}): Promise<void> {
  const { reminders, trackers, actionSettings } = options.actions;
  await options.scheduler.scheduleTask({
    ...actionSettings.schedule,
    scope: 'global',
    id: 'incident-learning-remind-owners',
    fn: () => reminders.run(),
  });
  await scheduleTrackers({
    ...options,
    trackers,
    schedule: actionSettings.trackers.schedule,
  });
}
