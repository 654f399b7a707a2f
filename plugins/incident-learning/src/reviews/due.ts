import type { ReviewSummary } from '@hindsight/backstage-plugin-incident-learning-common';

/** The date that a review is looked at by, in its state. */
export interface Due {
  label: string;
  at: string;
  late: boolean;
}

/** What is due next, or when it ended; undefined where nobody has set a date. */
export function dueOf(
  review: Pick<
    ReviewSummary,
    'state' | 'scheduledFor' | 'feedbackDueAt' | 'publishedAt'
  >,
  now: number,
): Due | undefined {
  const { state, scheduledFor, feedbackDueAt, publishedAt } = review;
  const until = (label: string, at: string | undefined) =>
    at ? { label, at, late: Date.parse(at) < now } : undefined;
  switch (state) {
    case 'scheduled':
      return until('Meeting', scheduledFor);
    case 'gathering':
      return until('Feedback due', feedbackDueAt ?? scheduledFor);
    case 'published':
      return publishedAt
        ? { label: 'Published', at: publishedAt, late: false }
        : undefined;
    default:
      return undefined;
  }
}
