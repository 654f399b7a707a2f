import type { TrackedIssue } from '@hindsight/backstage-plugin-incident-learning-common';
import { z } from 'zod';

const timeSchema = z.iso.datetime({ offset: true });

/** What is read of an issue, in answers and in deliveries of the webhook. */
export const githubIssueSchema = z.object({
  node_id: z.string().min(1),
  number: z.number().int(),
  html_url: z.url({ protocol: /^https?$/ }),
  title: z.string(),
  state: z.enum(['open', 'closed']),
  state_reason: z.string().nullish(),
  created_at: timeSchema,
  updated_at: timeSchema,
  closed_at: timeSchema.nullish(),
  body: z.string().nullish(),
  assignees: z.array(z.object({ login: z.string() })).nullish(),
  /** Of an issue that is a pull request. */
  pull_request: z.object({}).nullish(),
});

/** An issue as GitHub tells it. */
export type GithubIssue = z.output<typeof githubIssueSchema>;

/** The repository of an issue, such as `acme/shop`; undefined where its address is not that of an issue. */
export function repositoryOf({ html_url }: GithubIssue): string | undefined {
  return /^\/([\w.-]+\/[\w.-]+)\/issues\/\d+$/.exec(
    new URL(html_url).pathname,
  )?.[1];
}

/** An issue as all trackers tell it. */
export function trackedIssueOf(issue: GithubIssue): TrackedIssue {
  const { closed_at: closedAt, title } = issue;
  const closed = issue.state === 'closed';
  return {
    id: issue.node_id,
    url: issue.html_url,
    label: `${repositoryOf(issue) ?? ''}#${issue.number}`,
    title: title.slice(0, 2000),
    state: closed ? closedState(issue) : 'open',
    stateSince: closed && closedAt ? isoOf(closedAt) : undefined,
    updatedAt: isoOf(issue.updated_at),
    assignees: (issue.assignees ?? []).map(({ login }) => login),
  };
}

/** Old issues, and old versions of GitHub, do not say why. */
function closedState({ state_reason: reason }: GithubIssue) {
  if (reason === 'completed') {
    return 'completed';
  }
  return reason ? 'not-planned' : 'closed';
}

function isoOf(time: string): string {
  return new Date(time).toISOString();
}
