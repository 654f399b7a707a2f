import type { ReviewRow } from '../reviews/reviewRows';

/** A row of `reviews`, of one that is published unless said. */
export function reviewRow(
  values: Pick<ReviewRow, 'id'> & Partial<ReviewRow>,
): Partial<ReviewRow> {
  return {
    revision: 1,
    created_at: 0,
    updated_at: 0,
    created_by: 'user:default/ada',
    title: 'Review',
    search_text: 'review',
    state: 'published',
    template: '{}',
    participants: '[]',
    root_causes_revision: 0,
    published_version: 1,
    ...values,
  };
}
