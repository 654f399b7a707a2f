import { lessonInputSchema } from '@hindsight/backstage-plugin-incident-learning-common';
import { createDatabase, databases } from '../../__testUtils__/databases';
import { migrationsDir } from '../../database';
import { createStores } from '../../stores';
import type { StoredApplication } from './LessonApplicationStore';

jest.setTimeout(60_000);

const ALL = { kind: 'all' } as const;
const STAMP = {
  revision: 1,
  createdAt: '2024-03-01T12:00:00.456Z',
  updatedAt: '2024-03-01T12:00:00.456Z',
  createdBy: 'user:default/ada',
};

describe.each(databases.eachSupportedId())(
  'the migration of applications on %s',
  databaseId => {
    it('goes down and up with data in place', async () => {
      const knex = await createDatabase(databaseId);
      const { lessons, applications } = createStores(knex);
      await lessons.insert({
        ...lessonInputSchema.parse({ statement: 'Watch expiry dates' }),
        ...STAMP,
        id: 'lesson-1',
      });
      const mark: StoredApplication = {
        ...STAMP,
        id: 'mark-1',
        lessonId: 'lesson-1',
        entityRef: 'component:default/checkout',
        mark: 'planned',
        by: 'user:default/ada',
        at: STAMP.updatedAt,
        actionId: 'gone',
      };
      await applications.insert(mark);
      const next = { ...mark, revision: 2, mark: 'applied' as const };
      expect(await applications.update(next)).toBe(true);
      expect(await applications.history('mark-1')).toHaveLength(2);

      while (await knex.schema.hasTable('lesson_applications')) {
        await knex.migrate.down({ directory: migrationsDir });
      }
      await expect(
        knex.schema.hasTable('lesson_application_history'),
      ).resolves.toBe(false);
      expect(await knex('lessons').pluck('id')).toEqual(['lesson-1']);

      await knex.migrate.latest({ directory: migrationsDir });
      expect(await applications.ofLesson('lesson-1', ALL)).toEqual([]);
      expect(await applications.insert(mark)).toBe(true);
      // A lesson that is deleted takes its marks along.
      expect(await lessons.delete('lesson-1', 1)).toBe(true);
      expect(await knex('lesson_application_history')).toEqual([]);
    });
  },
);
