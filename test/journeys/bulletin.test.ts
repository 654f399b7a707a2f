import { strict as assert } from 'node:assert';
import { after, before, describe, it } from 'node:test';
import { openBrowser, type TestBrowser } from '../src/browser';
import { startPortal, type Portal } from '../src/portal';
import { onEveryScreen } from '../src/screens';

describe('The bulletin of the demo company', () => {
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

  it('is read on any screen', async () => {
    await onEveryScreen(
      browser,
      portal,
      '/incident-learning/bulletin',
      async page => {
        await page.getByRole('region', { name: 'New lessons' }).waitFor();
        await page.getByRole('button', { name: 'Follow' }).waitFor();
      },
    );
  });

  it('leads through weeks and on to what was learned, is followed and passed on', async () => {
    const visit = await browser.visit(portal, '/incident-learning/bulletin');
    const { page } = visit;
    const heading = page.getByRole('heading', { name: /^Week \d+ of \d+$/ });
    const last = await heading.textContent();
    await page.getByRole('button', { name: 'Week before' }).click();
    await page.waitForURL('**/bulletin?week=**');
    await page
      .getByRole('heading', { name: /^Week \d+ of \d+$/ })
      .filter({ hasNotText: last ?? '' })
      .waitFor();
    await page.getByRole('button', { name: 'Last full week' }).click();
    await page.getByRole('heading', { name: last ?? '' }).waitFor();

    await page.getByRole('button', { name: 'Follow', exact: true }).click();
    await page.getByText('You follow this bulletin now').waitFor();
    await page.reload();
    const followed = page.getByRole('region', { name: 'What comes to you' });
    await followed.getByRole('link', { name: 'Whole organisation' }).waitFor();
    await followed.getByRole('button').click();
    await page.getByRole('button', { name: 'Follow', exact: true }).waitFor();

    await page.getByRole('button', { name: 'Copy as Markdown' }).click();
    await page
      .getByText('The bulletin is on the clipboard as Markdown')
      .waitFor();

    const lesson = page
      .getByRole('region', { name: 'New lessons' })
      .getByRole('link')
      .first();
    const statement = (await lesson.textContent()) ?? '';
    assert.notEqual(statement, '');
    await lesson.click();
    await page.waitForURL('**/incident-learning/lessons/**');
    await page.getByRole('heading', { name: statement }).waitFor();
    visit.assertNoErrors();
    await visit.close();
  });
});
