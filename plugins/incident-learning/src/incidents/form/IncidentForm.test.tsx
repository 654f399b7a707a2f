import {
  configure,
  fireEvent,
  screen,
  waitFor,
  within,
} from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { Route, Routes } from 'react-router-dom';
import { StorageApi, storageApiRef } from '@backstage/core-plugin-api';
import { Link } from '@backstage/core-components';
import { TestApiProvider, mockApis } from '@backstage/test-utils';
import type {
  IncidentInput,
  IncidentPatch,
} from '@hindsight/backstage-plugin-incident-learning-common';
import {
  FakeLearningApi,
  SAMPLE_NOW,
  renderView,
  sampleIncidents,
} from '../../__testUtils__';
import { responseError } from '../../__testUtils__/responseError';
import { IncidentsRouter } from '../../learning/IncidentsRouter';

// Many interactions one after the other, on machines that have more to do.
jest.setTimeout(60_000);
// Whether each of a long form's elements is hidden takes seconds to find out here.
configure({ defaultHidden: true });

/** Remembers what was sent, and can refuse it. */
class WatchedApi extends FakeLearningApi {
  readonly created: IncidentInput[] = [];
  readonly patches: IncidentPatch[] = [];
  refusal?: Promise<Error>;

  async createIncident(input: IncidentInput) {
    if (this.refusal) {
      throw await this.refusal;
    }
    this.created.push(input);
    return super.createIncident(input);
  }

  async updateIncident(id: string, revision: number, patch: IncidentPatch) {
    this.patches.push(patch);
    return super.updateIncident(id, revision, patch);
  }
}

function watchedApi() {
  return new WatchedApi({ incidents: sampleIncidents(), now: SAMPLE_NOW });
}

function open(
  path: string,
  api: FakeLearningApi,
  storage: StorageApi = mockApis.storage(),
) {
  return renderView(
    <TestApiProvider apis={[[storageApiRef, storage]]}>
      <Link to="/elsewhere">Elsewhere</Link>
      <Routes>
        <Route
          path="/incident-learning/incidents/*"
          element={<IncidentsRouter />}
        />
        <Route path="/elsewhere" element={<p>Somewhere else</p>} />
      </Routes>
    </TestApiProvider>,
    { api, path: `/incident-learning/incidents/${path}` },
  );
}

function field(name: string | RegExp) {
  return screen.findByLabelText(name, { selector: 'input, textarea' });
}

async function fill(name: string | RegExp, text: string) {
  const input = await field(name);
  await userEvent.clear(input);
  await userEvent.paste(text);
  await userEvent.tab();
}

/** The browser's own input of a date and time takes no single keys here. */
function setTime(label: string, value: string) {
  fireEvent.change(screen.getByLabelText(label), { target: { value } });
}

async function address() {
  return (await screen.findByLabelText('address')).textContent;
}

function press(name: string | RegExp) {
  return userEvent.click(screen.getByRole('button', { name }));
}

describe('the form of an incident', () => {
  it('declares what is typed, and says on the way what is wrong and what the figures make of it', async () => {
    const api = watchedApi();
    await open('new?entity=component:default/ledger', api);

    await userEvent.click(await field(/Title/));
    await userEvent.tab();
    expect(await field(/Title/)).toHaveAccessibleDescription(
      'Title is empty: say in a line what happened',
    );
    await press('Declare');
    const alert = await screen.findByRole('alert');
    expect(alert).toHaveTextContent('1 field to correct');
    expect(alert.parentElement).toHaveFocus();
    await userEvent.click(
      within(alert).getByRole('button', { name: /Title is empty/ }),
    );
    expect(await field(/Title/)).toHaveFocus();
    await fill(/Title/, 'Ledger stops');
    expect(screen.queryByRole('alert')).toBeNull();

    setTime('Occurred (UTC)', '2024-06-11T03:30');
    setTime('Detected (UTC)', '2024-06-11T03:00');
    expect(
      await screen.findByText('The time to detect is negative', {
        exact: false,
      }),
    ).toBeVisible();
    expect(screen.getByText('−30 min: not counted')).toBeVisible();
    setTime('Detected (UTC)', '2024-06-11T04:00');
    expect(await screen.findByText('30 min')).toBeVisible();

    await userEvent.click(await field('Add an entity'));
    await userEvent.type(await field('Add an entity'), 'check');
    await userEvent.click(
      await screen.findByRole('option', { name: /Checkout/ }),
    );
    await userEvent.type(
      await field('Add an entity'),
      'component:default/gone{Enter}',
    );
    await userEvent.type(await field('Add an entity'), 'nonsense{Enter}');
    expect(
      await screen.findByText(/“nonsense” is no full entity ref/),
    ).toBeVisible();
    await userEvent.clear(await field('Add an entity'));
    const entities = screen.getByRole('list', { name: 'Affected entities' });
    expect(await within(entities).findByText('Not in catalog')).toBeVisible();
    await press('Make primary: component:default/checkout');

    await press('Add an event');
    expect(screen.getByLabelText('Time (UTC)')).toHaveFocus();
    setTime('Time (UTC)', '2024-06-11T04:00');
    await fill('What happened', 'Alert on failed postings');
    await press('Done');
    await press('Add a link');
    await fill('Web address', 'ftp://example.org');
    expect(screen.getByText(/Web address is no web address/)).toBeVisible();
    await fill('Web address', 'https://example.org/1');

    await press('Declare');
    expect(
      await screen.findByRole('heading', { name: 'Ledger stops' }),
    ).toBeVisible();
    expect(await address()).toBe('/incident-learning/incidents/incident-9');
    expect(api.created).toEqual([
      expect.objectContaining({
        title: 'Ledger stops',
        entityRefs: [
          'component:default/checkout',
          'component:default/ledger',
          'component:default/gone',
        ],
        occurredAt: '2024-06-11T03:30:00.000Z',
        detectedAt: '2024-06-11T04:00:00.000Z',
        precision: {},
        timeline: [
          { at: '2024-06-11T04:00:00.000Z', event: 'Alert on failed postings' },
        ],
        links: [{ url: 'https://example.org/1' }],
      }),
    ]);
    expect(api.created[0]).not.toHaveProperty('summary');
  });

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

  it('shows what only the backend finds at its field, and keeps what is typed when saving fails', async () => {
    const api = watchedApi();
    await open('new', api);
    await fill(/Title/, 'Known already');
    await userEvent.click(screen.getByText('Where it was recorded first'));
    await fill('System', 'veris');
    await fill('Id', 'A-1');
    api.refusal = responseError(
      422,
      'UnprocessableError',
      'source.id is taken',
      {
        problems: [
          { path: 'source.id', message: 'is another incident already' },
        ],
      },
    );
    await press('Declare');

    expect(await screen.findByRole('alert')).toHaveTextContent(
      'Source: Id is another incident already',
    );
    expect(await field('Id')).toHaveAccessibleDescription(
      'Id is another incident already',
    );
    await fill('Id', 'A-2');
    expect(screen.queryByRole('alert')).toBeNull();

    api.refusal = responseError(503, 'ServiceUnavailable', 'Try again later');
    await press('Declare');
    expect(await screen.findByRole('alert')).toHaveTextContent(
      'Try again later',
    );
    expect(await field(/Title/)).toHaveValue('Known already');
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
      await screen.findByRole('button', { name: 'Leave with the draft kept' }),
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
