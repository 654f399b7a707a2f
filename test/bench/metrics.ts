import { join } from 'path';
import type { Knex } from 'knex';
import {
  aggregate,
  createCoveringIndex,
  dropCoveringIndex,
  fetchAndCompute,
} from './baselines';
import { measureBlocks } from './blocks';
import { readCards } from './cards';
import { connect, connectSqlite, fill, isFilled, putOffTasks } from './fill';
import { generateIncidents, take } from './generate';
import { ensureBuilt, medianOf, middle, post, print, rebuild } from './measure';
import { SCOPES, metricsOf, readScopes } from './reads';
import { YEAR } from './requests';
import { BenchServices, ServiceOptions, startServices } from './services';
import { importLines, underLoad } from './traffic';

/*
 * Measures /metrics: against an endpoint that does nothing, one SQL aggregate, and rows computed in Node; by the number
 * of incidents; under load; what keeping rollups costs a write; and how long SQLite blocks the event loop.
 *
 *   npm run bench -- metrics [--parts fill,reads,cards,baselines,load,writes,sqlite]
 *     [--incidents 10000,100000,1000000] [--lines 2000] [--keep DIR]
 *
 * With a folder to keep them in, generated incidents are there for the next time; the part `fill` generates them alone.
 */

const WRITE_ROUNDS = 9;
const ON_POSTGRES = ['fill', 'reads', 'cards', 'baselines', 'load'];
const KEEP = flag('keep', '');
const DATABASE = 'backstage_plugin_incident-learning';

function flag(name: string, fallback: string): string {
  const at = process.argv.indexOf(`--${name}`);
  return at < 0 ? fallback : process.argv[at + 1];
}

async function withServices(
  options: ServiceOptions,
  run: (services: BenchServices) => Promise<void>,
): Promise<void> {
  const services = await startServices({ company: true, ...options });
  try {
    await run(services);
  } finally {
    await services.stop();
  }
}

/** Runs something with so many incidents, which are generated unless they were kept. */
async function withIncidents(
  size: number,
  options: ServiceOptions,
  run: (services: BenchServices, knex: Knex) => Promise<void>,
): Promise<void> {
  const keep =
    KEEP && join(KEEP, `${options.sqlite ? 'sqlite' : 'postgres'}-${size}`);
  await withServices({ ...options, keep }, async services => {
    const knex = options.sqlite
      ? connectSqlite(services.folder)
      : connect(services.connection, DATABASE);
    if (await isFilled(knex, size)) {
      await putOffTasks(knex);
      print(`\n${size} incidents, kept`);
    } else {
      const started = performance.now();
      await fill(knex, size);
      const filled = performance.now() - started;
      const built = await rebuild(services);
      print(
        `\n${size} incidents: filled in ${Math.round(
          filled / 1000,
        )} s, rollups built in ${Math.round(built / 1000)} s`,
      );
    }
    await ensureBuilt(services);
    await run(services, knex);
    await knex.destroy();
  });
}

/** Against what somebody would do who has the table alone. */
async function compareScopes(
  services: BenchServices,
  knex: Knex,
  all: boolean,
): Promise<void> {
  print('scope', 'ms', '(b) ms', 'x', '(b) covering', 'x', '(c) ms', 'x');
  for (const [name, scope, refs] of all ? SCOPES : SCOPES.slice(0, 1)) {
    const own = await metricsOf(services, scope);
    const once = { runs: 9, warmUp: 1 };
    const sql = await medianOf(() => aggregate(knex, refs), once);
    await createCoveringIndex(knex);
    const covered = await medianOf(() => aggregate(knex, refs), once);
    await dropCoveringIndex(knex);
    const rows = await medianOf(() => fetchAndCompute(knex, refs), once);
    print(name, own, sql, sql / own, covered, covered / own, rows, rows / own);
  }
}

/**
 * The same writes with rollups and without, each in a backend and a database of its own, by turns: whatever else the
 * machine does then slows down both.
 */
async function writes(lines: number): Promise<void> {
  await withServices({}, kept =>
    withServices(
      { incidentLearning: { rollups: { enabled: false } } },
      async plain => {
        await rebuild(kept);
        // As they come in: those of some days after those of the days before.
        const source = generateIncidents(1_000_000);
        const both = [kept, plain];
        const imports: number[][] = [[], []];
        const singles: number[][] = [[], []];
        for (let round = 0; round <= WRITE_ROUNDS; round++) {
          const batch = take(source, lines);
          const more = take(source, 25);
          for (const at of round % 2 ? [0, 1] : [1, 0]) {
            const ms = await importLines(both[at], batch);
            const one = await writeSingles(both[at], more);
            // The first round warms up.
            if (round > 0) {
              imports[at].push(lines / (ms / 1000));
              singles[at].push(one);
            }
          }
        }
        print('\nwrites', 'with rollups', 'without', 'ratio');
        const rates = imports.map(middle);
        print(`import of ${lines}, lines/s`, ...rates, rates[0] / rates[1]);
        const times = singles.map(middle);
        print('one incident, ms', ...times, times[0] / times[1]);
      },
    ),
  );
}

async function writeSingles(
  services: BenchServices,
  incidents: object[],
): Promise<number> {
  let at = 0;
  return medianOf(
    () => post(services, `${services.baseUrl}/incidents`, incidents[at++]),
    { runs: incidents.length, warmUp: 0 },
  );
}

async function main(): Promise<void> {
  const parts = flag('parts', 'reads,cards,baselines,load,writes,sqlite').split(
    ',',
  );
  const sizes = flag('incidents', '10000,100000,1000000')
    .split(',')
    .map(Number);
  const last = sizes[sizes.length - 1];
  for (const size of sizes) {
    if (ON_POSTGRES.some(part => parts.includes(part))) {
      await withIncidents(size, {}, async (services, knex) => {
        if (parts.includes('reads')) {
          await readScopes(services, size === last);
        }
        if (parts.includes('cards') && size === last) {
          await readCards(services);
        }
        if (parts.includes('baselines')) {
          await compareScopes(services, knex, size === last);
        }
        if (parts.includes('load') && size === last) {
          await underLoad(services, `metrics?${YEAR}`);
        }
      });
    }
  }
  if (parts.includes('writes')) {
    await writes(Number(flag('lines', '2000')));
  }
  if (parts.includes('sqlite')) {
    await withIncidents(100_000, { sqlite: true }, measureBlocks);
  }
}

main().catch(error => {
  console.error(error);
  process.exitCode = 1;
});
