import { mockServices, startTestBackend } from '@backstage/backend-test-utils';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import type { Knex } from 'knex';
import request from 'supertest';
import plugin from '../index';

export const BASE = '/api/incident-learning';

/** The assembled plugin, to send requests to as a user of the portal. */
export async function start(
  options: { config?: object; deny?: boolean; knex?: Knex } = {},
) {
  const { server } = await startTestBackend({
    features: [
      plugin,
      catalogServiceMock.factory({
        entities: [
          {
            apiVersion: 'backstage.io/v1alpha1',
            kind: 'Component',
            metadata: { name: 'mine' },
            relations: [{ type: 'ownedBy', targetRef: 'user:default/mock' }],
          },
        ],
      }),
      mockServices.rootConfig.factory({
        data: { incidentLearning: options.config ?? {} },
      }),
      mockServices.permissions.factory({
        result: options.deny ? AuthorizeResult.DENY : AuthorizeResult.ALLOW,
      }),
      ...(options.knex
        ? [mockServices.database.factory({ knex: options.knex })]
        : []),
    ],
  });
  return request(server);
}

/** What a person would send to record an incident. */
export const outage = {
  title: 'Checkout rejects cards',
  severity: 'high',
  category: 'certificate',
  attackVector: 'expired certificate',
  entityRefs: ['Component:Default/Checkout'],
  occurredAt: '2024-01-10T08:00:00+01:00',
  detectedAt: '2024-01-10T09:00:00Z',
};
