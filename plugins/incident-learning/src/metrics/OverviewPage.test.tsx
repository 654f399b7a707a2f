import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import {
  FakeLearningApi,
  PAYMENTS,
  SAMPLE_NOW,
  SAMPLE_PARTS,
  pickFound,
  renderView,
  sampleIncidents,
} from '../__testUtils__';
import { OverviewPage } from './OverviewPage';

const PERIOD = 'from=2024-01-01&until=2024-06-30';

function fakeApi(incidents = sampleIncidents()) {
  return new FakeLearningApi({
    incidents,
    now: SAMPLE_NOW,
    parts: SAMPLE_PARTS,
  });
}

function render(api: FakeLearningApi, query: string) {
  return renderView(<OverviewPage />, {
    api,
    path: `/incident-learning/overview?${query}`,
  });
}

function tile(name: string) {
  return screen.findByRole('group', { name });
}

async function address() {
  return (await screen.findByLabelText('address')).textContent;
}

describe('OverviewPage', () => {
  it('shows each figure with its n, what it leaves out, its definition and the period before', async () => {
    await render(fakeApi(), PERIOD);

    // Of seven incidents, drill aside, five tell how long detection took; one denies itself.
    const detect = await tile('Time to detect');
    expect(detect).toHaveTextContent('30 min');
    expect(detect).toHaveTextContent(
      /n 5 · 1 without a time to detect · 1 invalid/,
    );
    expect(detect).toHaveTextContent('Before: no data');
    await userEvent.click(
      within(detect).getByLabelText('What is Time to detect?'),
    );
    expect(await screen.findByRole('dialog')).toHaveTextContent(
      /drills never count/,
    );
    await userEvent.keyboard('{Escape}');

    const repeats = await tile('Repeat incidents');
    expect(repeats).toHaveTextContent('28.6 %');
    expect(repeats).toHaveTextContent('Target: under 5 %, missed');
    expect(await tile('Severity')).toHaveTextContent(
      /50.0 %.*1 critical · 2 high · 1 medium · 2 low/,
    );
    expect(await tile('Incidents')).toHaveTextContent('7');
    expect(
      await screen.findByText(/1 Jan 2024 – 30 Jun 2024/),
    ).toHaveTextContent('2 of 7 incidents repeat an earlier one.');
  });

  it('draws every incident and the medians, and leads from both charts to the incidents', async () => {
    await render(fakeApi(), PERIOD);

    const durations = await screen.findByRole('figure', {
      name: 'Time to detect, contain and resolve',
    });
    await userEvent.click(
      await within(durations).findByRole('button', { name: /table/i }),
    );
    const [row] = await within(durations).findAllByRole('link', {
      name: 'Ledger stops on a full disk',
    });
    expect(row).toHaveAttribute(
      'href',
      '/incident-learning/incidents/incident-4',
    );
    expect(
      await screen.findByRole('figure', { name: 'Severity by week' }),
    ).toBeVisible();
  });

  it('keeps the picked scope and period in the address', async () => {
    await render(fakeApi(), PERIOD);

    await pickFound(
      await screen.findByRole('combobox', { name: 'Whose incidents' }),
      'pay',
      /Payments/,
    );
    expect(await address()).toContain(`scope=${encodeURIComponent(PAYMENTS)}`);
    await waitFor(async () =>
      expect(await tile('Incidents')).toHaveTextContent('n 6'),
    );

    await userEvent.click(screen.getByRole('button', { name: /Period/ }));
    await userEvent.click(
      await screen.findByRole('option', { name: 'All time' }),
    );
    expect(await address()).toContain('period=all');
    expect(await address()).not.toContain('until');
  });

  it('says what of the address it cannot read', async () => {
    await render(fakeApi(), 'scope=nonsense&period=9999');

    expect(
      await screen.findByText(/“nonsense” of the address is no entity/),
    ).toBeVisible();
    expect(
      screen.getByText(/“9999” of the address is no period/),
    ).toBeVisible();
  });

  it('refuses a period that ends before it starts', async () => {
    await render(fakeApi(), PERIOD);

    const until = await screen.findByLabelText('Until (UTC)');
    await userEvent.clear(until);
    await userEvent.type(until, '2023-06-01{Enter}');

    expect(screen.getByText('Ends before it starts')).toBeVisible();
    expect(await address()).toContain('until=2024-06-30');
  });

  it('tells a quiet period from a portal without incidents, and what to do about either', async () => {
    await render(fakeApi(), 'from=2020-01-01&until=2020-12-31');

    expect(
      await screen.findByText('No incidents in this period'),
    ).toBeVisible();
    expect(screen.getByText(/29 Jun 2024/)).toBeVisible();
    await userEvent.click(
      screen.getByRole('button', { name: 'Show all time' }),
    );
    expect(await tile('Incidents')).toHaveTextContent('n 7');
  });

  it('invites to import or declare where nothing was recorded', async () => {
    await render(fakeApi([]), '');

    expect(await screen.findByText('No incidents recorded yet')).toBeVisible();
    expect(
      screen.getByRole('button', { name: 'Declare incident' }),
    ).toHaveAttribute('href', '/incident-learning/incidents/new');
  });

  it('says why it could not load, and tries again', async () => {
    const api = fakeApi();
    api.failWith({
      status: 403,
      name: 'NotAllowedError',
      message: 'You may not read incidents',
    });
    await render(api, PERIOD);

    expect(await screen.findByText('You may not read incidents')).toBeVisible();
    api.failWith(undefined);
    await userEvent.click(screen.getByRole('button', { name: 'Retry' }));
    expect(await tile('Incidents')).toHaveTextContent('n 7');
  });
});
