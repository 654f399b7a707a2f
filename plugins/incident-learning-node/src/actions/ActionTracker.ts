import type { BackstageCredentials } from '@backstage/backend-plugin-api';
import type {
  ActionTrackerTarget,
  TrackedIssue,
} from '@hindsight/backstage-plugin-incident-learning-common';
import type { ActionTrackerWebhook } from './ActionTrackerWebhook';

/** An action as a tracker may tell it; of a restricted incident, without what it is about. @public */
export interface TrackableAction {
  id: string;
  /** The page of the action. */
  url: string;
  title: string;
  /** Markdown, as people wrote it. */
  description?: string;
  successCriteria?: string;
  /** An entity ref. */
  owner?: string;
  /** A day, such as `2024-05-17`. */
  dueDate?: string;
  priority: string;
  /** Entities that its incidents or its lesson concern, the primary first. */
  entityRefs: string[];
}

/** @public */
export interface TrackerCallOptions {
  /** Aborted once nobody waits for the answer any more. */
  signal: AbortSignal;
}

/** @public */
export interface TrackerUserCallOptions extends TrackerCallOptions {
  /** Of the person who asks. */
  credentials: BackstageCredentials;
}

/** An issue that is to be created, once. @public */
export interface IssueCreation {
  action: TrackableAction;
  /** The id of a target that the tracker named. */
  target: string;
  /** To be found again in the issue: what tells it from all others, even of the same action. */
  key: string;
  /**
   * Since when this is tried (ISO 8601), where an earlier attempt may have come through although nobody heard of it:
   * look for an issue with the key first.
   */
  triedSince?: string;
}

/** An issue as the tracker has just told it. @public */
export interface IssueReading {
  issue: TrackedIssue;
  /** Of this answer, for the next conditional request. */
  etag?: string;
}

/**
 * A system in which people work on issues, such as GitHub. An action can be tracked there by one issue, whose state the
 * plugin follows.
 *
 * Every call is aborted after a while. What it throws is shown to people where it is an `ActionTrackerError`; any other
 * error is told in the log alone, by its name. Nothing that is thrown may carry a secret.
 *
 * @public
 */
export interface ActionTracker {
  /** Letters, digits and `-`, such as `github`; part of stored links and of the webhook's path. */
  readonly id: string;
  /** Such as `GitHub`. */
  readonly title: string;
  /** Where an issue for the action can be created, the best place first; asked before each creation too. */
  targets(
    action: TrackableAction,
    options: TrackerUserCallOptions,
  ): Promise<ActionTrackerTarget[]>;
  /** Whether an address looks like one of its issues. */
  canHandle(url: string): boolean;
  /**
   * Creates an issue.
   *
   * @throws ActionTrackerError; it is tried again later
   */
  create(
    creation: IssueCreation,
    options: TrackerCallOptions,
  ): Promise<IssueReading>;
  /**
   * Reads an issue that a person names.
   *
   * @throws ActionTrackerError also for an issue that the person has no business to read through Backstage
   */
  link(
    url: string,
    action: TrackableAction,
    options: TrackerUserCallOptions,
  ): Promise<IssueReading>;
  /**
   * Reads how an issue stands.
   *
   * @returns undefined where the etag tells that nothing has changed
   * @throws ActionTrackerError; it is tried again later
   */
  read(
    known: IssueReading,
    options: TrackerCallOptions,
  ): Promise<IssueReading | undefined>;
  /** Absent where the tracker tells nothing by itself. */
  readonly webhook?: ActionTrackerWebhook;
}
