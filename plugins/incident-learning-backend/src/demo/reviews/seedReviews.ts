import { isDatabaseConflictError } from '@backstage/backend-plugin-api';
import type { Incident } from '@hindsight/backstage-plugin-incident-learning-common';
import type { Stores } from '../../stores';
import { spanUntil } from '../clock';
import { keepReview } from './keepReview';
import { tellReviews } from './tellReviews';
import { tellCaseReviews } from './told';

/**
 * Adds the reviews of the demo company. Whatever of them is there already stays as it is, as does an incident that
 * somebody reviews by now.
 *
 * @param incidents - all of the demo company, as they are stored
 * @returns how many were added
 */
export async function seedReviews(options: {
  stores: Stores;
  incidents: Incident[];
  now: Date;
}): Promise<number> {
  const { stores, incidents, now } = options;
  const span = spanUntil(now);
  const byKey = new Map(
    incidents.map(incident => [incident.source?.id ?? '', incident]),
  );
  const written = tellCaseReviews(byKey, span);
  const taken = new Set(
    written.flatMap(review => review.incidents.map(({ id }) => id)),
  );
  const others = incidents.filter(({ id }) => !taken.has(id));
  let added = 0;
  for (const review of [...written, ...tellReviews(others, span)]) {
    try {
      await keepReview(stores, review, span.end);
      added++;
    } catch (error) {
      if (!isDatabaseConflictError(error)) {
        throw error;
      }
    }
  }
  return added;
}
