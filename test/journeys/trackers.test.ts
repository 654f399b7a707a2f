import { strict as assert } from 'node:assert';
import { createHmac } from 'node:crypto';
import { after, before, describe, it } from 'node:test';
import type { Action } from '@hindsight/backstage-plugin-incident-learning-common';
import type { Page } from 'playwright-core';
import { openBrowser, type TestBrowser } from '../src/browser';
import { IssueServer } from '../src/issueServer';
import { startPortal, type Portal } from '../src/portal';
import { onEveryScreen } from '../src/screens';
import type { Session } from '../src/sessions';

const API = '/api/incident-learning';
const HOST = 'github.test';
const REPOSITORY = 'osterby/dispatch';
const SECRET = 'signed by the journey';
const TITLE = 'Plan tours on two machines';

describe('An action that is worked on as an issue', () => {
  let github: IssueServer;
  let portal: Portal;
  let browser: TestBrowser;
  let rosa: Session;
  let action: Action;

  before(async () => {
    github = await IssueServer.start(HOST, REPOSITORY);
    const config = {
      integrations: {
        github: [{ host: HOST, apiBaseUrl: github.url, token: 'of a test' }],
      },
      incidentLearning: {
        github: {
          host: HOST,
          repositories: [{ name: REPOSITORY }],
          webhookSecret: SECRET,
        },
      },
    };
    [portal, browser] = await Promise.all([
      startPortal({ config }),
      openBrowser(),
    ]);
    rosa = await portal.signIn('user:default/rosa.whitmere');
    const due = new Date(Date.now() + 864e6).toISOString().slice(0, 10);
    action = await rosa.send<Action>('POST', `${API}/actions`, {
      title: TITLE,
      status: 'open',
      owner: rosa.userEntityRef,
      dueDate: due,
      successCriteria: 'One machine is switched off, and tours are there',
    });
  });

  after(async () => {
    await browser?.close();
    await portal?.stop();
    await github?.stop();
  });

  const path = () => `/incident-learning/actions/${action.id}`;
  const everywhere = (text: string) =>
    onEveryScreen(
      browser,
      portal,
      path(),
      page => page.getByText(text).first().waitFor(),
      { session: rosa },
    );

  async function visit(act: (page: Page) => Promise<unknown>): Promise<void> {
    const { page, ...seen } = await browser.visit(portal, path(), {
      session: rosa,
    });
    await act(page);
    await seen.close();
  }

  /** What GitHub tells of its issue, from outside of Backstage. */
  async function tell(event: string, secret = SECRET): Promise<number> {
    const [issue] = github.issues;
    const body = JSON.stringify({ action: event, issue });
    const hmac = createHmac('sha256', secret).update(body).digest('hex');
    const { status } = await fetch(
      `${portal.url}${API}/actions/trackers/github/webhook`,
      {
        method: 'POST',
        body,
        headers: {
          'content-type': 'application/json',
          'x-github-event': 'issues',
          'x-hub-signature-256': `sha256=${hmac}`,
        },
      },
    );
    return status;
  }

  it('is not lost while GitHub is down, and becomes an issue after', async () => {
    await everywhere('Create issue');
    github.down = true;
    await visit(async page => {
      await page.getByRole('button', { name: 'Create issue' }).click();
      await page.getByText('GitHub answered with status 503').waitFor();
    });
    await everywhere('An issue is to be created in');
    assert.equal(github.issues.length, 0);

    github.down = false;
    await visit(async page => {
      await page.getByRole('button', { name: 'Try now' }).click();
      await page
        .getByRole('link', { name: `${REPOSITORY}#1: ${TITLE}` })
        .waitFor();
    });
    assert.equal(github.issues.length, 1);
    assert.match(github.issues[0].body, new RegExp(action.id));
    await everywhere('octocat');
  });

  it('is completed when GitHub says, signed, that its issue is', async () => {
    const at = new Date(Date.now() + 1000).toISOString();
    Object.assign(github.issues[0], {
      state: 'closed',
      state_reason: 'completed',
      updated_at: at,
      closed_at: at,
    });
    assert.equal(await tell('closed', 'guessed'), 401);
    await everywhere('Read it now');
    assert.equal(await tell('closed'), 204);
    await everywhere('was closed as completed in GitHub');
    const { status } = await rosa.get<Action>(`${API}/actions/${action.id}`);
    assert.equal(status, 'completed');
  });
});
