import { configure, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { mockApis } from '@backstage/test-utils';
import { field, fill, open, press, watchedApi } from './__testUtils__/openForm';

// Many interactions one after the other, on machines that have more to do.
jest.setTimeout(60_000);
// Whether each of a long form's elements is hidden takes seconds to find out here.
configure({ defaultHidden: true });

describe('editing an incident', () => {
  it('sends of an edit only what changed, and clears what was emptied', async () => {
    const api = watchedApi();
    await open('incident-1/edit?field=summary', api);

    await waitFor(async () => expect(await field('Summary')).toHaveFocus());
    await fill('Summary', ' ');
    await userEvent.click(
      within(screen.getByRole('group', { name: 'Occurred' })).getByRole(
        'button',
        { name: /Known/ },
      ),
    );
    await userEvent.click(
      await screen.findByRole('option', { name: 'to the day' }),
    );
    expect(screen.getByLabelText('Occurred (UTC)')).toHaveValue('2024-01-10');
    await press('Save changes');

    expect(
      await screen.findByText('Nobody has written one yet.'),
    ).toBeVisible();
    expect(api.patches).toEqual([
      {
        summary: null,
        occurredAt: '2024-01-10T00:00:00.000Z',
        precision: { occurredAt: 'day' },
      },
    ]);
    const history = screen.getByRole('region', { name: 'History' });
    expect(
      await within(history).findByText(
        /The certificate of the card gateway expired/,
      ),
    ).toBeVisible();
  });

  it('lets two people who changed the same incident take either version, field by field', async () => {
    const api = watchedApi();
    await open('incident-2/edit', api);
    await fill(/Title/, 'My title');
    await fill('Impact', 'My impact');
    await api.updateIncident('incident-2', 1, {
      title: 'Their title',
      category: 'their category',
    });
    await press('Save changes');

    const title = await screen.findByRole('radiogroup', { name: 'Title' });
    expect(title).toHaveTextContent('My title');
    expect(title).toHaveTextContent('Their title');
    expect(within(title).getByRole('radio', { name: 'Mine' })).toBeChecked();
    expect(screen.getByRole('region', { name: 'Title' })).toHaveTextContent(
      'changed by both',
    );
    const category = screen.getByRole('radiogroup', { name: 'Category' });
    expect(
      within(category).getByRole('radio', { name: 'Theirs' }),
    ).toBeChecked();
    expect(screen.getByRole('radiogroup', { name: 'Impact' })).toBeVisible();

    await press('Back to the form');
    expect(await field('Impact')).toHaveValue('My impact');
    await press('Save changes');
    await userEvent.click(
      within(
        await screen.findByRole('radiogroup', { name: 'Title' }),
      ).getByRole('radio', { name: 'Theirs' }),
    );
    await press('Save with these choices');

    expect(
      await screen.findByRole('heading', { name: 'Their title' }),
    ).toBeVisible();
    expect(await api.getIncident('incident-2')).toMatchObject({
      title: 'Their title',
      category: 'their category',
      impact: 'My impact',
    });
  });

  it('keeps a draft over a closed tab, and asks before it is left behind', async () => {
    const storage = mockApis.storage();
    const api = watchedApi();
    const first = await open('new', api, storage);
    await fill(/Title/, 'Half a thought');
    await userEvent.click(screen.getByRole('link', { name: 'Elsewhere' }));
    const dialog = await screen.findByRole('dialog', {
      name: 'Leave without saving?',
    });
    await userEvent.click(within(dialog).getByRole('button', { name: 'Stay' }));
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    await waitFor(() =>
      expect(
        storage.forBucket('incident-learning.drafts').snapshot('new').presence,
      ).toBe('present'),
    );
    first.unmount();

    const second = await open('new', api, storage);
    expect(await screen.findByRole('alert')).toHaveTextContent(
      /What you typed before .* is back/,
    );
    expect(await field(/Title/)).toHaveValue('Half a thought');
    await userEvent.click(screen.getByRole('link', { name: 'Elsewhere' }));
    await userEvent.click(
      await screen.findByRole('button', { name: 'Leave, keep draft' }),
    );
    expect(await screen.findByText('Somewhere else')).toBeVisible();
    second.unmount();

    await open('new', api, storage);
    await screen.findByRole('alert');
    await press('Discard');
    expect(await field(/Title/)).toHaveValue('');
    await waitFor(() =>
      expect(
        storage.forBucket('incident-learning.drafts').snapshot('new').presence,
      ).toBe('absent'),
    );
    await userEvent.click(screen.getByRole('link', { name: 'Elsewhere' }));
    expect(await screen.findByText('Somewhere else')).toBeVisible();
  });
});
