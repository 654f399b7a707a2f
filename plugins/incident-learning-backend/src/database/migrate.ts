import {
  DatabaseService,
  resolvePackagePath,
} from '@backstage/backend-plugin-api';
import type { Knex } from 'knex';

export const migrationsDir = resolvePackagePath(
  '@hindsight/backstage-plugin-incident-learning-backend',
  'migrations',
);

/** The plugin's database with its schema up to date. */
export async function connectDatabase(
  database: DatabaseService,
): Promise<Knex> {
  const knex = await database.getClient();
  if (!database.migrations?.skip) {
    await knex.migrate.latest({ directory: migrationsDir });
  }
  return knex;
}
