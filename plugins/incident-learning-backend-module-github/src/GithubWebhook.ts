import { AuthenticationError, InputError } from '@backstage/errors';
import type {
  ActionTrackerWebhook,
  TrackerEvent,
  WebhookDelivery,
} from '@hindsight/backstage-plugin-incident-learning-node';
import { verify } from '@octokit/webhooks-methods';
import { z } from 'zod';
import { githubIssueSchema, repositoryOf, trackedIssueOf } from './githubIssue';
import { Repositories, parseIssueUrl } from './repositories';

const eventSchema = z.object({
  action: z.string(),
  issue: githubIssueSchema,
});

/** Of these, what the delivery tells of the issue is not how it stands now. */
const TO_READ = ['deleted', 'transferred'];

export interface GithubWebhookOptions {
  secret: string;
  host: string;
  repositories: Repositories;
}

/** Verifies deliveries by their HMAC over the body as it came, compared in constant time. */
export class GithubWebhook implements ActionTrackerWebhook {
  static create(options: GithubWebhookOptions): ActionTrackerWebhook {
    return new GithubWebhook(options);
  }

  private constructor(private readonly options: GithubWebhookOptions) {}

  async receive({ headers, body }: WebhookDelivery): Promise<TrackerEvent[]> {
    const text = Buffer.from(body).toString('utf8');
    const signature = String(headers['x-hub-signature-256'] ?? '');
    const known =
      text !== '' &&
      /^sha256=[0-9a-f]{64}$/.test(signature) &&
      (await verify(this.options.secret, text, signature));
    if (!known) {
      throw new AuthenticationError(
        'The signature is missing or wrong: give the webhook the secret of incidentLearning.github.webhookSecret',
      );
    }
    return headers['x-github-event'] === 'issues' ? this.eventsOf(text) : [];
  }

  private eventsOf(text: string): TrackerEvent[] {
    const { action, issue } = parse(text);
    const { host, repositories } = this.options;
    const name = repositoryOf(issue);
    const followed =
      name !== undefined &&
      parseIssueUrl(issue.html_url, host) !== undefined &&
      repositories.mayFollow(name);
    return [
      {
        issueId: issue.node_id,
        issue:
          followed && !TO_READ.includes(action)
            ? trackedIssueOf(issue)
            : undefined,
      },
    ];
  }
}

function parse(text: string): z.output<typeof eventSchema> {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    throw new InputError(
      'The body is no JSON: set the content type of the webhook to application/json',
    );
  }
  const parsed = eventSchema.safeParse(json);
  if (!parsed.success) {
    throw new InputError('The body is no event of an issue');
  }
  return parsed.data;
}
