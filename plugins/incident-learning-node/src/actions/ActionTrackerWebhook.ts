import type { TrackedIssue } from '@hindsight/backstage-plugin-incident-learning-common';

/** A request to a tracker's webhook, from anybody. @public */
export interface WebhookDelivery {
  /** By name in lower case. */
  headers: Record<string, string | string[] | undefined>;
  /** The body as it came, which the signature is over. */
  body: Uint8Array;
}

/** An issue that a delivery tells of. @public */
export interface TrackerEvent {
  /** What the tracker knows it by. */
  issueId: string;
  /** How it stands; absent where it has to be read again. */
  issue?: TrackedIssue;
}

/**
 * Takes deliveries to `POST /api/incident-learning/actions/trackers/<id>/webhook`, which Backstage lets everybody call.
 *
 * @public
 */
export interface ActionTrackerWebhook {
  /**
   * Verifies a delivery before it reads it. It may come twice, late, or never.
   *
   * @returns the issues that it tells of; empty where it is about something else
   * @throws AuthenticationError when its signature is missing or wrong
   * @throws InputError when it is signed and cannot be read
   */
  receive(delivery: WebhookDelivery): Promise<TrackerEvent[]>;
}
