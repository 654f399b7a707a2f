import {
  IncidentInput,
  SEVERITIES,
  canRepeat,
} from '@hindsight/backstage-plugin-incident-learning-common';
import type { Knex } from 'knex';
import type { AccessFilter } from '../access';
import type { ResolvedScope } from '../catalog';
import { createDatabase, databases } from '../__testUtils__/databases';
import { storedIncident } from '../__testUtils__/incidents';
import { DatabaseIncidentStore } from '../incidents';
import { DatabasePatternStore } from './DatabasePatternStore';
import type { GroupKind, PatternStore } from './PatternStore';

jest.setTimeout(120_000);

const DAY = 86_400_000;
const START = Date.parse('2024-01-01T00:00:00Z');
const PERIOD = { from: START + 5 * DAY, to: START + 200 * DAY };
const refOf = (n: number) => `component:default/service-${n}`;
const at = <T>(values: readonly T[], n: number) => values[n % values.length];

// Two of them share a signature by accident, as its parts are joined by hyphens.
const CATEGORIES = ['hacking', undefined, 'Unknown', 'a-b', 'a', 'unknown'];
const VECTORS = ['phishing', 'UNKNOWN', undefined, 'c', 'b-c', 'stole\ncard'];

/** 240 incidents: every ninth is restricted, every eighth a drill, some of one moment. */
function generate() {
  return Array.from({ length: 240 }, (_, n) => {
    const input: Partial<IncidentInput> & { id: string } = {
      id: `incident-${String((n * 77) % 240).padStart(3, '0')}`,
      category: at(CATEGORIES, (n * n) % 37),
      attackVector: at(VECTORS, (n * n * n) % 41),
      severity: at(SEVERITIES, n),
      drill: n % 8 === 0,
      visibility: n % 9 === 0 ? 'restricted' : 'internal',
      entityRefs: [n, n * 3 + 1, n * 5]
        .slice(0, n % 4)
        .map(one => refOf(one % 5))
        .filter((ref, place, all) => all.indexOf(ref) === place),
      detectedAt: new Date(START + (n >> 1) * 2 * DAY).toISOString(),
    };
    return storedIncident(input);
  });
}

type Generated = ReturnType<typeof generate>[number];

const READERS: [AccessFilter, (one: Generated) => boolean][] = [
  [{ kind: 'all' }, () => true],
  [
    {
      kind: 'own-restricted',
      userRef: 'user:default/zoe',
      refs: ['user:default/zoe'],
      owned: [refOf(1)],
    },
    one => one.visibility === 'internal' || one.entityRefs.includes(refOf(1)),
  ],
];
const SCOPES: [ResolvedScope, (one: Generated) => boolean][] = [
  [{ kind: 'org' }, () => true],
  [
    { kind: 'entities', entityRefs: [refOf(1), refOf(2)] },
    ({ entityRefs }) =>
      entityRefs.some(ref => [refOf(1), refOf(2)].includes(ref)),
  ],
];

function known(part?: string) {
  return part?.toLowerCase() === 'unknown' ? undefined : part;
}

/** Of groups whose incidents have different ones by accident. */
function least(parts: (string | undefined)[]): string | undefined {
  return parts.filter(Boolean).sort()[0];
}

/** What groups of a kind there are, one incident after another. */
function recount(
  incidents: Generated[],
  kind: GroupKind,
  repeats: Set<string>,
) {
  const groups = new Map<string, Generated[]>();
  for (const one of incidents) {
    const parts = [known(one.category), known(one.attackVector)];
    const isIn =
      kind === 'signature' ? canRepeat(one) : parts.some(part => part);
    if (isIn) {
      const key = kind === 'signature' ? one.signature : JSON.stringify(parts);
      groups.set(key, [...(groups.get(key) ?? []), one]);
    }
  }
  return [...groups.values()]
    .filter(({ length }) => length > 1)
    .map(group => {
      const latest = [...group].sort(
        (a, b) =>
          Date.parse(b.periodAt) - Date.parse(a.periodAt) ||
          (a.id < b.id ? 1 : -1),
      );
      const services = new Map<string, number>();
      group
        .flatMap(({ entityRefs }) => entityRefs)
        .forEach(ref => services.set(ref, (services.get(ref) ?? 0) + 1));
      return {
        category: least(group.map(({ category }) => known(category))),
        attackVector: least(group.map(one => known(one.attackVector))),
        count: group.length,
        firstAt: latest[group.length - 1].periodAt,
        lastAt: latest[0].periodAt,
        incidentIds: latest.slice(0, 20).map(({ id }) => id),
        repeats: group.filter(({ id }) => repeats.has(id)).length,
        severities: Object.fromEntries(
          SEVERITIES.map(severity => [
            severity,
            group.filter(one => one.severity === severity).length,
          ]),
        ),
        services: [...services]
          .map(([entityRef, count]) => ({
            entityRef,
            incidents: count,
            lesson: false,
          }))
          .sort(
            (a, b) =>
              b.incidents - a.incidents || (a.entityRef < b.entityRef ? -1 : 1),
          ),
        serviceCount: services.size,
        signature: kind === 'signature' ? group[0].signature : undefined,
        entityRef: kind === 'signature' ? group[0].entityRefs[0] : undefined,
      };
    })
    .sort(
      (a, b) =>
        b.count - a.count ||
        Date.parse(b.lastAt) - Date.parse(a.lastAt) ||
        (a.incidentIds[0] < b.incidentIds[0] ? -1 : 1),
    );
}

/** Of equal size and time in one order, whatever their keys are. */
function inOrder<T extends { incidentIds: string[]; count: number }>(
  groups: (T & { lastAt: string })[],
) {
  const places = groups.map(({ count, lastAt }) => [count, lastAt]);
  const sorted = [...places].sort(
    ([a, atA], [b, atB]) =>
      Number(b) - Number(a) || (atA < atB ? 1 : Number(atA > atB) * -1),
  );
  expect(places).toEqual(sorted);
  return [...groups].sort(
    (a, b) =>
      b.count - a.count ||
      Date.parse(b.lastAt) - Date.parse(a.lastAt) ||
      (a.incidentIds[0] < b.incidentIds[0] ? -1 : 1),
  );
}

async function read(
  store: PatternStore,
  selection: Parameters<PatternStore['groups']>[0],
  kind: GroupKind,
) {
  const { groups, count } = await store.groups(selection, kind);
  expect(groups).toHaveLength(count);
  const some = await store.groups(selection, kind, 2);
  expect(some).toEqual({ groups: groups.slice(0, 2), count });
  const details = await store.details(selection, groups);
  return inOrder(
    groups.map(({ key: _, kind: __, ...group }, index) => ({
      ...group,
      ...details[index],
    })),
  );
}

it.each(databases.eachSupportedId())(
  'finds groups on %s as one incident after another does',
  async databaseId => {
    const knex: Knex = await createDatabase(databaseId);
    const incidents = generate();
    await DatabaseIncidentStore.create({
      knex,
      lookBackMs: 30 * DAY,
    }).transaction(tx => tx.insert(incidents.map(incident => ({ incident }))));
    const repeats = await knex('incident_repeats').pluck('incident_id');
    expect(repeats.length).toBeGreaterThan(10);
    const counts: number[] = [];
    for (const [scope, isWithin] of SCOPES) {
      for (const [access, isKnown] of READERS) {
        const selection = { period: PERIOD, scope, access };
        const counted = incidents.filter(one => {
          const time = Date.parse(one.periodAt);
          const within = time >= PERIOD.from && time < PERIOD.to;
          return within && !one.drill && isWithin(one) && isKnown(one);
        });
        // One page or many: the groups are the same.
        for (const pages of [
          {},
          { newest: 9 },
          { pageSize: 7 },
          { pageSize: counted.length },
        ]) {
          const store = DatabasePatternStore.create({ knex, ...pages });
          expect(await store.totals(selection)).toEqual({
            incidents: counted.length,
            unclassified: counted.filter(
              one => !known(one.category) && !known(one.attackVector),
            ).length,
          });
          for (const kind of ['signature', 'pattern'] as const) {
            const expected = recount(counted, kind, new Set(repeats));
            const groups = await read(store, selection, kind);
            expect(groups).toEqual(expected);
            counts.push(groups.length);
          }
        }
      }
    }
    // All that was filtered makes a difference.
    expect(new Set(counts).size).toBeGreaterThan(4);
  },
);
