/**
 * Pages of a portal in a real Chromium, for journeys:
 *
 *   const browser = await openBrowser();
 *   const visit = await browser.visit(portal, '/incident-learning');
 *   await visit.page.getByRole('heading', { name: 'Learning' }).waitFor();
 *   await visit.assertAccessible();
 *   await visit.assertNoErrors();
 *   await visit.close();
 *   await browser.close();
 *
 * Find things as a person does, by role and name (`getByRole`, `getByLabel`,
 * `getByText`). Playwright waits by itself; never wait for a time.
 */
import { strict as assert } from 'node:assert';
import { mkdir } from 'node:fs/promises';
import { AxeBuilder } from '@axe-core/playwright';
import type { Page, Response } from 'playwright-core';
import { launchChromium } from './chromium';
import { inRoot } from './paths';
import type { Session } from './sessions';

export interface VisitOptions {
  /** @defaultValue 'light' */
  theme?: 'light' | 'dark';
  /** Of the window, in CSS pixels. @defaultValue 1280 */
  width?: number;
  /** Of the window, in CSS pixels. @defaultValue 900 */
  height?: number;
  /** With `false` the visitor first sees the sign-in page. @defaultValue true */
  signedIn?: boolean;
  /** Who visits, from `portal.signIn`. @defaultValue the guest */
  session?: Session;
}

/** One visitor with a profile of its own. */
export interface Visit {
  readonly page: Page;
  /**
   * Fails when the page printed an error, threw one, or had an answer of 500
   * or above so far.
   */
  assertNoErrors(): void;
  /** The errors so far. */
  errors(): string[];
  /**
   * Fails when axe finds something on the page, dialogs included. The frame
   * that Backstage draws (sidebar, page header) is left out; `within` takes
   * one part of the page instead. Waits first until nothing is busy or moving,
   * since what fades lacks contrast.
   */
  assertAccessible(options?: { within?: string }): Promise<void>;
  /** Scrolls down to the end, as a reader does: what loads when it is seen begins to. */
  scrollThrough(): Promise<void>;
  /** Fails when the page is wider than the window and scrolls sideways. */
  assertFits(): Promise<void>;
  /** Saves what is seen as `test-results/<name>.png`. */
  screenshot(name: string): Promise<void>;
  close(): Promise<void>;
}

export interface TestBrowser {
  /** Opens a path of the portal for a new visitor. */
  visit(
    portal: { url: string },
    path: string,
    options?: VisitOptions,
  ): Promise<Visit>;
  close(): Promise<void>;
}

export async function openBrowser(): Promise<TestBrowser> {
  const browser = await launchChromium();
  return {
    async visit(portal, path, options = {}) {
      const { theme = 'light', width = 1280, height = 900 } = options;
      const context = await browser.newContext({
        baseURL: portal.url,
        viewport: { width, height },
        colorScheme: theme,
        reducedMotion: 'reduce',
        locale: 'en-GB',
        timezoneId: 'UTC',
      });
      context.setDefaultTimeout(30_000);
      // tsx names functions by a helper that pages do not have.
      await context.addInitScript('globalThis.__name = value => value;');
      await context.addInitScript(remember, {
        theme,
        signedIn: options.signedIn ?? true,
      });
      const { session } = options;
      if (session) {
        await context.route(/\/api\/auth\/guest\/refresh/, route =>
          route.fulfill({ json: session.answer }),
        );
      }
      const page = await context.newPage();
      const errors = collectErrors(page);
      await page.goto(path);
      return {
        page,
        errors: () => [...errors],
        assertNoErrors: () => assert.deepEqual(errors, []),
        assertAccessible: ({ within } = {}) => assertAccessible(page, within),
        scrollThrough: () => page.evaluate(scrollThrough),
        assertFits: () => assertFits(page),
        async screenshot(name) {
          await mkdir(inRoot('test-results'), { recursive: true });
          await page.screenshot({
            path: inRoot('test-results', `${name}.png`),
            fullPage: true,
          });
        },
        close: () => context.close(),
      };
    },
    close: () => browser.close(),
  };
}

/** Runs in the page, before the app: what an earlier visit would have left. */
function remember({ theme, signedIn }: { theme: string; signedIn: boolean }) {
  localStorage.setItem('theme', theme);
  if (signedIn) {
    localStorage.setItem('@backstage/core:SignInPage:provider', 'guest');
  }
}

/** Runs in the page. Animations without end are those of skeletons. */
function hasSettled(): boolean {
  const moving = document
    .getAnimations()
    .some(
      ({ playState, effect }) =>
        playState === 'running' &&
        effect?.getComputedTiming().iterations !== Infinity,
    );
  return !moving && !document.querySelector('[aria-busy="true"]');
}

/** Runs in the page. */
async function scrollThrough(): Promise<void> {
  const scroller =
    [...document.querySelectorAll('*')].find(
      element =>
        element.scrollHeight > element.clientHeight &&
        element.clientHeight > innerHeight / 2 &&
        /auto|scroll/.test(getComputedStyle(element).overflowY),
    ) ?? document.documentElement;
  let top: number;
  do {
    top = scroller.scrollTop;
    scroller.scrollTop = top + innerHeight / 2;
    await new Promise(done =>
      requestAnimationFrame(() => requestAnimationFrame(done)),
    );
  } while (scroller.scrollTop > top);
}

/** For the picture of the visitor, whom Backstage's sidebar looks up on narrow windows, and the guest is in few catalogs. */
const PICTURE_OF_GUEST = '/api/catalog/entities/by-name/user/development/guest';

function collectErrors(page: Page): string[] {
  const errors: string[] = [];
  page.on('pageerror', error => errors.push(`thrown: ${error.message}`));
  page.on('console', message => {
    const { url } = message.location();
    if (message.type() === 'error' && !url.endsWith(PICTURE_OF_GUEST)) {
      errors.push(`printed: ${message.text()} (${url})`);
    }
  });
  page.on('response', (response: Response) => {
    if (response.status() >= 500) {
      errors.push(`answered ${response.status()}: ${response.url()}`);
    }
  });
  return errors;
}

const backstageFrame = ['nav[aria-label="sidebar nav"]', '.bui-PluginHeader'];

async function assertAccessible(page: Page, within?: string): Promise<void> {
  await page.waitForFunction(hasSettled);
  const axe = new AxeBuilder({ page });
  if (within) {
    await page.locator(within).first().waitFor({ state: 'attached' });
    axe.include(within);
  } else {
    backstageFrame.forEach(part => axe.exclude(part));
  }
  const { violations } = await axe.analyze();
  const findings = violations.flatMap(({ id, help, nodes }) =>
    nodes.map(node => `${id}: ${help}\n    ${node.html.slice(0, 200)}`),
  );
  assert.equal(findings.length, 0, `axe found:\n  ${findings.join('\n  ')}`);
}

async function assertFits(page: Page): Promise<void> {
  const { content, window } = await page.evaluate(() => ({
    content: document.documentElement.scrollWidth,
    window: document.documentElement.clientWidth,
  }));
  assert.ok(
    content <= window,
    `The page is ${content} px wide in a window of ${window} px`,
  );
}
