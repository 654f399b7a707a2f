import { isDatabaseConflictError } from '@backstage/backend-plugin-api';
import { ConflictError } from '@backstage/errors';
import type { Stores } from '../stores';

/**
 * Runs a transaction that takes incidents into an open review. An incident is in at most one: the database sees to
 * that, whoever else writes at the same time.
 *
 * @param reviewId - the review that takes them
 * @throws ConflictError that names the review in which an incident already is
 */
export async function takingIncidents<T>(
  stores: Stores,
  reviewId: string,
  incidentIds: string[],
  write: (tx: Stores) => Promise<T>,
): Promise<T> {
  try {
    return await stores.transaction(write);
  } catch (error) {
    if (!isDatabaseConflictError(error)) {
      throw error;
    }
    const [other] = (await stores.reviews.findOpen(incidentIds)).filter(
      open => open.reviewId !== reviewId,
    );
    throw other
      ? new ConflictError(
          `Incident ${other.incidentId} is in the open review “${other.title}” (${other.reviewId}): write there, or finish that one first`,
        )
      : error;
  }
}
