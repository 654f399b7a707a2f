import {
  AnyMetricKpi,
  BREAKDOWNS,
  Breakdown,
  DEFAULT_CALENDAR,
  IncidentInput,
  MetricKpi,
  SEVERITIES,
  STANDARD_KPIS,
  durationAccumulator,
  foldBreakdown,
  foldDataQuality,
} from '@hindsight/backstage-plugin-incident-learning-common';
import type { Knex } from 'knex';
import type { AccessFilter } from '../access';
import type { ResolvedScope } from '../catalog';
import { DatabaseIncidentStore } from '../incidents';
import { createDatabase, databases } from '../__testUtils__/databases';
import { storedIncident } from '../__testUtils__/incidents';
import { reviewRow } from '../__testUtils__/reviewRows';
import { DatabaseDimensionStore } from './DatabaseDimensionStore';
import type { MetricsSelection } from './MetricsStore';
import { incidentFactOf, selectIncidentFacts } from './incidentFacts';

jest.setTimeout(240_000);

const DAY = 86_400_000;
const [A, B, C, D] = ['a', 'b', 'c', 'd'].map(
  name => `component:default/${name}`,
);
const TEAMS: Record<string, string[]> = {
  [A]: ['group:default/payments'],
  [B]: ['group:default/payments'],
  [C]: ['group:default/lending', 'user:default/eve'],
};
const EVE: AccessFilter = {
  kind: 'own-restricted',
  userRef: 'user:default/eve',
  refs: ['user:default/eve', 'group:default/lending'],
  owned: [C],
};
const PERIOD = {
  from: Date.parse('2024-02-01'),
  to: Date.parse('2024-05-01'),
};

/** Of a module: it reads what it likes, and does not say what. */
const OWN: MetricKpi<'incident'> = {
  definition: {
    ...STANDARD_KPIS[0].definition,
    id: 'own',
  },
  facts: 'incident',
  accumulator: durationAccumulator(
    fact =>
      (fact.at % 1_000_000) / 7 +
      (fact.timeToContainMs ?? 0.3) +
      JSON.stringify({ ...fact, at: 0 }).length,
  ),
};

const KPIS: AnyMetricKpi[] = [...STANDARD_KPIS, OWN];

/** Incidents as varied as they come, the same each time. */
function variedIncidents(): Partial<IncidentInput>[] {
  const pick = <T>(values: T[], index: number, step: number) =>
    values[Math.floor(index / step) % values.length];
  return Array.from({ length: 150 }, (_, index) => {
    const at = Date.parse('2024-01-20') + index * 0.75 * DAY;
    const time = (ms: number) => new Date(ms).toISOString();
    return {
      severity: pick([...SEVERITIES], index, 1),
      kind: pick(['security', 'operational'], index, 3),
      category: pick(['deploy', 'a, b "c" 1', undefined], index, 2),
      attackVector: pick(['traffic', undefined], index, 5),
      entityRefs: pick(
        [[A], [A, B], [B, C], [], [D], [C, D, A], [B]],
        index,
        2,
      ),
      drill: index % 17 === 0,
      visibility: index % 6 === 0 ? 'restricted' : 'internal',
      status: pick(['open', 'closed'], index, 4),
      // Before it was detected, after it, or not known.
      occurredAt: pick(
        [time(at - 3 * index - 1), time(at + 1), undefined],
        index,
        3,
      ),
      detectedAt: time(at),
      precision: index % 11 === 0 ? { detectedAt: 'month' } : {},
      reportedTimeToContainMs: pick([undefined, 0.1 + 0.2, 1e-7, 5], index, 2),
      resolvedAt: index % 5 === 0 ? undefined : time(at + index * 1000),
    };
  });
}

async function fill(knex: Knex): Promise<void> {
  const store = DatabaseIncidentStore.create({ knex, lookBackMs: 30 * DAY });
  const incidents = variedIncidents().map((input, index) => ({
    ...storedIncident({ ...input, id: `incident-${index}` }),
    createdBy: index % 4 === 0 ? 'user:default/eve' : 'user:default/ada',
  }));
  await store.transaction(tx =>
    tx.insert(incidents.map(incident => ({ incident }))),
  );
  for (const [index, { id }] of incidents.entries()) {
    if (index % 3 === 0) {
      await addReview(knex, id, index);
    }
  }
}

/** Of one incident, published unless its number is odd; every other one with a root cause. */
async function addReview(
  knex: Knex,
  incidentId: string,
  index: number,
): Promise<void> {
  const id = `review-${index}`;
  await knex('reviews').insert(
    reviewRow(
      index % 2 ? { id, state: 'drafting', published_version: null } : { id },
    ),
  );
  await knex('review_incidents').insert({
    review_id: id,
    incident_id: incidentId,
    position: 0,
  });
  if (index % 4 === 0) {
    await knex('published_causes').insert(
      [0, 1].map(position => ({
        review_id: id,
        position,
        type: 'process',
        role: 'primary',
      })),
    );
  }
}

/** Each incident, read by itself. */
async function oneByOne(knex: Knex) {
  const incidents = [];
  for (const row of await knex('incidents')) {
    const entities = await knex('incident_entities').where(
      'incident_id',
      row.id,
    );
    const [facts] = await selectIncidentFacts(
      knex,
      knex('incidents').where('incidents.id', row.id),
    );
    incidents.push({
      row,
      refs: entities.map(({ entity_ref: ref }): string => ref),
      fact: incidentFactOf(facts, ['critical', 'high', 'medium']),
      findings: await knex('incident_findings').where('incident_id', row.id),
    });
  }
  return incidents;
}

type OneRead = Awaited<ReturnType<typeof oneByOne>>[number];

function isCounted(
  { row, refs, fact }: OneRead,
  { period, scope, access }: MetricsSelection,
): boolean {
  const readable =
    row.visibility !== 'restricted' ||
    access.kind === 'all' ||
    row.created_by === access.userRef ||
    refs.some(ref => access.owned.includes(ref));
  const within =
    scope.kind === 'org' || refs.some(ref => scope.entityRefs.includes(ref));
  return (
    !row.drill &&
    readable &&
    within &&
    fact.at >= period.from &&
    fact.at < period.to
  );
}

function teamsOf(refs: string[]): (string | undefined)[] {
  const teams = refs.flatMap(ref => TEAMS[ref] ?? []);
  return teams.length > 0 ? teams : [undefined];
}

describe.each(databases.eachSupportedId())(
  'breakdowns recounted on %s',
  databaseId => {
    const scopes: ResolvedScope[] = [
      { kind: 'org' },
      { kind: 'entities', entityRefs: [A, D] },
    ];
    const selections = scopes.flatMap(scope =>
      [EVE, { kind: 'all' as const }].map(access => ({
        scope,
        access,
        period: PERIOD,
      })),
    );

    it.each([undefined, 40])(
      'equal a recount of each incident by itself, %s at a time',
      async pageSize => {
        const knex = await createDatabase(databaseId);
        await fill(knex);
        const store = DatabaseDimensionStore.create({
          knex,
          pageSize,
          reviews: {
            severities: ['critical', 'high', 'medium'],
            calendar: DEFAULT_CALENDAR,
          },
        });
        const each = await oneByOne(knex);
        for (const selection of selections) {
          const counted = each.filter(one => isCounted(one, selection));
          expect(counted.length).toBeGreaterThan(30);
          const compare = async (kpi: MetricKpi<'incident'>, by: Breakdown) => {
            const [fold, recount] = [foldBreakdown(kpi), foldBreakdown(kpi)];
            for await (const groups of store.incidents(kpi, by, selection)) {
              groups.forEach(({ facts, of }) =>
                fold.add(
                  facts(),
                  by === 'team'
                    ? teamsOf(of)
                    : [of.length > 0 ? of[0] : undefined],
                ),
              );
            }
            counted.forEach(({ fact, refs }) =>
              recount.add([fact], by === 'team' ? teamsOf(refs) : [fact[by]]),
            );
            expect(fold.read(by)).toEqual(recount.read(by));
          };
          for (const kpi of KPIS) {
            for (const by of BREAKDOWNS) {
              if (kpi.facts === 'incident') {
                await compare(kpi, by);
              }
            }
          }

          const [fold, recount] = [foldDataQuality(), foldDataQuality()];
          for await (const groups of store.findings(selection)) {
            groups.forEach(({ findings, entityRefs, incidents }) =>
              fold.add(findings, teamsOf(entityRefs), incidents),
            );
          }
          counted.forEach(({ findings, refs }) =>
            recount.add(findings, teamsOf(refs), 1),
          );
          expect(fold.read()).toEqual(recount.read());
          expect(fold.read().findings.length).toBeGreaterThan(3);
        }
      },
    );
  },
);
