import {
  createExternalRouteRef,
  createRouteRef,
  createSubRouteRef,
} from '@backstage/core-plugin-api';

/** The page Learning. */
export const rootRouteRef = createRouteRef({ id: 'incident-learning' });

export const incidentsRouteRef = createSubRouteRef({
  id: 'incident-learning:incidents',
  parent: rootRouteRef,
  path: '/incidents',
});

export const declareIncidentRouteRef = createSubRouteRef({
  id: 'incident-learning:declare-incident',
  parent: rootRouteRef,
  path: '/incidents/new',
});

export const incidentRouteRef = createSubRouteRef({
  id: 'incident-learning:incident',
  parent: rootRouteRef,
  path: '/incidents/:id',
});

export const editIncidentRouteRef = createSubRouteRef({
  id: 'incident-learning:edit-incident',
  parent: rootRouteRef,
  path: '/incidents/:id/edit',
});

export const reviewsRouteRef = createSubRouteRef({
  id: 'incident-learning:reviews',
  parent: rootRouteRef,
  path: '/reviews',
});

export const reviewRouteRef = createSubRouteRef({
  id: 'incident-learning:review',
  parent: rootRouteRef,
  path: '/reviews/:id',
});

export const feedbackRouteRef = createSubRouteRef({
  id: 'incident-learning:review-feedback',
  parent: rootRouteRef,
  path: '/reviews/:id/feedback',
});

export const reportRouteRef = createSubRouteRef({
  id: 'incident-learning:review-report',
  parent: rootRouteRef,
  path: '/reviews/:id/report',
});

export const lessonsRouteRef = createSubRouteRef({
  id: 'incident-learning:lessons',
  parent: rootRouteRef,
  path: '/lessons',
});

export const lessonRouteRef = createSubRouteRef({
  id: 'incident-learning:lesson',
  parent: rootRouteRef,
  path: '/lessons/:id',
});

export const lessonCoverageRouteRef = createSubRouteRef({
  id: 'incident-learning:lesson-coverage',
  parent: rootRouteRef,
  path: '/lessons/coverage',
});

export const actionsRouteRef = createSubRouteRef({
  id: 'incident-learning:actions',
  parent: rootRouteRef,
  path: '/actions',
});

export const actionRouteRef = createSubRouteRef({
  id: 'incident-learning:action',
  parent: rootRouteRef,
  path: '/actions/:id',
});

export const trendReportRouteRef = createSubRouteRef({
  id: 'incident-learning:trend-report',
  parent: rootRouteRef,
  path: '/report',
});

export const riskRouteRef = createSubRouteRef({
  id: 'incident-learning:risk',
  parent: rootRouteRef,
  path: '/risk',
});

export const riskWhatIfRouteRef = createSubRouteRef({
  id: 'incident-learning:risk-what-if',
  parent: rootRouteRef,
  path: '/risk/what-if',
});

export const riskExperimentsRouteRef = createSubRouteRef({
  id: 'incident-learning:risk-experiments',
  parent: rootRouteRef,
  path: '/risk/experiments',
});

export const riskExperimentRouteRef = createSubRouteRef({
  id: 'incident-learning:risk-experiment',
  parent: rootRouteRef,
  path: '/risk/experiments/:id',
});

export const riskProfilesRouteRef = createSubRouteRef({
  id: 'incident-learning:risk-profiles',
  parent: rootRouteRef,
  path: '/risk/profiles',
});

/** The tab Incidents of an entity's page. */
export const entityIncidentsRouteRef = createRouteRef({
  id: 'incident-learning:entity-incidents',
});

/**
 * Where the card of an entity leads. It is external only so that a portal
 * without the tab has a card without the link, and no error.
 */
export const entityTabRouteRef = createExternalRouteRef({
  id: 'incident-learning:entity-tab',
  optional: true,
  defaultTarget: 'incident-learning.entityIncidents',
});
