import { createExtensionPoint } from '@backstage/backend-plugin-api';
import type { ActionTracker } from './ActionTracker';

/** @public */
export interface ActionTrackerExtensionPoint {
  /**
   * @throws ConflictError when there is a tracker with this id already
   * @throws InputError when its id holds other than letters, digits and `-`
   */
  addTracker(tracker: ActionTracker): void;
}

/**
 * Adds systems in which actions are tracked.
 *
 * @public
 */
export const actionTrackerExtensionPoint =
  createExtensionPoint<ActionTrackerExtensionPoint>({
    id: 'incident-learning.action-tracker',
  });
