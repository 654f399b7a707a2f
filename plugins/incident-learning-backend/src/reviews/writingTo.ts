import type { AccessFilter } from '../access';
import { UnprocessableError } from '../http';
import type { Stores } from '../stores';
import { requireOpen } from './ReviewGate';

/**
 * Writes what may belong to a review: that must exist, be known to the caller, and still be written.
 *
 * @param reviewId - absent: it belongs to none
 * @throws UnprocessableError when there is no such review; ConflictError when it is published or cancelled
 */
export function writingTo<T>(
  { stores }: { stores: Stores },
  reviewId: string | undefined,
  access: AccessFilter,
  write: (tx: Stores) => Promise<T>,
): Promise<T> {
  return stores.transaction(async tx => {
    if (reviewId !== undefined) {
      await tx.reviews.lock(reviewId);
      const review = await tx.reviews.get(reviewId, access);
      if (!review) {
        throw new UnprocessableError([
          {
            path: 'reviewId',
            message: `is no review that you can read (${reviewId}): leave it out or name another`,
          },
        ]);
      }
      requireOpen(review);
    }
    return write(tx);
  });
}
