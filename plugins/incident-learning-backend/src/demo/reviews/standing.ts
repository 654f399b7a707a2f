import type { ReviewState } from '@hindsight/backstage-plugin-incident-learning-common';
import type { ToldContent } from './types';

/** Where a review has come. */
export interface Standing {
  state: ReviewState;
  /** So that each of the last weeks has something to tell. */
  publishedDaysAgo?: number;
}

/** Where the reviews of what ended last have come, the latest first. */
export const CURRENT: readonly Standing[] = [
  { state: 'scheduled' },
  { state: 'published', publishedDaysAgo: 4 },
  { state: 'gathering' },
  { state: 'published', publishedDaysAgo: 9 },
  { state: 'gathering' },
  { state: 'published', publishedDaysAgo: 16 },
  { state: 'drafting' },
  { state: 'published', publishedDaysAgo: 23 },
  { state: 'in-review' },
];

/** Of what was published some weeks ago, one action has been seen to work by now. */
export function withRecentSuccess(
  content: ToldContent,
  { publishedDaysAgo = 0 }: Standing,
): ToldContent {
  const first = content.actions.findIndex(({ dueInDays }) => dueInDays);
  return publishedDaysAgo < 7
    ? content
    : {
        ...content,
        actions: content.actions.map((action, index) =>
          index === first
            ? { ...action, dueInDays: 14, today: 'verified' as const }
            : action,
        ),
      };
}
