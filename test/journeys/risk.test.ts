import { strict as assert } from 'node:assert';
import { after, before, describe, it } from 'node:test';
import type {
  Incident,
  RiskState,
} from '@hindsight/backstage-plugin-incident-learning-common';
import type { Page } from 'playwright-core';
import { openBrowser, type TestBrowser } from '../src/browser';
import { startPortal, type Portal } from '../src/portal';

const API = '/api/incident-learning';
const RISK = '/incident-learning/risk';

/** What no figure can say, so that a person has to. */
const REFLECTION = {
  Interpretation:
    'What can be reached from outside rises; the score was tied to severity.',
  'Limit of the data':
    'Most factors are derived; few incidents state how far they were exposed.',
  'Evidence needed next':
    'Whether reviews of the risen incidents find more than those they displace.',
  'Deployment risk that this data cannot show':
    'Internal incidents may wait longer than their owners expect.',
};

describe('Risk', () => {
  let portal: Portal;
  let browser: TestBrowser;

  before(async () => {
    [portal, browser] = await Promise.all([
      startPortal({ demo: true }),
      openBrowser(),
    ]);
    await untilScored(portal);
  });

  after(async () => {
    await browser?.close();
    await portal?.stop();
  });

  it('is weighed on pages that any screen can show', async () => {
    const pages = [
      [RISK, 'scored incidents have priority'],
      [`${RISK}/what-if?weights=0.6,0.1,0.1,0.1,0.1`, 'Severity against score'],
      [`${RISK}/experiments`, 'If half of the control gaps were closed'],
      [`${RISK}/profiles`, 'Activations'],
    ];
    for (const [path, text] of pages) {
      for (const theme of ['light', 'dark'] as const) {
        for (const width of [1280, 375]) {
          const visit = await browser.visit(portal, path, { theme, width });
          await visit.page.getByText(text).first().waitFor();
          await visit.assertAccessible();
          await visit.assertFits();
          visit.assertNoErrors();
          await visit.close();
        }
      }
    }
  });

  it('is weighed differently: tried out, thought through, adopted, and the review queue follows', async () => {
    const queueBefore = await queueOf(portal);
    const visit = await browser.visit(portal, `${RISK}/what-if`);
    const { page } = visit;

    await page
      .getByText('Move a slider to see what it would change.')
      .waitFor();
    const exposure = page.getByRole('slider', { name: 'Exposure' });
    await exposure.focus();
    for (let step = 0; step < 4; step++) {
      await exposure.press('PageUp');
    }
    const weight = await exposure.getAttribute('aria-valuetext');
    assert.equal(weight, '0.65');
    const becomes = page.getByRole('table', { name: 'Become priority' });
    await becomes.waitFor();
    const risen = await becomes.getByRole('link').first().textContent();
    await page.getByRole('table', { name: 'Cease to be priority' }).waitFor();
    await page.waitForURL('**weights=0.65**');
    await page.getByText('decisions could flip').waitFor();
    await visit.assertAccessible();
    await visit.screenshot('risk-what-if');

    await page.getByRole('button', { name: 'Show as table' }).click();
    await page
      .getByRole('table', { name: /Incidents by score/ })
      .getByRole('row', { name: risen ?? '' })
      .first()
      .waitFor();
    await visit.assertAccessible();

    await page.getByRole('button', { name: 'Save as experiment' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('Title').fill('Exposure decides');
    await visit.assertAccessible();
    await dialog.getByRole('button', { name: 'Save experiment' }).click();

    const adopt = page.getByRole('button', { name: 'Adopt as profile' });
    await page.getByText('It cannot be adopted yet').waitFor();
    assert.equal(await adopt.isDisabled(), true);
    await visit.assertAccessible();
    for (const [question, answer] of Object.entries(REFLECTION)) {
      await page.getByRole('textbox', { name: question }).fill(answer);
    }
    await page.getByRole('button', { name: 'Save reflection' }).click();
    await page.getByText('The reflection is complete').waitFor();
    await adopt.click();
    const adoption = page.getByRole('dialog');
    await adoption.getByLabel('Note').fill('Agreed in the security round');
    await adoption.getByRole('checkbox').check();
    await adoption.getByRole('button', { name: 'Adopt', exact: true }).click();
    await page.getByRole('heading', { name: 'Adopted' }).waitFor();
    await visit.assertAccessible();

    const { activation } = await portal.get<RiskState>(`${API}/risk`);
    assert.equal(activation.profileName, 'Exposure decides');
    assert.equal(activation.reason, 'Agreed in the security round');
    await untilScored(portal);
    const queueAfter = await queueOf(portal);
    assert.notDeepEqual(queueAfter, queueBefore);

    await page.goto('/incident-learning/reviews');
    await page.getByRole('list', { name: 'Review queue' }).waitFor();
    assert.deepEqual(await shownQueue(page), queueAfter.slice(0, 5));
    await visit.assertAccessible();
    visit.assertNoErrors();
    await visit.close();
  });

  it('keeps who decided to contain an incident, and puts it on the timeline', async () => {
    const { items } = await portal.get<{ items: Incident[] }>(
      `${API}/incidents?sort=-riskScore&limit=1`,
    );
    const visit = await browser.visit(
      portal,
      `/incident-learning/incidents/${items[0].id}`,
    );
    const { page } = visit;
    await page.getByRole('button', { name: 'Record a decision' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('Containment option').fill('Isolate the host');
    await dialog.getByRole('button', { name: 'It was me' }).click();
    await dialog.getByLabel('Decided (UTC)').fill('2026-03-02T10:00');
    await visit.assertAccessible();
    await dialog.getByRole('button', { name: 'Record', exact: true }).click();
    await page
      .getByRole('list', { name: 'Containment decisions' })
      .getByText('Isolate the host')
      .waitFor();
    await page
      .getByRole('table', { name: 'Timeline' })
      .getByText('Containment approved: Isolate the host')
      .waitFor();
    await visit.assertAccessible();
    visit.assertNoErrors();
    await visit.close();
  });
});

/** The incidents that wait for a review, by title, as the API orders them. */
async function queueOf(portal: Portal): Promise<string[]> {
  const { items } = await portal.get<{ items: Incident[] }>(
    `${API}/incidents?needsReview=true&drill=false&sort=-riskScore&limit=50`,
  );
  return items.map(({ title }) => title);
}

async function shownQueue(page: Page): Promise<(string | null)[]> {
  const links = page
    .getByRole('list', { name: 'Review queue' })
    .getByRole('link');
  await links.first().waitFor();
  return Promise.all((await links.all()).map(link => link.textContent()));
}

/** Scores follow an activation, and what the demo fills in, by themselves. */
async function untilScored(portal: Portal): Promise<void> {
  for (let attempt = 0; attempt < 300; attempt++) {
    const { pending, scored } = await portal.get<RiskState>(`${API}/risk`);
    if (pending === 0 && scored > 0) {
      return;
    }
    await new Promise(done => setTimeout(done, 200));
  }
  throw new Error('Incidents were not scored within a minute');
}
