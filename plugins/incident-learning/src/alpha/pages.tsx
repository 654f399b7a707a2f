import { PageBlueprint } from '@backstage/frontend-plugin-api';
import SchoolIcon from '@material-ui/icons/School';
import { rootRouteRef } from '../routes';

/** Its title and icon are those of the entry in the navigation too. */
export const learningPage = PageBlueprint.make({
  params: {
    path: '/incident-learning',
    title: 'Learning',
    icon: <SchoolIcon fontSize="inherit" />,
    routeRef: rootRouteRef,
  },
});
