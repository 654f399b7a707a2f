import type { Knex } from 'knex';
import {
  Action,
  Lesson,
  actionInputSchema,
  lessonInputSchema,
} from '@hindsight/backstage-plugin-incident-learning-common';
import { createDatabase, databases } from '../__testUtils__/databases';
import { storedIncident } from '../__testUtils__/incidents';
import { reviewRow } from '../__testUtils__/reviewRows';
import { DatabaseFollowerStore } from '../bulletins/DatabaseFollowerStore';
import { DatabaseIncidentStore } from '../incidents/DatabaseIncidentStore';
import { createStores } from '../stores';
import { migrationsDir } from './migrate';

jest.setTimeout(60_000);

/** Undoes the latest migrations, up to the one that made the table. */
async function downUntilWithout(knex: Knex, table: string) {
  while (await knex.schema.hasTable(table)) {
    await knex.migrate.down({ directory: migrationsDir });
  }
}

describe.each(databases.eachSupportedId())('migrations on %s', databaseId => {
  it('go up and down with data in place', async () => {
    const knex = await createDatabase(databaseId);
    const store = DatabaseIncidentStore.create({ knex, lookBackMs: 1 });
    const incident = storedIncident({
      entityRefs: ['component:default/checkout'],
      tags: ['payments'],
    });
    await store.transaction(tx => tx.insert([{ incident }]));

    await knex.migrate.rollback({ directory: migrationsDir }, true);
    await expect(knex.schema.hasTable('incidents')).resolves.toBe(false);
    await expect(knex.schema.hasTable('incident_tags')).resolves.toBe(false);

    await knex.migrate.latest({ directory: migrationsDir });
    await store.transaction(tx => tx.insert([{ incident }]));
    await expect(store.isEmpty()).resolves.toBe(false);
  });

  it('fill in by what actions are found, and go back with data in place', async () => {
    const knex = await createDatabase(databaseId);
    const { actions } = createStores(knex);
    const action: Action = {
      ...actionInputSchema.parse({
        title: 'Alert on EXPIRY',
        owner: 'user:default/ada',
        dueDate: '2024-05-17',
        priority: 'critical',
      }),
      id: 'action-1',
      revision: 1,
      createdAt: '2024-03-01T12:00:00.456Z',
      updatedAt: '2024-03-01T12:00:00.456Z',
      createdBy: 'user:default/ada',
      progress: 0,
      dueDateMoves: 0,
    };
    await actions.insert(action);
    while (await knex.schema.hasColumn('actions', 'search_text')) {
      await knex.migrate.down({ directory: migrationsDir });
    }
    expect(await knex('actions').first('id', 'status')).toEqual({
      id: 'action-1',
      status: 'idea',
    });
    await knex.migrate.latest({ directory: migrationsDir });
    expect(await knex('actions').first()).toMatchObject({
      search_text: expect.stringContaining('alert on expiry'),
      owner: 'user:default/ada',
      due_date: '2024-05-17',
      priority: 'critical',
      priority_rank: 3,
    });
    expect(await actions.get('action-1', { kind: 'all' })).toEqual(action);
  });

  it('let lessons be found that were there before, and go back with data in place', async () => {
    const knex = await createDatabase(databaseId);
    const { lessons } = createStores(knex);
    await knex('reviews').insert(reviewRow({ id: 'published' }));
    await knex('review_reports').insert({
      review_id: 'published',
      version: 1,
      published_at: Date.parse('2024-04-01T00:00:00.000Z'),
      published_by: 'user:default/bob',
      content: '{}',
    });
    const written = ['Überwache EXPIRY dates', 'Another'].map(
      (statement, index): Lesson => ({
        ...lessonInputSchema.parse({
          statement,
          tags: ['tls \u0000'],
          appliesTo: ['component:default/checkout'],
          owner: 'group:default/payments',
          reviewId: index === 0 ? 'published' : undefined,
        }),
        id: `lesson-${index}`,
        revision: 1,
        createdAt: `2024-03-0${index + 1}T12:00:00.456Z`,
        updatedAt: '2024-03-03T12:00:00.456Z',
        createdBy: 'user:default/ada',
        publishedAt: index === 0 ? '2024-04-01T00:00:00.000Z' : undefined,
      }),
    );
    for (const lesson of written) {
      await lessons.insert(lesson);
    }
    const columns = async () => {
      const rows = await knex('lessons').orderBy('id');
      return rows.map(({ seq, ...row }) => row);
    };
    const before = await columns();

    await downUntilWithout(knex, 'lesson_history');
    expect(await knex('lessons').orderBy('id').select('id')).toEqual([
      { id: 'lesson-0' },
      { id: 'lesson-1' },
    ]);
    await knex.migrate.latest({ directory: migrationsDir });
    expect(await columns()).toEqual(before);
    const find = async (filter: object, ref?: string) => {
      const page = await lessons.list(
        {
          filter,
          scope: ref
            ? { kind: 'entities', entityRefs: [ref] }
            : { kind: 'org' },
          access: { kind: 'all' },
        },
        { sort: 'recency', limit: 10 },
      );
      return page.items;
    };
    expect(await find({ q: 'uberwache exp' })).toEqual([written[0]]);
    expect(await find({ tag: ['tls '] })).toEqual(written);
    expect(await find({}, 'component:default/checkout')).toEqual(written);
    expect(await lessons.history('lesson-0')).toMatchObject([
      { operation: 'published', by: 'user:default/bob' },
    ]);
    expect(await lessons.history('lesson-1')).toEqual([]);
  });

  it('go back from bulletins with followers and deliveries in place, and on again', async () => {
    const knex = await createDatabase(databaseId);
    const followers = DatabaseFollowerStore.create({ knex });
    const follower = {
      userRef: 'user:default/ada',
      sections: ['lessons' as const],
      scopes: ['org', 'group:default/payments'],
    };
    const followed = async () => {
      await followers.follow(follower, 1);
      expect(await followers.claim(follower.userRef, '2026-W47', 2)).toBe(true);
      expect(await followers.claim(follower.userRef, '2026-W47', 3)).toBe(
        false,
      );
      expect(await followers.scopesOf(follower.userRef)).toEqual(
        follower.scopes,
      );
    };
    await followed();
    await downUntilWithout(knex, 'bulletin_followers');
    await expect(knex.schema.hasTable('bulletin_deliveries')).resolves.toBe(
      false,
    );
    await expect(knex.schema.hasTable('actions')).resolves.toBe(true);
    await knex.migrate.latest({ directory: migrationsDir });
    await followed();
  });

  it('fill in when incidents ended, and leave them as they were on the way back', async () => {
    const knex = await createDatabase(databaseId);
    const store = DatabaseIncidentStore.create({ knex, lookBackMs: 1 });
    const resolvedAt = '2024-02-29T23:59:59.123Z';
    const closedAt = '2024-03-01T12:00:00.456Z';
    const closed = storedIncident({
      title: 'Näh \u0000',
      resolvedAt,
      closedAt,
    });
    const resolved = storedIncident({ resolvedAt });
    const open = storedIncident({ title: 'Searched' });
    await store.transaction(tx =>
      tx.insert([closed, resolved, open].map(incident => ({ incident }))),
    );
    const ends = async () => {
      const rows = await knex('incidents').select('id', 'ended_at');
      return new Map(
        rows.map(row => [row.id, row.ended_at && Number(row.ended_at)]),
      );
    };
    const before = await ends();
    expect(before.get(closed.id)).toBe(Date.parse(closedAt));

    await downUntilWithout(knex, 'reviews');
    await expect(knex.schema.hasColumn('incidents', 'ended_at')).resolves.toBe(
      false,
    );
    await knex.migrate.latest({ directory: migrationsDir });
    expect(await ends()).toEqual(before);

    // The full-text index has kept its triggers.
    const found = await store.list(
      {
        filter: { text: 'searched' },
        scope: { kind: 'org' },
        access: { kind: 'all' },
      },
      { sort: '-periodAt', limit: 10, cursor: undefined, total: undefined },
    );
    expect(found.items.map(({ id }) => id)).toEqual([open.id]);
  });

  it('find the root causes of the reports that stand', async () => {
    const knex = await createDatabase(databaseId);
    await knex('reviews').insert(
      ['published', 'open'].map(id => ({
        ...reviewRow({ id: 'published' }),
        id,
        state: id,
        published_version: id === 'published' ? 2 : null,
      })),
    );
    const causes = [
      [{ type: 'human', role: 'primary' }],
      [
        { type: 'process', role: 'primary', statement: '\u0000' },
        { type: 'technical', role: 'contributing' },
      ],
    ];
    await knex('review_reports').insert(
      causes.map((rootCauses, index) => ({
        review_id: 'published',
        version: index + 1,
        published_at: 0,
        published_by: 'user:default/ada',
        content: JSON.stringify({ rootCauses }),
      })),
    );

    await downUntilWithout(knex, 'published_causes');
    await knex.migrate.latest({ directory: migrationsDir });
    await expect(knex('published_causes').orderBy('position')).resolves.toEqual(
      [
        {
          review_id: 'published',
          position: 0,
          type: 'process',
          role: 'primary',
        },
        {
          review_id: 'published',
          position: 1,
          type: 'technical',
          role: 'contributing',
        },
      ],
    );
  });
});
