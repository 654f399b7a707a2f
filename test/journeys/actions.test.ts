import { strict as assert } from 'node:assert';
import { after, before, describe, it } from 'node:test';
import type {
  Action,
  Incident,
  Page as PageOf,
} from '@hindsight/backstage-plugin-incident-learning-common';
import knexFactory, { type Knex } from 'knex';
import type { Page } from 'playwright-core';
import { openBrowser, type TestBrowser } from '../src/browser';
import { startPortal, type Portal } from '../src/portal';
import { startPostgres, type TestPostgres } from '../src/postgres';
import { onEveryScreen } from '../src/screens';
import type { Session } from '../src/sessions';

const API = '/api/incident-learning';
const DAY_MS = 24 * 60 * 60 * 1000;
const TITLE = 'Couriers of the north depot get no tours';
const REMEDY = 'Plan tours on two machines';
const CRITERIA = 'One machine is switched off, and tours are there at six';

/** Reminders are looked for every second; how often there is one is for the product to decide. */
const config = {
  incidentLearning: {
    actions: {
      schedule: {
        frequency: { seconds: 1 },
        timeout: { minutes: 1 },
        initialDelay: { seconds: 0 },
      },
    },
  },
};

describe('An action, from idea to verified, and open again', () => {
  let postgres: TestPostgres;
  let portal: Portal;
  let browser: TestBrowser;
  let database: Knex;
  let rosa: Session;
  let nadia: Session;
  let incident: Incident;
  let action: Action;

  before(async () => {
    postgres = await startPostgres();
    [portal, browser] = await Promise.all([
      startPortal({ postgres, config }),
      openBrowser(),
    ]);
    [rosa, nadia] = await Promise.all(
      ['user:default/rosa.whitmere', 'user:default/nadia.sorrel'].map(
        portal.signIn,
      ),
    );
    database = knexFactory({
      client: 'pg',
      connection: {
        ...postgres.connection,
        database: 'backstage_plugin_incident-learning',
      },
    });
    incident = await happens(Date.now() - 20 * DAY_MS);
  });

  after(async () => {
    await database?.destroy();
    await browser?.close();
    await portal?.stop();
    await postgres?.stop();
  });

  function happens(at: number): Promise<Incident> {
    return rosa.send<Incident>('POST', `${API}/incidents`, {
      title: TITLE,
      severity: 'high',
      category: 'capacity',
      attackVector: 'load',
      entityRefs: ['component:default/route-planner'],
      detectedAt: new Date(at).toISOString(),
    });
  }

  /** A page as somebody sees it while they do something there. */
  async function on(
    session: Session,
    path: string,
    act: (page: Page) => Promise<unknown>,
  ): Promise<void> {
    const visit = await browser.visit(portal, path, { session });
    await act(visit.page);
    await visit.assertAccessible();
    visit.assertNoErrors();
    await visit.close();
  }

  async function refresh(): Promise<Action> {
    action = await rosa.get<Action>(`${API}/actions/${action.id}`);
    return action;
  }

  /** What the portal told somebody, by title. */
  async function told(session: Session): Promise<string[]> {
    const { notifications } = await session.get<{
      notifications: { updated?: string; payload: { title: string } }[];
    }>('/api/notifications/notifications?limit=50');
    return notifications.map(({ payload }) => payload.title);
  }

  async function untilTold(session: Session, title: string): Promise<void> {
    for (let attempt = 0; attempt < 150; attempt++) {
      if ((await told(session)).includes(title)) {
        return;
      }
      await new Promise(resolve => setTimeout(resolve, 200));
    }
    assert.fail(`${title} is not among ${await told(session)}`);
  }

  /** Waits until reminders were looked for so often again. */
  async function afterRuns(runs: number): Promise<void> {
    let last: Date | undefined;
    for (let seen = 0; seen <= runs; ) {
      const run = await database('backstage_backend_tasks__tasks')
        .where('id', 'incident-learning-remind-owners')
        .first();
      assert.equal(run.last_run_error_json, null);
      if (run.last_run_ended_at?.getTime() !== last?.getTime()) {
        last = run.last_run_ended_at;
        seen += 1;
      }
      await new Promise(resolve => setTimeout(resolve, 100));
    }
  }

  it('is written down as an idea on the page of its incident', async () => {
    await on(
      rosa,
      `/incident-learning/incidents/${incident.id}`,
      async page => {
        await page.getByText('No action yet').waitFor();
        await page.getByRole('link', { name: 'Write down an action' }).click();
        await page.getByRole('link', { name: TITLE }).waitFor();
        await page.getByLabel('Action', { exact: true }).fill(REMEDY);
        await page.getByRole('button', { name: 'Write it down' }).click();
        await page.getByRole('heading', { name: REMEDY }).waitFor();
        await page.getByText('Nobody has committed yet').waitFor();
      },
    );
    const { items } = await rosa.get<PageOf<Action>>(
      `${API}/actions?incident=${incident.id}`,
    );
    assert.deepEqual(
      items.map(({ title, status }) => [title, status]),
      [[REMEDY, 'idea']],
    );
    [action] = items;
  });

  it('becomes a commitment, of which its owner is told', async () => {
    const due = new Date(Date.now() + 30 * DAY_MS).toISOString().slice(0, 10);
    await on(rosa, pathOf(action), async page => {
      await page.getByRole('button', { name: 'Edit' }).click();
      await page.getByLabel(/^An idea/).check();
      const owner = page.getByLabel('Owner').and(page.locator('input'));
      await owner.fill(nadia.userEntityRef);
      await owner.press('Enter');
      await page.getByLabel('Due date').fill(due);
      await page.getByLabel('Success criteria').fill(CRITERIA);
      await page.getByRole('button', { name: 'Save', exact: true }).click();
      await page.getByText(CRITERIA).waitFor();
    });
    assert.equal((await refresh()).status, 'open');
    await untilTold(nadia, `You own an action: ${REMEDY}`);
  });

  it('is overdue, and its owner has one digest of it, however often is looked', async () => {
    // A month passes.
    const yesterday = new Date(Date.now() - DAY_MS).toISOString().slice(0, 10);
    const { content } = await database('actions')
      .where('id', action.id)
      .first();
    await database('actions')
      .where('id', action.id)
      .update({
        due_date: yesterday,
        content: JSON.stringify({ ...JSON.parse(content), dueDate: yesterday }),
      });
    const digest = '1 action waits: 1 overdue';
    await untilTold(nadia, digest);
    await afterRuns(3);
    const all = await told(nadia);
    assert.equal(all.filter(title => title === digest).length, 1);
    assert.equal(all.length, 2);

    await onEveryScreen(
      browser,
      portal,
      '/incident-learning/actions?mine=true&overdue=true',
      page => page.getByText('1 day overdue').first().waitFor(),
      { session: nadia },
    );
    await on(nadia, '/', async page => {
      await page
        .getByRole('list', { name: 'My actions' })
        .getByRole('link', { name: REMEDY })
        .click();
      await page.getByRole('heading', { name: REMEDY }).waitFor();
    });
  });

  it('is done step by step, verified by somebody else, and rated', async () => {
    await on(nadia, pathOf(action), async page => {
      await page.getByRole('button', { name: 'Start' }).click();
      const slider = page.getByRole('slider');
      await slider.focus();
      for (let step = 0; step < 10; step++) {
        await slider.press('ArrowRight');
      }
      await page.getByLabel('Note').fill('The second machine is there');
      await page.getByRole('button', { name: 'Note progress' }).click();
      await page
        .getByRole('listitem')
        .filter({ hasText: 'The second machine is there' })
        .waitFor();
      await slider.press('End');
      await page
        .getByRole('region', { name: 'Progress' })
        .getByRole('button', { name: 'Complete' })
        .click();
      await page.getByRole('button', { name: 'Verify' }).waitFor();
    });
    await on(rosa, pathOf(action), async page => {
      await page.getByRole('button', { name: 'Verify' }).click();
      const dialog = page.getByRole('dialog');
      await dialog.getByLabel('What shows it').fill('Game day of the depot');
      await dialog.getByRole('button', { name: 'Verify' }).click();
      await dialog.waitFor({ state: 'hidden' });
      await page.getByText('Game day of the depot').first().waitFor();
      await page.getByLabel('Your rating').click();
      await page.getByRole('option', { name: '8', exact: true }).click();
      await page.getByLabel('Why').fill('Tours came at six');
      await page.getByRole('button', { name: 'Rate' }).click();
      await page.getByText('Mean 8.0 of 10, n = 1').waitFor();
    });
    assert.equal((await refresh()).status, 'verified');
    assert.equal(action.verification?.by, rosa.userEntityRef);
    await look(rosa, pathOf(action), 'Tours came at six');
  });

  it('is open again once a repeat is confirmed, and says why', async () => {
    const again = await happens(Date.now());
    await on(rosa, `/incident-learning/incidents/${again.id}`, async page => {
      await page.getByRole('button', { name: 'Confirm repeat' }).click();
      await page.getByText('This is a repeat of').waitFor();
    });
    await refresh();
    assert.equal(action.status, 'open');
    assert.equal(action.reopened?.incidentId, again.id);
    await untilTold(nadia, `Reopened: ${REMEDY}`);
    await look(nadia, pathOf(action), 'Taken up again');
    await on(nadia, pathOf(action), async page => {
      await page.getByRole('link', { name: 'See the incident' }).click();
      await page.getByText('This is a repeat of').waitFor();
    });
  });

  /** Every screen shows the page, and axe finds nothing. */
  function look(session: Session, path: string, text: string) {
    return onEveryScreen(
      browser,
      portal,
      path,
      page => page.getByText(text).first().waitFor(),
      { session },
    );
  }
});

function pathOf({ id }: Action): string {
  return `/incident-learning/actions/${id}`;
}
