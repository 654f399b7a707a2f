import {
  BackstageUserPrincipal,
  UserInfoService,
  coreServices,
  createServiceFactory,
} from '@backstage/backend-plugin-api';
import {
  mockCredentials,
  mockServices,
  startTestBackend,
} from '@backstage/backend-test-utils';
import { Entity, stringifyEntityRef } from '@backstage/catalog-model';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import {
  NotificationSendOptions,
  notificationService,
} from '@backstage/plugin-notifications-node';
import {
  AuthorizeResult,
  DefinitivePolicyDecision,
} from '@backstage/plugin-permission-common';
import type { Knex } from 'knex';
import request from 'supertest';
import plugin from '../index';

export const BASE = '/api/incident-learning';

/** The catalog of a test: checkout is owned by payments, whose members are ada, bob and cleo. */
export const ENTITIES: Entity[] = [
  entity('Component', 'checkout', [['ownedBy', 'group:default/payments']]),
  entity('Group', 'payments', [
    ['hasMember', 'user:default/ada'],
    ['hasMember', 'user:default/bob'],
    ['hasMember', 'user:default/cleo'],
    ['childOf', 'group:default/commerce'],
  ]),
  entity('Group', 'commerce', [['parentOf', 'group:default/payments']]),
  ...['ada', 'bob', 'cleo'].map(name =>
    entity('User', name, [['memberOf', 'group:default/payments']]),
  ),
  entity('User', 'dora', []),
];

function entity(
  kind: string,
  name: string,
  relations: [string, string][],
): Entity {
  return {
    apiVersion: 'backstage.io/v1alpha1',
    kind,
    metadata: { name, namespace: 'default' },
    spec: {},
    relations: relations.map(([type, targetRef]) => ({ type, targetRef })),
  };
}

/** Notifications that a test backend has sent. */
export interface Outbox {
  sent: NotificationSendOptions[];
  /** Whom they went to. */
  recipients(): string[];
}

export function createOutbox(): Outbox {
  const sent: NotificationSendOptions[] = [];
  return {
    sent,
    recipients: () =>
      sent.flatMap(({ recipients }) =>
        recipients.type === 'entity' ? recipients.entityRef : [],
      ),
  };
}

export interface ReviewBackendOptions {
  /** `incidentLearning.reviews` of the configuration. */
  reviews?: object;
  /** `incidentLearning.lessons` of the configuration. */
  lessons?: object;
  /** A database that several may share. */
  knex?: Knex;
  outbox?: Outbox;
  entities?: Entity[];
  /** Names of permissions that nobody has. */
  denied?: string[];
  /** Runs with every notification; may throw as a portal without notifications does. */
  onSend?: () => Promise<void>;
}

/** The plugin in a backend of its own. */
export async function startReviewBackend(options: ReviewBackendOptions = {}) {
  const outbox = options.outbox ?? createOutbox();
  const entities = options.entities ?? ENTITIES;
  const scheduler = mockServices.scheduler();
  const { server } = await startTestBackend({
    features: [
      plugin,
      catalogServiceMock.factory({ entities }),
      mockServices.rootConfig.factory({
        data: {
          incidentLearning: {
            reviews: options.reviews ?? {},
            lessons: options.lessons ?? {},
          },
        },
      }),
      createServiceFactory({
        service: coreServices.scheduler,
        deps: {},
        factory: () => scheduler,
      }),
      createServiceFactory({
        service: coreServices.userInfo,
        deps: {},
        factory: () => userInfoOf(entities),
      }),
      createServiceFactory({
        service: notificationService,
        deps: {},
        factory: () => ({
          async send(notification) {
            outbox.sent.push(notification);
            await options.onSend?.();
          },
        }),
      }),
      ...(options.knex ? [databaseFactory(options.knex)] : []),
      ...(options.denied ? [permissionsFactory(options.denied)] : []),
    ],
  });
  return { outbox, scheduler, as: (name: string) => callerOf(server, name) };
}

function permissionsFactory(denied: string[]) {
  const decide = (
    requests: { permission: { name: string } }[],
  ): DefinitivePolicyDecision[] =>
    requests.map(({ permission }) => ({
      result: denied.includes(permission.name)
        ? AuthorizeResult.DENY
        : AuthorizeResult.ALLOW,
    }));
  return createServiceFactory({
    service: coreServices.permissions,
    deps: {},
    factory: () => ({
      authorize: async requests => decide(requests),
      authorizeConditional: async requests => decide(requests),
    }),
  });
}

function databaseFactory(knex: Knex) {
  return createServiceFactory({
    service: coreServices.database,
    deps: {},
    factory: () => ({ getClient: async () => knex }),
  });
}

/** Users own what is theirs and their groups'. */
function userInfoOf(entities: Entity[]): UserInfoService {
  return {
    async getUserInfo(credentials) {
      const { userEntityRef } = credentials.principal as BackstageUserPrincipal;
      const groups = entities
        .filter(({ relations = [] }) =>
          relations.some(
            ({ type, targetRef }) =>
              type === 'hasMember' && targetRef === userEntityRef,
          ),
        )
        .map(group => stringifyEntityRef(group));
      return { userEntityRef, ownershipEntityRefs: [userEntityRef, ...groups] };
    },
  };
}

type Method = 'get' | 'post' | 'put' | 'patch' | 'delete';

/** Calls the plugin as a user. */
function callerOf(server: Parameters<typeof request>[0], name: string) {
  const authorization = mockCredentials.user.header(`user:default/${name}`);
  const call = (method: Method, path: string) =>
    request(server)
      [method](`${BASE}${path}`)
      .set('authorization', authorization);
  return {
    get: (path: string) => call('get', path),
    post: (path: string, body: object | string) =>
      call('post', path).send(body),
    put: (path: string, revision: number, body: object) =>
      call('put', path).set('If-Match', `"${revision}"`).send(body),
    patch: (path: string, revision: number, body: object) =>
      call('patch', path).set('If-Match', `"${revision}"`).send(body),
    delete: (path: string, revision: number) =>
      call('delete', path).set('If-Match', `"${revision}"`),
  };
}

export type Caller = ReturnType<typeof callerOf>;
