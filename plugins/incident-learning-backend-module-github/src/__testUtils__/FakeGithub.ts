import { createHash } from 'node:crypto';
import {
  IncomingMessage,
  Server,
  ServerResponse,
  createServer,
} from 'node:http';
import type { AddressInfo } from 'node:net';

/** An issue as GitHub gives it. */
export interface FakeIssue {
  node_id: string;
  number: number;
  html_url: string;
  title: string;
  body: string;
  labels: string[];
  state: 'open' | 'closed';
  state_reason: string | null;
  created_at: string;
  updated_at: string;
  closed_at: string | null;
  assignees: { login: string }[];
  pull_request?: object;
}

/** How the server misbehaves: it answers something else, or nothing at all, after doing what it was asked or not. */
export interface Misbehaviour {
  /** Of which requests; all unless said. */
  method?: string;
  /** Whether it does what it was asked all the same. */
  does?: boolean;
  /** Absent: it never answers. */
  answer?: { status: number; headers?: object; body?: string; type?: string };
}

const HOST = 'github.test';
const MINUTE_MS = 60_000;

/** Speaks GitHub's REST API for issues on 127.0.0.1. Its clock goes on by a minute with each change. */
export class FakeGithub {
  readonly requests: { method: string; path: string; token?: string }[] = [];
  misbehaviour?: Misbehaviour;
  /** Epoch ms. */
  clock = Date.now();
  private readonly repositories = new Map<string, FakeIssue[]>();
  /** Where an issue is now, by where it was. */
  private readonly moved = new Map<string, string>();
  private readonly waiting = new Set<ServerResponse>();

  static async start(token: string): Promise<FakeGithub> {
    const github = new FakeGithub(token);
    await new Promise<void>(done => github.server.listen(0, '127.0.0.1', done));
    return github;
  }

  private readonly server: Server;

  private constructor(private readonly token: string) {
    this.server = createServer((req, res) => this.handle(req, res));
    for (const name of ['acme/shop', 'acme/lib']) {
      this.repositories.set(name, []);
    }
  }

  get url(): string {
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}`;
  }

  async stop(): Promise<void> {
    this.waiting.forEach(res => res.destroy());
    this.server.closeAllConnections();
    await new Promise(done => this.server.close(done));
  }

  issues(repository = 'acme/shop'): FakeIssue[] {
    return this.repositories.get(repository) ?? [];
  }

  /** How many requests of a method came in. */
  count(method: string): number {
    return this.requests.filter(one => one.method === method).length;
  }

  add(repository: string, values: Partial<FakeIssue>): FakeIssue {
    const issues = this.issues(repository);
    const number = issues.length + 1;
    const at = this.tick();
    const issue: FakeIssue = {
      node_id: `I_${repository}_${number}`,
      number,
      html_url: `https://${HOST}/${repository}/issues/${number}`,
      title: 'An issue',
      body: '',
      labels: [],
      state: 'open',
      state_reason: null,
      created_at: at,
      updated_at: at,
      closed_at: null,
      assignees: [],
      ...values,
    };
    issues.push(issue);
    return issue;
  }

  close(issue: FakeIssue, reason: string | null = 'completed'): FakeIssue {
    const at = this.tick();
    return Object.assign(issue, {
      state: 'closed',
      state_reason: reason,
      updated_at: at,
      closed_at: at,
    });
  }

  reopen(issue: FakeIssue): FakeIssue {
    return Object.assign(issue, {
      state: 'open',
      state_reason: 'reopened',
      updated_at: this.tick(),
      closed_at: null,
    });
  }

  comment(issue: FakeIssue): FakeIssue {
    return Object.assign(issue, { updated_at: this.tick() });
  }

  /** Transfers an issue, and leads on from where it was. */
  move(issue: FakeIssue, to: string): FakeIssue {
    const from = new URL(issue.html_url).pathname.slice(1);
    const { node_id: _, number: __, html_url: ___, ...rest } = issue;
    const target = this.add(to, rest);
    this.moved.set(from, new URL(target.html_url).pathname.slice(1));
    return target;
  }

  private tick(): string {
    this.clock += MINUTE_MS;
    return `${new Date(this.clock).toISOString().slice(0, 19)}Z`;
  }

  private async handle(req: IncomingMessage, res: ServerResponse) {
    const { method = '', url = '' } = req;
    const token = req.headers.authorization?.replace(/^token /, '');
    this.requests.push({ method, path: url, token });
    let text = '';
    for await (const chunk of req) {
      text += chunk;
    }
    const bad = this.misbehaviour;
    if (bad && (bad.method ?? method) === method) {
      if (bad.does) {
        this.answer(method, url, text, req);
      }
      if (bad.answer) {
        const { status, headers = {}, body, type } = bad.answer;
        send(res, status, body ?? '{"message":"No"}', {
          ...headers,
          'content-type': type ?? 'application/json; charset=utf-8',
        });
      } else {
        this.waiting.add(res);
      }
      return;
    }
    if (token !== this.token) {
      send(res, 401, '{"message":"Bad credentials"}');
      return;
    }
    const { status, body, headers } = this.answer(method, url, text, req);
    send(res, status, JSON.stringify(body), headers);
  }

  private answer(
    method: string,
    path: string,
    text: string,
    req: IncomingMessage,
  ): { status: number; body?: object; headers?: object } {
    const url = new URL(path, this.url);
    const [, repository, number] =
      /^\/repos\/([^/]+\/[^/]+)\/issues(?:\/(\d+))?$/.exec(url.pathname) ?? [];
    const issues = this.repositories.get(repository);
    if (!issues) {
      return { status: 404, body: { message: 'Not Found' } };
    }
    if (method === 'POST') {
      return { status: 201, body: this.add(repository, JSON.parse(text)) };
    }
    if (!number) {
      return { status: 200, body: listed(issues, url.searchParams) };
    }
    const moved = this.moved.get(`${repository}/issues/${number}`);
    if (moved) {
      const location = `${this.url}/repos/${moved}`;
      const body = { message: 'Moved Permanently', url: location };
      return { status: 301, body, headers: { location } };
    }
    const issue = issues.find(one => one.number === Number(number));
    if (!issue) {
      return { status: 404, body: { message: 'Not Found' } };
    }
    const etag = `"${createHash('sha1')
      .update(JSON.stringify(issue))
      .digest('hex')}"`;
    return req.headers['if-none-match'] === etag
      ? { status: 304, headers: { etag } }
      : { status: 200, body: issue, headers: { etag } };
  }
}

function listed(issues: FakeIssue[], query: URLSearchParams): FakeIssue[] {
  const since = query.get('since') ?? '';
  const size = Number(query.get('per_page') ?? 30);
  const start = (Number(query.get('page') ?? 1) - 1) * size;
  return [...issues]
    .reverse()
    .filter(({ updated_at }) => Date.parse(updated_at) >= Date.parse(since))
    .slice(start, start + size);
}

function send(
  res: ServerResponse,
  status: number,
  body: string | undefined,
  headers: object = {},
): void {
  res.writeHead(status, {
    'content-type': 'application/json; charset=utf-8',
    ...headers,
  });
  res.end(status === 304 ? undefined : body);
}
