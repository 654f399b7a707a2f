import type {
  BackstageCredentials,
  PermissionsService,
} from '@backstage/backend-plugin-api';
import { NotAllowedError } from '@backstage/errors';
import {
  AuthorizeResult,
  BasicPermission,
  ResourcePermission,
  isResourcePermission,
} from '@backstage/plugin-permission-common';
import { incidentReadPermission } from '@hindsight/backstage-plugin-incident-learning-common';
import type { Ownership } from '../catalog';
import type { AccessFilter } from './AccessFilter';
import type { IdentityOf } from './identity';

export interface IncidentAccessOptions {
  permissions: PermissionsService;
  identityOf: IdentityOf;
  ownership: Ownership;
  /** Users and groups who may reach every restricted incident. */
  restrictedReaders: string[];
}

/**
 * The one seam through which every read and write passes: it asks the permission framework with the caller's
 * credentials and turns the decision into a filter that the stores apply in SQL.
 */
export class IncidentAccess {
  static create(options: IncidentAccessOptions): IncidentAccess {
    return new IncidentAccess(options);
  }

  private constructor(private readonly options: IncidentAccessOptions) {}

  get restrictedReaders(): string[] {
    return this.options.restrictedReaders;
  }

  /**
   * Which incidents the caller may read; for lists, counts and aggregates alike.
   *
   * @throws NotAllowedError when the caller may read none
   */
  readable(credentials: BackstageCredentials): Promise<AccessFilter> {
    return this.decide(incidentReadPermission, credentials);
  }

  /**
   * Which incidents the caller may act on with a permission.
   *
   * @throws NotAllowedError when the caller may not at all
   */
  async decide(
    permission: BasicPermission | ResourcePermission,
    credentials: BackstageCredentials,
  ): Promise<AccessFilter> {
    const { permissions } = this.options;
    const [decision] = isResourcePermission(permission)
      ? await permissions.authorizeConditional([{ permission }], {
          credentials,
        })
      : await permissions.authorize([{ permission }], { credentials });
    if (decision.result !== AuthorizeResult.ALLOW) {
      // The plugin offers no rules yet, so a conditional decision cannot be met: refuse rather than show too much.
      throw new NotAllowedError(
        `You are not allowed to do this: it needs the permission ${permission.name}`,
      );
    }
    return this.restrictedTo(credentials);
  }

  /** Whether the caller has each of the permissions; for answers that leave out what they may not show. */
  async has(
    permissions: BasicPermission[],
    credentials: BackstageCredentials,
  ): Promise<boolean[]> {
    const decisions = await this.options.permissions.authorize(
      permissions.map(permission => ({ permission })),
      { credentials },
    );
    return decisions.map(({ result }) => result === AuthorizeResult.ALLOW);
  }

  /** Whatever the policy says, a restricted incident is for those whom it concerns; for services of the portal, too. */
  private async restrictedTo(
    credentials: BackstageCredentials,
  ): Promise<AccessFilter> {
    const { identityOf, ownership, restrictedReaders } = this.options;
    const { userRef, refs } = await identityOf(credentials);
    if (!userRef || refs.some(ref => restrictedReaders.includes(ref))) {
      return { kind: 'all' };
    }
    const owned = await ownership.ownedBy(refs, credentials);
    return { kind: 'own-restricted', userRef, refs, owned };
  }
}
