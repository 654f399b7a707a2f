import {
  createBackendModule,
  createBackendPlugin,
} from '@backstage/backend-plugin-api';
import {
  mockCredentials,
  mockServices,
  startTestBackend,
} from '@backstage/backend-test-utils';
import type { Entity } from '@backstage/catalog-model';
import catalogPlugin from '@backstage/plugin-catalog-backend';
import {
  CatalogService,
  catalogProcessingExtensionPoint,
  catalogServiceRef,
} from '@backstage/plugin-catalog-node';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import { CatalogScopeResolver } from './CatalogScopeResolver';
import type { ScopeResolver } from './ScopeResolver';

const user = mockCredentials.user();

async function refsOf(
  resolver: ScopeResolver,
  scope: string,
  credentials = user,
): Promise<string[]> {
  const resolved = await resolver.resolve(scope, credentials);
  return resolved.kind === 'entities' ? [...resolved.entityRefs].sort() : [];
}

function entity(kind: string, name: string, spec: object): Entity {
  return {
    apiVersion: 'backstage.io/v1alpha1',
    kind,
    metadata: {
      name,
      annotations: {
        'backstage.io/managed-by-location': 'test:company',
        'backstage.io/managed-by-origin-location': 'test:company',
      },
    },
    spec: { ...spec },
  };
}

function component(name: string, spec: object): Entity {
  return entity('Component', name, {
    type: 'service',
    lifecycle: 'production',
    ...spec,
  });
}

const COMPANY: Entity[] = [
  entity('Group', 'company', { type: 'root', children: [] }),
  entity('Group', 'Commerce', {
    type: 'unit',
    parent: 'company',
    children: [],
  }),
  entity('Group', 'payments', {
    type: 'team',
    parent: 'Commerce',
    children: [],
  }),
  entity('Group', 'logistics', {
    type: 'team',
    parent: 'company',
    children: [],
  }),
  entity('Domain', 'shop', { owner: 'Commerce' }),
  entity('Domain', 'checkout', { owner: 'Commerce', subdomainOf: 'shop' }),
  entity('System', 'money', { owner: 'payments', domain: 'checkout' }),
  component('ledger', { owner: 'payments', system: 'money' }),
  component('ledger-worker', { owner: 'logistics', subcomponentOf: 'ledger' }),
  component('shipping', { owner: 'logistics' }),
  entity('API', 'charges', {
    type: 'openapi',
    lifecycle: 'production',
    owner: 'payments',
    system: 'money',
    definition: '{}',
  }),
  entity('Resource', 'vault', { type: 'db', owner: 'Commerce' }),
];

/** A group, related as the catalog relates it. */
function group(name: string, parent?: string): Entity {
  return {
    ...entity('Group', name, { type: 'team', children: [] }),
    relations: parent
      ? [{ type: 'childOf', targetRef: `group:default/${parent}` }]
      : [],
  };
}

describe('CatalogScopeResolver', () => {
  it('follows the relations of a real catalog', async () => {
    let catalog: CatalogService | undefined;
    const backend = await startTestBackend({
      features: [
        catalogPlugin,
        mockServices.rootConfig.factory({ data: {} }),
        createBackendModule({
          pluginId: 'catalog',
          moduleId: 'company',
          register(reg) {
            reg.registerInit({
              deps: { processing: catalogProcessingExtensionPoint },
              async init({ processing }) {
                processing.addEntityProvider({
                  getProviderName: () => 'company',
                  connect: connection =>
                    connection.applyMutation({
                      type: 'full',
                      entities: COMPANY.map(one => ({ entity: one })),
                    }),
                });
              },
            });
          },
        }),
        createBackendPlugin({
          pluginId: 'incident-learning',
          register(reg) {
            reg.registerInit({
              deps: { catalog: catalogServiceRef },
              async init(deps) {
                catalog = deps.catalog;
              },
            });
          },
        }),
      ],
    });
    if (!catalog) {
      throw new Error('The backend has no catalog');
    }
    await untilRelated(catalog);
    const resolver = CatalogScopeResolver.create({ catalog });

    await expect(resolver.resolve('org', user)).resolves.toEqual({
      kind: 'org',
    });
    expect(await refsOf(resolver, 'group:default/commerce')).toEqual([
      'api:default/charges',
      'component:default/ledger',
      'domain:default/checkout',
      'domain:default/shop',
      'group:default/commerce',
      'group:default/payments',
      'resource:default/vault',
      'system:default/money',
    ]);
    expect(await refsOf(resolver, 'group:default/company')).toEqual([
      'api:default/charges',
      'component:default/ledger',
      'component:default/ledger-worker',
      'component:default/shipping',
      'domain:default/checkout',
      'domain:default/shop',
      'group:default/commerce',
      'group:default/company',
      'group:default/logistics',
      'group:default/payments',
      'resource:default/vault',
      'system:default/money',
    ]);
    const money = [
      'api:default/charges',
      'component:default/ledger',
      'component:default/ledger-worker',
      'system:default/money',
    ];
    expect(await refsOf(resolver, 'system:default/money')).toEqual(money);
    expect(await refsOf(resolver, 'Domain:default/Shop')).toEqual(
      [...money, 'domain:default/checkout', 'domain:default/shop'].sort(),
    );
    expect(await refsOf(resolver, 'component:default/ledger')).toEqual([
      'component:default/ledger',
    ]);
    expect(await refsOf(resolver, 'group:default/disbanded')).toEqual([
      'group:default/disbanded',
    ]);
    await backend.stop();
  }, 60_000);

  it('ends where groups go round in a circle', async () => {
    const resolver = CatalogScopeResolver.create({
      catalog: catalogServiceMock({
        entities: [group('a', 'c'), group('b', 'a'), group('c', 'b')],
      }),
    });
    expect(await refsOf(resolver, 'group:default/b')).toEqual([
      'group:default/a',
      'group:default/b',
      'group:default/c',
    ]);
  });

  it('finds more entities than fit one question or one page', async () => {
    const teams = Array.from({ length: 1200 }, (_, i) => group(`t${i}`, 'all'));
    const last: Entity = {
      ...component('late', {}),
      relations: [{ type: 'ownedBy', targetRef: 'group:default/t1199' }],
    };
    const resolver = CatalogScopeResolver.create({
      catalog: catalogServiceMock({ entities: [...teams, last] }),
    });
    const refs = await refsOf(resolver, 'group:default/all');
    expect(refs).toHaveLength(1202);
    expect(refs).toContain('component:default/late');
  });

  it('names entities as the incidents do', async () => {
    const resolver = CatalogScopeResolver.create({
      catalog: catalogServiceMock({ entities: [group('b', 'a')] }),
      aliases: {
        apply: refs => refs.map(ref => ref.replace('/b', '/b-renamed')),
      },
    });
    expect(await refsOf(resolver, 'group:default/a')).toEqual([
      'group:default/a',
      'group:default/b-renamed',
    ]);
    expect(await refsOf(resolver, 'component:default/b')).toEqual([
      'component:default/b-renamed',
    ]);
  });

  it('asks once for all who look at the same time, and for each caller apart', async () => {
    const catalog = catalogServiceMock({ entities: [group('a')] });
    const asked = jest.spyOn(catalog, 'streamEntities');
    const resolver = CatalogScopeResolver.create({ catalog });

    await Promise.all([
      refsOf(resolver, 'group:default/a'),
      refsOf(resolver, 'group:default/a'),
    ]);
    await refsOf(resolver, 'Group:default/A');
    const once = asked.mock.calls.length;
    // Child groups and what is owned.
    expect(once).toBe(2);

    await refsOf(
      resolver,
      'group:default/a',
      mockCredentials.user('user:default/somebody-else'),
    );
    expect(asked.mock.calls).toHaveLength(2 * once);
    expect(asked.mock.lastCall?.[1]).toEqual({
      credentials: mockCredentials.user('user:default/somebody-else'),
    });

    await refsOf(resolver, 'component:default/checkout');
    expect(asked.mock.calls).toHaveLength(2 * once);
  });

  it('says so when the catalog fails, and asks again the next time', async () => {
    const catalog = catalogServiceMock({ entities: [group('b', 'a')] });
    jest.spyOn(catalog, 'streamEntities').mockImplementationOnce(() => {
      throw new Error('connection refused');
    });
    const resolver = CatalogScopeResolver.create({ catalog });

    await expect(
      resolver.resolve('group:default/a', user),
    ).rejects.toMatchObject({
      name: 'ServiceUnavailableError',
      message: expect.stringContaining(
        'could not be asked which entities belong to group:default/a',
      ),
    });
    expect(await refsOf(resolver, 'group:default/a')).toEqual([
      'group:default/a',
      'group:default/b',
    ]);
  });
});

/** The catalog relates its entities in the background, after it has started. */
async function untilRelated(catalog: CatalogService) {
  // 3 groups have a parent, 8 entities an owner, 5 are part of another.
  const expected = 3 + 8 + 5;
  let related = 0;
  while (related < expected) {
    await new Promise(resolve => setTimeout(resolve, 50));
    const { facets } = await catalog.getEntityFacets(
      {
        facets: ['relations.childOf', 'relations.ownedBy', 'relations.partOf'],
      },
      { credentials: mockCredentials.service() },
    );
    related = Object.values(facets)
      .flat()
      .reduce((sum, { count }) => sum + count, 0);
  }
}
