import type { BackstageCredentials } from '@backstage/backend-plugin-api';
import { ConflictError, NotFoundError } from '@backstage/errors';
import type { BasicPermission } from '@backstage/plugin-permission-common';
import {
  OPEN_REVIEW_STATES,
  ReviewState,
  reviewReadPermission,
} from '@hindsight/backstage-plugin-incident-learning-common';
import type { AccessFilter, IncidentAccess } from '../access';
import type { Stores } from '../stores';
import type { StoredReview } from './ReviewStore';

export interface Call {
  credentials: BackstageCredentials;
}

/** Lets callers in to reviews, as far as they may, and keeps what is settled from being written. */
export class ReviewGate {
  static create(options: { stores: Stores; access: IncidentAccess }) {
    return new ReviewGate(options.stores, options.access);
  }

  private constructor(
    private readonly stores: Stores,
    private readonly access: IncidentAccess,
  ) {}

  /**
   * Which incidents the caller may see in reviews.
   *
   * @param permission - what the caller is about to do
   * @throws NotAllowedError
   */
  async enter(
    permission: BasicPermission,
    { credentials }: Call,
  ): Promise<AccessFilter> {
    await this.access.decide(permission, credentials);
    return this.access.readable(credentials);
  }

  /** The same for somebody who has been let in. */
  readable({ credentials }: Call): Promise<AccessFilter> {
    return this.access.readable(credentials);
  }

  /** @throws NotFoundError also for a review that the caller may not know of */
  async load(
    id: string,
    call: Call,
    permission: BasicPermission = reviewReadPermission,
  ): Promise<{ review: StoredReview; access: AccessFilter }> {
    const access = await this.enter(permission, call);
    return { review: await this.find(this.stores, id, access), access };
  }

  /** The same as a transaction sees it, with all other writers kept away. */
  async relock(
    tx: Stores,
    id: string,
    access: AccessFilter,
  ): Promise<StoredReview> {
    await tx.reviews.lock(id);
    return this.find(tx, id, access);
  }

  private async find(
    stores: Stores,
    id: string,
    access: AccessFilter,
  ): Promise<StoredReview> {
    const review = await stores.reviews.get(id, access);
    if (!review) {
      throw new NotFoundError(`There is no review ${id}`);
    }
    return review;
  }
}

export function isOpen(state: ReviewState): boolean {
  return (OPEN_REVIEW_STATES as readonly ReviewState[]).includes(state);
}

/** @throws ConflictError for what nobody may write to any more */
export function requireOpen({ state }: { state: ReviewState }): void {
  if (state === 'published') {
    throw new ConflictError(
      'This review is published: amend it first, then write',
    );
  }
  if (state === 'cancelled') {
    throw new ConflictError(
      'This review was cancelled and stays as it is: start another one',
    );
  }
}
