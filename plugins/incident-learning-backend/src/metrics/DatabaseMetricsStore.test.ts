import type {
  IncidentInput,
  MetricFact,
} from '@hindsight/backstage-plugin-incident-learning-common';
import type { Knex } from 'knex';
import type { ResolvedScope } from '../catalog';
import { DatabaseIncidentStore } from '../incidents';
import { createDatabase, databases } from '../__testUtils__/databases';
import { storedIncident } from '../__testUtils__/incidents';
import { DatabaseMetricsStore } from './DatabaseMetricsStore';
import type { MetricsSelection, MetricsStore } from './MetricsStore';

jest.setTimeout(120_000);

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

async function insert(
  knex: Knex,
  inputs: (Partial<IncidentInput> & { id?: string })[],
) {
  const store = DatabaseIncidentStore.create({ knex, lookBackMs: 30 * DAY });
  await store.transaction(tx =>
    tx.insert(inputs.map(input => ({ incident: storedIncident(input) }))),
  );
  return store;
}

function selectionOf(
  period: [string, string],
  scope: ResolvedScope = { kind: 'org' },
): MetricsSelection {
  const [from, to] = period.map(time => Date.parse(time));
  return { scope, period: { from, to }, access: { kind: 'all' } };
}

async function factsOf(store: MetricsStore, selection: MetricsSelection) {
  const pages: MetricFact[][] = [];
  for await (const page of store.facts(selection)) {
    pages.push(page);
  }
  return pages;
}

describe.each(databases.eachSupportedId())('DatabaseMetricsStore on %s', id => {
  let knex: Knex;

  beforeEach(async () => {
    knex = await createDatabase(id);
  });

  it('reads what the numbers need of each incident that counts', async () => {
    const alike = {
      category: 'error',
      attackVector: 'deploy',
      entityRefs: ['component:default/a', 'component:default/b'],
    };
    const store = await insert(knex, [
      { ...alike, id: 'early', detectedAt: '2024-02-29T23:59:59.999Z' },
      {
        ...alike,
        id: 'first',
        severity: 'high',
        occurredAt: '2024-02-29T22:00:00Z',
        detectedAt: '2024-03-01T00:00:00Z',
        containedAt: '2024-03-01T01:00:00Z',
        resolvedAt: '2024-02-29T23:00:00Z',
      },
      {
        ...alike,
        id: 'suspected',
        detectedAt: '2024-03-02T00:00:00Z',
        reportedTimeToDetectMs: 1.5,
      },
      { ...alike, id: 'confirmed', detectedAt: '2024-03-03T00:00:00Z' },
      {
        category: 'error',
        id: 'rejected',
        entityRefs: ['component:default/c'],
        detectedAt: '2024-03-05T00:00:00Z',
      },
      {
        category: 'error',
        id: 'original',
        entityRefs: ['component:default/c'],
        occurredAt: '2024-03-04T00:00:00Z',
        precision: { occurredAt: 'day' },
      },
      { id: 'drill', drill: true, detectedAt: '2024-03-05T00:00:00Z' },
      { id: 'late', detectedAt: '2024-04-01T00:00:00Z' },
    ]);
    const judgement = { by: 'user:default/ada', at: '2024-06-01T00:00:00Z' };
    await store.judge({
      ...judgement,
      incidentId: 'confirmed',
      of: 'first',
      verdict: 'confirmed',
    });
    await store.judge({
      ...judgement,
      incidentId: 'rejected',
      of: 'original',
      verdict: 'rejected',
    });

    const review = { published: false, rootCauseFound: false };
    const ofA = {
      precision: 'exact',
      kind: 'operational',
      category: 'error',
      attackVector: 'deploy',
      severity: 'unknown',
      review,
    };
    const ofC = { ...ofA, attackVector: undefined };
    const march = selectionOf(['2024-03-01', '2024-04-01']);
    const [facts, ...rest] = await factsOf(
      DatabaseMetricsStore.create({ knex }),
      march,
    );
    expect(rest).toEqual([]);
    expect(facts).toEqual([
      {
        ...ofA,
        at: Date.parse('2024-03-01'),
        severity: 'high',
        timeToDetectMs: 2 * HOUR,
        timeToContainMs: HOUR,
        timeToResolveMs: -HOUR,
        // Of the one that was early by a millisecond.
        repeat: true,
      },
      {
        ...ofA,
        at: Date.parse('2024-03-02'),
        timeToDetectMs: 1.5,
        repeat: true,
      },
      { ...ofA, at: Date.parse('2024-03-03'), repeat: true },
      {
        ...ofC,
        at: Date.parse('2024-03-04'),
        precision: 'day',
        repeat: false,
      },
      { ...ofC, at: Date.parse('2024-03-05'), repeat: false },
    ]);
  });

  it('counts an incident once in any scope, page by page, however long the list of entities', async () => {
    // Seven on two moments, so that pages end among incidents of one moment.
    await insert(
      knex,
      Array.from({ length: 7 }, (_, index) => ({
        detectedAt: index < 5 ? '2024-03-01T00:00:00Z' : '2024-03-02T00:00:00Z',
        reportedTimeToDetectMs: index,
        entityRefs:
          index === 3 ? [] : ['component:default/a', 'component:default/b'],
      })),
    );
    const store = DatabaseMetricsStore.create({ knex, pageSize: 2 });
    const march: [string, string] = ['2024-03-01', '2024-04-01'];
    const detections = async (scope: ResolvedScope) => {
      const pages = await factsOf(store, selectionOf(march, scope));
      return pages
        .flat()
        .map(fact => fact.timeToDetectMs)
        .sort();
    };

    expect(await detections({ kind: 'org' })).toEqual([0, 1, 2, 3, 4, 5, 6]);
    const many = Array.from({ length: 70_000 }, (_, i) => `component:x/${i}`);
    expect(
      await detections({
        kind: 'entities',
        entityRefs: [...many, 'component:default/b', 'component:default/a'],
      }),
    ).toEqual([0, 1, 2, 4, 5, 6]);
    expect(
      await detections({ kind: 'entities', entityRefs: ['component:x/1'] }),
    ).toEqual([]);
    expect(await detections({ kind: 'entities', entityRefs: [] })).toEqual([]);
  });

  it('lets go of the database when the reader stops early', async () => {
    await insert(
      knex,
      Array.from({ length: 4 }, () => ({ detectedAt: '2024-03-01T00:00:00Z' })),
    );
    const store = DatabaseMetricsStore.create({ knex, pageSize: 1 });
    const march = selectionOf(['2024-03-01', '2024-04-01']);
    // More often than there are connections.
    for (let round = 0; round < 15; round++) {
      for await (const page of store.facts(march)) {
        expect(page).toHaveLength(1);
        break;
      }
    }
    expect(await factsOf(store, march)).toHaveLength(4);
  });

  it('draws every incident with a valid duration, and none that cannot be true', async () => {
    await insert(knex, [
      {
        id: 'detected',
        title: 'Slow',
        severity: 'low',
        detectedAt: '2024-03-02T00:00:00Z',
        reportedTimeToDetectMs: 0,
        resolvedAt: '2024-03-01T00:00:00Z',
      },
      { id: 'nothing-known', detectedAt: '2024-03-02T00:00:00Z' },
      {
        id: 'negative',
        detectedAt: '2024-03-02T00:00:00Z',
        occurredAt: '2024-03-03T00:00:00Z',
      },
      {
        id: 'drill',
        drill: true,
        detectedAt: '2024-03-02T00:00:00Z',
        reportedTimeToDetectMs: 5,
      },
    ]);
    const store = DatabaseMetricsStore.create({ knex });
    const points = (period: [string, string]) =>
      store.points(selectionOf(period), 10);
    expect(await points(['2024-03-01', '2024-04-01'])).toEqual({
      items: [
        {
          id: 'detected',
          title: 'Slow',
          at: '2024-03-02T00:00:00.000Z',
          precision: 'exact',
          severity: 'low',
          timeToDetectMs: 0,
        },
      ],
      totalItems: 1,
    });
    expect(await points(['2024-04-01', '2024-05-01'])).toEqual({
      items: [],
      totalItems: 0,
    });
  });

  it('draws a sample over the whole period where there are too many', async () => {
    const start = Date.parse('2024-03-01');
    await insert(
      knex,
      Array.from({ length: 25 }, (_, index) => ({
        title: `Incident ${index}`,
        detectedAt: new Date(start + index * HOUR).toISOString(),
        reportedTimeToDetectMs: index,
      })),
    );
    const store = DatabaseMetricsStore.create({ knex });
    const march = selectionOf(['2024-03-01', '2024-04-01']);
    const sample = await store.points(march, 10);
    expect(sample.totalItems).toBe(25);
    // Of 25, each 2.5th.
    expect(sample.items.map(item => item.timeToDetectMs)).toEqual([
      0, 3, 5, 8, 10, 13, 15, 18, 20, 23,
    ]);
    expect(await store.points(march, 10)).toEqual(sample);
    expect((await store.points(march, 25)).items).toHaveLength(25);
    expect((await store.points(march, 24)).items).toHaveLength(24);
  });
});
