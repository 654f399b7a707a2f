import {
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
import type { MetricsSelection } from '../MetricsStore';
import { acting, createActor } from './__testUtils__/acting';
import { Company, createCompany } from './__testUtils__/company';
import { emptied } from './__testUtils__/emptied';
import {
  Known,
  REFS,
  START,
  createWriter,
  write,
} from './__testUtils__/writes';

jest.setTimeout(300_000);

const PERIOD: Period = {
  from: Date.parse('2024-03-11'),
  to: Date.parse('2024-04-20'),
};
const LONG_AGO = '2021-03-01T10:00:00.000Z';

const ZOE: AccessFilter = {
  kind: 'own-restricted',
  userRef: 'user:default/zoe',
  refs: ['user:default/zoe'],
  owned: [REFS[1]],
};
const KNOWN_TO_ALL: AccessFilter = { ...ZOE, refs: [], owned: [] };
const ORG: ResolvedScope = { kind: 'org' };
const ENTITY: ResolvedScope = { kind: 'entities', entityRefs: [REFS[0]] };
const SEVERAL: ResolvedScope = { kind: 'entities', entityRefs: REFS };

const QUESTIONS: Pick<MetricsSelection, 'scope' | 'access'>[] = [
  { scope: ORG, access: { kind: 'all' } },
  { scope: ORG, access: ZOE },
  { scope: ENTITY, access: KNOWN_TO_ALL },
  { scope: ENTITY, access: ZOE },
  { scope: SEVERAL, access: ZOE },
];

const step = fc.oneof(
  write.map(one => ({ write: one, acting: undefined })),
  acting.map(one => ({ write: undefined, acting: one })),
);

/** All figures of a selection, read from what they rest on. */
async function recount(
  knex: Knex,
  { reviews, calendar }: Company,
  asked: Pick<MetricsSelection, 'scope' | 'access'>,
) {
  const store = DatabaseMetricsStore.create({ knex, reviews });
  const fold = foldMetrics({
    scope: 'asked',
    period: PERIOD,
    interval: 'month',
    kpis: STANDARD_KPIS,
    calendar,
  });
  const period = wholePeriod();
  const selection = { ...asked, period };
  for await (const facts of store.facts(selection)) {
    facts.forEach(fact => fold.add(fact));
  }
  for await (const facts of store.reviewFacts(selection)) {
    facts.forEach(fact => fold.addFact('publication', fact));
  }
  const improvements = await store.improvements(asked, {
    commitment: period,
    rating: period,
    lesson: period,
  });
  for (const kind of ['commitment', 'rating', 'lesson'] as const) {
    improvements[kind].forEach(fact => fold.addFact(kind, fact));
  }
  return fold.read();
}

function wholePeriod(): Period {
  const [{ from }] = countedPeriods('incident', PERIOD, {
    kpis: STANDARD_KPIS,
  });
  return { from, to: PERIOD.to };
}

interface Standing {
  version: string;
  figures: string;
}

async function standing(knex: Knex, company: Company): Promise<Standing[]> {
  const answers: Standing[] = [];
  for (const asked of QUESTIONS) {
    const version = await company.rollups.versionOf(asked.scope, wholePeriod());
    expect(version).toBeDefined();
    const figures = await recount(knex, company, asked);
    answers.push({
      version: JSON.stringify(version),
      figures: JSON.stringify(figures),
    });
  }
  return answers;
}

/** The versions of before and after of what has other figures now. */
function changedOf(before: Standing[], after: Standing[]) {
  return before.flatMap(({ version: from, figures }, index) =>
    figures === after[index].figures ? [] : { from, to: after[index].version },
  );
}

describe.each(databases.eachSupportedId())(
  'versions of figures on %s',
  databaseId => {
    const postgres = databaseId !== 'SQLITE_3';
    let knex: Knex;

    beforeAll(async () => {
      knex = await createDatabase(databaseId);
    });

    it.each(['UTC', 'America/New_York'])(
      'change with the figures, whatever is written, with days as in %s',
      async timeZone => {
        let changes = 0;
        await fc.assert(
          fc.asyncProperty(
            fc.array(step, { minLength: 8, maxLength: 24 }),
            async writes => {
              await emptied(knex);
              const company = createCompany(knex, timeZone);
              await company.rollups.maintain();
              const known: Known = { incident: [], review: [], lesson: [] };
              const run = createWriter(company, known);
              const act = createActor(company, known);
              let before = await standing(knex, company);
              for (const one of writes) {
                await (one.acting ? act(one.acting) : run(one.write));
                const after = await standing(knex, company);
                const changed = changedOf(before, after);
                changes += changed.length;
                const kept = changed.filter(({ from, to }) => from === to);
                expect([one, kept]).toEqual([one, []]);
                before = after;
              }
            },
          ),
          { numRuns: postgres ? 4 : 10, seed: 5 },
        );
        expect(changes).toBeGreaterThan(20);
      },
    );

    it('change when an incident of long ago brings its action to another entity', async () => {
      await emptied(knex);
      const company = createCompany(knex);
      await company.rollups.maintain();
      const long = { detectedAt: LONG_AGO, entityRefs: [REFS[1]] };
      const incident = await company.create([long]);
      await createActor(company, { incident, review: [], lesson: [] })({
        kind: 'promise',
        status: 'completed',
        hours: (PERIOD.from - START) / 3_600_000,
        of: 'incident',
        which: 0,
      });
      const before = await standing(knex, company);
      await company.edit(incident[0], { ...long, entityRefs: [REFS[0]] });
      const after = await standing(knex, company);
      const moved = QUESTIONS.findIndex(({ scope }) => scope === ENTITY);
      expect(after[moved].figures).not.toBe(before[moved].figures);
      expect(after[moved].version).not.toBe(before[moved].version);
    });

    it('stay while nothing is written that figures rest on', async () => {
      await emptied(knex);
      const company = createCompany(knex);
      await company.rollups.maintain();
      const at = (time: number) => new Date(time).toISOString();
      await company.create([
        { entityRefs: [REFS[0]], detectedAt: at(PERIOD.from) },
      ]);
      const before = await standing(knex, company);
      // Of another time and entity: nobody else has to read anew.
      await company.create([{ entityRefs: [REFS[1]], detectedAt: LONG_AGO }]);
      expect(await standing(knex, company)).toEqual(before);
    });

    it('cannot be told until rollups are built', async () => {
      await emptied(knex);
      const company = createCompany(knex);
      expect(await company.rollups.versionOf(ORG, PERIOD)).toBeUndefined();
    });
  },
);
