import type { AuthService, LoggerService } from '@backstage/backend-plugin-api';
import type { Action } from '@hindsight/backstage-plugin-incident-learning-common';
import type { People } from '../catalog';
import { UnprocessableError } from '../http';
import type { ActionNotifier } from './ActionNotifier';

export interface ActionOwnersOptions {
  auth: AuthService;
  logger: LoggerService;
  people: People;
  notifier: ActionNotifier;
}

/** Those who commit to actions. A catalog out of reach never keeps a person from writing an action down. */
export class ActionOwners {
  static create(options: ActionOwnersOptions): ActionOwners {
    return new ActionOwners(options);
  }

  private constructor(private readonly options: ActionOwnersOptions) {}

  /**
   * What follows from a new owner: the group behind them, which is told when an action is late or its owner gone.
   *
   * @throws UnprocessableError when the owner is no user or group, or not in the catalog
   */
  async taking(
    next: Pick<Action, 'owner'>,
    current?: Action,
  ): Promise<Pick<Action, 'owningGroup'>> {
    const { owner } = next;
    if (owner === undefined) {
      return { owningGroup: undefined };
    }
    if (owner === current?.owner) {
      return {};
    }
    if (!/^(user|group):/.test(owner)) {
      throw refused(
        `is ${owner}: name a user or a group, who can do something`,
      );
    }
    const missing = await this.missing([owner]);
    if (missing?.includes(owner)) {
      throw refused(
        `is ${owner}, whom the catalog does not know: choose somebody from the list`,
      );
    }
    const [owningGroup] = owner.startsWith('group:')
      ? [owner]
      : await this.groupsAbove(owner);
    return { owningGroup };
  }

  /** Tells a new owner, who is the same of all, of what waits for them; never throws. */
  async welcome(
    actions: Action[],
    before: Action | undefined,
    by: string,
  ): Promise<void> {
    const waiting = actions.filter(
      ({ status }) => status === 'open' || status === 'in-progress',
    );
    const known = before?.status === 'idea' ? undefined : before?.owner;
    const owner = waiting[0]?.owner;
    if (owner && owner !== known && owner !== by) {
      await this.options.notifier.committed(waiting, owner);
    }
  }

  /** Which of the refs the catalog does not know; undefined when it cannot be asked. */
  async missing(refs: string[]): Promise<string[] | undefined> {
    const { auth, people, logger } = this.options;
    try {
      const credentials = await auth.getOwnServiceCredentials();
      return await people.unknown(refs, credentials);
    } catch (error) {
      logger.warn(
        'The catalog could not be asked who owns actions: owners are taken as they are',
        error as Error,
      );
      return undefined;
    }
  }

  /** The users behind an owner: the user, or those who belong to the group itself. */
  async members(ref: string): Promise<string[]> {
    const { auth, people, logger } = this.options;
    if (!ref.startsWith('group:')) {
      return [ref];
    }
    try {
      const credentials = await auth.getOwnServiceCredentials();
      return await people.membersOf(ref, credentials);
    } catch (error) {
      logger.warn(
        'The catalog could not be asked who belongs to a group: its members are not reminded of actions',
        error as Error,
      );
      return [];
    }
  }

  /** The groups that somebody belongs to, or the parents of a group; none when the catalog cannot be asked. */
  async groupsAbove(ref: string): Promise<string[]> {
    const { auth, people, logger } = this.options;
    try {
      const credentials = await auth.getOwnServiceCredentials();
      return await people.groupsAbove(ref, credentials);
    } catch (error) {
      logger.warn(
        'The catalog could not be asked for groups: nobody above the owner is told of overdue actions',
        error as Error,
      );
      return [];
    }
  }
}

function refused(message: string): UnprocessableError {
  return new UnprocessableError([{ path: 'owner', message }]);
}
