import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import {
  CHECKOUT,
  FakeLearningApi,
  LEDGER,
  PAYMENTS,
  SAMPLE_NOW,
  SAMPLE_PARTS,
  renderView,
  sampleIncidents,
} from '../../__testUtils__';
import { OverviewPage } from '../OverviewPage';

const PERIOD = 'from=2024-01-01&until=2024-06-30';

function render(query: string) {
  return renderView(<OverviewPage />, {
    api: new FakeLearningApi({
      incidents: sampleIncidents(),
      now: SAMPLE_NOW,
      parts: SAMPLE_PARTS,
      owners: { [CHECKOUT]: [PAYMENTS], [LEDGER]: [PAYMENTS] },
    }),
    path: `/incident-learning/overview?${query}`,
  });
}

async function address() {
  return (await screen.findByLabelText('address')).textContent;
}

function texts(table: HTMLElement) {
  return within(table)
    .getAllByRole('row')
    .map(row => Array.from(row.children).map(cell => cell.textContent));
}

describe('the drill-down of a figure', () => {
  it('opens from its tile, is in the address, and closes with Escape', async () => {
    await render(PERIOD);

    const tile = await screen.findByRole('link', { name: 'Time to detect' });
    await userEvent.click(tile);
    const dialog = await screen.findByRole('dialog', {
      name: 'Time to detect',
    });
    expect(await address()).toContain('kpi=mttd');
    expect(dialog).toContainElement(document.activeElement as HTMLElement);
    expect(
      await within(dialog).findByText(/Median time from when an incident/),
    ).toBeVisible();
    expect(
      within(dialog).getByText(/too few to tell a change from chance/i),
    ).toBeVisible();

    await userEvent.keyboard('{Escape}');
    await waitFor(() =>
      expect(screen.queryByRole('dialog')).not.toBeInTheDocument(),
    );
    expect(await address()).not.toContain('kpi');
    expect(tile).toHaveFocus();
  });

  it('leads from the value to the distribution, the series, the parts and the rows', async () => {
    await render(`${PERIOD}&kpi=mttd&by=severity`);

    const dialog = await screen.findByRole('dialog');
    const breakdown = await within(dialog).findByRole('table', {
      name: 'Time to detect by severity',
    });
    expect(
      within(breakdown).getByRole('link', { name: 'Critical' }),
    ).toHaveAttribute('href', expect.stringMatching(/severity=critical/));
    const spread = await within(dialog).findByRole('figure', {
      name: 'Distribution',
    });
    await userEvent.click(
      await within(spread).findByRole('button', { name: /table/i }),
    );
    const rows = texts(
      within(spread).getByRole('table', { name: 'This period' }),
    );
    expect(rows.slice(1).map(([title]) => title)).toContain(
      'Ledger stops on a full disk',
    );
    const series = within(dialog).getByRole('figure', { name: 'By week' });
    await userEvent.click(
      await within(series).findByRole('button', { name: /table/i }),
    );
    expect(texts(within(series).getByRole('table'))[0]).toEqual([
      'Week',
      'Median time to detect',
      '95 % interval',
      'n',
    ]);
    expect(
      await within(dialog).findByRole('link', {
        name: 'Open the list of 7 incidents',
      }),
    ).toHaveAttribute(
      'href',
      expect.stringMatching(
        /^\/incident-learning\/incidents\?drill=false&from=2024-01-01&until=2024-06-30&sort=-timeToDetectMs$/,
      ),
    );
  });

  it('shows what the look-back does to the share of repeats', async () => {
    await render(`${PERIOD}&kpi=repeat-incident-rate`);

    const windows = await screen.findByRole('table', {
      name: 'Repeat incidents by look-back window',
    });
    expect(texts(windows).map(([window]) => window)).toEqual([
      'Look-back',
      '90 days',
      '180 days',
      '365 days',
    ]);
    expect(
      screen.getByText('Those that repeat an earlier one, the latest first.'),
    ).toBeVisible();
  });

  it('says so where a link names a figure that there is not', async () => {
    await render(`${PERIOD}&kpi=nonsense`);

    expect(await screen.findByText('There is no such figure')).toBeVisible();
    await userEvent.click(screen.getByRole('button', { name: 'Close' }));
    expect(await address()).not.toContain('kpi');
  });
});

describe('comparisons', () => {
  it('leads from what is missing to the incidents to mend', async () => {
    await render(PERIOD);

    const table = await screen.findByRole('table', {
      name: 'Incidents with something to mend, by team',
    });
    const [all] = within(table).getAllByRole('link', { name: /^All: / });
    expect(all).toHaveAttribute(
      'href',
      expect.stringMatching(/finding=[a-z-]+&findingPath=\w+/),
    );
    const [, ofTeam] = within(table).getAllByRole('row').slice(1);
    expect(within(ofTeam).getAllByRole('link')[0]).toHaveAttribute(
      'href',
      expect.stringContaining(`owner=${encodeURIComponent(PAYMENTS)}`),
    );
  });

  it('does not lay a single team side by side with itself', async () => {
    await render(PERIOD);

    expect(await screen.findByText('Not two teams to compare')).toBeVisible();
  });

  it('keeps the period before out where the address says so', async () => {
    await render(`${PERIOD}&compare=none`);

    const tile = await screen.findByRole('group', { name: 'Time to detect' });
    expect(tile).not.toHaveTextContent('Before');
    await userEvent.click(screen.getByLabelText(/Compare with/));
    expect(tile).toHaveTextContent('Before');
    expect(await address()).not.toContain('compare');
  });
});
