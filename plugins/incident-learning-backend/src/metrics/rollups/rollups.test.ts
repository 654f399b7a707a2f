import {
  Interval,
  Period,
  STANDARD_KPIS,
  countedPeriods,
  foldMetrics,
} from '@hindsight/backstage-plugin-incident-learning-common';
import fc from 'fast-check';
import type { Knex } from 'knex';
import type { AccessFilter } from '../../access';
import type { ResolvedScope } from '../../catalog';
import { createDatabase, databases } from '../../__testUtils__/databases';
import { DatabaseMetricsStore } from '../DatabaseMetricsStore';
import { Company, DAY_MS, createCompany } from './__testUtils__/company';
import { emptied } from './__testUtils__/emptied';
import {
  REFS,
  START,
  createWriter,
  incident,
  timeOf,
  write,
} from './__testUtils__/writes';

jest.setTimeout(300_000);

const SCOPES: ResolvedScope[] = [
  { kind: 'org' },
  { kind: 'entities', entityRefs: [REFS[0]] },
  { kind: 'entities', entityRefs: REFS.slice(0, 2) },
  { kind: 'entities', entityRefs: REFS },
];
const READERS: AccessFilter[] = [
  { kind: 'all' },
  {
    kind: 'own-restricted',
    userRef: 'user:default/zoe',
    refs: ['user:default/zoe'],
    owned: [REFS[1]],
  },
];
const PERIODS: [Period, Interval][] = [
  [{ from: Date.parse('2024-03-01'), to: Date.parse('2024-05-01') }, 'month'],
  // Of these there is something in the period before last, too.
  [{ from: START + 60.3 * DAY_MS, to: START + 95.7 * DAY_MS }, 'month'],
  [{ from: START + 50.3 * DAY_MS, to: START + 80 * DAY_MS }, 'week'],
];

/** The figures of every scope, reader and period, from the rollups or by a recount. */
async function figures(
  knex: Knex,
  company: Company,
  from: 'rollups' | 'facts',
) {
  const store = DatabaseMetricsStore.create({ knex, reviews: company.reviews });
  const answers: object[] = [];
  const kpis = STANDARD_KPIS;
  for (const scope of SCOPES) {
    for (const access of READERS) {
      for (const [period, interval] of PERIODS) {
        const fold = foldMetrics({
          scope: JSON.stringify([scope, access]),
          period,
          interval,
          kpis,
          calendar: company.calendar,
          sketch: true,
        });
        const periods = countedPeriods('incident', period, { kpis });
        const whole = { from: periods[0].from, to: period.to };
        const selection = { scope, access, period: whole };
        const reading =
          from === 'rollups'
            ? await company.rollups.read({ selection, periods, interval })
            : undefined;
        if (reading) {
          await reading.addTo(fold);
        } else {
          for await (const facts of store.facts(selection)) {
            facts.forEach(fact => fold.add(fact));
          }
          for await (const facts of store.reviewFacts(selection)) {
            facts.forEach(fact => fold.addFact('publication', fact));
          }
          const { lesson } = await store.improvements(selection, {
            lesson: whole,
          });
          lesson.forEach(fact => fold.addFact('lesson', fact));
        }
        answers.push({ read: Boolean(reading), metrics: fold.read() });
      }
    }
  }
  return answers;
}

async function readAll(company: Company) {
  const [period, interval] = PERIODS[0];
  const access = READERS[0];
  for (const scope of SCOPES) {
    const selection = { scope, access, period };
    await company.rollups.read({
      selection,
      periods: [period],
      interval,
    });
  }
}

describe.each(databases.eachSupportedId())('rollups on %s', databaseId => {
  const postgres = databaseId !== 'SQLITE_3';
  let knex: Knex;

  beforeAll(async () => {
    knex = await createDatabase(databaseId);
  });

  it.each(['UTC', 'America/New_York'])(
    'equal a recount after any sequence of writes, with days as in %s',
    async timeZone => {
      await fc.assert(
        fc.asyncProperty(
          fc.array(write, { minLength: 5, maxLength: 25 }),
          async writes => {
            await emptied(knex);
            const company = createCompany(knex, timeZone);
            await company.rollups.maintain();
            const run = createWriter(company);
            for (const one of writes) {
              await run(one);
              // What this replica keeps of several entities is to be that of before no longer.
              await readAll(company);
            }
            expect(await company.rollups.check()).toEqual([]);
            const kept = await figures(knex, company, 'rollups');
            const counted = await figures(knex, company, 'facts');
            expect(kept.map(one => Reflect.get(one, 'metrics'))).toEqual(
              counted.map(one => Reflect.get(one, 'metrics')),
            );
            // Of the organisation all of it, of entities what has whole months.
            expect(
              kept.filter(one => Reflect.get(one, 'read')).length,
            ).toBeGreaterThanOrEqual(12);
          },
        ),
        { numRuns: postgres ? 12 : 25, seed: 7 },
      );
    },
  );

  it('tell a row that is wrong, and mend it', async () => {
    await emptied(knex);
    const company = createCompany(knex);
    await company.rollups.maintain();
    await company.create(
      REFS.map(ref => ({ entityRefs: [ref], detectedAt: timeOf(5) })),
    );
    const scope = `only:${REFS[1]}`;
    await knex('metric_rollups').where({ scope }).delete();
    expect(await company.rollups.check()).toMatchObject([
      { scope, kept: '{}' },
    ]);
    expect((await company.rollups.status()).differences).toHaveLength(1);
    expect(await company.rollups.check()).toEqual([]);
  });

  it('let nobody be kept from writing by what is wrong in them', async () => {
    await emptied(knex);
    const company = createCompany(knex);
    await company.rollups.maintain();
    const [id] = await company.create([{ detectedAt: timeOf(5) }]);
    await knex('metric_rollups').delete();
    await company.remove(id);
    expect((await company.rollups.status()).state).toBe('stale');
    expect(await company.rollups.check()).toBeUndefined();
    await company.rollups.maintain();
    expect((await company.rollups.status()).state).toBe('ready');
    expect(await company.rollups.check()).toEqual([]);
  });

  it('are built anew when what they rest on changes, whoever keeps them', async () => {
    await emptied(knex);
    const before = createCompany(knex);
    await before.rollups.maintain();
    const after = createCompany(knex, 'Europe/Berlin');
    expect((await after.rollups.status()).state).toBe('stale');
    await after.rollups.maintain();
    expect((await after.rollups.status()).state).toBe('ready');
    // A replica that still has the old configuration writes what it cannot bring in step.
    await before.create([{ detectedAt: timeOf(5) }]);
    expect((await after.rollups.status()).state).toBe('stale');
    await after.rollups.maintain();
    expect(await after.rollups.check()).toEqual([]);
  });

  if (postgres) {
    it('stay in step with many writers at once, and while they are built', async () => {
      await emptied(knex);
      const company = createCompany(knex);
      await company.rollups.maintain();
      const sample = fc.sample(write, { numRuns: 240, seed: 11 });
      const shared = await company.create(
        fc.sample(incident, { numRuns: 20, seed: 3 }),
      );
      const writers = Array.from({ length: 6 }, (_, writer) => async () => {
        const run = createWriter(company);
        for (const [at, one] of sample.entries()) {
          if (at % 6 === writer) {
            await run(one);
            await company.edit(
              shared[(at * 7) % shared.length],
              fc.sample(incident, { numRuns: 1, seed: at })[0],
            );
          }
        }
      });
      await Promise.all([
        ...writers.map(run => run()),
        company.rollups.rebuild(),
        company.rollups.maintain(),
        company.rollups.rebuild(),
      ]);
      expect(await company.rollups.check()).toEqual([]);
      expect(
        await knex('metric_rollups').max('stripe as most').first(),
      ).not.toEqual({ most: 0 });
      await company.rollups.maintain();
      expect(await company.rollups.check()).toEqual([]);
      expect(
        await knex('metric_rollups').max('stripe as most').first(),
      ).toEqual({ most: 0 });
    });
  }
});
