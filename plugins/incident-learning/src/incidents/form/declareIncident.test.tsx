import { configure, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { pickFound } from '../../__testUtils__';
import { responseError } from '../../__testUtils__/responseError';
import {
  address,
  field,
  fill,
  open,
  press,
  setTime,
  watchedApi,
} from './__testUtils__/openForm';

// Many interactions one after the other, on machines that have more to do.
jest.setTimeout(60_000);
// Whether each of a long form's elements is hidden takes seconds to find out here.
configure({ defaultHidden: true });

describe('declaring an incident', () => {
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
    await pickFound(await field('Add an entity'), 'check', /Checkout/);
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
});
