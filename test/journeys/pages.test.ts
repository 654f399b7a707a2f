import { strict as assert } from 'node:assert';
import { after, before, describe, it } from 'node:test';
import {
  ACTION_STATUSES,
  type Action,
  type Lesson,
  type Page as PageOf,
} from '@hindsight/backstage-plugin-incident-learning-common';
import type { Page } from 'playwright-core';
import { openBrowser, type TestBrowser } from '../src/browser';
import { startPortal, type Portal } from '../src/portal';
import { onEveryScreen } from '../src/screens';

const API = '/api/incident-learning';
const LEARNING = '/incident-learning';

describe('On any screen the demo company sees', () => {
  let portal: Portal;
  let browser: TestBrowser;

  before(async () => {
    [portal, browser] = await Promise.all([
      startPortal({ demo: true }),
      openBrowser(),
    ]);
  });

  after(async () => {
    await browser?.close();
    await portal?.stop();
  });

  function look(path: string, shown: (page: Page) => Promise<unknown>) {
    return onEveryScreen(browser, portal, path, shown);
  }

  function text(words: string) {
    return (page: Page) => page.getByText(words).first().waitFor();
  }

  function listed(name: string | RegExp) {
    return (page: Page) =>
      page.getByRole('list', { name }).getByRole('listitem').first().waitFor();
  }

  it('lessons, and how far they have come', async () => {
    const { items } = await portal.get<{ items: { lesson: Lesson }[] }>(
      `${API}/lessons/coverage`,
    );
    await look(`${LEARNING}/lessons`, listed('Lessons'));
    await look(`${LEARNING}/lessons/new`, text('What others should know'));
    await look(
      `${LEARNING}/lessons/${items[0].lesson.id}`,
      text('How is this counted?'),
    );
    await look(`${LEARNING}/lessons/coverage`, text(items[0].lesson.statement));
    await look(
      '/catalog/default/component/tracking-service/incidents',
      listed('Lessons for this service'),
    );
  });

  function row(page: Page) {
    const table = page.getByRole('table', { name: 'Actions', exact: true });
    return table.getByRole('row').nth(1).waitFor();
  }

  it('actions in every state', async () => {
    await look(`${LEARNING}/actions?all=true`, row);
    await look(`${LEARNING}/actions?group=owner`, row);
    await look(`${LEARNING}/actions/new`, text('Write it down'));
    for (const status of ACTION_STATUSES) {
      const { items } = await portal.get<PageOf<Action>>(
        `${API}/actions?status=${status}&limit=1`,
      );
      assert.equal(items.length, 1, `No action is ${status}`);
      const visit = await browser.visit(
        portal,
        `${LEARNING}/actions/${items[0].id}`,
      );
      await visit.page.getByRole('heading', { name: 'History' }).waitFor();
      await visit.assertAccessible();
      visit.assertNoErrors();
      await visit.close();
    }
  });

  it('what the week taught, and what waits on the home page', async () => {
    await look(`${LEARNING}/bulletin`, text('What comes to you'));
    await look('/', listed('My actions'));
  });
});
