import type { Page } from 'playwright-core';
import type { TestBrowser } from './browser';
import type { Session } from './sessions';

/**
 * Opens a page in either theme, on a wide screen and on a phone. On each, axe
 * finds nothing, nothing scrolls sideways, and no error is printed.
 *
 * @param shown - waits until the page has what it is about, and checks that
 */
export async function onEveryScreen(
  browser: TestBrowser,
  portal: { url: string },
  path: string,
  shown: (page: Page) => Promise<unknown>,
  options: { session?: Session } = {},
): Promise<void> {
  for (const theme of ['light', 'dark'] as const) {
    for (const width of [1280, 375]) {
      const visit = await browser.visit(portal, path, {
        ...options,
        theme,
        width,
      });
      await shown(visit.page);
      await visit.assertAccessible();
      await visit.assertFits();
      visit.assertNoErrors();
      await visit.close();
    }
  }
}
