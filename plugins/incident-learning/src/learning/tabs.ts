import { ComponentType } from 'react';

/** One tab of the page Learning. */
export interface LearningTab {
  name: string;
  /** Below the page's own path. */
  path: string;
  title: string;
  load: () => Promise<ComponentType>;
}

export const overviewTab: LearningTab = {
  name: 'overview',
  path: 'overview',
  title: 'Overview',
  load: () => import('../metrics').then(m => m.OverviewPage),
};

export const incidentsTab: LearningTab = {
  name: 'incidents',
  path: 'incidents',
  title: 'Incidents',
  load: () => import('./IncidentsRouter').then(m => m.IncidentsRouter),
};

export const reviewsTab: LearningTab = {
  name: 'reviews',
  path: 'reviews',
  title: 'Reviews',
  load: () => import('./ReviewsRouter').then(m => m.ReviewsRouter),
};

export const lessonsTab: LearningTab = {
  name: 'lessons',
  path: 'lessons',
  title: 'Lessons',
  load: () => import('./LessonsRouter').then(m => m.LessonsRouter),
};

export const actionsTab: LearningTab = {
  name: 'actions',
  path: 'actions',
  title: 'Actions',
  load: () => import('./ActionsRouter').then(m => m.ActionsRouter),
};

export const patternsTab: LearningTab = {
  name: 'patterns',
  path: 'patterns',
  title: 'Patterns',
  load: () => import('../patterns').then(m => m.PatternsPage),
};

export const riskTab: LearningTab = {
  name: 'risk',
  path: 'risk',
  title: 'Risk',
  load: () => import('./RiskRouter').then(m => m.RiskRouter),
};

export const reportTab: LearningTab = {
  name: 'report',
  path: 'report',
  title: 'Report',
  load: () => import('../trends').then(m => m.TrendReportPage),
};

export const bulletinTab: LearningTab = {
  name: 'bulletin',
  path: 'bulletin',
  title: 'Bulletin',
  load: () => import('../bulletins').then(m => m.BulletinPage),
};

/** In the order in which the page shows them. */
export const LEARNING_TABS = [
  overviewTab,
  incidentsTab,
  reviewsTab,
  lessonsTab,
  actionsTab,
  patternsTab,
  riskTab,
  reportTab,
  bulletinTab,
];
