import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { IncidentInput } from '@hindsight/backstage-plugin-incident-learning-common';
import {
  FakeIncidentLearningApi,
  SAMPLE_NOW,
  SAMPLE_PARTS,
  renderView,
  sampleIncidents,
} from '../../__testUtils__';
import { IncidentList } from './IncidentList';

// Many interactions one after the other, on machines that have more to do.
jest.setTimeout(30_000);

function fakeApi(incidents = sampleIncidents()) {
  return new FakeIncidentLearningApi({
    incidents,
    now: SAMPLE_NOW,
    parts: SAMPLE_PARTS,
  });
}

function render(api: FakeIncidentLearningApi, query = '', compact = false) {
  return renderView(<IncidentList compact={compact} />, {
    api,
    path: `/incident-learning/incidents?${query}`,
  });
}

async function address() {
  return (await screen.findByLabelText('address')).textContent;
}

async function titles() {
  const rows = await screen.findAllByRole('rowheader');
  return rows.map(row => within(row).getByRole('link').textContent);
}

function count(text: string) {
  return screen.findByText(text);
}

/** More than one compact page of incidents, a day apart. */
function many(): IncidentInput[] {
  return Array.from({ length: 25 }, (_, index) => ({
    title: `Incident ${index + 1}`,
    detectedAt: new Date(Date.UTC(2024, 0, 25 - index)).toISOString(),
  }));
}

describe('IncidentList', () => {
  it('says of each incident what it takes to judge it', async () => {
    await render(fakeApi());

    expect(await count('8 incidents')).toBeVisible();
    const row = (
      await screen.findByRole('link', { name: 'Ledger stops on a full disk' })
    ).closest('tr')!;
    expect(row).toHaveTextContent('Critical');
    expect(row).toHaveTextContent('Contained');
    expect(row).toHaveTextContent('11 Jun 2024, 03:30 UTC');
    expect(row).toHaveTextContent('30 min');
    expect(row).toHaveTextContent('3 h');
    expect(row).toHaveTextContent('Suspected repeat');
    expect(row).toHaveTextContent('+1 more');
    expect(within(row).getByRole('link', { name: 'ledger' })).toHaveAttribute(
      'href',
      '/catalog/default/component/ledger',
    );

    const supplier = screen.getByRole('row', { name: /stolen backup tapes/ });
    expect(supplier).toHaveTextContent('2024occurred');
    expect(supplier).toHaveTextContent('Unassigned');
    expect(
      screen.getByRole('row', { name: /Refund report/ }),
    ).toHaveTextContent('−1 hnegative: not counted');
    expect(screen.getByRole('row', { name: /Game day/ })).toHaveTextContent(
      'Drill',
    );
  });

  it('marks an entity that the catalog does not know', async () => {
    await render(
      fakeApi([{ title: 'Lost', entityRefs: ['component:default/gone'] }]),
    );

    expect(await screen.findByText('Not in catalog')).toBeVisible();
    expect(screen.queryByRole('link', { name: 'gone' })).toBeNull();
  });

  it('filters by what the address says, shows it, and takes it away again', async () => {
    await render(
      fakeApi(),
      'severity=critical&severity=high&drill=false&scope=ignored&kind=nonsense',
    );

    expect(await count('3 incidents')).toBeVisible();
    const active = await screen.findByRole('list', { name: 'Active filters' });
    expect(active).toHaveTextContent('Severity: Critical');
    expect(active).toHaveTextContent('Drills: Without drills');
    expect(active).not.toHaveTextContent('nonsense');

    await userEvent.click(
      screen.getByRole('button', {
        name: 'Remove the filter Severity: Critical',
      }),
    );
    expect(await count('2 incidents')).toBeVisible();
    expect(await address()).toContain('severity=high');

    await userEvent.click(screen.getByRole('button', { name: 'Clear all' }));
    expect(await count('8 incidents')).toBeVisible();
    expect(await address()).not.toContain('severity');
  });

  it('filters by words, levels and the values that occur', async () => {
    await render(fakeApi());

    await userEvent.type(
      await screen.findByRole('searchbox', { name: 'Search' }),
      'ledger',
    );
    expect(await count('2 incidents')).toBeVisible();
    expect(await address()).toContain('text=ledger');
    await userEvent.click(
      screen.getByRole('button', { name: 'Clear the search' }),
    );
    expect(await count('8 incidents')).toBeVisible();

    await userEvent.click(screen.getByRole('combobox', { name: 'Status' }));
    await userEvent.click(
      await screen.findByRole('option', { name: 'Contained' }),
    );
    await userEvent.click(await screen.findByRole('option', { name: 'Open' }));
    expect(await count('3 incidents')).toBeVisible();
    await userEvent.keyboard('{Escape}');

    await userEvent.click(screen.getByRole('button', { name: 'More filters' }));
    await userEvent.click(screen.getByRole('combobox', { name: 'Category' }));
    await userEvent.click(
      await screen.findByRole('option', { name: 'capacity' }),
    );
    expect(await titles()).toEqual(['Ledger stops on a full disk']);
    expect(await address()).toContain('status=contained&status=open');
    expect(await address()).toContain('category=capacity');
  });

  it('sorts by its headers, and says so', async () => {
    await render(fakeApi());

    await userEvent.click(
      await screen.findByRole('button', { name: 'Time to detect' }),
    );
    await waitFor(async () =>
      expect((await titles())[0]).toBe(
        'Ledger postings delayed by a full disk',
      ),
    );
    expect(
      screen.getByRole('columnheader', { name: /Time to detect/ }),
    ).toHaveAttribute('aria-sort', 'descending');
    expect(await address()).toContain('sort=-timeToDetectMs');

    await userEvent.click(
      screen.getByRole('button', { name: /Time to detect/ }),
    );
    await waitFor(async () =>
      expect((await titles())[0]).toBe(
        'Refund report shows times before they happened',
      ),
    );
  });

  it('grows by pages, with the focus on the first new row, and is as long again when somebody returns', async () => {
    const first = await render(fakeApi(many()), '', true);

    expect(await count('10 of 25 incidents')).toBeVisible();
    await userEvent.click(
      screen.getByRole('button', { name: 'Load more (15 left)' }),
    );
    expect(await count('20 of 25 incidents')).toBeVisible();
    expect(screen.getByRole('link', { name: 'Incident 11' })).toHaveFocus();
    expect(await address()).toContain('shown=20');
    await userEvent.click(
      screen.getByRole('button', { name: 'Load more (5 left)' }),
    );
    expect(await count('25 incidents')).toBeVisible();
    expect(screen.queryByRole('button', { name: /Load more/ })).toBeNull();
    expect(await titles()).toHaveLength(25);
    first.unmount();

    await render(fakeApi(many()), 'shown=20', true);
    expect(await count('20 of 25 incidents')).toBeVisible();
  });

  it('tells nothing yet from nothing that matches', async () => {
    const empty = await render(fakeApi([]));
    expect(await screen.findByText('No incidents yet')).toBeVisible();
    expect(
      screen.getByRole('button', { name: 'Declare incident' }),
    ).toHaveAttribute('href', '/incident-learning/incidents/new');
    empty.unmount();

    await render(fakeApi(), 'text=xyzzy&period=30d');
    expect(await screen.findByText('No incident matches')).toBeVisible();
    await userEvent.click(
      screen.getByRole('button', { name: 'Clear filters' }),
    );
    expect(await count('8 incidents')).toBeVisible();
  });

  it('says why it could not load, and tries again', async () => {
    const api = fakeApi();
    api.failWith({
      status: 403,
      name: 'NotAllowedError',
      message: 'You may not read incidents',
    });
    await render(api);

    expect(await screen.findByText('You may not read incidents')).toBeVisible();
    api.failWith(undefined);
    await userEvent.click(screen.getByRole('button', { name: 'Retry' }));
    expect(await count('8 incidents')).toBeVisible();
  });
});
