import {
  ActionTracker,
  ActionTrackerError,
  ActionTrackerWebhook,
  IssueCreation,
  IssueReading,
  TrackableAction,
  TrackerCallOptions,
  TrackerUserCallOptions,
} from '@hindsight/backstage-plugin-incident-learning-node';
import type { ActionTrackerTarget } from '@hindsight/backstage-plugin-incident-learning-common';
import type { GithubClient, IssueAnswer } from './GithubClient';
import { repositoryOf, trackedIssueOf } from './githubIssue';
import { bodyOf, markerOf, titleOf } from './issueText';
import { Repositories, isSame, parseIssueUrl } from './repositories';

/** GitHub's clock may be behind ours. */
const SKEW_MS = 5 * 60_000;

export interface GithubActionTrackerOptions {
  client: GithubClient;
  repositories: Repositories;
  host: string;
  /** Absent where deliveries cannot be verified. */
  webhook?: ActionTrackerWebhook;
}

/** Tracks actions by issues on GitHub. */
export class GithubActionTracker implements ActionTracker {
  readonly id = 'github';
  readonly title = 'GitHub';
  readonly webhook?: ActionTrackerWebhook;

  static create(options: GithubActionTrackerOptions): ActionTracker {
    return new GithubActionTracker(options);
  }

  private constructor(private readonly options: GithubActionTrackerOptions) {
    this.webhook = options.webhook;
  }

  async targets(
    action: TrackableAction,
    { credentials }: TrackerUserCallOptions,
  ): Promise<ActionTrackerTarget[]> {
    const names = await this.options.repositories.of(action, credentials);
    return names.map(name => ({ id: name, title: name }));
  }

  canHandle(url: string): boolean {
    return parseIssueUrl(url, this.options.host) !== undefined;
  }

  async create(
    { action, target, key, triedSince }: IssueCreation,
    { signal }: TrackerCallOptions,
  ): Promise<IssueReading> {
    const { client, repositories } = this.options;
    const [owner, repo] = target.split('/');
    const repository = { owner, repo };
    const found =
      triedSince &&
      (await client.find(
        repository,
        markerOf(key),
        new Date(Date.parse(triedSince) - SKEW_MS).toISOString(),
        signal,
      ));
    if (found) {
      return this.readingOf(found);
    }
    const issue = {
      title: titleOf(action),
      body: bodyOf(action, key),
      labels: repositories.labelsOf(target),
    };
    return this.readingOf(await client.create(repository, issue, signal));
  }

  async link(
    url: string,
    action: TrackableAction,
    { credentials, signal }: TrackerUserCallOptions,
  ): Promise<IssueReading> {
    const { client, host, repositories } = this.options;
    const address = parseIssueUrl(url, host);
    const name = `${address?.owner}/${address?.repo}`;
    const allowed = await repositories.of(action, credentials);
    if (!address || !allowed.some(one => isSame(one, name))) {
      throw new ActionTrackerError(
        `is in ${name}, where issues of this action may not be: ${
          allowed.length > 0
            ? `they may be in ${allowed.join(', ')}`
            : 'no repository is configured'
        }`,
        { reason: 'refused' },
      );
    }
    const answer = await client.get(address, undefined, signal);
    if (!answer || answer.issue.pull_request) {
      throw new ActionTrackerError(
        'is a pull request: name the issue that it closes',
        { reason: 'refused' },
      );
    }
    return this.readingOf(answer);
  }

  async read(
    { issue, etag }: IssueReading,
    { signal }: TrackerCallOptions,
  ): Promise<IssueReading | undefined> {
    const { client, host } = this.options;
    const address = parseIssueUrl(issue.url, host);
    if (!address) {
      throw new ActionTrackerError(
        `${issue.url} is no issue of ${host}: unlink it, then link it anew`,
        { reason: 'refused' },
      );
    }
    const answer = await client.get(address, etag, signal);
    return answer && this.readingOf(answer);
  }

  /** GitHub leads on from where an issue was: to another repository it is followed only where issues may be. */
  private readingOf({ issue, etag }: IssueAnswer): IssueReading {
    const { host, repositories } = this.options;
    const name = repositoryOf(issue);
    if (
      !name ||
      !parseIssueUrl(issue.html_url, host) ||
      !repositories.mayFollow(name)
    ) {
      throw new ActionTrackerError(
        `The issue has moved to where it may not be followed: link another one, or let an administrator add its owner to incidentLearning.github.owners`,
        { reason: 'refused' },
      );
    }
    return { issue: trackedIssueOf(issue), etag };
  }
}
