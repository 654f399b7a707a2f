import {
  LESSON_STANDINGS,
  anniversaryPeriods,
  incidentInputSchema,
  lessonApplicationSchema,
  lessonSchema,
} from '@hindsight/backstage-plugin-incident-learning-common';
import { mockServices } from '@backstage/backend-test-utils';
import { createDatabase, databases } from '../../__testUtils__/databases';
import {
  DatabaseIncidentStore,
  EntityAliases,
  IncidentDrafts,
} from '../../incidents';
import { createStores } from '../../stores';
import { generateDemoIncidents } from '../generateDemoIncidents';
import { seedReviews } from '../reviews';
import { OWN_LESSONS } from './ownLessons';
import { seedLessons } from './seedLessons';

jest.setTimeout(120_000);

const ALL = { kind: 'all' } as const;

async function seed(id: Parameters<typeof createDatabase>[0], now: Date) {
  const knex = await createDatabase(id);
  const stores = createStores(knex);
  const aliases = EntityAliases.fromConfig(mockServices.rootConfig());
  const drafts = new IncidentDrafts(aliases);
  const made = generateDemoIncidents({ now }).map(record =>
    drafts.create(
      incidentInputSchema.parse(record),
      'plugin:incident-learning',
    ),
  );
  const incidentStore = DatabaseIncidentStore.create({ knex, lookBackMs: 1 });
  await incidentStore.insert(made.map(incident => ({ incident })));
  const incidents = await stores.reviews.findIncidents(
    made.map(incident => incident.id),
    ALL,
  );
  await seedReviews({ stores, incidents, now });
  return { knex, stores, now };
}

describe.each(databases.eachSupportedId())('demo lessons on %s', id => {
  it('are written down without a review as well, once however often that is tried', async () => {
    const knex = await createDatabase(id);
    const stores = createStores(knex);
    const now = new Date('2026-03-18T10:20:00Z');
    await seedLessons({ stores, now });
    await seedLessons({ stores, now });
    const { items, totalItems } = await stores.lessons.list(
      { filter: {}, scope: { kind: 'org' }, access: ALL },
      { sort: 'recency', limit: 100, total: true },
    );
    expect(totalItems).toBe(OWN_LESSONS.length);
    items.forEach(lesson => lessonSchema.parse(lesson));
    expect(items.some(({ publishedAt }) => publishedAt === undefined)).toBe(
      true,
    );
    expect(items.every(({ updatedAt }) => updatedAt <= now.toISOString())).toBe(
      true,
    );
    const oldest = items[items.length - 1];
    expect(await stores.lessons.history(oldest.id)).toMatchObject([
      { operation: 'published' },
      { operation: 'updated', changes: [{ path: 'statement' }] },
    ]);
  });

  it('are applied, planned, found not applicable and open, before today', async () => {
    const now = new Date('2026-03-18T10:20:00Z');
    const { knex, stores } = await seed(id, now);
    const ids: string[] = await knex('lessons').pluck('id');
    const marks = (
      await Promise.all(
        ids.map(lesson => stores.applications.ofLesson(lesson, ALL)),
      )
    ).flat();
    marks.forEach(mark => lessonApplicationSchema.parse(mark));
    expect(marks.length).toBeGreaterThan(100);
    // Open: a plan that was given up.
    expect(new Set(marks.map(({ standing }) => standing))).toEqual(
      new Set(LESSON_STANDINGS),
    );
    expect(marks.every(({ at }) => at <= now.toISOString())).toBe(true);
    const kept = marks.filter(
      ({ mark, standing }) => mark === 'planned' && standing === 'applied',
    );
    expect(kept.every(({ action }) => action?.status === 'verified')).toBe(
      true,
    );
    expect(kept.length).toBeGreaterThan(5);
    expect(marks.some(({ revision }) => revision > 1)).toBe(true);
  });
});

describe('demo anniversaries', () => {
  it('are there on any day of the demo', async () => {
    for (const now of ['2026-11-22T00:00:00Z', '2028-12-31T23:59:59Z']) {
      const { stores } = await seed('SQLITE_3', new Date(now));
      const periods = anniversaryPeriods(Date.parse(now), {
        years: [1],
        days: 7,
      });
      const rows = await stores.travel.anniversaries(
        periods,
        ['critical', 'high'],
        ALL,
      );
      expect(rows.length).toBeGreaterThan(0);
    }
  });
});
