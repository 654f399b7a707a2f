import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';

/** An issue as GitHub's API gives it, as far as it is read. */
export interface ServedIssue {
  node_id: string;
  number: number;
  html_url: string;
  title: string;
  body: string;
  state: 'open' | 'closed';
  state_reason: string | null;
  created_at: string;
  updated_at: string;
  closed_at: string | null;
  assignees: { login: string }[];
}

/** Creates, lists and tells issues of one repository, as GitHub's REST API does. */
export class IssueServer {
  readonly issues: ServedIssue[] = [];
  /** Whether it answers that something is wrong with it. */
  down = false;
  private readonly server: Server;

  /** @param repository - such as `acme/shop` */
  static async start(host: string, repository: string): Promise<IssueServer> {
    const issues = new IssueServer(host, repository);
    await new Promise<void>(done => issues.server.listen(0, '127.0.0.1', done));
    return issues;
  }

  private constructor(
    private readonly host: string,
    private readonly repository: string,
  ) {
    this.server = createServer(async (req, res) => {
      let text = '';
      for await (const chunk of req) {
        text += chunk;
      }
      const body = this.answer(req.method ?? '', req.url ?? '', text);
      const failure = this.down ? 503 : 404;
      res.writeHead(body && !this.down ? 200 : failure, {
        'content-type': 'application/json',
      });
      res.end(JSON.stringify(body ?? { message: 'Not Found' }));
    });
  }

  get url(): string {
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}`;
  }

  async stop(): Promise<void> {
    this.server.closeAllConnections();
    await new Promise(done => this.server.close(done));
  }

  private answer(method: string, url: string, text: string) {
    const [path] = url.split('?');
    const base = `/repos/${this.repository}/issues`;
    if (this.down) {
      return undefined;
    }
    if (path === base) {
      return method === 'POST' ? this.create(JSON.parse(text)) : this.issues;
    }
    return this.issues.find(({ number }) => path === `${base}/${number}`);
  }

  private create(content: { title: string; body: string }): ServedIssue {
    const number = this.issues.length + 1;
    const now = new Date().toISOString();
    const issue: ServedIssue = {
      ...content,
      node_id: `I_${number}`,
      number,
      html_url: `https://${this.host}/${this.repository}/issues/${number}`,
      state: 'open',
      state_reason: null,
      created_at: now,
      updated_at: now,
      closed_at: null,
      assignees: [{ login: 'octocat' }],
    };
    this.issues.push(issue);
    return issue;
  }
}
