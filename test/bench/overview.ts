import { gzipSync } from 'node:zlib';
import type { Page } from 'playwright-core';
import { openBrowser, type TestBrowser, type Visit } from '../src/browser';
import { startPortal, type Portal } from '../src/portal';
import { startPostgres, type TestPostgres } from '../src/postgres';
import { connect, fill } from './fill';
import { END } from './generate';

/*
 * Measures Learning → Overview in Chromium, as medians: from the page's code being there to its figures being painted,
 * from a click on another period to its figures, and the code that the page adds to a portal that has shown its settings.
 *
 *   npm run bench -- overview [--incidents 1000000] [--runs 9]
 *
 * Without a number of incidents it takes those of the demo company, on SQLite.
 */

const OVERVIEW = '/incident-learning/overview?period=365d';
/** What the cards below the figures ask for takes long with a million incidents. */
const IDLE_MS = 120_000;
const DATABASE = 'backstage_plugin_incident-learning';

interface Options {
  incidents?: number;
  runs: number;
}

async function main({ incidents, runs }: Options): Promise<void> {
  const postgres = incidents ? await startPostgres() : undefined;
  const portal = await startPortal({ postgres, demo: !incidents });
  const browser = await openBrowser();
  try {
    if (postgres && incidents) {
      await fillPortal(portal, postgres, incidents);
    }
    const size = incidents ? `${incidents} incidents` : 'the demo company';
    print(`Overview of ${size}, medians of ${runs}`);
    await measureCode(browser, portal);
    const paints: number[] = [];
    const changes: number[] = [];
    // The first visit warms caches up and does not count.
    for (let run = 0; run <= runs; run++) {
      const visit = await openOverview(browser, portal, incidents);
      const paint = await firstPaint(visit.page);
      const change = await periodChange(visit);
      await visit.close();
      if (run > 0) {
        paints.push(paint);
        changes.push(change);
      }
    }
    print(`first useful paint after the code is there: ${ms(paints)}`);
    print(`another period, from click to figures: ${ms(changes)}`);
  } finally {
    await browser.close();
    await portal.stop();
    await postgres?.stop();
  }
}

async function fillPortal(
  portal: Portal,
  { connection }: TestPostgres,
  incidents: number,
): Promise<void> {
  const knex = connect(connection, DATABASE);
  await fill(knex, incidents);
  await knex.destroy();
  const url = '/api/incident-learning/metrics/rollups';
  await portal.request(`${url}/rebuild`, { method: 'POST' });
  while ((await portal.get<{ state: string }>(url)).state !== 'ready') {
    await new Promise(done => setTimeout(done, 500));
  }
}

/** Opens the page, and where incidents are generated, on the day on which they end: every period has some then. */
async function openOverview(
  browser: TestBrowser,
  portal: Portal,
  incidents: number | undefined,
): Promise<Visit> {
  const visit = await browser.visit(portal, '/settings');
  if (incidents) {
    await visit.page.addInitScript(behind => {
      const now = Date.now;
      Date.now = () => now() - behind;
    }, Date.now() - END);
  }
  await visit.page.goto(OVERVIEW, { waitUntil: 'commit' });
  return visit;
}

/** The scripts that opening the page adds to those of a page without any of the plugin, before and after its charts are drawn. */
async function measureCode(
  browser: TestBrowser,
  portal: Portal,
): Promise<void> {
  const visit = await browser.visit(portal, '/settings');
  const { page } = visit;
  await page.waitForLoadState('networkidle');
  const scripts = new Map<string, number>();
  const reading: Promise<void>[] = [];
  page.on('response', response => {
    if (response.request().resourceType() === 'script') {
      reading.push(
        response.body().then(body => {
          scripts.set(response.url(), gzipSync(body).length);
        }),
      );
    }
  });
  const [metrics] = await Promise.all([
    page.waitForRequest(/\/metrics\?/),
    page.getByRole('link', { name: 'Learning' }).first().click(),
  ]);
  await Promise.all(reading);
  const first = totalOf(scripts);
  await metrics.response();
  await page.getByText('What the figures lack').waitFor();
  await page.getByRole('application').nth(3).waitFor();
  await Promise.all(reading);
  print(
    `code that the page adds, gzip: ${kB(
      first,
    )} until it asks for its figures, ${kB(
      totalOf(scripts),
    )} with all charts and comparisons`,
  );
  await visit.close();
}

/** Runs in the page. From its asking for figures, which is what its code does first, to the frame after the first of them stands there. */
function firstPaint(page: Page): Promise<number> {
  return page.evaluate(
    () =>
      new Promise<number>(resolve => {
        const look = () => {
          const shown = document.querySelector('[role="group"] h4');
          if (!shown) {
            requestAnimationFrame(look);
            return;
          }
          requestAnimationFrame(() => {
            const asked = performance
              .getEntriesByType('resource')
              .find(({ name }) => /\/metrics\?/.test(name));
            resolve(performance.now() - (asked?.startTime ?? 0));
          });
        };
        look();
      }),
  );
}

async function periodChange({ page }: Visit): Promise<number> {
  await page.waitForLoadState('networkidle', { timeout: IDLE_MS });
  await page.getByLabel('Period', { exact: true }).click();
  await page.getByRole('option', { name: 'Last 90 days' }).waitFor();
  return page.evaluate(
    () =>
      new Promise<number>(resolve => {
        const summary = () =>
          document.querySelector('p[role="status"]')?.textContent;
        const before = summary();
        const option = [
          ...document.querySelectorAll<HTMLElement>('[role="option"]'),
        ].find(({ textContent }) => textContent === 'Last 90 days');
        const clicked = performance.now();
        option?.click();
        const look = () => {
          if (summary() === before) {
            requestAnimationFrame(look);
          } else {
            requestAnimationFrame(() => resolve(performance.now() - clicked));
          }
        };
        look();
      }),
  );
}

function totalOf(scripts: Map<string, number>): number {
  return [...scripts.values()].reduce((sum, bytes) => sum + bytes, 0);
}

function kB(bytes: number): string {
  return `${(bytes / 1000).toFixed(1)} kB`;
}

function ms(times: number[]): string {
  const sorted = [...times].sort((a, b) => a - b);
  const median = sorted[Math.floor(sorted.length / 2)];
  return `${median.toFixed(0)} ms (${sorted[0].toFixed(0)} to ${sorted[
    sorted.length - 1
  ].toFixed(0)})`;
}

function print(line: string): void {
  process.stdout.write(`${line}\n`);
}

function optionOf(name: string): number | undefined {
  const index = process.argv.indexOf(`--${name}`);
  return index < 0 ? undefined : Number(process.argv[index + 1]);
}

main({
  incidents: optionOf('incidents'),
  runs: optionOf('runs') ?? 9,
}).catch(error => {
  process.stderr.write(`${error}\n`);
  process.exit(1);
});
