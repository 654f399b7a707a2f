import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { Bulletin } from '@hindsight/backstage-plugin-incident-learning-common';
import { FakeLearningApi, renderView } from '../__testUtils__';
import { BulletinPage } from './BulletinPage';

const NOW = '2026-11-24T12:00:00.000Z';

const overdue = (n: number) => ({
  id: `late-${n}`,
  title: `Late ${n}`,
  owner: 'group:default/payments',
  dueDate: '2026-11-20',
  daysLate: 3,
  newlyOverdue: n === 1,
});

const WEEK: Partial<Bulletin> = {
  lessons: {
    count: 1,
    items: [
      {
        id: 'lesson-1',
        statement: 'Watch expiry dates',
        type: 'process',
        priority: 'high',
        category: 'certificate',
        publishedAt: '2026-11-18T10:00:00.000Z',
      },
    ],
  },
  reviews: {
    count: 1,
    items: [
      {
        id: 'review-1',
        title: 'Checkout rejects cards',
        publishedAt: '2026-11-18T10:00:00.000Z',
      },
    ],
  },
  verified: {
    count: 1,
    items: [
      {
        id: 'action-1',
        title: 'Alert on expiry',
        verifiedAt: '2026-11-19T10:00:00.000Z',
        how: 'test',
      },
    ],
  },
  overdue: { count: 25, items: [1, 2, 3, 4, 5, 6].map(overdue) },
  patterns: {
    count: 1,
    items: [
      {
        category: 'certificate',
        attackVector: 'expiry',
        count: 2,
        severities: { critical: 0, high: 2, medium: 0, low: 0, unknown: 0 },
        firstAt: '2026-09-01T00:00:00.000Z',
        lastAt: '2026-11-17T00:00:00.000Z',
        services: [
          {
            entityRef: 'component:default/ledger',
            incidents: 2,
            lesson: false,
          },
        ],
        serviceCount: 1,
      },
    ],
  },
};

function fakeApi(bulletins: Record<string, Partial<Bulletin>> = {}) {
  const api = new FakeLearningApi({ now: NOW });
  Object.assign(api.bulletins, { '2026-W47': WEEK }, bulletins);
  return api;
}

function render(api: FakeLearningApi, query = '') {
  return renderView(<BulletinPage />, {
    api,
    path: `/incident-learning/bulletin${query}`,
  });
}

async function address() {
  return (await screen.findByLabelText('address')).textContent;
}

describe('BulletinPage', () => {
  it('tells the last full week, section by section, each with its way on', async () => {
    await render(fakeApi());
    expect(
      await screen.findByRole('heading', { name: 'Week 47 of 2026' }),
    ).toBeVisible();
    expect(
      await screen.findByText(
        'Whole organisation · 16 Nov 2026 to 22 Nov 2026',
      ),
    ).toBeVisible();
    const figures = await screen.findByRole('list', { name: 'In short' });
    expect(
      within(figures)
        .getAllByRole('link')
        .map(l => l.textContent),
    ).toEqual([
      '1New lessons',
      '1Published reviews',
      '1Verified actions',
      '1New patterns',
      '25Overdue actions',
    ]);
    for (const [name, path] of [
      ['Watch expiry dates', '/lessons/lesson-1'],
      ['Checkout rejects cards', '/reviews/review-1/report'],
      ['Alert on expiry', '/actions/action-1'],
      ['Late 1', '/actions/late-1'],
      [
        'certificate · expiry',
        '/incidents?from=2026-09-01&until=2026-11-22&drill=false&category=certificate&attackVector=expiry',
      ],
    ]) {
      expect(await screen.findByRole('link', { name })).toHaveAttribute(
        'href',
        `/incident-learning${path}`,
      );
    }
    const late = await screen.findByRole('region', { name: 'Overdue actions' });
    expect(late).toHaveTextContent('3 days late, new this week');
    expect(late).toHaveTextContent('1 more');
    expect(late).toHaveTextContent('19 further ones are not named here.');
    expect(late).toHaveTextContent('When the week ended');
  });

  it('walks from week to week and picks whose bulletin it is, in the address', async () => {
    await render(fakeApi({ '2026-W48': {} }));
    await userEvent.click(
      await screen.findByRole('button', { name: 'Week after' }),
    );
    expect(await screen.findByText(/ · so far$/)).toBeVisible();
    expect(await address()).toBe('/incident-learning/bulletin?week=2026-W48');
    expect(
      await screen.findByRole('button', { name: 'Week after' }),
    ).toBeDisabled();
    await userEvent.click(
      await screen.findByRole('button', { name: 'My groups' }),
    );
    expect(await address()).toBe(
      '/incident-learning/bulletin?week=2026-W48&scope=mine',
    );
    // An empty week says so, and what to do.
    expect(
      await screen.findByText('Nothing was learned on record this week'),
    ).toBeVisible();
    expect(
      await screen.findByRole('button', { name: 'See the reviews' }),
    ).toHaveAttribute('href', '/incident-learning/reviews');
    await userEvent.click(
      await screen.findByRole('button', { name: 'Whole organisation' }),
    );
    await userEvent.click(
      await screen.findByRole('button', { name: 'Last full week' }),
    );
    expect(await address()).toBe('/incident-learning/bulletin?week=2026-W47');
  });

  it('says why there is nothing', async () => {
    const api = fakeApi({ '2026-W47': { ...WEEK, groups: [] } });
    const { unmount } = await render(api, '?scope=mine');
    expect(await screen.findByText('You are in no group')).toBeVisible();
    unmount();
    const { unmount: leave } = await render(fakeApi(), '?week=2027-W10');
    expect(await screen.findByText('This week has not begun')).toBeVisible();
    leave();
    const hidden = { ...WEEK, verified: undefined, overdue: undefined };
    await render(fakeApi({ '2026-W47': hidden }));
    expect(
      await screen.findByText(
        'Left out, since you may not read it: Verified actions, Overdue actions.',
      ),
    ).toBeVisible();
  });

  it('offers to try again where it fails', async () => {
    const api = fakeApi();
    api.failWith({ status: 503, name: 'ServiceUnavailable', message: 'Later' });
    await render(api);
    const failed = await screen.findByText('Could not load the bulletin');
    expect(failed).toBeVisible();
    api.failWith();
    for (const retry of await screen.findAllByRole('button', {
      name: 'Retry',
    })) {
      await userEvent.click(retry);
    }
    expect(await screen.findByText('Watch expiry dates')).toBeVisible();
    expect(await screen.findByRole('button', { name: 'Follow' })).toBeVisible();
  });

  it('is followed and unfollowed, and says when it comes', async () => {
    await render(fakeApi());
    const follow = await screen.findByRole('button', { name: 'Follow' });
    expect(follow).toHaveAttribute('aria-pressed', 'false');
    await userEvent.click(follow);
    expect(
      await screen.findByText('You follow this bulletin now'),
    ).toBeInTheDocument();
    expect(
      await screen.findByRole('button', { name: 'Following' }),
    ).toHaveAttribute('aria-pressed', 'true');
    const section = await screen.findByRole('region', {
      name: 'What comes to you',
    });
    expect(section).toHaveTextContent('Mondays at 8:00 (UTC)');
    await userEvent.click(
      await within(section).findByRole('button', {
        name: 'Follow Whole organisation no longer',
      }),
    );
    expect(await screen.findByRole('button', { name: 'Follow' })).toBeVisible();
  });

  it('is copied as Markdown, and says so', async () => {
    // What the browser itself does.
    let copied = '';
    document.execCommand = () => {
      copied = document.getSelection()?.toString() ?? '';
      return true;
    };
    await render(fakeApi());
    await userEvent.click(
      await screen.findByRole('button', { name: 'Copy as Markdown' }),
    );
    expect(
      await screen.findByText('The bulletin is on the clipboard as Markdown'),
    ).toBeInTheDocument();
    expect(copied).toMatch(
      /^# Learning bulletin: whole organisation, week 47 of 2026\n/,
    );
  });
});
