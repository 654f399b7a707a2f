import { createApp } from '@backstage/app-defaults';
import { AppRouter, FlatRoutes } from '@backstage/core-app-api';
import { createApiFactory } from '@backstage/core-plugin-api';
import {
  CatalogEntityPage,
  CatalogIndexPage,
  EntityLayout,
  catalogPlugin,
} from '@backstage/plugin-catalog';
import { catalogApiRef } from '@backstage/plugin-catalog-react';
import { catalogApiMock } from '@backstage/plugin-catalog-react/testUtils';
import { permissionApiRef } from '@backstage/plugin-permission-react';
import { mockApis } from '@backstage/test-utils';
import type {
  IncidentApi,
  IncidentLearningApi,
} from '@hindsight/backstage-plugin-incident-learning-common';
import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { Route } from 'react-router-dom';
import {
  EntityIncidentLearningCard,
  EntityIncidentsContent,
  IncidentLearningPage,
  WaitingReviewsCard,
  incidentLearningApiRef,
} from './index';
import {
  FakeLearningApi,
  SAMPLE_ENTITIES,
  sampleIncidents,
} from './__testUtils__';

/** A portal of the legacy frontend system, as its App.tsx would put it together. */
function renderPortal(path: string) {
  window.history.replaceState(undefined, '', path);
  const app = createApp({
    configLoader: async () => [],
    plugins: [catalogPlugin],
    apis: [
      createApiFactory({
        api: incidentLearningApiRef,
        deps: {},
        factory: () =>
          new FakeLearningApi({
            incidents: sampleIncidents(),
          }) as IncidentApi as IncidentLearningApi,
      }),
      createApiFactory(
        catalogApiRef,
        catalogApiMock({ entities: SAMPLE_ENTITIES }),
      ),
      createApiFactory(permissionApiRef, mockApis.permission()),
    ],
  });
  const entityPage = (
    <EntityLayout>
      <EntityLayout.Route path="/" title="Overview">
        <EntityIncidentLearningCard />
      </EntityLayout.Route>
      <EntityLayout.Route path="/what-happened" title="Incidents">
        <EntityIncidentsContent />
      </EntityLayout.Route>
    </EntityLayout>
  );
  const App = app.createRoot(
    <AppRouter>
      <FlatRoutes>
        <Route path="/incident-learning" element={<IncidentLearningPage />} />
        <Route path="/home" element={<WaitingReviewsCard />} />
        <Route path="/catalog" element={<CatalogIndexPage />} />
        <Route
          path="/catalog/:namespace/:kind/:name"
          element={<CatalogEntityPage />}
        >
          {entityPage}
        </Route>
      </FlatRoutes>
    </AppRouter>,
  );
  return render(<App />);
}

describe('the plugin in a portal of the legacy frontend system', () => {
  it('mounts the page Learning with its tabs', async () => {
    renderPortal('/incident-learning?period=all');

    expect(
      await screen.findByRole('heading', { name: 'Learning', level: 1 }),
    ).toBeVisible();
    expect(
      await screen.findByRole('group', { name: 'Time to detect' }),
    ).toHaveTextContent('30 min');

    await userEvent.click(screen.getByRole('tab', { name: 'Incidents' }));
    await userEvent.click(
      (
        await screen.findAllByRole('link', {
          name: 'Ledger stops on a full disk',
        })
      )[0],
    );
    expect(window.location.pathname).toBe(
      '/incident-learning/incidents/incident-4',
    );
    expect(
      await screen.findByRole('heading', {
        name: /Ledger stops on a full disk/,
      }),
    ).toBeVisible();
  });

  it('leads from the card on an entity to its tab', async () => {
    renderPortal('/catalog/default/component/checkout');

    await userEvent.click(
      await screen.findByRole('link', { name: 'All incidents' }),
    );
    expect(window.location.pathname).toBe(
      '/catalog/default/component/checkout/what-happened',
    );
    expect(
      await screen.findByText(/2 of 4 incidents repeat an earlier one/),
    ).toBeVisible();
  });

  it('has a card for the home page that leads to the reviews', async () => {
    renderPortal('/home');

    expect(await screen.findByText('Reviews that wait for me')).toBeVisible();
    await userEvent.click(
      await screen.findByRole('link', { name: 'All reviews' }),
    );
    expect(window.location.pathname).toBe('/incident-learning/reviews');
  });
});
