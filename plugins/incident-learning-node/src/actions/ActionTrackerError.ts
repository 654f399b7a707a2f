import { CustomErrorBase } from '@backstage/errors';

/**
 * Why a tracker did not do what it was asked: `refused` for good unless somebody changes something, `unavailable` for
 * now, or `limited` until a time.
 *
 * @public
 */
export type ActionTrackerErrorReason = 'refused' | 'unavailable' | 'limited';

/** @public */
export interface ActionTrackerErrorOptions {
  reason: ActionTrackerErrorReason;
  /** Before which the tracker is asked nothing. */
  retryAt?: Date;
}

/**
 * What a tracker throws for people to read: a sentence that says what is wrong and who can do what about it. It carries
 * no secret and no cause.
 *
 * @public
 */
export class ActionTrackerError extends CustomErrorBase {
  name = 'ActionTrackerError';
  readonly reason: ActionTrackerErrorReason;
  readonly retryAt?: Date;

  constructor(message: string, options: ActionTrackerErrorOptions) {
    super(message);
    this.reason = options.reason;
    this.retryAt = options.retryAt;
  }
}
