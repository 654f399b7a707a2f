import type { Knex } from 'knex';
import { FakeGithub, FakeIssue } from './__testUtils__/FakeGithub';
import {
  Portal,
  TOKEN,
  commit,
  databases,
  letTimePass,
  startPortal,
} from './__testUtils__/portal';

jest.setTimeout(120_000);

const VERIFICATION = { how: 'test', evidence: 'It rang' };

describe.each(databases.eachSupportedId())('following on %s', databaseId => {
  let github: FakeGithub;
  let knex: Knex;
  let portal: Portal;

  beforeEach(async () => {
    github = await FakeGithub.start(TOKEN);
    knex = await databases.init(databaseId);
    portal = await startPortal({ knex, apiBaseUrl: github.url });
  });
  afterEach(() => github.stop());

  const link = (id: string, url: string) =>
    portal.put(`/actions/${id}/tracker`, { url });

  /** An action with an open issue. */
  async function track(values: object = {}) {
    const { id } = await commit(portal, values);
    const issue = github.add('acme/shop', { title: 'Ring before it expires' });
    await link(id, issue.html_url).expect(200);
    return { id, issue };
  }

  const actionOf = async (id: string) =>
    (await portal.get(`/actions/${id}`).expect(200)).body;
  const linkOf = async (id: string) =>
    (await portal.get(`/actions/${id}/tracker`).expect(200)).body.link;
  const storyOf = async (id: string) =>
    (await portal.get(`/actions/${id}/history`).expect(200)).body.items;
  const move = async (id: string, body: object) => {
    const { revision } = await actionOf(id);
    await portal
      .post(`/actions/${id}/transitions`, body)
      .set('If-Match', `"${revision}"`)
      .expect(200);
  };
  const follow = async () => {
    await letTimePass(knex);
    await portal.follow();
  };

  it('links an issue that there is, and unlinks it with its address', async () => {
    const { id, issue } = await track({
      externalLink: 'https://wiki.test/plan',
    });
    expect(await linkOf(id)).toMatchObject({
      issue: { label: 'acme/shop#1', title: 'Ring before it expires' },
    });
    expect((await actionOf(id)).externalLink).toBe(issue.html_url);
    const again = await link(id, issue.html_url);
    expect(again.status).toBe(409);

    await portal.delete(`/actions/${id}/tracker`).expect(204);
    await portal.delete(`/actions/${id}/tracker`).expect(404);
    expect(await actionOf(id)).not.toHaveProperty('externalLink');
    expect((await storyOf(id)).map((c: { note: string }) => c.note)).toEqual([
      'Unlinked acme/shop#1 in GitHub',
      'Linked acme/shop#1 in GitHub',
      undefined,
    ]);
    expect(github.issues()).toEqual([issue]);
  });

  it.each<[string, string, number]>([
    ['another site', 'https://example.com/acme/shop/issues/1', 0],
    ['no issue', 'https://github.test/acme/shop/wiki', 0],
    ['another repository', 'https://github.test/secretive/plans/issues/1', 0],
    ['an issue that is not there', 'https://github.test/acme/shop/issues/9', 1],
    ['a pull request', 'https://github.test/acme/shop/issues/1', 1],
  ])('refuses %s', async (_, url, requests) => {
    github.add('acme/shop', { pull_request: {} });
    const { id } = await commit(portal);
    const { status, body } = await link(id, url);
    expect(status).toBe(422);
    expect(body.error.problems).toEqual([
      { path: 'url', message: expect.stringMatching(/^(is|cannot be)/) },
    ]);
    expect(github.requests).toHaveLength(requests);
    expect(await linkOf(id)).toBeUndefined();
  });

  it('completes a commitment whose issue is closed as completed, and takes it up again with it', async () => {
    const { id, issue } = await track();
    github.close(issue);
    await follow();
    expect(await actionOf(id)).toMatchObject({
      status: 'completed',
      progress: 100,
      completedAt: expect.any(String),
    });
    expect((await storyOf(id))[0]).toMatchObject({
      by: 'tracker:github',
      operation: 'moved',
      note: 'acme/shop#1 was closed as completed in GitHub',
    });
    github.reopen(issue);
    await follow();
    expect(await actionOf(id)).toMatchObject({
      status: 'open',
      progress: 0,
      reopened: { reason: 'acme/shop#1 was opened again in GitHub' },
    });
    // Verified is what a person saw: no issue takes that back.
    github.close(issue);
    await follow();
    await move(id, { to: 'verified', verification: VERIFICATION });
    github.reopen(issue);
    await follow();
    expect((await actionOf(id)).status).toBe('verified');
    expect((await linkOf(id)).issue.state).toBe('open');
  });

  it('leaves to people what they decided, and what GitHub does not say', async () => {
    const { id, issue } = await track();
    github.close(issue, 'not_planned');
    await follow();
    expect((await linkOf(id)).issue.state).toBe('not-planned');
    expect((await actionOf(id)).status).toBe('open');

    github.close(github.reopen(issue), null);
    await follow();
    expect((await linkOf(id)).issue.state).toBe('closed');
    expect((await actionOf(id)).status).toBe('open');

    github.close(github.reopen(issue));
    await follow();
    await move(id, { to: 'open', reason: 'It did not ring' });
    github.comment(issue);
    await follow();
    expect(await actionOf(id)).toMatchObject({
      status: 'open',
      reopened: { reason: 'It did not ring' },
    });

    // Closed an hour ago, which is heard of only now.
    github.clock = Date.now() - 3_600_000;
    const late = await track();
    github.close(late.issue);
    await follow();
    expect((await linkOf(late.id)).issue.state).toBe('completed');
    expect((await actionOf(late.id)).status).toBe('open');
  });

  it('leaves ideas and what a person completed alone', async () => {
    const idea = await track({ status: 'idea' });
    github.close(idea.issue);
    const done = await track();
    await move(done.id, { to: 'completed' });
    github.close(done.issue);
    await follow();
    github.reopen(done.issue);
    await follow();
    expect((await actionOf(idea.id)).status).toBe('idea');
    expect((await actionOf(done.id)).status).toBe('completed');
  });

  it('reads once for several replicas, and asks GitHub only what changed', async () => {
    const other = await startPortal({ knex, apiBaseUrl: github.url });
    const tracks: { id: string; issue: FakeIssue }[] = [];
    for (let i = 0; i < 25; i++) {
      tracks.push(await track());
    }
    const before = github.requests.length;
    await portal.follow();
    expect(github.requests).toHaveLength(before);
    github.close(tracks[24].issue);
    await letTimePass(knex);
    await Promise.all([portal.follow(), other.follow()]);
    expect(github.requests).toHaveLength(before + 25);
    expect((await actionOf(tracks[24].id)).status).toBe('completed');
    const { revision } = await actionOf(tracks[0].id);
    expect(revision).toBe(2);
    expect((await linkOf(tracks[0].id)).readAt).toBeDefined();
  });

  it('follows an issue to where it moved, as far as it may', async () => {
    const { id, issue } = await track();
    const moved = github.move(issue, 'acme/lib');
    await follow();
    expect((await actionOf(id)).externalLink).toBe(moved.html_url);
    expect((await storyOf(id))[0]).toMatchObject({
      by: 'tracker:github',
      note: 'acme/shop#1 is now acme/lib#1 in GitHub',
    });
    github.close(moved);
    await follow();
    expect((await actionOf(id)).status).toBe('completed');

    const away = await track();
    Object.assign(away.issue, {
      html_url: 'https://github.test/secretive/plans/issues/1',
      title: 'Secret',
    });
    await follow();
    const kept = await linkOf(away.id);
    expect(kept.problem.message).toContain('may not be followed');
    expect(kept.issue.title).toBe('Ring before it expires');
  });

  it('keeps what it knows while GitHub tells nothing, and asks less and less often', async () => {
    const { id, issue } = await track();
    github.close(issue);
    github.misbehaviour = { answer: { status: 500 } };
    const pauses: number[] = [];
    for (let i = 0; i < 4; i++) {
      await follow();
      const { problem, nextTryAt } = await linkOf(id);
      expect(problem.message).toContain('status 500');
      pauses.push(Date.parse(nextTryAt) - Date.parse(problem.at));
    }
    expect(pauses.map(pause => pause / 60_000)).toEqual([1, 2, 4, 8]);
    expect((await linkOf(id)).issue.state).toBe('open');

    github.misbehaviour = undefined;
    const told = await portal.post(`/actions/${id}/tracker/refresh`);
    expect(told.body.link).not.toHaveProperty('problem');
    expect((await actionOf(id)).status).toBe('completed');

    // An issue that is gone stays gone; the action goes on.
    const lost = await track();
    lost.issue.number = 404;
    await follow();
    expect((await linkOf(lost.id)).problem.message).toContain('knows nothing');
    expect((await actionOf(lost.id)).status).toBe('open');
  });
});

it('does nothing without configuration, and says what is wrong with a wrong one', async () => {
  const knex = await databases.init('SQLITE_3');
  const options = { knex, apiBaseUrl: 'http://127.0.0.1:1' };
  const portal = await startPortal({ ...options, github: null });
  const { id } = await commit(portal);
  const tracking = await portal.get(`/actions/${id}/tracker`).expect(200);
  expect(tracking.body).toEqual({ trackers: [] });
  await portal.deliver({}).expect(401);
  const url = 'https://github.test/acme/shop/issues/1';
  const linked = await portal.put(`/actions/${id}/tracker`, { url });
  expect(linked.body.error.message).toContain('no tracker is installed');

  const start = (github: object) => startPortal({ ...options, github });
  await expect(
    start({ repositories: [{ name: 'shop' }], webhookSecret: 7 }),
  ).rejects.toThrow(
    /github\.repositories\.0\.name is no repository.*github\.webhookSecret/,
  );
  await expect(start({ host: 'other.test' })).rejects.toThrow(
    'integrations.github does not know',
  );
});
