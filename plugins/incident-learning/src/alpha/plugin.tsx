import { createFrontendPlugin } from '@backstage/frontend-plugin-api';
import SchoolIcon from '@material-ui/icons/School';
import {
  entityIncidentsRouteRef,
  entityTabRouteRef,
  rootRouteRef,
} from '../routes';
import { incidentLearningApi } from './apis';
import { entityIncidentLearningCard } from './entityCards';
import { entityIncidentsContent } from './entityContents';
import {
  anniversariesWidget,
  myActionsWidget,
  waitingReviewsWidget,
} from './homeWidgets';
import { learningPage } from './pages';
import {
  actionsSubPage,
  bulletinSubPage,
  incidentsSubPage,
  lessonsSubPage,
  overviewSubPage,
  patternsSubPage,
  reportSubPage,
  reviewsSubPage,
  riskSubPage,
} from './subPages';

/**
 * The plugin for portals of the new frontend system.
 *
 * @alpha
 */
export const incidentLearningPlugin = createFrontendPlugin({
  pluginId: 'incident-learning',
  title: 'Learning',
  icon: <SchoolIcon fontSize="inherit" />,
  info: { packageJson: () => import('../../package.json') },
  routes: { root: rootRouteRef, entityIncidents: entityIncidentsRouteRef },
  externalRoutes: { entityTab: entityTabRouteRef },
  // The sub pages are the page's tabs, in this order.
  extensions: [
    incidentLearningApi,
    learningPage,
    overviewSubPage,
    incidentsSubPage,
    reviewsSubPage,
    lessonsSubPage,
    actionsSubPage,
    patternsSubPage,
    riskSubPage,
    reportSubPage,
    bulletinSubPage,
    entityIncidentsContent,
    entityIncidentLearningCard,
    waitingReviewsWidget,
    myActionsWidget,
    anniversariesWidget,
  ],
});
