import type {
  AuthService,
  LoggerService,
  RootConfigService,
  SchedulerService,
} from '@backstage/backend-plugin-api';
import type { CatalogService } from '@backstage/plugin-catalog-node';
import type { NotificationService } from '@backstage/plugin-notifications-node';
import type { BucketCalendar } from '@hindsight/backstage-plugin-incident-learning-common';
import type { Knex } from 'knex';
import type { IdentityOf, IncidentAccess } from '../access';
import { DatabaseOverdueStore } from '../actions/overdue';
import { CatalogPeople, ScopeResolver } from '../catalog';
import { DatabasePatternStore } from '../patterns';
import { BulletinComposer } from './BulletinComposer';
import { BulletinDelivery } from './BulletinDelivery';
import { BulletinService } from './BulletinService';
import { DatabaseBulletinStore } from './DatabaseBulletinStore';
import { DatabaseFollowerStore } from './DatabaseFollowerStore';
import { readBulletinSettings } from './bulletinSettings';

export interface CreateBulletinsOptions {
  auth: AuthService;
  catalog: CatalogService;
  config: RootConfigService;
  logger: LoggerService;
  notifications: NotificationService;
  knex: Knex;
  access: IncidentAccess;
  scopes: ScopeResolver;
  identityOf: IdentityOf;
  /** Where weeks begin. */
  calendar: BucketCalendar;
  /** How far back incidents make a pattern. */
  lookBackMs: number;
}

/** What the routes and the schedule of bulletins need. */
export interface Bulletins {
  bulletins: BulletinService;
  delivery: BulletinDelivery;
}

export function createBulletins(options: CreateBulletinsOptions): Bulletins {
  const settings = readBulletinSettings(options.config);
  const followers = DatabaseFollowerStore.create(options);
  const composer = BulletinComposer.create({
    ...options,
    store: DatabaseBulletinStore.create(options),
    overdue: DatabaseOverdueStore.create(options),
    patterns: DatabasePatternStore.create(options),
  });
  const shared = { ...options, settings, followers, composer };
  return {
    bulletins: BulletinService.create(shared),
    delivery: BulletinDelivery.create({
      ...shared,
      people: CatalogPeople.create(options),
    }),
  };
}

/** Lets the scheduler look several times an hour whether a week's bulletin is due; one replica at a time. */
export async function scheduleBulletins(options: {
  scheduler: SchedulerService;
  delivery: BulletinDelivery;
}): Promise<void> {
  await options.scheduler.scheduleTask({
    id: 'incident-learning-send-bulletins',
    scope: 'global',
    frequency: { cron: '*/15 * * * *' },
    timeout: { minutes: 30 },
    fn: () => options.delivery.run(),
  });
}
