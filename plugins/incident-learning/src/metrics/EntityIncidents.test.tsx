import { ReactElement } from 'react';
import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { EntityProvider } from '@backstage/plugin-catalog-react';
import {
  CHECKOUT,
  FakeLearningApi,
  SAMPLE_ENTITIES,
  SAMPLE_NOW,
  renderView,
  sampleIncidents,
} from '../__testUtils__';
import { EntityIncidents } from './EntityIncidents';
import { IncidentLearningCard } from './IncidentLearningCard';

const PAGE = '/catalog/default/component/checkout';

function render(view: ReactElement, incidents = sampleIncidents()) {
  const api = new FakeLearningApi({ incidents, now: SAMPLE_NOW });
  const [checkout] = SAMPLE_ENTITIES;
  return renderView(<EntityProvider entity={checkout}>{view}</EntityProvider>, {
    api,
    path: PAGE,
  });
}

describe('EntityIncidents', () => {
  it("shows the entity's figures, its repeats in words, and its incidents", async () => {
    await render(<EntityIncidents />);

    expect(
      await screen.findByText(/2 of 4 incidents repeat an earlier one/),
    ).toBeVisible();
    const incidents = screen.getByRole('group', { name: 'Incidents' });
    expect(incidents).toHaveTextContent('n 4');
    // All time has no period before it.
    expect(incidents).not.toHaveTextContent(/before/i);
    expect(
      await screen.findByRole('figure', { name: 'Severity by month' }),
    ).toBeVisible();
    expect(
      await screen.findByRole('heading', { name: 'Incidents', level: 2 }),
    ).toBeVisible();
    const [link] = await screen.findAllByRole('link', {
      name: 'Passwords sprayed against the merchant sign-in',
    });
    expect(link).toHaveAttribute(
      'href',
      '/incident-learning/incidents/incident-5',
    );
  });

  it('leads to its parts, the records before the charts', async () => {
    await render(<EntityIncidents />);

    const chart = await screen.findByRole('figure', {
      name: 'Severity by month',
    });
    const lessons = await screen.findByRole('region', {
      name: 'Lessons for this service',
    });
    expect(
      lessons.compareDocumentPosition(chart) & Node.DOCUMENT_POSITION_FOLLOWING,
    ).toBeTruthy();
    const parts = screen.getByRole('navigation', { name: 'On this page' });
    for (const link of within(parts).getAllByRole('link')) {
      const target = link.getAttribute('href')?.slice(1) ?? '';
      expect(document.getElementById(target)).toBeInTheDocument();
    }
  });

  it('narrows figures and list by one period', async () => {
    await render(<EntityIncidents />);

    await userEvent.click(
      await screen.findByRole('button', { name: /Period/ }),
    );
    await userEvent.click(
      await screen.findByRole('option', { name: 'From … until …' }),
    );
    const from = screen.getByLabelText('From (UTC)');
    await userEvent.clear(from);
    await userEvent.type(from, '2024-06-01{Enter}');

    await waitFor(() =>
      expect(
        screen.getByRole('group', { name: 'Incidents' }),
      ).toHaveTextContent('n 2'),
    );
    await waitFor(() =>
      expect(
        screen.queryByRole('link', { name: /Card payments time out/ }),
      ).not.toBeInTheDocument(),
    );
  });

  it('says what to do where nothing was recorded', async () => {
    await render(<EntityIncidents />, []);

    expect(await screen.findByText('No incidents recorded')).toBeVisible();
    expect(screen.queryByRole('link', { name: 'Trends' })).toBeNull();
    expect(await screen.findByText('No lessons yet')).toBeVisible();
    const declare = screen.getByRole('button', { name: 'Declare incident' });
    expect(declare).toHaveAttribute(
      'href',
      `/incident-learning/incidents/new?${new URLSearchParams({
        entity: CHECKOUT,
      })}`,
    );
  });
});

describe('IncidentLearningCard', () => {
  beforeAll(() =>
    jest.useFakeTimers({ now: Date.parse(SAMPLE_NOW), advanceTimers: true }),
  );
  afterAll(() => jest.useRealTimers());

  it('sums up what is open and the last 365 days', async () => {
    await render(<IncidentLearningCard />);

    const open = await screen.findByRole('link', { name: '2 open incidents' });
    expect(open).toHaveAttribute(
      'href',
      `/incident-learning/incidents?${new URLSearchParams([
        ['scope', CHECKOUT],
        ['status', 'open'],
        ['status', 'contained'],
      ])}`,
    );
    const values = screen
      .getAllByRole('definition')
      .map(({ textContent }) => textContent);
    expect(values).toEqual([
      '2',
      'of which 1 contained',
      '4',
      'last 365 days',
      '25 min',
      'median, n 4',
      '1 h',
      'median, n 3',
      '50.0 %',
      '2 of 4 incidents',
    ]);
  });

  it('is short where nothing happened', async () => {
    await render(<IncidentLearningCard />, []);

    expect(
      await screen.findByText(/No incidents in the last 365 days/),
    ).toBeVisible();
  });
});
