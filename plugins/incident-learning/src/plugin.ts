import {
  createComponentExtension,
  createPlugin,
  createRoutableExtension,
} from '@backstage/core-plugin-api';
import { createCardExtension } from '@backstage/plugin-home-react';
import { incidentLearningApiFactory } from './api';
import {
  anniversariesHomeCard,
  myActionsHomeCard,
  waitingReviewsHomeCard,
} from './learning/homeCards';
import {
  entityIncidentsRouteRef,
  entityTabRouteRef,
  rootRouteRef,
} from './routes';

/**
 * The plugin for portals of the legacy frontend system.
 *
 * @public
 */
export const incidentLearningPlugin = createPlugin({
  id: 'incident-learning',
  apis: [incidentLearningApiFactory],
  routes: { root: rootRouteRef, entityIncidents: entityIncidentsRouteRef },
  externalRoutes: { entityTab: entityTabRouteRef },
});

/**
 * The page Learning; mount it at `/incident-learning`.
 *
 * @public
 */
export const IncidentLearningPage = incidentLearningPlugin.provide(
  createRoutableExtension({
    name: 'IncidentLearningPage',
    component: () => import('./learning').then(m => m.LearningPage),
    mountPoint: rootRouteRef,
  }),
);

/**
 * The tab Incidents of a component, API, resource, system, domain or group.
 *
 * @public
 */
export const EntityIncidentsContent = incidentLearningPlugin.provide(
  createRoutableExtension({
    name: 'EntityIncidentsContent',
    component: () => import('./metrics').then(m => m.EntityIncidents),
    mountPoint: entityIncidentsRouteRef,
  }),
);

/**
 * The card Incident learning of an entity's overview.
 *
 * @public
 */
export const EntityIncidentLearningCard = incidentLearningPlugin.provide(
  createComponentExtension({
    name: 'EntityIncidentLearningCard',
    component: {
      lazy: () => import('./metrics').then(m => m.IncidentLearningCard),
    },
  }),
);

/**
 * The card Reviews that wait for me, for the home page.
 *
 * @public
 */
export const WaitingReviewsCard = incidentLearningPlugin.provide(
  createCardExtension<object>(waitingReviewsHomeCard),
);

/**
 * The card My actions, for the home page.
 *
 * @public
 */
export const MyActionsCard = incidentLearningPlugin.provide(
  createCardExtension<object>(myActionsHomeCard),
);

/**
 * The card Lessons of a year ago, for the home page.
 *
 * @public
 */
export const LessonAnniversariesCard = incidentLearningPlugin.provide(
  createCardExtension<object>(anniversariesHomeCard),
);
