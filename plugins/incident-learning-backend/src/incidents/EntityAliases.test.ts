import { mockServices } from '@backstage/backend-test-utils';
import { createDatabase, databases } from '../__testUtils__/databases';
import { storedIncident } from '../__testUtils__/incidents';
import { applyAliases } from './applyAliases';
import { DatabaseIncidentStore } from './DatabaseIncidentStore';
import { EntityAliases } from './EntityAliases';
import { IncidentDrafts } from './IncidentDrafts';

jest.setTimeout(60_000);

function aliasesOf(entityAliases: object): EntityAliases {
  return EntityAliases.fromConfig(
    mockServices.rootConfig({ data: { incidentLearning: { entityAliases } } }),
  );
}

describe('EntityAliases', () => {
  it('bring refs to the one name that is kept, each once and in order', () => {
    const aliases = aliasesOf({
      'Component:Default/Checkout': ['component:default/cart'],
    });
    expect(
      aliases.apply([
        'component:default/ledger',
        'component:default/cart',
        'component:default/checkout',
      ]),
    ).toEqual(['component:default/ledger', 'component:default/checkout']);
  });

  it('are refused where they say nothing or two things', () => {
    expect(() => aliasesOf({ checkout: ['component:default/cart'] })).toThrow(
      'checkout is no full entity ref',
    );
    expect(() =>
      aliasesOf({
        'component:default/a': ['component:default/x'],
        'component:default/b': ['component:default/x'],
      }),
    ).toThrow('component:default/x is an alias of');
  });

  it.each(databases.eachSupportedId())(
    'reach the incidents that were there before them, and their repeats, on %s',
    async databaseId => {
      const knex = await createDatabase(databaseId);
      const store = DatabaseIncidentStore.create({ knex, lookBackMs: 1e10 });
      const on = (ref: string, day: string) =>
        storedIncident({
          category: 'change',
          entityRefs: [ref],
          detectedAt: `2024-01-${day}T00:00:00Z`,
        });
      const first = on('component:default/checkout', '01');
      const second = on('component:default/cart', '02');
      await store.transaction(tx =>
        tx.insert([{ incident: first }, { incident: second }]),
      );

      const aliases = aliasesOf({
        'component:default/checkout': ['component:default/cart'],
      });
      const drafts = new IncidentDrafts(aliases);
      const options = { store, drafts, aliases };
      await expect(applyAliases(options)).resolves.toBe(1);
      await expect(applyAliases(options)).resolves.toBe(0);

      const renamed = await store.get(second.id, { kind: 'all' });
      expect(renamed).toMatchObject({
        revision: 2,
        entityRefs: ['component:default/checkout'],
        repeat: { state: 'suspected', of: first.id },
      });
      await expect(store.history(second.id)).resolves.toMatchObject([
        {
          operation: 'aliased',
          changes: [
            {
              path: 'entityRefs',
              from: ['component:default/cart'],
              to: ['component:default/checkout'],
            },
          ],
        },
      ]);
    },
  );
});
