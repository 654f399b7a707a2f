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
import type { AccessFilter } from './AccessFilter';

/**
 * The one seam through which every read and write passes: it asks the permission framework with the caller's
 * credentials and turns the decision into a filter that the stores apply in SQL.
 */
export class IncidentAccess {
  static create(options: { permissions: PermissionsService }) {
    return new IncidentAccess(options.permissions);
  }

  private constructor(private readonly permissions: PermissionsService) {}

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
    const [decision] = isResourcePermission(permission)
      ? await this.permissions.authorizeConditional([{ permission }], {
          credentials,
        })
      : await this.permissions.authorize([{ permission }], { credentials });
    if (decision.result !== AuthorizeResult.ALLOW) {
      // The plugin offers no rules yet, so a conditional decision cannot be met: refuse rather than show too much.
      throw new NotAllowedError(
        `You are not allowed to do this: it needs the permission ${permission.name}`,
      );
    }
    return { kind: 'all' };
  }
}
