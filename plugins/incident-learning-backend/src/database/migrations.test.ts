import { createDatabase, databases } from '../testing/databases';
import { storedIncident } from '../testing/incidents';
import { DatabaseIncidentStore } from '../incidents/DatabaseIncidentStore';
import { migrationsDir } from './migrate';

jest.setTimeout(60_000);

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
});
