import catalogPlugin from '@backstage/plugin-catalog/alpha';
import { catalogApiMock } from '@backstage/plugin-catalog-react/testUtils';
import { mockApis, renderTestApp } from '@backstage/frontend-test-utils';
import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { incidentLearningApiRef } from '../api';
import {
  FakeLearningApi,
  SAMPLE_ENTITIES,
  sampleIncidents,
} from '../__testUtils__';
import plugin from './index';

/** A portal of the new frontend system that has the catalog and the plugin. */
function renderPortal(path: string) {
  return renderTestApp({
    features: [catalogPlugin, plugin],
    initialRouteEntries: [path],
    apis: [
      [
        incidentLearningApiRef,
        new FakeLearningApi({ incidents: sampleIncidents() }),
      ],
      catalogApiMock({ entities: SAMPLE_ENTITIES }),
      mockApis.permission(),
    ],
  });
}

describe('the plugin in a portal of the new frontend system', () => {
  it('mounts the page Learning with its tabs and its entry in the navigation', async () => {
    renderPortal('/incident-learning/overview?period=all');

    expect(
      await screen.findByRole('group', { name: 'Time to detect' }),
    ).toHaveTextContent('30 min');
    const [entry] = screen.getAllByRole('link', { name: 'Learning' });
    expect(entry).toHaveAttribute('href', '/incident-learning');
    await userEvent.click(screen.getByRole('tab', { name: 'Incidents' }));
    const [incident] = await screen.findAllByRole('link', {
      name: 'Ledger stops on a full disk',
    });
    expect(incident).toHaveAttribute(
      'href',
      '/incident-learning/incidents/incident-4',
    );
  });

  it('leads to the overview with the query of the address', async () => {
    renderPortal('/incident-learning?from=2024-06-01&until=2024-06-30');

    expect(await screen.findByLabelText('From (UTC)')).toHaveValue(
      '2024-06-01',
    );
  });

  it('says so where no page has the address', async () => {
    const { unmount } = renderPortal('/incident-learning/nowhere');
    expect(
      await screen.findByText('There is no page of this address'),
    ).toBeVisible();
    expect(screen.getByRole('tab', { name: 'Incidents' })).toBeVisible();
    unmount();

    renderPortal('/incident-learning/risk/nowhere');
    expect(
      await screen.findByRole('link', { name: 'Go to the overview' }),
    ).toHaveAttribute('href', '/incident-learning/overview');
  });

  it('shows an incident by its address', async () => {
    renderPortal('/incident-learning/incidents/incident-4');

    expect(
      await screen.findByRole('heading', {
        name: /Ledger stops on a full disk/,
      }),
    ).toBeVisible();
  });

  it('adds the tab and the card to the page of an entity', async () => {
    renderPortal('/catalog/default/component/checkout');

    expect(await screen.findByText('Incident learning')).toBeVisible();
    await userEvent.click(
      await screen.findByRole('link', { name: 'All incidents' }),
    );
    expect(
      await screen.findByText(/2 of 4 incidents repeat an earlier one/),
    ).toBeVisible();
  });
});
