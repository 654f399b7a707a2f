import {
  GithubCredentialsProvider,
  GithubIntegration,
} from '@backstage/integration';
import { ActionTrackerError } from '@hindsight/backstage-plugin-incident-learning-node';
import { Octokit } from '@octokit/rest';
import { explain, isUnchanged } from './explain';
import { GithubIssue, githubIssueSchema } from './githubIssue';

export interface GithubClientOptions {
  integration: GithubIntegration;
  credentials: GithubCredentialsProvider;
}

/** A repository by its two names. */
export interface RepositoryName {
  owner: string;
  repo: string;
}

/** An issue as GitHub has just told it. */
export interface IssueAnswer {
  issue: GithubIssue;
  etag?: string;
}

type Issues = Octokit['rest']['issues'];

const PAGE_SIZE = 100;
/** Far more issues than a repository gets between an attempt to create one and the next. */
const MOST_PAGES = 30;

/** Calls GitHub's REST API for issues. It throws `ActionTrackerError`s alone. */
export class GithubClient {
  static create(options: GithubClientOptions): GithubClient {
    return new GithubClient(options);
  }

  private constructor(private readonly options: GithubClientOptions) {}

  async create(
    repository: RepositoryName,
    issue: { title: string; body: string; labels: string[] },
    signal: AbortSignal,
  ): Promise<IssueAnswer> {
    const answer = await this.call(repository, signal, issues =>
      issues.create({ ...repository, ...issue }),
    );
    return this.answerOf(answer);
  }

  /**
   * The issue whose body starts with a marker, among those that were created since a time. Listing tells at once of what
   * was just created, which the search does only after a while.
   *
   * @param since - ISO 8601
   * @throws ActionTrackerError where there are too many to be sure that it is not among them
   */
  async find(
    repository: RepositoryName,
    marker: string,
    since: string,
    signal: AbortSignal,
  ): Promise<IssueAnswer | undefined> {
    for (let page = 1; page <= MOST_PAGES; page++) {
      const { data } = await this.call(repository, signal, issues =>
        issues.listForRepo({
          ...repository,
          state: 'all',
          sort: 'created',
          direction: 'desc',
          since,
          per_page: PAGE_SIZE,
          page,
        }),
      );
      const parsed = githubIssueSchema.array().safeParse(data);
      if (!parsed.success) {
        throw this.nonsense();
      }
      const found = parsed.data.find(({ body }) => body?.startsWith(marker));
      if (found) {
        return { issue: found };
      }
      const oldest = parsed.data[PAGE_SIZE - 1];
      if (!oldest || Date.parse(oldest.created_at) < Date.parse(since)) {
        return undefined;
      }
    }
    throw new ActionTrackerError(
      `Nobody can tell whether the issue was created in ${repository.owner}/${repository.repo} among so many others: look there, give it up here, then link what you found or create it anew`,
      { reason: 'refused' },
    );
  }

  /**
   * @param etag - of an earlier answer
   * @returns undefined where nothing has changed since
   */
  async get(
    address: RepositoryName & { number: number },
    etag: string | undefined,
    signal: AbortSignal,
  ): Promise<IssueAnswer | undefined> {
    const { number, ...repository } = address;
    const answer = await this.call(repository, signal, async issues => {
      try {
        return await issues.get({
          ...repository,
          issue_number: number,
          ...(etag ? { headers: { 'if-none-match': etag } } : {}),
        });
      } catch (error) {
        if (etag && isUnchanged(error)) {
          return undefined;
        }
        throw error;
      }
    });
    return answer && this.answerOf(answer);
  }

  private async call<T>(
    { owner, repo }: RepositoryName,
    signal: AbortSignal,
    run: (issues: Issues) => Promise<T>,
  ): Promise<T> {
    const where = `${owner}/${repo}`;
    const { host, apiBaseUrl } = this.options.integration.config;
    const token = await this.tokenFor(where);
    const silent = () => {};
    const octokit = new Octokit({
      auth: token,
      baseUrl: apiBaseUrl ?? `https://${host}/api/v3`,
      userAgent: 'hindsight',
      request: { signal },
      // Its warnings carry whole requests.
      log: { debug: silent, info: silent, warn: silent, error: silent },
    });
    try {
      return await run(octokit.rest.issues);
    } catch (error) {
      throw explain(error, where, token !== undefined);
    }
  }

  private async tokenFor(where: string): Promise<string | undefined> {
    const { integration, credentials } = this.options;
    const { host } = integration.config;
    try {
      const url = `https://${host}/${where}`;
      return (await credentials.getCredentials({ url })).token;
    } catch {
      // Its words may tell of keys and installations.
      throw new ActionTrackerError(
        `There is no access to ${where}: integrations.github for ${host} gives no token for it`,
        { reason: 'refused' },
      );
    }
  }

  private answerOf(answer: {
    data: unknown;
    headers: { etag?: string };
  }): IssueAnswer {
    const parsed = githubIssueSchema.safeParse(answer.data);
    if (!parsed.success) {
      throw this.nonsense();
    }
    return { issue: parsed.data, etag: answer.headers.etag };
  }

  private nonsense(): ActionTrackerError {
    return new ActionTrackerError(
      `${this.options.integration.config.host} answered with something that is no issue: it is asked again later`,
      { reason: 'unavailable' },
    );
  }
}
