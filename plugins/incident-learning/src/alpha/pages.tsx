import {
  PageBlueprint,
  coreExtensionData,
} from '@backstage/frontend-plugin-api';
import SchoolIcon from '@material-ui/icons/School';
import { overviewTab } from '../learning';
import { rootRouteRef } from '../routes';
import { IndexRedirect } from './IndexRedirect';
import { ScrollingTabs } from './ScrollingTabs';
import { UnknownPath } from './UnknownPath';

/** Its title and icon are those of the entry in the navigation too. */
export const learningPage = PageBlueprint.makeWithOverrides({
  *factory(originalFactory, { inputs }) {
    const page = originalFactory({
      path: '/incident-learning',
      title: 'Learning',
      icon: <SchoolIcon fontSize="inherit" />,
      routeRef: rootRouteRef,
    });
    yield* [...page].filter(
      ({ id }) => id !== coreExtensionData.reactElement.id,
    );
    yield coreExtensionData.reactElement(
      <IndexRedirect to={overviewTab.path}>
        <ScrollingTabs>
          {page.get(coreExtensionData.reactElement)}
          <UnknownPath
            tabs={inputs.pages.map(tab => tab.get(coreExtensionData.routePath))}
          />
        </ScrollingTabs>
      </IndexRedirect>,
    );
  },
});
