import type { Knex } from 'knex';
import { FakeGithub, FakeIssue } from './__testUtils__/FakeGithub';
import {
  Portal,
  TOKEN,
  commit,
  databases,
  letTimePass,
  signatureOf,
  startPortal,
} from './__testUtils__/portal';

jest.setTimeout(60_000);

describe.each(databases.eachSupportedId())('the webhook on %s', databaseId => {
  let github: FakeGithub;
  let knex: Knex;
  let portal: Portal;
  let issue: FakeIssue;
  let id: string;

  beforeEach(async () => {
    github = await FakeGithub.start(TOKEN);
    knex = await databases.init(databaseId);
    portal = await startPortal({ knex, apiBaseUrl: github.url });
    id = (await commit(portal)).id;
    issue = github.add('acme/shop', { title: 'Ring, ünder all cöndítions' });
    const { html_url: url } = issue;
    await portal.put(`/actions/${id}/tracker`, { url }).expect(200);
    github.requests.length = 0;
  });
  afterEach(() => github.stop());

  const event = (action: string) => ({ action, issue: { ...issue } });
  const stateOf = async () => {
    const { link } = (await portal.get(`/actions/${id}/tracker`)).body;
    const { status, revision } = (await portal.get(`/actions/${id}`)).body;
    return { state: link.issue.state, status, revision };
  };

  it('takes what is signed, once, and asks GitHub nothing', async () => {
    github.close(issue);
    const closed = event('closed');
    await Promise.all([1, 2, 3].map(() => portal.deliver(closed).expect(204)));
    const completed = { state: 'completed', status: 'completed', revision: 3 };
    expect(await stateOf()).toEqual(completed);
    await portal.deliver(closed).expect(204);
    expect(await stateOf()).toEqual(completed);
    const { items } = (await portal.get(`/actions/${id}/history`)).body;
    expect(items[0]).toMatchObject({ by: 'tracker:github' });
    expect(github.requests).toEqual([]);
  });

  it('refuses what is not signed, or with another secret, or over other bytes', async () => {
    github.close(issue);
    const text = JSON.stringify(event('closed'));
    const sha1 = signatureOf(text).replace('sha256', 'sha1');
    for (const signature of [
      undefined,
      '',
      'sha256=',
      sha1,
      signatureOf(text, 'another secret'),
      signatureOf(`${text} `),
      `${signatureOf(text)}00`,
    ]) {
      const answer = await portal.deliver(text, {
        'x-hub-signature-256': signature,
      });
      expect([signature, answer.status]).toEqual([signature, 401]);
    }
    await portal.deliver('', { 'x-hub-signature-256': 'sha256=0' }).expect(401);
    expect((await stateOf()).state).toBe('open');
    // Nothing else is open to everybody.
    const large = JSON.stringify({ text: 'x'.repeat(1_100_000) });
    await portal.deliver(large).expect(413);
  });

  it('takes over the latest, in whatever order deliveries come', async () => {
    github.close(issue);
    const closed = event('closed');
    github.reopen(issue);
    const reopened = event('reopened');
    await portal.deliver(reopened).expect(204);
    await portal.deliver(closed).expect(204);
    expect(await stateOf()).toMatchObject({ state: 'open', status: 'open' });

    // Within one second only GitHub knows which came last.
    github.close(issue);
    issue.updated_at = reopened.issue.updated_at;
    await portal.deliver(event('closed')).expect(204);
    expect(await stateOf()).toMatchObject({ state: 'open', status: 'open' });
    expect(github.requests).toEqual([]);
    await portal.follow();
    expect(await stateOf()).toMatchObject({
      state: 'completed',
      status: 'completed',
    });
  });

  it('says what it cannot read, and takes no notice of the rest', async () => {
    const form = `payload=${encodeURIComponent(
      JSON.stringify(event('closed')),
    )}`;
    const answer = await portal.deliver(form, {
      'content-type': 'application/x-www-form-urlencoded',
    });
    expect(answer.status).toBe(400);
    expect(answer.body.error.message).toContain('application/json');
    await portal.deliver({ issue: { state: 'lost' } }).expect(400);
    const ping = { 'x-github-event': 'ping' };
    await portal.deliver({ zen: 'Speak like a human.' }, ping).expect(204);
    const other = { ...issue, node_id: 'I_of_nobody' };
    await portal.deliver({ action: 'closed', issue: other }).expect(204);
    expect(await stateOf()).toEqual({
      state: 'open',
      status: 'open',
      revision: 2,
    });
  });

  it('reads again what was transferred, and serves every action of an issue', async () => {
    const second = (await commit(portal)).id;
    const { html_url: url } = issue;
    await portal.put(`/actions/${second}/tracker`, { url }).expect(200);
    const before = event('transferred');
    const moved = github.move(issue, 'acme/lib');
    await portal.deliver(before).expect(204);
    await portal.follow();
    issue = github.close(moved);
    await portal.deliver(event('closed')).expect(204);
    for (const action of [id, second]) {
      const { status, externalLink } = (await portal.get(`/actions/${action}`))
        .body;
      expect([status, externalLink]).toEqual(['completed', moved.html_url]);
    }
  });

  it('is not stopped by a delivery while GitHub is asked', async () => {
    github.close(issue);
    github.misbehaviour = { answer: { status: 500 } };
    await letTimePass(knex);
    await Promise.all([
      portal.follow(),
      portal.deliver(event('closed')).expect(204),
    ]);
    expect(await stateOf()).toMatchObject({
      state: 'completed',
      status: 'completed',
    });
  });
});
