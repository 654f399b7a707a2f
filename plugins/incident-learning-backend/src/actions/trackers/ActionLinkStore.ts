import type {
  ActionLink,
  TrackedIssue,
} from '@hindsight/backstage-plugin-incident-learning-common';

/** The issue of an action as it is kept; times are epoch ms. */
export interface StoredLink {
  /** By which an issue is found that was created unheard. */
  id: string;
  actionId: string;
  revision: number;
  tracker: string;
  target?: string;
  /** Absent as long as it is to be created. */
  issue?: TrackedIssue;
  etag?: string;
  linkedAt: number;
  linkedBy: string;
  readAt?: number;
  /** To create it, begun so far. */
  attempts: number;
  /** In a row. */
  failures: number;
  problem?: { at: number; message: string };
  nextTryAt: number;
}

/** By whom and for how long a link is claimed; times are epoch ms. */
export interface LinkClaim {
  now: number;
  until: number;
  /** Whether only where it is due; a person can ask at any time. */
  due: boolean;
}

/** Keeps which issue tracks which action. */
export interface ActionLinkStore {
  get(id: string): Promise<StoredLink | undefined>;
  ofAction(actionId: string): Promise<StoredLink | undefined>;
  /** Several actions may share an issue. */
  ofIssue(tracker: string, issueId: string): Promise<StoredLink[]>;
  /** @returns whether the action had none */
  insert(link: StoredLink): Promise<boolean>;
  /** @returns whether it still had the revision before the one given; otherwise it is left as it is */
  update(link: StoredLink): Promise<boolean>;
  /** @returns whether nobody asks the tracker for it right now; otherwise it is left as it is */
  delete(id: string, now: number): Promise<boolean>;

  /** Of a tracker, what is to be created or read by now, the longest due first. */
  due(tracker: string, now: number, limit: number): Promise<StoredLink[]>;
  /**
   * Takes it upon oneself to ask the tracker: of several replicas, one gets it. Counts as an attempt.
   *
   * @returns the link as it stands, or undefined where somebody else asks, or has asked since it was due
   */
  claim(id: string, claim: LinkClaim): Promise<StoredLink | undefined>;
  /** Gives back what was claimed. */
  release(id: string): Promise<void>;
  /** Until when a tracker wants to be asked nothing; undefined where it may be asked. */
  heldUntil(tracker: string, now: number): Promise<number | undefined>;
  /** Asks a tracker nothing until a time. */
  hold(tracker: string, until: number): Promise<void>;

  /** Entities where an action applies its lesson, else those of its incidents, the primary ones first. */
  entityRefsOf(actionId: string): Promise<string[]>;
}

/** A link as the API gives it. */
export function shownLink(link: StoredLink): ActionLink {
  const { tracker, target, issue, linkedBy, readAt, problem } = link;
  return {
    tracker,
    target,
    issue,
    linkedAt: isoOf(link.linkedAt),
    linkedBy,
    readAt: readAt === undefined ? undefined : isoOf(readAt),
    problem: problem && {
      at: isoOf(problem.at),
      message: problem.message,
    },
    nextTryAt: isoOf(link.nextTryAt),
  };
}

function isoOf(ms: number): string {
  return new Date(ms).toISOString();
}
