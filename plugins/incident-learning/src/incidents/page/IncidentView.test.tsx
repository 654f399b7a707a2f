import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { Route, Routes } from 'react-router-dom';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import { mockApis } from '@backstage/test-utils';
import type { IncidentInput } from '@hindsight/backstage-plugin-incident-learning-common';
import {
  CHECKOUT,
  FakeLearningApi,
  SAMPLE_NOW,
  ViewOptions,
  renderView,
  sampleIncidents,
} from '../../__testUtils__';
import { IncidentsRouter } from '../../learning/IncidentsRouter';

// Many interactions one after the other, on machines that have more to do.
jest.setTimeout(30_000);

const RICH: IncidentInput = {
  title: 'Gateway certificate expired again',
  summary: 'It **expired** <img src="https://example.org/spy.png" alt="spy">',
  impact: '310 orders lost',
  kind: 'operational',
  status: 'resolved',
  severity: 'high',
  category: 'configuration',
  attackVector: 'certificate',
  entityRefs: [CHECKOUT, 'component:default/gone'],
  occurredAt: '2024-06-02T10:00:00Z',
  detectedAt: '2024-06-02T09:00:00Z',
  resolvedAt: '2024-06-02T12:00:00Z',
  participants: [{ role: 'commander', entityRef: 'user:default/ada' }],
  timeline: [
    { at: '2024-06-02T10:30:00Z', event: 'Second', action: 'Failed over' },
    { at: '2024-06-02T10:00:00Z', event: 'First', source: 'monitoring' },
  ],
  links: [{ url: 'https://example.org/chat', title: 'Chat' }],
  source: { system: 'pager', id: 'P-1', url: 'https://example.org/P-1' },
  sourceData: { urgency: 'high' },
  riskFactors: { exposure: 0.5 },
};

function open(api: FakeLearningApi, options: Partial<ViewOptions> = {}) {
  return renderView(
    <Routes>
      <Route
        path="/incident-learning/incidents/*"
        element={<IncidentsRouter />}
      />
    </Routes>,
    { api, path: '/incident-learning/incidents/incident-9', ...options },
  );
}

function fakeApi() {
  return new FakeLearningApi({
    incidents: [...sampleIncidents(), RICH],
    now: SAMPLE_NOW,
  });
}

function section(name: string) {
  return screen.findByRole('region', { name });
}

describe('the page of an incident', () => {
  it('tells what happened, to whom, who took part, and where it is known from', async () => {
    await open(fakeApi());

    expect(
      await screen.findByRole('heading', { name: RICH.title }),
    ).toBeVisible();
    expect(await section('Phases of the incident')).toHaveTextContent(
      /Resolved2 Jun 2024, 12:00 UTC/,
    );
    const summary = await section('Summary');
    expect(within(summary).getByText('expired').tagName).toBe('STRONG');
    expect(within(summary).getByText('310 orders lost')).toBeVisible();
    expect(
      within(summary).getByAltText('spy').getAttribute('src'),
    ).not.toContain('example.org');

    const rows = within(
      within(await section('Timeline')).getByRole('table'),
    ).getAllByRole('row');
    expect(rows.map(row => row.textContent)).toEqual([
      'TimeWhat happenedWhat was done',
      '2 Jun 2024, 10:00 UTCFirstfrom monitoring',
      '2 Jun 2024, 10:30 UTCSecondFailed over',
    ]);

    const entities = await section('Affected entities');
    expect(await within(entities).findByText('Not in catalog')).toBeVisible();
    expect(
      within(entities).getByRole('link', { name: /checkout/ }),
    ).toHaveAttribute('href', '/catalog/default/component/checkout');
    expect(await section('Participants')).toHaveTextContent('commanderada');
    const details = await section('Details');
    expect(
      within(details).getByRole('link', { name: /certificate/ }),
    ).toHaveAttribute(
      'href',
      '/incident-learning/incidents?attackVector=certificate',
    );
    const source = within(details).getByRole('link', { name: /pager P-1/ });
    expect(source).toHaveAttribute('href', 'https://example.org/P-1');
    expect(source.getAttribute('rel')).toContain('noopener');
    const [exposure] = within(
      screen.getByRole('list', { name: 'Risk factors' }),
    ).getAllByRole('listitem');
    expect(exposure).toHaveTextContent('Exposure0.50Stated by a person');
    expect(await section('Data of the source')).toHaveTextContent(
      '"urgency": "high"',
    );
  });

  it('says what the figures suffer from, and leads to the field that mends it', async () => {
    await open(fakeApi());

    const quality = await section('Data quality');
    expect(quality).toHaveTextContent('The time to detect is negative');
    await userEvent.click(
      within(quality).getByRole('link', { name: /time to detect is negative/ }),
    );
    await waitFor(() =>
      expect(screen.getByLabelText('Detected (UTC)')).toHaveFocus(),
    );
  });

  it('lets a person confirm or reject a suspected repeat, and keeps it in the history', async () => {
    await open(fakeApi());

    const suspected = await section('Suspected repeat');
    expect(
      await within(suspected).findByRole('link', {
        name: 'Card payments fail for a certificate without its chain',
      }),
    ).toBeVisible();
    const similar = await section('Similar incidents');
    expect(
      await within(similar).findByText('This incident repeats it'),
    ).toBeVisible();
    expect(within(similar).getByText('Same kind, same service')).toBeVisible();

    await userEvent.click(
      within(suspected).getByRole('button', { name: 'Confirm repeat' }),
    );
    const confirmed = await section('Confirmed repeat');
    expect(
      within(confirmed).queryByRole('button', { name: 'Confirm repeat' }),
    ).toBeNull();
    expect(await section('History')).toHaveTextContent(
      /judged whether it is a repeat/,
    );
    await userEvent.click(
      within(confirmed).getByRole('button', { name: 'Reject: not a repeat' }),
    );
    await waitFor(() =>
      expect(
        screen.queryByRole('region', { name: 'Confirmed repeat' }),
      ).toBeNull(),
    );
  });

  it('deletes only after it was asked by name, and not what changed meanwhile', async () => {
    const api = fakeApi();
    await open(api);
    await userEvent.click(
      await screen.findByRole('button', { name: 'Delete' }),
    );
    const dialog = await screen.findByRole('dialog', {
      name: 'Delete this incident?',
    });
    expect(dialog).toHaveTextContent(RICH.title);
    await api.updateIncident('incident-9', 1, { severity: 'low' });
    await userEvent.click(
      within(dialog).getByRole('button', { name: 'Delete incident' }),
    );
    expect(await within(dialog).findByRole('alert')).toHaveTextContent(
      'Somebody else has changed the incident',
    );
    expect(await api.getIncident('incident-9')).toBeDefined();
  });

  it('goes back to the list after a deletion', async () => {
    const api = fakeApi();
    await open(api);
    await userEvent.click(
      await screen.findByRole('button', { name: 'Delete' }),
    );
    await userEvent.click(
      await screen.findByRole('button', { name: 'Delete incident' }),
    );
    expect(await screen.findByText('8 incidents')).toBeVisible();
    await expect(api.getIncident('incident-9')).rejects.toThrow();
  });

  it('offers only what its reader may do', async () => {
    // Decisions are remembered by incident, so this is another one.
    await open(fakeApi(), {
      path: '/incident-learning/incidents/incident-6',
      permissions: mockApis.permission({ authorize: AuthorizeResult.DENY }),
    });

    await section('Data quality');
    expect(screen.queryByRole('button', { name: 'Delete' })).toBeNull();
    expect(screen.queryByRole('button', { name: 'Edit' })).toBeNull();
    expect(screen.queryByRole('link', { name: /^Fix/ })).toBeNull();
    expect(screen.queryByRole('button', { name: 'Confirm repeat' })).toBeNull();
  });

  it('says when there is no such incident', async () => {
    await open(fakeApi(), { path: '/incident-learning/incidents/nothing' });

    expect(
      await screen.findByText('Could not find the incident'),
    ).toBeVisible();
    // To ask again would not help.
    expect(screen.queryByRole('button', { name: 'Retry' })).toBeNull();
    expect(screen.getByRole('link', { name: 'Go to the list' })).toBeVisible();
  });
});
