import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { Route, Routes } from 'react-router-dom';
import { FakeLearningApi, renderView } from '../__testUtils__';
import { IncidentActions } from './IncidentActions';
import { ActionPage, ActionsPage, MyActions, NewActionPage } from '.';

const PAGE = '/incident-learning/actions';

/** A day from now, such as `2024-05-17`. */
function day(offset: number): string {
  return new Date(Date.now() + offset * 86_400_000).toISOString().slice(0, 10);
}

async function apiWithActions() {
  const api = new FakeLearningApi({ incidents: [] });
  const commitment = { status: 'open', successCriteria: 'It works' } as const;
  await api.createAction({
    ...commitment,
    title: 'Renew certificates by themselves',
    owner: 'user:default/bob',
    dueDate: day(-3),
    priority: 'critical',
  });
  await api.createAction({
    ...commitment,
    title: 'Alert on expiry',
    owner: 'group:default/payments',
    dueDate: day(10),
  });
  await api.createAction({ title: 'Draw the dependencies' });
  return api;
}

function pages() {
  return (
    <Routes>
      <Route path={PAGE} element={<ActionsPage />} />
      <Route path={`${PAGE}/new`} element={<NewActionPage />} />
      <Route path={`${PAGE}/:id`} element={<ActionPage />} />
    </Routes>
  );
}

describe('the list of actions', () => {
  it('shows who does what by when, in groups, and how they all stand', async () => {
    await renderView(pages(), {
      api: await apiWithActions(),
      path: `${PAGE}?group=owner`,
    });
    const table = await screen.findByRole('table', { name: 'Actions' });
    const row = within(table).getByRole('row', { name: /Renew certificates/ });
    expect(row).toHaveTextContent('3 days overdue');
    expect(row).toHaveTextContent('Critical');
    expect(
      within(table).getByRole('rowheader', {
        name: /Nobody has committed yet/,
      }),
    ).toBeVisible();
    expect(
      within(row).getByRole('link', { name: /Renew certificates/ }),
    ).toHaveAttribute('href', `${PAGE}/action-1`);
    expect(await screen.findByText('0 of 2')).toBeVisible();
  });

  it('changes several at once, after showing what would change', async () => {
    const api = await apiWithActions();
    await renderView(pages(), { api, path: PAGE });
    await userEvent.click(
      await screen.findByRole('checkbox', { name: 'Pick all that are shown' }),
    );
    await userEvent.click(
      screen.getByRole('button', { name: 'Change 3 actions' }),
    );
    const dialog = await screen.findByRole('dialog');
    const preview = within(dialog).getByRole('button', {
      name: 'Show what changes',
    });
    expect(preview).toBeDisabled();
    const field = within(dialog).getByLabelText('New due date');
    await userEvent.type(field, day(40));
    await userEvent.click(preview);
    const changes = await screen.findByRole('list', { name: 'What changes' });
    expect(within(changes).getAllByRole('listitem')).toHaveLength(3);
    expect((await api.getAction('action-1')).dueDate).toBe(day(-3));
    await userEvent.click(
      screen.getByRole('button', { name: 'Change 3 actions' }),
    );
    await waitFor(() =>
      expect(screen.queryByRole('dialog')).not.toBeInTheDocument(),
    );
    expect((await api.getAction('action-1')).dueDate).toBe(day(40));
  });

  it('says what to do where there is none, and tries again after an error', async () => {
    const api = new FakeLearningApi({ incidents: [] });
    api.failWith({ status: 503, name: 'ServiceUnavailable', message: 'Later' });
    await renderView(pages(), { api, path: PAGE });
    expect(await screen.findByText('Could not load the actions')).toBeVisible();
    api.failWith();
    for (const retry of screen.getAllByRole('button', { name: 'Retry' })) {
      await userEvent.click(retry);
    }
    expect(await screen.findByText('No actions yet')).toBeVisible();
  });
});

describe('an action', () => {
  it('goes on from page to page: written down, committed to, completed, verified, rated', async () => {
    const api = await apiWithActions();
    await renderView(pages(), { api, path: `${PAGE}/new` });
    await userEvent.type(
      await screen.findByRole('textbox', { name: 'Action' }),
      'Rehearse the failover',
    );
    await userEvent.click(
      screen.getByRole('button', { name: 'Write it down' }),
    );
    expect(
      await screen.findByRole('heading', { name: 'Rehearse the failover' }),
    ).toBeVisible();

    await userEvent.click(screen.getByRole('button', { name: 'Commit' }));
    const alerts = await screen.findAllByRole('alert');
    expect(alerts.map(alert => alert.textContent)).toEqual([
      expect.stringContaining('Owner is missing'),
      expect.stringContaining('Due date is missing'),
      expect.stringContaining('Success criteria is missing'),
    ]);

    const { revision } = await api.getAction('action-4');
    await api.updateAction('action-4', revision, {
      owner: 'user:default/bob',
      dueDate: day(5),
      successCriteria: 'Under a minute',
    });
    // The page is behind: it takes over what stands, and says so.
    await userEvent.click(screen.getByRole('button', { name: 'Commit' }));
    expect(await screen.findByText('Under a minute')).toBeVisible();
    await userEvent.click(screen.getByRole('button', { name: 'Commit' }));
    await userEvent.click(await screen.findByRole('button', { name: 'Start' }));

    const slider = await screen.findByRole('slider');
    slider.focus();
    await userEvent.keyboard('{End}');
    expect(screen.getByText('100 % done')).toBeVisible();
    const section = screen.getByRole('region', { name: 'Progress' });
    await userEvent.click(
      within(section).getByRole('button', { name: 'Complete' }),
    );

    await userEvent.click(
      await screen.findByRole('button', { name: 'Verify' }),
    );
    const dialog = await screen.findByRole('dialog');
    const confirm = within(dialog).getByRole('button', { name: 'Verify' });
    await userEvent.click(confirm);
    expect(await screen.findByText(/Evidence is missing/)).toBeVisible();
    await userEvent.type(
      within(dialog).getByRole('textbox', { name: 'What shows it' }),
      'Game day of 3 May',
    );
    await userEvent.click(confirm);
    expect(await screen.findByText('Game day of 3 May')).toBeVisible();

    const rate = screen.getByRole('button', { name: 'Rate' });
    expect(rate).toBeDisabled();
    await userEvent.click(screen.getByRole('button', { name: /Your rating/ }));
    await userEvent.click(await screen.findByRole('option', { name: '8' }));
    await userEvent.click(rate);
    expect(await screen.findByText('Mean 8.0 of 10, n = 1')).toBeVisible();
    expect(screen.getByText(/0.17 times as many/)).toHaveTextContent(
      'Fewer since. Of its kind there were 12 incidents in the 365 days before',
    );
  });
});

describe('the actions of an incident', () => {
  it('are written down from its page, and found there', async () => {
    const api = await apiWithActions();
    const incident = await api.createIncident({ title: 'Cold cache' });
    await renderView(
      <Routes>
        <Route path="/" element={<IncidentActions incident={incident} />} />
        <Route path={`${PAGE}/new`} element={<NewActionPage />} />
        <Route path={`${PAGE}/:id`} element={<ActionPage />} />
      </Routes>,
      { api },
    );
    expect(await screen.findByText('No action yet')).toBeVisible();
    await userEvent.click(
      await screen.findByRole('link', { name: 'Write down an action' }),
    );
    expect(
      await screen.findByRole('link', { name: incident.title }),
    ).toBeVisible();
    await userEvent.type(
      screen.getByRole('textbox', { name: 'Action' }),
      'Warm the cache',
    );
    // Enter takes what is typed, and does not send the form.
    await userEvent.type(
      screen.getByRole('combobox', { name: 'Owner' }),
      'user:default/bob{Enter}',
    );
    expect(screen.getByRole('button', { name: 'Write it down' })).toBeEnabled();
    await userEvent.click(
      screen.getByRole('button', { name: 'Write it down' }),
    );
    expect(
      await screen.findByRole('heading', { name: 'Warm the cache' }),
    ).toBeVisible();
    expect(
      await screen.findByRole('link', {
        name: /incident that it is to prevent/,
      }),
    ).toHaveAttribute('href', `/incident-learning/incidents/${incident.id}`);
    expect(await api.getAction('action-4')).toMatchObject({
      incidentId: incident.id,
      owner: 'user:default/bob',
    });
    expect(
      (await api.listActions({ incident: incident.id })).items,
    ).toHaveLength(1);
  });
});

describe('the home page', () => {
  it('shows what is mine to do', async () => {
    await renderView(<MyActions />, { api: await apiWithActions() });
    const list = await screen.findByRole('list', { name: 'My actions' });
    expect(within(list).getAllByRole('link')[0]).toHaveTextContent(
      'Renew certificates',
    );
  });
});
