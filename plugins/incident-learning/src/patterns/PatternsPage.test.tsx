import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { FakeLearningApi, renderView } from '../__testUtils__';
import { PatternsPage } from './PatternsPage';

const NOW = '2024-06-01T00:00:00Z';
const expiry = { category: 'certificate', attackVector: 'expiry' };

function incident(title: string, detectedAt: string, more: object = {}) {
  return { title, detectedAt, ...more };
}

function apiOf(incidents: object[]) {
  return new FakeLearningApi({
    now: NOW,
    incidents: incidents as ReturnType<typeof incident>[],
  });
}

const PATH = '/incident-learning/patterns?from=2024-01-01&until=2024-05-31';

it('shows what crosses services, and what comes back at one, with the way to the rows', async () => {
  const at = (name: string) => ({ entityRefs: [`component:default/${name}`] });
  const api = apiOf([
    incident('A', '2024-02-01T00:00:00Z', {
      ...expiry,
      ...at('checkout'),
      severity: 'high',
    }),
    incident('B', '2024-03-01T00:00:00Z', { ...expiry, ...at('checkout') }),
    incident('C', '2024-04-01T00:00:00Z', { ...expiry, ...at('ledger') }),
    incident('D', '2024-04-02T00:00:00Z'),
  ]);
  renderView(<PatternsPage />, { api, path: PATH });

  const group = await screen.findByRole('article', {
    name: 'certificate · expiry',
  });
  expect(group).toHaveTextContent('1 Feb 2024 – 1 Apr 2024');
  expect(group).toHaveTextContent('1 high, 2 unknown');
  expect(group).toHaveTextContent('2 services without a lesson');
  const rows = within(group).getByRole('link', { name: 'See the 3 incidents' });
  expect(rows.getAttribute('href')).toBe(
    '/incident-learning/incidents?from=2024-01-01&until=2024-05-31&drill=false&category=certificate&attackVector=expiry',
  );
  expect(screen.getByText(/1 incident has neither category/)).toBeVisible();

  await userEvent.click(screen.getByRole('tab', { name: 'At one service' }));
  expect(screen.getByLabelText('address')).toHaveTextContent('view=signature');
  const own = await screen.findByRole('article');
  expect(
    within(own).getByRole('link', { name: 'See the 2 incidents' }),
  ).toHaveAttribute(
    'href',
    expect.stringContaining('signature=certificate-expiry-component'),
  );
});

it('says what to do where there is no group, and where the backend fails', async () => {
  const api = apiOf([incident('A', '2024-02-01T00:00:00Z')]);
  const view = await renderView(<PatternsPage />, { api, path: PATH });
  expect(
    await screen.findByRole('link', { name: 'Classify incidents' }),
  ).toHaveAttribute(
    'href',
    '/incident-learning/incidents?category=unknown&attackVector=unknown',
  );
  view.unmount();

  api.failWith({ status: 503, name: 'ServiceUnavailableError', message: 'No' });
  await renderView(<PatternsPage />, { api, path: PATH });
  expect(await screen.findByRole('button', { name: 'Retry' })).toBeVisible();
});
