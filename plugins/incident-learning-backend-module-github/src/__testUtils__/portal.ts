import { createHmac } from 'node:crypto';
import {
  LoggerService,
  coreServices,
  createServiceFactory,
} from '@backstage/backend-plugin-api';
import {
  TestDatabases,
  mockCredentials,
  mockServices,
  startTestBackend,
} from '@backstage/backend-test-utils';
import type { Entity } from '@backstage/catalog-model';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import incidentLearning from '@hindsight/backstage-plugin-incident-learning-backend';
import type { Knex } from 'knex';
import request from 'supertest';
import github from '../index';

const BASE = '/api/incident-learning';
export const TOKEN = 'ghp_the_token_of_the_test';
export const WEBHOOK_SECRET = 'the secret of the webhook';

/** SQLite, and a real PostgreSQL where the test run provides one. */
export const databases = TestDatabases.create({
  ids: ['SQLITE_3', 'POSTGRES_18'],
});

function entity(kind: string, name: string, slug?: string): Entity {
  const annotations: Record<string, string> = slug
    ? { 'github.com/project-slug': slug }
    : {};
  return {
    apiVersion: 'backstage.io/v1alpha1',
    kind,
    metadata: { name, namespace: 'default', annotations },
    spec: {},
  };
}

/** Checkout is in a repository of acme, payroll in one of somebody else. */
const ENTITIES = [
  entity('Component', 'checkout', 'Acme/Lib'),
  entity('Component', 'payroll', 'secretive/payroll'),
  entity('User', 'ada'),
  entity('User', 'bob'),
];

export interface PortalOptions {
  knex: Knex;
  /** Where GitHub is. */
  apiBaseUrl: string;
  /** Instead of the token that GitHub knows. */
  token?: string;
  /** Instead of two repositories and a webhook; `null` for none. */
  github?: object | null;
  timeoutSeconds?: number;
}

/** The plugin with its module for GitHub, in a backend of its own. */
export async function startPortal(options: PortalOptions) {
  const { knex, apiBaseUrl, token = TOKEN, timeoutSeconds = 5 } = options;
  const scheduler = mockServices.scheduler();
  const logged: string[] = [];
  const module = {
    host: 'github.test',
    repositories: [
      { name: 'acme/shop', labels: ['post-incident'] },
      { name: 'acme/lib' },
    ],
    webhookSecret: WEBHOOK_SECRET,
  };
  const { server } = await startTestBackend({
    features: [
      incidentLearning,
      github,
      catalogServiceMock.factory({ entities: ENTITIES }),
      mockServices.database.factory({ knex }),
      // Who sends no credentials has none.
      mockServices.httpAuth.factory({
        defaultCredentials: mockCredentials.none(),
      }),
      mockServices.rootConfig.factory({
        data: {
          app: { baseUrl: 'https://portal.test' },
          integrations: {
            github: [{ host: 'github.test', apiBaseUrl, token }],
          },
          incidentLearning: {
            actions: { trackers: { timeoutSeconds } },
            ...(options.github === null
              ? {}
              : { github: options.github ?? module }),
          },
        },
      }),
      createServiceFactory({
        service: coreServices.scheduler,
        deps: {},
        factory: () => scheduler,
      }),
      createServiceFactory({
        service: coreServices.logger,
        deps: {},
        factory: () => loggerTo(logged),
      }),
    ],
  });
  const call = (method: 'get' | 'post' | 'put' | 'delete', path: string) =>
    request(server)
      [method](`${BASE}${path}`)
      .set('authorization', mockCredentials.user.header('user:default/ada'));
  return {
    logged,
    get: (path: string) => call('get', path),
    post: (path: string, body: object = {}) => call('post', path).send(body),
    put: (path: string, body: object) => call('put', path).send(body),
    delete: (path: string) => call('delete', path),
    /** Creates and reads what is due. */
    follow: () => scheduler.triggerTask('incident-learning-follow-issues'),
    /** A delivery of the webhook, signed as GitHub does it unless said. */
    deliver: (
      body: object | string,
      headers: Record<string, string | undefined> = {},
    ) => {
      const text = typeof body === 'string' ? body : JSON.stringify(body);
      const sent = request(server)
        .post(`${BASE}/actions/trackers/github/webhook`)
        .set('content-type', 'application/json');
      const all = {
        'x-github-event': 'issues',
        'x-hub-signature-256': signatureOf(text),
        ...headers,
      };
      for (const [name, value] of Object.entries(all)) {
        if (value !== undefined) {
          sent.set(name, value);
        }
      }
      return sent.send(text);
    },
  };
}

export type Portal = Awaited<ReturnType<typeof startPortal>>;

/** As GitHub signs a delivery. */
export function signatureOf(text: string, secret = WEBHOOK_SECRET): string {
  return `sha256=${createHmac('sha256', secret).update(text).digest('hex')}`;
}

/** A commitment to track. */
export async function commit(portal: Portal, values: object = {}) {
  const action = {
    title: 'Alert on expiry',
    status: 'open',
    owner: 'user:default/bob',
    dueDate: new Date(Date.now() + 864e6).toISOString().slice(0, 10),
    successCriteria: 'It rings a week before',
    ...values,
  };
  return (await portal.post('/actions', action).expect(201)).body;
}

/** All pauses are over, and whoever asked GitHub has crashed. */
export async function letTimePass(knex: Knex): Promise<void> {
  await knex('action_links').update({
    next_try_at: 0,
    claimed_until: 0,
    held_until: 0,
  });
}

function loggerTo(lines: string[]): LoggerService {
  const log = (message: string, meta?: unknown) => {
    lines.push(
      `${message} ${meta instanceof Error ? meta.stack : ''} ${JSON.stringify(
        meta ?? {},
      )}`,
    );
  };
  const logger: LoggerService = {
    debug: log,
    info: log,
    warn: log,
    error: log,
    child: () => logger,
  };
  return logger;
}
