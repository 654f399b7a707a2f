import type { Knex } from 'knex';
import { FakeGithub, Misbehaviour } from './__testUtils__/FakeGithub';
import {
  Portal,
  TOKEN,
  commit,
  databases,
  letTimePass,
  startPortal,
} from './__testUtils__/portal';

jest.setTimeout(120_000);

const SHOP = { tracker: 'github', target: 'acme/shop' };

describe.each(databases.eachSupportedId())('creating on %s', databaseId => {
  let github: FakeGithub;
  let knex: Knex;

  beforeEach(async () => {
    github = await FakeGithub.start(TOKEN);
    knex = await databases.init(databaseId);
  });
  afterEach(() => github.stop());

  const start = (timeoutSeconds?: number) =>
    startPortal({ knex, apiBaseUrl: github.url, timeoutSeconds });

  const tracked = async (portal: Portal, id: string) =>
    (await portal.get(`/actions/${id}/tracker`).expect(200)).body;

  it('proposes where the service lives, then what is configured, and nothing beyond', async () => {
    const portal = await start();
    const incident = async (entityRefs: string[]) =>
      (await portal.post('/incidents', { title: 'Outage', entityRefs })).body
        .id;
    const at = async (entityRef: string) => {
      const incidentId = await incident([entityRef]);
      const { id } = await commit(portal, { incidentId });
      const { trackers } = await tracked(portal, id);
      return trackers[0].targets.map((target: { id: string }) => target.id);
    };
    expect(await at('component:default/checkout')).toEqual([
      'Acme/Lib',
      'acme/shop',
    ]);
    // Whoever writes catalog files could otherwise have issues read and written anywhere.
    const payroll = 'component:default/payroll';
    expect(await at(payroll)).toEqual(['acme/shop', 'acme/lib']);
    const { id } = await commit(portal, {
      incidentId: await incident([payroll]),
    });
    const refused = await portal.post(`/actions/${id}/tracker`, {
      tracker: 'github',
      target: 'secretive/payroll',
    });
    expect(refused.body.error.problems[0].path).toBe('target');
    expect(github.requests).toEqual([]);
  });

  it('makes one issue of two clicks on each of two replicas', async () => {
    const portals = [await start(), await start()];
    const { id } = await commit(portals[0], {
      description: 'Ask @acme/team, see #12\n\n```sh\nnpm i @acme/alerts',
    });
    const answers = await Promise.all(
      [...portals, ...portals].map(portal =>
        portal.post(`/actions/${id}/tracker`, SHOP),
      ),
    );
    expect(answers.map(({ status }) => status)).toEqual([201, 201, 201, 201]);
    expect(github.issues()).toHaveLength(1);
    const [issue] = github.issues();
    expect(issue).toMatchObject({
      title: 'Alert on expiry',
      labels: ['post-incident'],
    });
    expect(issue.body).toContain(
      `[improvement action](https://portal.test/incident-learning/actions/${id})`,
    );
    expect(issue.body).not.toMatch(/@acme\/team|#12/);
    expect(issue.body).toContain('npm i @acme/alerts');
    expect(github.requests.every(({ token }) => token === TOKEN)).toBe(true);

    const { link } = await tracked(portals[1], id);
    expect(link).toMatchObject({
      tracker: 'github',
      target: 'acme/shop',
      linkedBy: 'user:default/ada',
      issue: { label: 'acme/shop#1', state: 'open', url: issue.html_url },
    });
    expect(link).not.toHaveProperty('problem');
    const action = (await portals[0].get(`/actions/${id}`)).body;
    expect(action).toMatchObject({
      revision: 2,
      status: 'open',
      externalLink: issue.html_url,
    });
    const { items } = (await portals[0].get(`/actions/${id}/history`)).body;
    expect(items[0]).toMatchObject({
      by: 'user:default/ada',
      note: 'Created acme/shop#1 in GitHub',
    });
    const second = await portals[0].post(`/actions/${id}/tracker`, {
      tracker: 'github',
      target: 'acme/lib',
    });
    expect(second.status).toBe(409);
  });

  it('finds the issue whose answer was lost, rather than making another', async () => {
    const old = github.add('acme/shop', { body: 'Of last year' });
    Object.assign(old, { created_at: '2020-01-01T00:00:00Z' });
    const [one, two] = [await start(0.3), await start(0.3)];
    const { id } = await commit(one);
    github.misbehaviour = { method: 'POST', does: true };
    const answer = await one.post(`/actions/${id}/tracker`, SHOP).expect(201);
    expect(answer.body.link.problem.message).toContain(
      'GitHub did not answer within 0.3 seconds',
    );
    expect(answer.body.link).not.toHaveProperty('issue');
    expect(github.issues()).toHaveLength(2);

    github.misbehaviour = undefined;
    // Others write issues meanwhile, and one pretends.
    for (let i = 0; i < 120; i++) {
      github.add('acme/shop', {
        body: i ? '' : `See ${github.issues()[1].body}`,
      });
    }
    await letTimePass(knex);
    await Promise.all([one.follow(), two.follow()]);
    expect(github.issues()).toHaveLength(122);
    expect(github.count('POST')).toBe(1);
    expect((await tracked(two, id)).link).toMatchObject({
      issue: { label: 'acme/shop#2' },
    });
  });

  it.each<[string, Misbehaviour, RegExp]>([
    ['is down', { answer: { status: 502, body: '' } }, /status 502/],
    [
      'answers with a page',
      {
        answer: { status: 200, type: 'text/html', body: '<h1>Sign in</h1>' },
      },
      /something that is no issue/,
    ],
    [
      'answers nonsense',
      { answer: { status: 201, body: '{"id": [1]}' } },
      /something that is no issue/,
    ],
    [
      'answers half of something',
      { answer: { status: 201, body: '{"id": ' } },
      /something that is no issue/,
    ],
    ['refuses the token', { answer: { status: 401 } }, /renew it/],
    ['forbids it', { answer: { status: 403 } }, /let it read and write/],
    ['has no issues there', { answer: { status: 410 } }, /switched off/],
    ['refuses the labels', { answer: { status: 422 } }, /its labels/],
    ['says nothing', {}, /did not answer within 0.3 seconds/],
  ])(
    'neither loses nor blocks an action when GitHub %s',
    async (_, misbehaviour, message) => {
      const portal = await start(0.3);
      const { id } = await commit(portal);
      github.misbehaviour = misbehaviour;
      const answer = await portal.post(`/actions/${id}/tracker`, SHOP);
      expect(answer.status).toBe(201);
      expect(answer.body.link.problem.message).toMatch(message);

      // Everything else goes on, and nothing waits.
      await portal
        .post(`/actions/${id}/progress`, { progress: 40 })
        .set('If-Match', '"1"')
        .expect(200);
      await portal.follow();
      expect(github.count('POST')).toBe(1);

      github.misbehaviour = undefined;
      await letTimePass(knex);
      await portal.follow();
      expect(github.issues()).toHaveLength(1);
      const { link } = await tracked(portal, id);
      expect(link).toMatchObject({ issue: { state: 'open' } });
      expect(link).not.toHaveProperty('problem');
      expect((await portal.get(`/actions/${id}`)).body).toMatchObject({
        status: 'in-progress',
        progress: 40,
        externalLink: link.issue.url,
      });
    },
  );

  it('asks nothing while GitHub wants to be left alone', async () => {
    const portal = await start();
    const [first, second] = [await commit(portal), await commit(portal)];
    const reset = Math.floor(Date.now() / 1000) + 1800;
    github.misbehaviour = {
      answer: {
        status: 403,
        headers: { 'x-ratelimit-remaining': '0', 'x-ratelimit-reset': reset },
      },
    };
    const answer = await portal.post(`/actions/${first.id}/tracker`, SHOP);
    const until = new Date(reset * 1000).toISOString();
    expect(answer.body.link).toMatchObject({
      nextTryAt: until,
      problem: { message: expect.stringContaining(until) },
    });
    const later = await portal.post(`/actions/${second.id}/tracker`, SHOP);
    expect(later.body.link.nextTryAt).toBe(until);
    await portal.post(`/actions/${first.id}/tracker/refresh`).expect(200);
    await portal.follow();
    const linked = await portal.put(
      `/actions/${(await commit(portal)).id}/tracker`,
      { url: 'https://github.test/acme/shop/issues/1' },
    );
    expect(linked.status).toBe(503);
    expect(github.requests).toHaveLength(1);

    github.misbehaviour = undefined;
    await letTimePass(knex);
    await portal.follow();
    expect(github.issues()).toHaveLength(2);
  });

  it('makes no second issue where it cannot tell whether there is a first', async () => {
    const portal = await start(0.3);
    const { id } = await commit(portal);
    github.misbehaviour = { method: 'POST' };
    await portal.post(`/actions/${id}/tracker`, SHOP).expect(201);
    github.misbehaviour = { method: 'GET', answer: { status: 500 } };
    await letTimePass(knex);
    await portal.follow();
    expect(github.count('POST')).toBe(1);
    // There was none: what was asked for comes all the same.
    github.misbehaviour = undefined;
    await letTimePass(knex);
    await portal.follow();
    expect(github.issues()).toHaveLength(1);
    expect((await tracked(portal, id)).link.issue.label).toBe('acme/shop#1');
  });

  it('tells GitHub nothing of what an action of a restricted incident is about', async () => {
    const portal = await start();
    const { id: incidentId } = (
      await portal.post('/incidents', {
        title: 'Breach',
        visibility: 'restricted',
      })
    ).body;
    const { id } = await commit(portal, {
      incidentId,
      title: 'Rotate the leaked key',
      description: 'It was in the logs',
      successCriteria: 'The key is dead',
    });
    await portal.post(`/actions/${id}/tracker`, SHOP).expect(201);
    const [issue] = github.issues();
    expect(issue.title).toBe('An action of a restricted incident');
    expect(issue.body).not.toMatch(/key|logs/);
    expect(issue.body).toContain(id);
  });

  it('keeps its secrets', async () => {
    const portal = await startPortal({
      knex,
      apiBaseUrl: github.url,
      token: 'ghp_revoked',
    });
    const { id } = await commit(portal);
    const answers = [
      await portal.post(`/actions/${id}/tracker`, SHOP),
      await portal.post(`/actions/${id}/tracker/refresh`),
      await portal.get(`/actions/${id}/history`),
      await portal.deliver({}, { 'x-hub-signature-256': 'sha256=no' }),
    ];
    await letTimePass(knex);
    await portal.follow();
    expect(github.requests[0].token).toBe('ghp_revoked');
    const said = JSON.stringify([answers.map(a => a.body), portal.logged]);
    expect(said).toContain('renew it');
    expect(said).not.toMatch(/ghp_|the secret of the webhook/);
  });
});
