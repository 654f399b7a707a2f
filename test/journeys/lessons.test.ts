import { strict as assert } from 'node:assert';
import { after, before, describe, it } from 'node:test';
import type {
  Action,
  Incident,
  Lesson,
  LessonCoverage,
  Page as PageOf,
  Review,
} from '@hindsight/backstage-plugin-incident-learning-common';
import type { Page } from 'playwright-core';
import { openBrowser, type TestBrowser } from '../src/browser';
import { startPortal, type Portal } from '../src/portal';
import { onEveryScreen } from '../src/screens';
import type { Session } from '../src/sessions';

const API = '/api/incident-learning';
const LESSON = 'Bound every queue, and say what happens when it is full';
const PLAN = 'Bound the queue of tours';
/** Of another team; depends on the service that the incident hit. */
const PLANNER = 'component:default/route-planner';
const PLANNER_PAGE = '/catalog/default/component/route-planner/incidents';

describe('A lesson of one team', () => {
  let portal: Portal;
  let browser: TestBrowser;
  /** Runs the service that the incident hit. */
  let marek: Session;
  /** Of the team of the planner. */
  let nadia: Session;
  /** Of neither team. */
  let rosa: Session;
  let review: Review;
  let lesson: Lesson;
  let action: Action;

  before(async () => {
    [portal, browser] = await Promise.all([startPortal(), openBrowser()]);
    [marek, nadia, rosa] = await Promise.all(
      [
        'user:default/marek.dolan',
        'user:default/nadia.sorrel',
        'user:default/rosa.whitmere',
      ].map(portal.signIn),
    );
    review = await readyButForLessons();
  });

  after(async () => {
    await browser?.close();
    await portal?.stop();
  });

  /** A review of an incident of the tracking service that lacks nothing but what was learned. */
  async function readyButForLessons(): Promise<Review> {
    const incident = await marek.send<Incident>('POST', `${API}/incidents`, {
      title: 'Tracking stands still behind a full queue',
      severity: 'critical',
      category: 'capacity',
      attackVector: 'load',
      entityRefs: ['component:default/tracking-service'],
      detectedAt: '2026-03-02T09:00:00Z',
      timeline: [{ at: '2026-03-02T09:00:00Z', event: 'Scans are not shown' }],
    });
    const { id } = await marek.send<Review>('POST', `${API}/reviews`, {
      incidentIds: [incident.id],
      facilitator: marek.userEntityRef,
    });
    const url = `${API}/reviews/${id}`;
    for (const to of ['gathering', 'drafting']) {
      await marek.send('POST', `${url}/transitions`, { to });
    }
    const first = { 'If-Match': '"0"' };
    const summary = { text: 'The queue grew until no memory was left.' };
    await marek.send('PUT', `${url}/sections/summary`, summary, first);
    const cause = {
      id: 'unbounded',
      statement: 'Nothing bounds the queue',
      type: 'technical',
      role: 'primary',
      evidence: [{ text: 'Memory of the service, 08:00 to 09:00' }],
    };
    await marek.send('PUT', `${url}/root-causes`, { items: [cause] }, first);
    return marek.get<Review>(url);
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

  it('is born in the review of an incident, and published with it', async () => {
    await on(marek, `/incident-learning/reviews/${review.id}`, async page => {
      await page.getByLabel('New lesson').fill(LESSON);
      await page.getByLabel('New lesson').press('Enter');
      await page.getByRole('listitem', { name: 'Lesson 1' }).waitFor();
      await page.getByText('Everything is saved.').waitFor();
      await page.getByRole('button', { name: 'Hand in for review' }).click();
      await page.getByRole('button', { name: 'Publish' }).click();
      await page.getByRole('article', { name: /^Report: / }).waitFor();
    });
    const { items } = await marek.get<PageOf<Lesson>>(
      `${API}/lessons?review=${review.id}`,
    );
    [lesson] = items;
    assert.equal(lesson.statement, LESSON);
    assert.ok(lesson.publishedAt);
  });

  it('is found by its words', async () => {
    const path = '/incident-learning/lessons';
    await on(rosa, path, async page => {
      await page.getByRole('searchbox').fill('queues full');
      await page.getByRole('link', { name: LESSON }).waitFor();
      await page.getByRole('searchbox').fill('queue elephants');
      await page.getByRole('link', { name: LESSON }).waitFor({
        state: 'hidden',
      });
    });
    await look(rosa, `${path}?q=full+queue`, LESSON);
  });

  it('is found by another team on the page of its own component, which says why', async () => {
    await on(nadia, PLANNER_PAGE, async page => {
      const item = page
        .getByRole('list', { name: 'Lessons for this service' })
        .getByRole('listitem')
        .filter({ has: page.getByRole('link', { name: LESSON }) })
        .first();
      await item
        .getByRole('list', { name: 'Why it is shown' })
        .getByText(/^A dependency/)
        .waitFor();

      await item.getByRole('button', { name: /^Mark/ }).click();
      const dialog = page.getByRole('dialog');
      await dialog.getByRole('radio', { name: /^Planned/ }).check();
      await dialog.getByLabel('What is to be done').fill(PLAN);
      const owner = dialog
        .getByLabel('Owner of the action')
        .and(page.locator('input'));
      await owner.fill(nadia.userEntityRef);
      await owner.press('Enter');
      await dialog.getByLabel('Due date').fill('2031-01-31');
      await dialog
        .getByLabel('Success criteria')
        .fill('It turns tours away rather than dying');
      await dialog.getByRole('button', { name: 'Save' }).click();
      await dialog.waitFor({ state: 'hidden' });
      await item.getByText('Planned', { exact: true }).waitFor();
    });
    const standing = await standingOf(PLANNER);
    assert.equal(standing?.standing, 'planned');
    const { items } = await nadia.get<PageOf<Action>>(
      `${API}/actions?lesson=${lesson.id}`,
    );
    [action] = items;
    assert.equal(action.status, 'open');
    assert.equal(action.owner, nadia.userEntityRef);
  });

  it('is applied there once its action is verified', async () => {
    await on(nadia, `/incident-learning/actions/${action.id}`, async page => {
      await page.getByRole('button', { name: 'Start' }).click();
      await page.getByRole('slider').press('End');
      await page
        .getByRole('region', { name: 'Progress' })
        .getByRole('button', { name: 'Complete' })
        .click();
      await page.getByRole('button', { name: 'Verify' }).click();
      const dialog = page.getByRole('dialog');
      await dialog.getByLabel('What shows it').fill('Load test of 3 March');
      await dialog.getByRole('button', { name: 'Verify' }).click();
      await page.getByText('Load test of 3 March').first().waitFor();
      await page
        .getByRole('link', { name: 'The lesson that it is to apply' })
        .click();
      await page.getByRole('heading', { name: LESSON }).waitFor();
    });
    assert.equal((await standingOf(PLANNER))?.standing, 'applied');
    await look(marek, `/incident-learning/lessons/${lesson.id}`, 'Action: ');
    await look(marek, '/incident-learning/lessons/coverage', LESSON);
    await look(nadia, PLANNER_PAGE, LESSON);
  });

  it('is offered when a like incident is opened', async () => {
    const like = await rosa.send<Incident>('POST', `${API}/incidents`, {
      title: 'Labels wait behind a full queue',
      severity: 'high',
      category: 'capacity',
      attackVector: 'load',
      entityRefs: ['component:default/label-service'],
      detectedAt: '2026-03-09T09:00:00Z',
    });
    await on(rosa, `/incident-learning/incidents/${like.id}`, page =>
      page
        .getByRole('list', { name: 'Known lessons' })
        .getByRole('link', { name: LESSON })
        .waitFor(),
    );
  });

  async function standingOf(entityRef: string) {
    const { items } = await rosa.get<LessonCoverage>(
      `${API}/lessons/${lesson.id}/coverage`,
    );
    return items.find(item => item.entityRef === entityRef);
  }
});
