import { createBackendModule } from '@backstage/backend-plugin-api';
import {
  mockCredentials,
  mockServices,
  startTestBackend,
} from '@backstage/backend-test-utils';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import {
  ActionTracker,
  IssueReading,
  actionTrackerExtensionPoint,
} from '@hindsight/backstage-plugin-incident-learning-node';
import request from 'supertest';
import { createDatabase, databases } from '../../__testUtils__/databases';
import { migrationsDir } from '../../database';
import plugin from '../../index';
import { createStores } from '../../stores';
import { trackersTo } from './createTrackers';

jest.setTimeout(60_000);

const BASE = '/api/incident-learning';

const READING: IssueReading = {
  issue: {
    id: '1',
    url: 'https://tracker.test/1',
    label: 'T-1',
    title: 'Alert on expiry',
    state: 'open',
    updatedAt: '2024-05-17T12:00:00.000Z',
    assignees: [],
  },
};

/** A tracker that does as it is told, save for what a test replaces. */
function trackerWith(parts: Partial<ActionTracker>): ActionTracker {
  return {
    id: 'test',
    title: 'Tracker',
    targets: async () => [{ id: 'here', title: 'Here' }],
    canHandle: url => url.startsWith('https://tracker.test/'),
    create: async () => READING,
    link: async () => READING,
    read: async () => undefined,
    ...parts,
  };
}

/** The plugin with a tracker, and an action. */
async function start(parts: Partial<ActionTracker>) {
  const { server } = await startTestBackend({
    features: [
      plugin,
      catalogServiceMock.factory({ entities: [] }),
      mockServices.rootConfig.factory({
        data: {
          incidentLearning: { actions: { trackers: { timeoutSeconds: 0.2 } } },
        },
      }),
      createBackendModule({
        pluginId: 'incident-learning',
        moduleId: 'test',
        register(env) {
          env.registerInit({
            deps: { trackers: actionTrackerExtensionPoint },
            async init({ trackers }) {
              trackers.addTracker(trackerWith(parts));
            },
          });
        },
      }),
    ],
  });
  const user = mockCredentials.user.header('user:default/ada');
  const call = (method: 'get' | 'post' | 'delete', path: string) =>
    request(server)[method](`${BASE}${path}`).set('authorization', user);
  const { body } = await call('post', '/actions').send({ title: 'Alert' });
  return { call, path: `/actions/${body.id}/tracker`, id: body.id };
}

const ISSUE = { tracker: 'test', target: 'here' };

describe('a tracker', () => {
  it('that never comes back, and listens to no signal, keeps nobody waiting', async () => {
    const never = () => new Promise<never>(() => {});
    const slow = await start({ create: never });
    const { body } = await slow.call('post', slow.path).send(ISSUE);
    const message =
      'Tracker did not answer within 0.2 seconds: it is asked again later';
    expect(body.link.problem.message).toBe(message);
    await slow.call('delete', slow.path).expect(204);

    const lost = await start({ targets: never });
    const tracking = await lost.call('get', lost.path).expect(200);
    expect(tracking.body.trackers[0].problem).toBe(message);
    const refused = await lost.call('post', lost.path).send(ISSUE);
    expect(refused.status).toBe(503);
  });

  it('that fails in a way nobody expected tells people nothing of it', async () => {
    const { call, path } = await start({
      create: async () => {
        throw new Error('https://user:secret@tracker.test');
      },
    });
    const { status, body } = await call('post', path).send(ISSUE);
    expect(status).toBe(201);
    expect(body.link.problem.message).toContain('Tracker could not be asked');
    expect(JSON.stringify(body)).not.toContain('secret');
  });

  it('that tells of an issue what is none changes nothing', async () => {
    const nonsense = { ...READING.issue, url: 'ftp://tracker.test/1' };
    const { call, path } = await start({
      create: async () => ({ issue: nonsense }),
    });
    const { status, body } = await call('post', path).send(ISSUE);
    expect(status).toBe(201);
    expect(body.link).not.toHaveProperty('issue');
    expect(body.link.problem.message).toContain('Tracker');
  });

  it('is not unlinked while it creates an issue, which would then be forgotten', async () => {
    let created = () => {};
    const { call, path, id } = await start({
      create: () =>
        new Promise(resolve => {
          created = () => resolve(READING);
        }),
    });
    const creating = call('post', path).send(ISSUE).then();
    let answer = await call('delete', path);
    while (answer.status === 404) {
      answer = await call('delete', path);
    }
    expect(answer.status).toBe(409);
    created();
    await creating;
    await call('delete', path).expect(204);
    expect((await call('get', `/actions/${id}`)).body.revision).toBe(3);
  });

  it('has an id of its own, that a path can hold', () => {
    const point = trackersTo([]);
    point.addTracker(trackerWith({}));
    expect(() => point.addTracker(trackerWith({}))).toThrow('already');
    expect(() => point.addTracker(trackerWith({ id: 'a/b' }))).toThrow(
      'letters, digits and -',
    );
  });
});

describe.each(databases.eachSupportedId())('links on %s', databaseId => {
  it('go down and up with actions in place', async () => {
    const knex = await createDatabase(databaseId);
    const stores = createStores(knex);
    const action = {
      id: 'action-1',
      revision: 1,
      createdAt: READING.issue.updatedAt,
      updatedAt: READING.issue.updatedAt,
      createdBy: 'user:default/ada',
      title: 'Alert',
      kind: 'corrective' as const,
      priority: 'high' as const,
      status: 'idea' as const,
      progress: 0,
      dueDateMoves: 0,
    };
    await stores.actions.insert(action);
    const link = {
      id: 'link-1',
      actionId: action.id,
      revision: 1,
      tracker: 'test',
      target: 'here',
      issue: READING.issue,
      etag: '"1"',
      linkedAt: 1,
      linkedBy: 'user:default/ada',
      readAt: 2,
      attempts: 0,
      failures: 2,
      problem: { at: 3, message: 'Down \u0000' },
      nextTryAt: 4,
    };
    expect(await stores.links.insert(link)).toBe(true);
    expect(await stores.links.insert({ ...link, id: 'link-2' })).toBe(false);
    expect(await stores.links.ofIssue('test', '1')).toEqual([
      { ...link, problem: { at: 3, message: 'Down ' } },
    ]);

    while (await knex.schema.hasTable('action_links')) {
      await knex.migrate.down({ directory: migrationsDir });
    }
    expect(await knex('actions').first('id')).toEqual({ id: 'action-1' });
    await knex.migrate.latest({ directory: migrationsDir });
    expect(await stores.links.insert(link)).toBe(true);
    await stores.actions.delete(action.id, 1);
    expect(await stores.links.get(link.id)).toBeUndefined();
  });
});
