import { createPermission } from '@backstage/plugin-permission-common';
import { riskPermissions } from './riskPermissions';

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

/** @public */
export const reviewReadPermission = createPermission({
  name: 'incident-learning.review.read',
  attributes: { action: 'read' },
});

/** @public */
export const reviewCreatePermission = createPermission({
  name: 'incident-learning.review.create',
  attributes: { action: 'create' },
});

/** To write a review's parts, its analyses, lessons and actions, and to move it on short of publication. @public */
export const reviewUpdatePermission = createPermission({
  name: 'incident-learning.review.update',
  attributes: { action: 'update' },
});

/** To publish and to amend. @public */
export const reviewPublishPermission = createPermission({
  name: 'incident-learning.review.publish',
  attributes: { action: 'update' },
});

/** @public */
export const feedbackCreatePermission = createPermission({
  name: 'incident-learning.feedback.create',
  attributes: { action: 'create' },
});

/** @public */
export const lessonReadPermission = createPermission({
  name: 'incident-learning.lesson.read',
  attributes: { action: 'read' },
});

/** @public */
export const lessonCreatePermission = createPermission({
  name: 'incident-learning.lesson.create',
  attributes: { action: 'create' },
});

/** @public */
export const lessonUpdatePermission = createPermission({
  name: 'incident-learning.lesson.update',
  attributes: { action: 'update' },
});

/** @public */
export const lessonDeletePermission = createPermission({
  name: 'incident-learning.lesson.delete',
  attributes: { action: 'delete' },
});

/** To mark lessons as applied, planned or not applicable for what one owns. @public */
export const lessonApplyPermission = createPermission({
  name: 'incident-learning.lesson.apply',
  attributes: { action: 'update' },
});

/** To mark lessons for what others own as well. @public */
export const lessonApplyAnyPermission = createPermission({
  name: 'incident-learning.lesson.apply-any',
  attributes: { action: 'update' },
});

/** @public */
export const actionReadPermission = createPermission({
  name: 'incident-learning.action.read',
  attributes: { action: 'read' },
});

/** @public */
export const actionCreatePermission = createPermission({
  name: 'incident-learning.action.create',
  attributes: { action: 'create' },
});

/** @public */
export const actionUpdatePermission = createPermission({
  name: 'incident-learning.action.update',
  attributes: { action: 'update' },
});

/** @public */
export const actionDeletePermission = createPermission({
  name: 'incident-learning.action.delete',
  attributes: { action: 'delete' },
});

/** To see how the rollups behind the metrics are, to build them anew and to check them. @public */
export const metricsMaintainPermission = createPermission({
  name: 'incident-learning.metrics.maintain',
  attributes: { action: 'update' },
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
  reviewReadPermission,
  reviewCreatePermission,
  reviewUpdatePermission,
  reviewPublishPermission,
  feedbackCreatePermission,
  lessonReadPermission,
  lessonCreatePermission,
  lessonUpdatePermission,
  lessonDeletePermission,
  lessonApplyPermission,
  lessonApplyAnyPermission,
  actionReadPermission,
  actionCreatePermission,
  actionUpdatePermission,
  actionDeletePermission,
  metricsMaintainPermission,
  ...riskPermissions,
];
