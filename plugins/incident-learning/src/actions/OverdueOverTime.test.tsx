import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { FakeLearningApi, renderView } from '../__testUtils__';
// Loaded when it is first drawn; here it is there by then.
import '../components/charts/SeriesChart';
import { downloadText } from '../components/download/downloadText';
import { OverdueOverTime } from './OverdueOverTime';

jest.mock('../components/download/downloadText', () => ({
  downloadText: jest.fn(),
}));

const PAGE = '/incident-learning/actions';

async function apiWith(...actions: [owner: string, dueDate: string][]) {
  const api = new FakeLearningApi({ now: '2024-06-03T12:00:00.000Z' });
  for (const [owner, dueDate] of actions) {
    await api.createAction({
      title: 'Alert on expiry',
      status: 'open',
      owner,
      dueDate,
      successCriteria: 'None expires unseen',
    });
  }
  return api;
}

async function open() {
  await userEvent.click(await screen.findByText('Overdue over time, by group'));
}

describe('overdue actions over time', () => {
  it('are drawn and told by group, by week or month, and saved as CSV', async () => {
    const api = await apiWith(
      ['group:default/payments', '2024-06-01'],
      ['group:default/payments', '2024-07-01'],
      ['group:default/ledger', '2024-07-01'],
    );
    await renderView(<OverdueOverTime />, { api, path: PAGE });
    expect(screen.queryByRole('figure')).not.toBeInTheDocument();
    await open();
    await userEvent.click(
      await screen.findByRole('button', { name: 'Show as table' }),
    );
    const chart = await screen.findByRole('figure', {
      name: 'Overdue at the end of each week',
    });
    const headers = await within(chart).findAllByRole('columnheader');
    expect(headers.map(header => header.textContent)).toEqual([
      'Week',
      'Overdue actions',
      'n',
    ]);
    const table = await screen.findByRole('region', {
      name: 'Overdue by group, with child groups',
    });
    const rows = within(table)
      .getAllByRole('row')
      .map(row => row.textContent);
    expect(rows).toEqual([
      'Group, with child groupsOverdue nowIts ownOf open4 weeks before',
      'payments112No data',
      'ledger001No data',
    ]);
    expect(
      await screen.findByText(/as it stood then, had passed/),
    ).toBeVisible();

    await userEvent.click(
      screen.getByRole('button', { name: 'Download the series as CSV' }),
    );
    expect(downloadText).toHaveBeenCalledWith('\uFEFFweek,group,overdue', {
      name: 'overdue-actions.csv',
      type: 'text/csv',
    });
    await userEvent.click(screen.getByRole('button', { name: 'Each month' }));
    expect(
      await screen.findByRole('figure', {
        name: 'Overdue at the end of each month',
      }),
    ).toBeVisible();
    expect(screen.getByLabelText('address')).toHaveTextContent(
      `${PAGE}?overdueBy=month`,
    );
  });

  it('say what to do where there is none, and try again after an error', async () => {
    const api = await apiWith();
    api.failWith({ status: 503, name: 'ServiceUnavailable', message: 'Later' });
    await renderView(<OverdueOverTime />, {
      api,
      path: `${PAGE}?overdueBy=week`,
    });
    expect(
      await screen.findByText('Could not load overdue actions over time'),
    ).toBeVisible();
    api.failWith();
    await userEvent.click(screen.getByRole('button', { name: 'Retry' }));
    expect(
      await screen.findByText('Nothing was committed to in this time'),
    ).toBeVisible();
  });
});
