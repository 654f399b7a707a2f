import type { PermissionsRegistryService } from '@backstage/backend-plugin-api';
import { createPermissionResourceRef } from '@backstage/plugin-permission-node';
import {
  Incident,
  RESOURCE_TYPE_INCIDENT,
  incidentLearningPermissions,
} from '@hindsight/backstage-plugin-incident-learning-common';
import { isResourcePermission } from '@backstage/plugin-permission-common';
import type { AccessFilter } from './AccessFilter';

const incidentResourceRef = createPermissionResourceRef<
  Incident,
  AccessFilter
>().with({
  pluginId: 'incident-learning',
  resourceType: RESOURCE_TYPE_INCIDENT,
});

/** Makes the plugin's permissions known to the permission framework. */
export function registerPermissions(
  registry: PermissionsRegistryService,
): void {
  registry.addResourceType({
    resourceRef: incidentResourceRef,
    permissions: incidentLearningPermissions.filter(permission =>
      isResourcePermission(permission),
    ),
    rules: [],
  });
  registry.addPermissions(
    incidentLearningPermissions.filter(
      permission => !isResourcePermission(permission),
    ),
  );
}
