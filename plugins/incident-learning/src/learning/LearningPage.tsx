import { Suspense, lazy } from 'react';
import {
  Header,
  Page,
  Progress,
  TabbedLayout,
} from '@backstage/core-components';
import { LEARNING_TABS } from './tabs';

const tabs = LEARNING_TABS.map(tab => ({
  ...tab,
  Tab: lazy(() => tab.load().then(Tab => ({ default: Tab }))),
}));

/** The page Learning with its own header and tabs, as portals of the legacy frontend system mount it. */
export function LearningPage() {
  return (
    <Page themeId="tool">
      <Header title="Learning" />
      <TabbedLayout>
        {tabs.map(({ name, path, title, Tab }) => (
          <TabbedLayout.Route key={name} path={`/${path}`} title={title}>
            <Suspense fallback={<Progress />}>
              <Tab />
            </Suspense>
          </TabbedLayout.Route>
        ))}
      </TabbedLayout>
    </Page>
  );
}
