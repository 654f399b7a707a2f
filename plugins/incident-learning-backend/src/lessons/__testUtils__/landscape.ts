import type { Entity } from '@backstage/catalog-model';
import { ENTITIES } from '../../__testUtils__/reviewBackend';

type Relations = [string, string][];

function entity(
  kind: string,
  name: string,
  relations: Relations,
  more: { type?: string; tags?: string[] } = {},
): Entity {
  return {
    apiVersion: 'backstage.io/v1alpha1',
    kind,
    metadata: { name, namespace: 'default', tags: more.tags },
    spec: more.type ? { type: more.type } : {},
    relations: relations.map(([type, targetRef]) => ({ type, targetRef })),
  };
}

/**
 * The catalog of the tests of travel: basket depends on ledger, which depends on vault; checkout consumes the rates API
 * that rates provides. Basket and checkout are parts of the system shop, basket and far are of one type, basket and
 * tagged share a tag. Dora owns basket alone.
 */
export const LANDSCAPE: Entity[] = [
  ...ENTITIES.filter(({ metadata }) => metadata.name !== 'checkout'),
  entity(
    'Component',
    'checkout',
    [
      ['ownedBy', 'group:default/payments'],
      ['consumesApi', 'api:default/rates-api'],
      ['partOf', 'system:default/shop'],
    ],
    { type: 'website' },
  ),
  entity(
    'Component',
    'basket',
    [
      ['ownedBy', 'user:default/dora'],
      ['dependsOn', 'component:default/ledger'],
      ['partOf', 'system:default/shop'],
    ],
    { type: 'service', tags: ['java'] },
  ),
  entity('Component', 'ledger', [
    ['dependsOn', 'component:default/vault'],
    ['dependencyOf', 'component:default/basket'],
    ['ownedBy', 'group:default/payments'],
  ]),
  entity('Component', 'vault', [
    ['dependencyOf', 'component:default/ledger'],
    ['dependencyOf', 'component:default/hidden'],
  ]),
  entity('API', 'rates-api', [
    ['apiProvidedBy', 'component:default/rates'],
    ['apiConsumedBy', 'component:default/checkout'],
  ]),
  entity('Component', 'rates', [['providesApi', 'api:default/rates-api']]),
  entity('Component', 'far', [], { type: 'service' }),
  entity('Component', 'tagged', [], { type: 'library', tags: ['java'] }),
  entity('System', 'shop', [
    ['hasPart', 'component:default/basket'],
    ['hasPart', 'component:default/checkout'],
  ]),
];
