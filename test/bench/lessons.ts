import { join } from 'path';
import type { Knex } from 'knex';
import { DIVISION, LARGEST } from './company';
import { connect, connectSqlite, fill, isFilled, putOffTasks } from './fill';
import { COMMON, RARE, fillLessons } from './fillLessons';
import { get, middle, print } from './measure';
import { BenchServices, startServices } from './services';

/*
 * Searches many lessons over HTTP, as the page Lessons does: the first 50 of those that match, and how many there are;
 * then asks which lessons are for an entity, and how far all of them have travelled.
 *
 *   npm run bench -- lessons [--lessons 20000] [--parts postgres,sqlite] [--runs 15] [--keep DIR]
 *
 * With a folder to keep them in, lessons are there for the next time; the part `fill` makes them alone.
 */

const DATABASE = 'backstage_plugin_incident-learning';
const INCIDENTS = 10_000;
const KEEP = flag('keep', '');
const RUNS = Number(flag('runs', '15'));

function flag(name: string, fallback: string): string {
  const at = process.argv.indexOf(`--${name}`);
  return at < 0 ? fallback : process.argv[at + 1];
}

const SEARCHES: [string, Record<string, string>][] = [
  ['common word', { q: COMMON }],
  ['common word, by recency', { q: COMMON, sort: 'recency' }],
  ['three common words', { q: `${COMMON} change alert` }],
  ['start of words', { q: 'c' }],
  ['phrase', { q: `"${COMMON} change"` }],
  ['rare word', { q: RARE }],
  ['rare word, by recency', { q: RARE, sort: 'recency' }],
  ['common and rare word', { q: `${COMMON} ${RARE}` }],
  [
    'common word, type, priority and tag',
    { q: COMMON, type: 'process', priority: 'high', tag: `tag-${COMMON}` },
  ],
  ['common word, group of 1,000 components', { q: COMMON, scope: DIVISION }],
  ['common word, largest component', { q: COMMON, scope: LARGEST }],
  ['rare word, group of 1,000 components', { q: RARE, scope: DIVISION }],
  ['no words, latest', {}],
  ['no words, group of 1,000 components', { scope: DIVISION }],
];

/** What else looks at all lessons. */
const PAGES: [string, string][] = [
  ['for the largest component', `lessons/for?entityRef=${LARGEST}`],
  ['for a group of 1,000 components', `lessons/for?entityRef=${DIVISION}`],
  ['coverage', 'lessons/coverage?limit=50'],
  [
    'coverage in a group of 1,000 components',
    `lessons/coverage?limit=50&scope=${DIVISION}`,
  ],
];

async function withLessons(
  sqlite: boolean,
  count: number,
  run: (services: BenchServices) => Promise<void>,
): Promise<void> {
  const kept = `${sqlite ? 'sqlite' : 'postgres'}-lessons-${count}`;
  const keep = KEEP ? join(KEEP, kept) : undefined;
  const services = await startServices({ company: true, sqlite, keep });
  const knex = sqlite
    ? connectSqlite(services.folder)
    : connect(services.connection, DATABASE);
  try {
    if (await isFilledWith(knex, count)) {
      await putOffTasks(knex);
    } else {
      await fill(knex, INCIDENTS);
      await fillLessons(knex, count);
    }
    await run(services);
  } finally {
    await knex.destroy();
    await services.stop();
  }
}

async function isFilledWith(knex: Knex, count: number): Promise<boolean> {
  const row = await knex('lessons').count('* as lessons').first();
  return Number(row?.lessons) === count && (await isFilled(knex, INCIDENTS));
}

async function search(services: BenchServices): Promise<void> {
  print('search', 'found', 'median ms', 'P95 ms', 'next page, median ms');
  const nothing = await timesOf(() =>
    get(services, `${services.benchUrl}/nothing`),
  );
  print('endpoint that does nothing', '', middle(nothing), p95(nothing), '');
  for (const [name, query] of SEARCHES) {
    const url = `${services.baseUrl}/lessons?${new URLSearchParams(query)}`;
    const first = `${url}&limit=50&total=true`;
    const times = await timesOf(() => get(services, first));
    const { totalItems, nextCursor } = JSON.parse(await get(services, first));
    const next = nextCursor
      ? await timesOf(() =>
          get(services, `${url}&limit=50&cursor=${nextCursor}`),
        )
      : [];
    print(
      name,
      String(totalItems),
      middle(times),
      p95(times),
      next.length > 0 ? middle(next) : '',
    );
  }
}

async function readPages(services: BenchServices): Promise<void> {
  print('page', 'median ms', 'P95 ms');
  for (const [name, path] of PAGES) {
    const times = await timesOf(() =>
      get(services, `${services.baseUrl}/${path}`),
    );
    print(name, middle(times), p95(times));
  }
}

async function timesOf(run: () => Promise<unknown>): Promise<number[]> {
  const times: number[] = [];
  for (let i = -3; i < RUNS; i++) {
    const started = performance.now();
    await run();
    if (i >= 0) {
      times.push(performance.now() - started);
    }
  }
  return times;
}

function p95(times: number[]): number {
  const sorted = [...times].sort((a, b) => a - b);
  return sorted[Math.ceil(sorted.length * 0.95) - 1];
}

async function main(): Promise<void> {
  const parts = flag('parts', 'postgres,sqlite').split(',');
  const count = Number(flag('lessons', '20000'));
  for (const database of ['postgres', 'sqlite']) {
    if (parts.includes(database)) {
      await withLessons(database === 'sqlite', count, async services => {
        print(`\n${count} lessons on ${database}`);
        if (!parts.includes('fill')) {
          await search(services);
          await readPages(services);
        }
      });
    }
  }
}

main().catch(error => {
  console.error(error);
  process.exitCode = 1;
});
