import { strict as assert } from 'node:assert';
import { after, before, describe, it } from 'node:test';
import { stripVTControlCharacters } from 'node:util';
import { openBrowser, type TestBrowser } from '../src/browser';
import { startPortal, type Portal } from '../src/portal';
import { onEveryScreen } from '../src/screens';

describe('The portal', () => {
  let portal: Portal;
  let browser: TestBrowser;

  before(async () => {
    portal = await startPortal();
    browser = await openBrowser();
  });

  after(async () => {
    await browser?.close();
    await portal?.stop();
  });

  it('lets a guest in, who then sees what waits, the catalog and the way to Learning', async () => {
    const visit = await browser.visit(portal, '/', { signedIn: false });
    const { page } = visit;

    await page.getByRole('button', { name: 'Enter' }).click();
    await page.getByText('No review waits for you').waitFor();
    await page.getByText('All caught up!').waitFor();
    await page.getByRole('link', { name: 'Catalog' }).click();
    await page.getByRole('heading', { name: 'Osterby Catalog' }).waitFor();
    await page.getByRole('link', { name: 'Hindsight home' }).waitFor();
    await page.getByRole('link', { name: 'Learning' }).click();
    await page.waitForURL('**/incident-learning**');

    assert.match(await page.title(), /Hindsight/);
    visit.assertNoErrors();
    await visit.close();
  });

  it('has a sidebar that axe finds nothing in', async () => {
    const visit = await browser.visit(portal, '/');
    await visit.page.getByText('No review waits for you').waitFor();
    await visit.assertAccessible({ within: 'nav' });
    await visit.close();
  });

  it('has a home page for any screen, and a catalog that misses nothing', async () => {
    await onEveryScreen(browser, portal, '/', async page => {
      await page.getByText('No review waits for you').waitFor();
      await page.getByText('All caught up!').waitFor();
    });
    const warnings = stripVTControlCharacters(portal.logs())
      .split('\n')
      .filter(line => /^\S+ catalog (warn|error) /.test(line));
    assert.deepEqual(warnings, []);
  });

  it('says on an empty page what to do next, accessibly, in light and dark', async () => {
    for (const theme of ['light', 'dark'] as const) {
      const visit = await browser.visit(portal, '/incident-learning', {
        theme,
        width: 375,
      });
      await visit.page.getByText('No incidents recorded yet').waitFor();
      await visit.assertAccessible();
      await visit.assertFits();
      visit.assertNoErrors();
      await visit.close();
    }
  });
});
