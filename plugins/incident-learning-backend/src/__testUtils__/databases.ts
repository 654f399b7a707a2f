import { TestDatabases } from '@backstage/backend-test-utils';
import { migrationsDir } from '../database';

/** SQLite, and a real PostgreSQL where the test run provides one. */
export const databases = TestDatabases.create({
  ids: ['SQLITE_3', 'POSTGRES_18'],
});

/** A fresh database with the plugin's schema. */
export async function createDatabase(
  id: ReturnType<typeof databases.eachSupportedId>[number][0],
) {
  const knex = await databases.init(id);
  await knex.migrate.latest({ directory: migrationsDir });
  return knex;
}
