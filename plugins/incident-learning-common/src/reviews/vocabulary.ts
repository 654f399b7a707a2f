/** A review's life, from the first to the last. @public */
export const REVIEW_STATES = [
  'scheduled',
  'gathering',
  'drafting',
  'in-review',
  'published',
  'cancelled',
] as const;
/** @public */
export type ReviewState = (typeof REVIEW_STATES)[number];

/** States in which a review still waits for somebody. @public */
export const OPEN_REVIEW_STATES = [
  'scheduled',
  'gathering',
  'drafting',
  'in-review',
] as const;

/** What an open review waits for a person to do. @public */
export const REVIEW_DUTIES = ['lead', 'answer'] as const;
/** @public */
export type ReviewDuty = (typeof REVIEW_DUTIES)[number];

/** @public */
export const CAUSE_ROLES = ['primary', 'contributing'] as const;

/** Where an incident stands with its review. @public */
export const REVIEW_MARKS = [
  'needs-review',
  'in-review',
  'published',
  'not-needed',
] as const;
/** @public */
export type ReviewMark = (typeof REVIEW_MARKS)[number];
