import { storableText } from '../../database';
import type { StoredLink } from './ActionLinkStore';

/** A row of `action_links` as it is written. PostgreSQL gives a bigint as text. */
export interface ActionLinkRow {
  id: string;
  action_id: string;
  revision: number;
  tracker: string;
  target: string | null;
  issue_id: string | null;
  issue: string | null;
  etag: string | null;
  linked_at: number | string;
  linked_by: string;
  read_at: number | string | null;
  attempts: number;
  failures: number;
  problem: string | null;
  problem_at: number | string | null;
  next_try_at: number | string;
}

export function toLinkRow(link: StoredLink): ActionLinkRow {
  const { issue, problem } = link;
  return {
    id: link.id,
    action_id: link.actionId,
    revision: link.revision,
    tracker: link.tracker,
    target: link.target ?? null,
    issue_id: issue?.id ?? null,
    issue: issue ? JSON.stringify(issue) : null,
    etag: link.etag ?? null,
    linked_at: link.linkedAt,
    linked_by: link.linkedBy,
    read_at: link.readAt ?? null,
    attempts: link.attempts,
    failures: link.failures,
    problem: problem ? storableText(problem.message) : null,
    problem_at: problem?.at ?? null,
    next_try_at: link.nextTryAt,
  };
}

export function fromLinkRow(row: ActionLinkRow): StoredLink {
  return {
    id: row.id,
    actionId: row.action_id,
    revision: row.revision,
    tracker: row.tracker,
    target: row.target ?? undefined,
    issue: row.issue ? JSON.parse(row.issue) : undefined,
    etag: row.etag ?? undefined,
    linkedAt: Number(row.linked_at),
    linkedBy: row.linked_by,
    readAt: row.read_at === null ? undefined : Number(row.read_at),
    attempts: row.attempts,
    failures: row.failures,
    problem:
      row.problem === null
        ? undefined
        : { at: Number(row.problem_at), message: row.problem },
    nextTryAt: Number(row.next_try_at),
  };
}
