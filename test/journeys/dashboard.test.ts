import { strict as assert } from 'node:assert';
import { after, before, describe, it } from 'node:test';
import type { Metrics } from '@hindsight/backstage-plugin-incident-learning-common';
import { openBrowser, type TestBrowser } from '../src/browser';
import { startPortal, type Portal } from '../src/portal';

const API = '/api/incident-learning';
const OVERVIEW = '/incident-learning/overview';
const LAST_CARD = 'What the figures lack';

describe('The dashboard of the demo company', () => {
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

  async function repeats(query = ''): Promise<number> {
    const { kpis } = await portal.get<Metrics>(`${API}/metrics?${query}`);
    const kpi = kpis.find(({ id }) => id === 'repeat-incident-rate');
    return kpi?.share?.numerator ?? 0;
  }

  it('can be read on any screen, its drill-down too', async () => {
    for (const theme of ['light', 'dark'] as const) {
      for (const width of [1280, 375]) {
        const options = { theme, width };
        const page = await browser.visit(portal, OVERVIEW, options);
        await page.page.getByText(LAST_CARD).waitFor();
        await page.scrollThrough();
        await page.assertAccessible();
        await page.assertFits();
        page.assertNoErrors();
        await page.close();

        const drawer = await browser.visit(
          portal,
          `${OVERVIEW}?kpi=mttd`,
          options,
        );
        await drawer.page.getByText('The incidents behind it').waitFor();
        await drawer.assertAccessible({ within: '[role=dialog]' });
        await drawer.assertFits();
        drawer.assertNoErrors();
        await drawer.close();
      }
    }
  });

  it('leads from a number to the rows behind it', async () => {
    const visit = await browser.visit(portal, `${OVERVIEW}?period=365d`);
    const { page } = visit;
    await page.getByRole('link', { name: 'Repeat incidents' }).last().click();
    const dialog = page.getByRole('dialog', { name: 'Repeat incidents' });
    await dialog.getByText('What the look-back does').waitFor();
    assert.match(page.url(), /kpi=repeat-incident-rate/);
    await dialog
      .getByRole('link', { name: /^Open the list of \d+ incidents$/ })
      .click();

    await page.waitForURL('**/incident-learning/incidents?**');
    const from = new Date(Date.now() - 364 * 86_400_000);
    const count = await repeats(`from=${from.toISOString().slice(0, 10)}`);
    await page.getByText(`${count} incidents`).first().waitFor();
    await page.goBack();
    await dialog.waitFor();
    visit.assertNoErrors();
    await visit.close();
  });

  it('opens, walks and closes a drill-down by keyboard alone', async () => {
    const visit = await browser.visit(portal, OVERVIEW);
    const { page } = visit;
    const tile = page.getByRole('link', { name: 'Time to contain' }).last();
    await tile.focus();
    await page.keyboard.press('Enter');
    const dialog = page.getByRole('dialog', { name: 'Time to contain' });
    await dialog.getByRole('tab', { name: 'By team' }).focus();
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('Enter');
    await page.waitForURL('**by=severity**');
    await dialog
      .getByRole('table', { name: 'Time to contain by severity' })
      .waitFor();
    await page.keyboard.press('Escape');
    await dialog.waitFor({ state: 'detached' });
    assert.ok(!page.url().includes('kpi='));
    assert.ok(await tile.evaluate(link => link === document.activeElement));
    await visit.close();
  });

  it('keeps period, scope and comparison in an address that shows the same to others', async () => {
    const visit = await browser.visit(portal, OVERVIEW);
    const { page } = visit;
    await page.getByLabel('Period', { exact: true }).click();
    await page.getByRole('option', { name: 'Last 90 days' }).click();
    await page.getByRole('link', { name: 'Delivery Engineering' }).click();
    await page
      .getByRole('heading', { name: /delivery engineering/i, level: 2 })
      .waitFor();
    await page.getByText('Compare with the period before').click();
    await page.waitForURL('**compare=none**');
    const summary = page.getByText(/incidents? repeats? an earlier one/);
    await page.waitForFunction(
      () => !document.querySelector('[aria-busy="true"]'),
    );
    const said = await summary.textContent();

    const other = await browser.visit(portal, page.url());
    await other.page.getByText(said ?? '').waitFor();
    await other.page.getByRole('link', { name: 'Whole organisation' }).click();
    await other.page
      .getByRole('heading', { name: 'Whole organisation' })
      .waitFor();
    await other.close();
    visit.assertNoErrors();
    await visit.close();
  });

  it('keeps the query of an address that names no tab', async () => {
    const visit = await browser.visit(
      portal,
      '/incident-learning?period=90d&kpi=mttr',
    );
    await visit.page.getByRole('dialog', { name: 'Time to resolve' }).waitFor();
    assert.match(visit.page.url(), /overview\?period=90d&kpi=mttr$/);
    await visit.close();
  });

  it('leads from what the figures lack to the incidents to mend', async () => {
    const visit = await browser.visit(portal, OVERVIEW);
    const { page } = visit;
    await page.getByText(LAST_CARD).waitFor();
    await visit.scrollThrough();
    const link = page.getByRole('link', {
      name: /^All: \d+ incidents?, No detection/,
    });
    const count = await link.textContent();
    await link.click();
    await page.waitForURL('**findingPath=detectedAt**');
    await page
      .getByText(new RegExp(`^${count} incidents?`))
      .first()
      .waitFor();
    await visit.close();
  });
});
