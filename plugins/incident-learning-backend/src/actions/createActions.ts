import { AuthService, LoggerService } from '@backstage/backend-plugin-api';
import type { CatalogService } from '@backstage/plugin-catalog-node';
import type { NotificationService } from '@backstage/plugin-notifications-node';
import type { IdentityOf } from '../access';
import { CatalogPeople, ScopeResolver } from '../catalog';
import { ActionBulk } from './ActionBulk';
import { BackstageActionNotifier } from './ActionNotifier';
import { ActionOwners } from './ActionOwners';
import { ActionService } from './ActionService';
import { ActionWork } from './ActionWork';
import { ActionWriter, ActionWriterOptions } from './ActionWriter';

export interface CreateActionsOptions
  extends Omit<ActionWriterOptions, 'owners'> {
  auth: AuthService;
  catalog: CatalogService;
  logger: LoggerService;
  notifications: NotificationService;
  scopes: ScopeResolver;
  identityOf: IdentityOf;
}

/** All that the routes of actions need. */
export interface Actions {
  actions: ActionService;
  work: ActionWork;
  bulk: ActionBulk;
}

export function createActions(options: CreateActionsOptions): Actions {
  const owners = ActionOwners.create({
    ...options,
    people: CatalogPeople.create(options),
    notifier: BackstageActionNotifier.create(options),
  });
  const writing = { ...options, owners };
  const writer = ActionWriter.create(writing);
  return {
    actions: ActionService.create({ ...writing, writer }),
    work: ActionWork.create({ ...writing, writer }),
    bulk: ActionBulk.create({ ...writing, writer }),
  };
}
