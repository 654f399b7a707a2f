import { strict as assert } from 'node:assert';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { pathToFileURL } from 'node:url';
import type {
  FeedbackSummary,
  Incident,
  Review,
} from '@hindsight/backstage-plugin-incident-learning-common';
import type { Page } from 'playwright-core';
import { openBrowser, type TestBrowser } from '../src/browser';
import { startPortal, type Portal } from '../src/portal';
import {
  addEvent,
  addEvidence,
  answerFeedback,
  askWhy,
  commit,
  focusedField,
  resolveNow,
  takeApart,
} from '../src/reviewPages';
import { onEveryScreen } from '../src/screens';
import type { Session } from '../src/sessions';

const API = '/api/incident-learning';
const DAY_MS = 24 * 60 * 60 * 1000;
const TITLE = 'Couriers of the north depot get no tours';
const MAP = 'A new map is loaded while tours are planned';
const PRAISE = 'The on-call saw within minutes that tours were missing';
const GRIEVANCE = 'Nobody knew which map was used';
const LESSON = 'Warm a new map up before use';
const REMEDY = 'Ask the old map service while the new one warms up';

describe('An incident, from resolved to a published report', () => {
  let portal: Portal;
  let browser: TestBrowser;
  let folder: string;
  let guest: Session;
  let rosa: Session;
  let nadia: Session;
  /** Whose turn it is to lead. */
  let marek: Session;
  let incident: Incident;
  let review: Review;

  before(async () => {
    folder = await mkdtemp(join(tmpdir(), 'hindsight-report-'));
    [portal, browser] = await Promise.all([startPortal(), openBrowser()]);
    [guest, rosa, nadia, marek] = await Promise.all(
      [
        'user:development/guest',
        'user:default/rosa.whitmere',
        'user:default/nadia.sorrel',
        'user:default/marek.dolan',
      ].map(portal.signIn),
    );
    incident = await rosa.send<Incident>('POST', `${API}/incidents`, {
      title: TITLE,
      severity: 'high',
      entityRefs: ['component:default/route-planner'],
      detectedAt: new Date(Date.now() - DAY_MS / 8).toISOString(),
      participants: [
        { role: 'Incident commander', entityRef: rosa.userEntityRef },
      ],
    });
  });

  after(async () => {
    await browser?.close();
    await portal?.stop();
    await rm(folder, { recursive: true, force: true });
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

  /** The review's page, open for its facilitator while `write` runs. */
  async function lead(write: (page: Page) => Promise<void>) {
    const visit = await browser.visit(portal, pathOf(review), {
      session: marek,
    });
    await visit.page.getByRole('heading', { name: TITLE }).first().waitFor();
    await write(visit.page);
    await visit.page.getByText('Everything is saved.').waitFor();
    // Browsers print each answer that refuses something.
    const errors = visit.errors().filter(text => !text.includes(' 422 '));
    assert.deepEqual(errors, []);
    await visit.close();
  }

  it('schedules its review by itself when somebody resolves it', async () => {
    const path = `/incident-learning/incidents/${incident.id}`;
    await look(rosa, `${path}/edit`, 'Save changes');
    const visit = await browser.visit(portal, `${path}/edit`, {
      session: rosa,
    });
    await resolveNow(visit.page);
    await visit.page.getByText('Scheduled', { exact: true }).first().waitFor();
    visit.assertNoErrors();
    await visit.close();
    await look(rosa, path, 'Open the review');

    const { items } = await rosa.get<{ items: Review[] }>(
      `${API}/reviews?incident=${incident.id}`,
    );
    assert.equal(items.length, 1);
    review = await rosa.get<Review>(`${API}/reviews/${items[0].id}`);
    const { resolvedAt } = await rosa.get<Incident>(
      `${API}/incidents/${incident.id}`,
    );
    assert.equal(review.createdBy, 'plugin:incident-learning');
    assert.equal(
      Date.parse(review.scheduledFor!) - Date.parse(resolvedAt!),
      2 * DAY_MS,
    );
    assert.equal(review.facilitator, marek.userEntityRef);
    assert.deepEqual(review.participants.map(p => p.entityRef).sort(), [
      'group:default/last-mile',
      rosa.userEntityRef,
    ]);
  });

  it('asks all who took part for feedback, by notifications', async () => {
    await look(marek, '/', TITLE);
    await lead(async page => {
      await page.getByRole('button', { name: 'Ask for feedback' }).click();
      await page.getByText(/^Waiting for/).waitFor();
    });
    const question = `How did it go? Your view on “${TITLE}” is wanted`;
    await look(rosa, '/', question);

    const visit = await browser.visit(portal, '/', { session: rosa });
    const { page } = visit;
    await page
      .getByRole('link', { name: /Notifications/ })
      .filter({ hasText: '1' })
      .click();
    await page.getByRole('link', { name: question }).first().click();
    await page.waitForURL(`**${pathOf(review)}/feedback`);
    await answerFeedback(page, { wentWell: PRAISE, rating: '4' });
    visit.assertNoErrors();
    await visit.close();
  });

  it('hears three people, one of them anonymously', async () => {
    const path = `${pathOf(review)}/feedback`;
    await look(nadia, path, 'Answer anonymously');
    for (const session of [nadia, guest]) {
      const visit = await browser.visit(portal, path, { session, width: 375 });
      const { page } = visit;
      await answerFeedback(page, {
        wentWell: GRIEVANCE,
        rating: '2',
        anonymous: session === nadia,
      });
      visit.assertNoErrors();
      await visit.close();
    }

    const feedback = await marek.get<FeedbackSummary>(
      `${API}/reviews/${review.id}/feedback`,
    );
    assert.equal(feedback.answered, 3);
    assert.equal(feedback.withheld, 1);
    assert.deepEqual(feedback.answers.map(({ by }) => by).sort(), [
      rosa.userEntityRef,
      guest.userEntityRef,
    ]);
    await lead(async page => {
      await page.getByText('1 anonymous answer held back').waitFor();
      await page
        .getByRole('listitem')
        .filter({ hasText: PRAISE })
        .getByRole('button', { name: 'Add to “What went well”' })
        .click();
      await page.getByRole('button', { name: 'Start drafting' }).click();
      await page.getByRole('button', { name: 'Hand in for review' }).waitFor();
    });
  });

  it('finds two causes in five whys and a fault tree, by the keyboard', async () => {
    await lead(async page => {
      await askWhy(page, ['The planner waited for a map', MAP]);
      await takeApart(page, {
        event: 'Planner without a map',
        into: ['New map not warm', 'Old map already deleted'],
      });
      const causes = page.getByRole('listitem', { name: /^Cause \d/ });
      await causes.nth(1).waitFor();
      assert.equal(await causes.count(), 2);
      await page.getByText('1 minimal cut set').first().waitFor();
    });
    const { rootCauses } = await marek.get<Review>(
      `${API}/reviews/${review.id}`,
    );
    assert.deepEqual(
      rootCauses.items.map(({ statement, role }) => [statement, role]),
      [
        [MAP, 'primary'],
        ['Old map already deleted', 'contributing'],
      ],
    );
    await look(marek, pathOf(review), 'Before publishing');
  });

  it('refuses to publish, says all that is missing, and leads there', async () => {
    await lead(async page => {
      await page
        .getByRole('textbox', { name: 'Summary' })
        .fill('Tours were planned two hours late, since no map was ready.');
      await page.getByRole('button', { name: 'Hand in for review' }).click();
      await page.getByRole('button', { name: 'Publish' }).click();
      const missing = page
        .getByRole('list', { name: 'Missing for this step' })
        .getByRole('link');
      await missing.first().waitFor();
      const fields = {
        'Timeline has no event': 'Add what happened when',
        'Root causes has no cause with evidence':
          'What in the system let it happen',
        'Lessons is empty': 'New lesson',
      };
      assert.equal(await missing.count(), Object.keys(fields).length);
      for (const [words, field] of Object.entries(fields)) {
        await missing.filter({ hasText: words }).click();
        assert.match(await focusedField(page), new RegExp(`^${field}`));
      }
    });
  });

  it('is published once timeline, evidence, lessons and actions are there', async () => {
    const visit = await browser.visit(portal, pathOf(review), {
      session: marek,
    });
    const { page } = visit;
    await addEvent(page, '2026-03-02T09:10', 'The new map is loaded');
    await addEvidence(page, 'Cause 1', 'Log of the planner, 09:10');
    await page.getByLabel('New lesson').fill(LESSON);
    await page.getByLabel('New lesson').press('Enter');
    await page.getByRole('listitem', { name: 'Lesson 1' }).waitFor();
    await commit(page, {
      title: REMEDY,
      owner: nadia.userEntityRef,
      dueDate: '2031-01-31',
      successCriteria: 'No tour waits for a map for more than a minute',
    });
    await page
      .getByText('Everything that publishing needs is there.')
      .waitFor();
    await look(marek, pathOf(review), 'Action 1');

    await page.getByRole('button', { name: 'Publish' }).click();
    await page.getByRole('article', { name: `Report: ${TITLE}` }).waitFor();
    visit.assertNoErrors();
    await look(marek, `${pathOf(review)}/report`, REMEDY);
    await look(rosa, '/incident-learning/reviews', TITLE);

    const download = page.waitForEvent('download');
    await page.getByRole('button', { name: 'Download HTML' }).click();
    await (await download).saveAs(join(folder, 'report.html'));
    await visit.close();
  });

  it('leaves a report that opens without a server', async () => {
    const file = join(folder, 'report.html');
    const url = pathToFileURL(file).href;
    await onEveryScreen(browser, { url }, url, async page => {
      const requested: string[] = [];
      page.on('request', request => requested.push(request.url()));
      await page.reload();
      for (const text of [TITLE, MAP, LESSON, REMEDY]) {
        await page.getByText(text).filter({ visible: true }).first().waitFor();
      }
      for (const drawn of [/^Five whys/, /^Fault tree/]) {
        await page.getByRole('img', { name: drawn }).waitFor();
      }
      assert.equal(await page.locator('script').count(), 0);
      assert.deepEqual(requested, [url]);
    });
    const html = await readFile(file, 'utf8');
    assert.ok(html.includes(PRAISE));
    assert.ok(!html.includes(GRIEVANCE), 'Feedback is in the report');
  });
});

function pathOf({ id }: Review): string {
  return `/incident-learning/reviews/${id}`;
}
