import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { Route, Routes } from 'react-router-dom';
import { FakeLearningApi, renderView } from '../../__testUtils__';
import { ActionPage } from '..';

const PAGE = '/incident-learning/actions';

const GITHUB = {
  id: 'github',
  title: 'GitHub',
  targets: [
    { id: 'acme/shop', title: 'acme/shop' },
    { id: 'acme/lib', title: 'acme/lib' },
  ],
};

async function showAction(trackers = [GITHUB]) {
  const api = new FakeLearningApi({ incidents: [] });
  api.trackers = trackers;
  await api.createAction({
    title: 'Alert on expiry',
    status: 'open',
    owner: 'user:default/bob',
    dueDate: '2999-01-01',
    successCriteria: 'It rings',
  });
  await renderView(
    <Routes>
      <Route path={`${PAGE}/:id`} element={<ActionPage />} />
    </Routes>,
    { api, path: `${PAGE}/action-1` },
  );
  await screen.findByRole('heading', { name: 'Alert on expiry' });
  return api;
}

const section = () => screen.findByRole('region', { name: 'Issue' });
const press = async (name: string) =>
  userEvent.click(await screen.findByRole('button', { name }));

describe('the issue of an action', () => {
  it('is created where it is asked for, and told of as long as the tracker is down', async () => {
    const api = await showAction();
    await userEvent.click(await screen.findByLabelText(/Create an issue in/));
    await userEvent.click(
      await screen.findByRole('option', { name: 'GitHub: acme/lib' }),
    );
    await press('Create issue');
    expect(
      await screen.findByText(/An issue is to be created in acme\/lib/),
    ).toBeVisible();
    expect(screen.getByRole('alert')).toHaveTextContent(
      'GitHub could not be reached: it is asked again later',
    );
    await press('Try now');
    expect(
      await within(await section()).findByRole('link', {
        name: /acme\/shop#7: Alert before/,
      }),
    ).toHaveAttribute('href', 'https://github.com/acme/shop/issues/7');
    expect(screen.queryByRole('alert')).not.toBeInTheDocument();
    expect((await api.getAction('action-1')).externalLink).toContain('7');
  });

  it('is linked by its address, read, and unlinked', async () => {
    const api = await showAction();
    const field = await screen.findByRole('textbox', {
      name: 'Link an issue that there is',
    });
    const button = screen.getByRole('button', { name: 'Link issue' });
    expect(button).toBeDisabled();
    await userEvent.type(field, 'https://github.com/acme/shop/wiki');
    await userEvent.click(button);
    expect(await screen.findByRole('alert')).toHaveTextContent(
      'url is no address of an issue in GitHub',
    );
    expect(field).toHaveValue('https://github.com/acme/shop/wiki');
    await userEvent.clear(field);
    await userEvent.type(field, 'https://github.com/acme/shop/issues/3');
    await userEvent.click(button);
    const region = await section();
    expect(await within(region).findByText('Open')).toBeVisible();
    expect(within(region).getByText('octocat')).toBeVisible();

    await press('Read it now');
    expect(await screen.findByText('Closed as not planned')).toBeVisible();
    expect(screen.getByRole('alert')).toHaveTextContent('cancel the action');

    await press('Unlink');
    const dialog = await screen.findByRole('dialog');
    await userEvent.click(
      within(dialog).getByRole('button', { name: 'Unlink' }),
    );
    expect(
      await screen.findByRole('button', { name: 'Create issue' }),
    ).toBeVisible();
    expect((await api.getActionTracking('action-1')).link).toBeUndefined();
  });

  it('is no topic where no tracker is installed', async () => {
    const api = await showAction([]);
    await waitFor(async () =>
      expect((await api.getActionTracking('action-1')).trackers).toEqual([]),
    );
    expect(
      await screen.findByRole('region', { name: 'History' }),
    ).toBeVisible();
    expect(
      screen.queryByRole('region', { name: 'Issue' }),
    ).not.toBeInTheDocument();
  });
});
