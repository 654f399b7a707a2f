import { strict as assert } from 'node:assert';
import { readFile } from 'node:fs/promises';
import { after, before, describe, it } from 'node:test';
import { openBrowser, type TestBrowser } from '../src/browser';
import { startPortal, type Portal } from '../src/portal';
import { onEveryScreen } from '../src/screens';

describe('Trends of the demo company', () => {
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

  it('show patterns on any screen', async () => {
    await onEveryScreen(
      browser,
      portal,
      '/incident-learning/patterns',
      async page => {
        await page.getByRole('article').first().waitFor();
      },
    );
  });

  it('lead from a pattern to its incidents, as many as it counts, and on to what is alike', async () => {
    const visit = await browser.visit(portal, '/incident-learning/patterns');
    const { page } = visit;
    await page.getByRole('tab', { name: 'At one service' }).click();
    await page.waitForURL('**view=signature**');
    const rows = page.getByRole('link', { name: /See the \d+ incidents/ });
    const words = (await rows.first().textContent()) ?? '';
    const count = /\d+/.exec(words)?.[0];
    await rows.first().click();
    await page.waitForURL('**/incident-learning/incidents?**signature=**');
    await page
      .getByRole('status')
      .filter({ hasText: `${count} incidents` })
      .first()
      .waitFor();

    await page.locator('[data-record]').first().click();
    await page.getByRole('heading', { name: 'Similar incidents' }).waitFor();
    await page
      .getByText(/% alike: /)
      .first()
      .waitFor();
    visit.assertNoErrors();
    await visit.close();
  });

  it('show the report on any screen', async () => {
    await onEveryScreen(
      browser,
      portal,
      '/incident-learning/report',
      async page => {
        await page.getByRole('heading', { name: 'Key findings' }).waitFor();
      },
    );
  });

  it('hand the report out as files, and lead from a finding to its rows', async () => {
    const visit = await browser.visit(portal, '/incident-learning/report');
    const { page } = visit;
    const download = async (item: string) => {
      await page.getByRole('button', { name: 'Download' }).click();
      const [file] = await Promise.all([
        page.waitForEvent('download'),
        page.getByRole('menuitem', { name: item }).click(),
      ]);
      return {
        name: file.suggestedFilename(),
        text: await readFile(await file.path(), 'utf8'),
      };
    };
    const html = await download('Whole report as HTML');
    assert.match(html.name, /^trends-whole-organisation-.*\.html$/);
    assert.match(html.text, /<svg/);
    assert.doesNotMatch(html.text, /<script/);
    const csv = await download('KPIs as CSV');
    assert.match(csv.name, /-kpis\.csv$/);
    assert.match(csv.text, /^\uFEFFKPI,Value,Unit,n,/);

    await page
      .getByRole('region', { name: 'Key findings' })
      .getByRole('link', { name: /See the rows: .*share a pattern/ })
      .first()
      .click();
    await page.waitForURL('**/incident-learning/incidents?**category=**');
    await page.locator('[data-record]').first().waitFor();
    visit.assertNoErrors();
    await visit.close();
  });
});
