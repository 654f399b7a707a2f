import { createPermission } from '@backstage/plugin-permission-common';

/**
 * Resource type of an incident in permission rules and conditional decisions.
 *
 * @public
 */
export const RESOURCE_TYPE_INCIDENT = 'incident-learning-incident';

/** @public */
export const incidentReadPermission = createPermission({
  name: 'incident-learning.incident.read',
  attributes: { action: 'read' },
  resourceType: RESOURCE_TYPE_INCIDENT,
});

/** @public */
export const incidentCreatePermission = createPermission({
  name: 'incident-learning.incident.create',
  attributes: { action: 'create' },
});

/** @public */
export const incidentUpdatePermission = createPermission({
  name: 'incident-learning.incident.update',
  attributes: { action: 'update' },
  resourceType: RESOURCE_TYPE_INCIDENT,
});

/** @public */
export const incidentDeletePermission = createPermission({
  name: 'incident-learning.incident.delete',
  attributes: { action: 'delete' },
  resourceType: RESOURCE_TYPE_INCIDENT,
});

/**
 * An import creates and updates by source, so it has a permission of its own.
 *
 * @public
 */
export const incidentImportPermission = createPermission({
  name: 'incident-learning.incident.import',
  attributes: { action: 'create' },
});

/**
 * Every permission of the plugin.
 *
 * @public
 */
export const incidentLearningPermissions = [
  incidentReadPermission,
  incidentCreatePermission,
  incidentUpdatePermission,
  incidentDeletePermission,
  incidentImportPermission,
];
