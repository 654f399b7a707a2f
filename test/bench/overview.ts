import { loadavg } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { openBrowser, type TestBrowser, type Visit } from '../src/browser';
import { startPortal, type Portal } from '../src/portal';
import { startPostgres, type TestPostgres } from '../src/postgres';
import { connect, fill, isFilled, putOffTasks } from './fill';
import { END } from './generate';
import {
  changePeriod,
  firstPaint,
  watchNetwork,
  type PeriodPick,
  type PeriodChange,
} from './overviewPage';
import { startPostgresIn } from './postgres';

/*
 * Measures Learning → Overview in Chromium: from the page's code being there to its figures being painted, from a click on
 * another period to its figures being painted, and the code that the page adds to a portal that has shown its settings.
 *
 *   npm run bench -- overview [--incidents 1000000] [--runs 9] [--keep DIR]
 *
 * Without a number of incidents it takes those of the demo company, on SQLite. With a folder to keep them in, generated
 * incidents are there for the next time, as those of the benchmark of /metrics are.
 */

const OVERVIEW = '/incident-learning/overview?period=365d';
const DATABASE = 'backstage_plugin_incident-learning';

/** What a visitor picks one after the other, once the page is at rest. */
const PICKS: [string, PeriodPick][] = [
  ['never asked for before', { period: 'Last 90 days' }],
  ['never asked for before', { period: 'Last 180 days' }],
  ['never asked for before', { period: 'Last 30 days' }],
  ['asked for before', { period: 'Last 180 days' }],
  ['asked for before', { period: 'Last 365 days' }],
  ['asked for before', { period: 'Last 90 days' }],
  ['pointer rested on it for 100 ms', { period: 'Q3 2025', restMs: 100 }],
  ['pointer rested on it for 100 ms', { period: 'Q2 2025', restMs: 100 }],
];
const AT_WORK = 'while cards of the year load';

interface Options {
  incidents?: number;
  runs: number;
  keep?: string;
}

type Changes = Map<string, PeriodChange[]>;

async function main({ incidents, runs, keep }: Options): Promise<void> {
  const postgres = incidents
    ? await startData(keep && join(keep, `postgres-${incidents}`))
    : undefined;
  const portal = await startPortal({ postgres, demo: !incidents });
  const browser = await openBrowser();
  try {
    if (postgres && incidents) {
      await fillPortal(portal, postgres, incidents);
    }
    const size = incidents ? `${incidents} incidents` : 'the demo company';
    print(`Overview of ${size}, ${runs} visits, load ${load()}`);
    await measureCode(browser, portal);
    const paints: number[] = [];
    const changes: Changes = new Map();
    // The first visit warms caches of the backend up and is told by itself.
    for (let run = 0; run <= runs; run++) {
      const paint = await measureVisit(browser, portal, incidents, changes);
      if (run === 0) {
        print(`first visit of all: ${paint.toFixed(0)} ms until painted`);
        report(changes);
        changes.clear();
      } else {
        paints.push(paint);
      }
    }
    print(`\nfirst useful paint after the code is there: ${ms(paints)}`);
    report(changes);
    print(`load ${load()}`);
  } finally {
    await browser.close();
    await portal.stop();
    await postgres?.stop();
  }
}

async function startData(
  keep: string | undefined,
): Promise<Omit<TestPostgres, 'connectionString'>> {
  return keep ? startPostgresIn(keep, true) : startPostgres();
}

async function fillPortal(
  portal: Portal,
  { connection }: Pick<TestPostgres, 'connection'>,
  incidents: number,
): Promise<void> {
  const knex = connect(connection, DATABASE);
  if (await isFilled(knex, incidents)) {
    await putOffTasks(knex);
  } else {
    await fill(knex, incidents);
  }
  await knex.destroy();
  const url = '/api/incident-learning/metrics/rollups';
  const state = async () => (await portal.get<{ state: string }>(url)).state;
  // Rollups that were kept are those of other settings, which figures are not read from.
  if ((await state()) === 'ready') {
    return;
  }
  await portal.request(`${url}/rebuild`, { method: 'POST' });
  do {
    await new Promise(done => setTimeout(done, 500));
  } while ((await state()) !== 'ready');
}

async function measureVisit(
  browser: TestBrowser,
  portal: Portal,
  incidents: number | undefined,
  changes: Changes,
): Promise<number> {
  const visit = await openOverview(browser, portal, incidents);
  const untilRest = watchNetwork(visit.page);
  const paint = await firstPaint(visit.page);
  await untilRest();
  for (const [name, pick] of PICKS) {
    add(changes, name, await changePeriod(visit.page, pick));
    await untilRest();
  }
  await visit.close();

  const another = await openOverview(browser, portal, incidents);
  await firstPaint(another.page);
  const pick = { period: 'Last 90 days' };
  add(changes, AT_WORK, await changePeriod(another.page, pick));
  await another.close();
  return paint;
}

function add(changes: Changes, name: string, change: PeriodChange): void {
  changes.set(name, [...(changes.get(name) ?? []), change]);
}

function report(changes: Changes): void {
  for (const [name, found] of changes) {
    const phase = (pick: (change: PeriodChange) => number | undefined) =>
      ms(found.flatMap(change => pick(change) ?? []));
    print(`another period, ${name} (${found.length})`);
    print(`  question sent   ${phase(({ asked }) => asked)}`);
    print(`  answer there    ${phase(({ answered }) => answered)}`);
    print(`  figures drawn   ${phase(({ drawn }) => drawn)}`);
    print(`  figures painted ${phase(({ painted }) => painted)}`);
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
  await visit.scrollThrough();
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

function totalOf(scripts: Map<string, number>): number {
  return [...scripts.values()].reduce((sum, bytes) => sum + bytes, 0);
}

function kB(bytes: number): string {
  return `${(bytes / 1000).toFixed(1)} kB`;
}

function ms(times: number[]): string {
  if (times.length === 0) {
    return 'none';
  }
  const sorted = [...times].sort((a, b) => a - b);
  const at = (share: number) =>
    sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))];
  return `${at(0.5).toFixed(0)} ms, P95 ${at(0.95).toFixed(0)} (${at(0).toFixed(
    0,
  )} to ${at(1).toFixed(0)})`;
}

function load(): string {
  return loadavg()[0].toFixed(1);
}

function print(line: string): void {
  process.stdout.write(`${line}\n`);
}

function optionOf(name: string): string | undefined {
  const index = process.argv.indexOf(`--${name}`);
  return index < 0 ? undefined : process.argv[index + 1];
}

function numberOf(name: string): number | undefined {
  const value = optionOf(name);
  return value === undefined ? undefined : Number(value);
}

main({
  incidents: numberOf('incidents'),
  runs: numberOf('runs') ?? 9,
  keep: optionOf('keep'),
}).catch(error => {
  process.stderr.write(`${error}\n`);
  process.exit(1);
});
