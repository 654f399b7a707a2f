/** The rules by which a trend report finds something to say. @public */
export const FINDING_RULES = [
  'kpi-improved',
  'kpi-worsened',
  'target-missed',
  'recurring-signature',
  'crossing-pattern',
  'dominant-cause',
  'overdue-actions',
  'unreviewed-incidents',
  'missing-times',
  'unassigned-incidents',
] as const;
/** @public */
export type FindingRule = (typeof FINDING_RULES)[number];

/** The rules by which recommendations follow from findings. @public */
export const RECOMMENDATION_RULES = [
  'find-what-changed',
  'keep-what-worked',
  'review-recurrence',
  'share-lesson',
  'write-lesson',
  'address-cause',
  'catch-up-actions',
  'hold-reviews',
  'mend-times',
  'assign-incidents',
] as const;
/** @public */
export type RecommendationRule = (typeof RECOMMENDATION_RULES)[number];

/** The tables of a trend report, each of which can be had as CSV. @public */
export const TREND_TABLES = [
  'kpis',
  'score',
  'series',
  'totals',
  'severities',
  'categories',
  'root-causes',
  'repeats',
  'patterns',
  'effectiveness',
  'decisions',
  'data-quality',
  'findings',
  'recommendations',
] as const;
/** @public */
export type TrendTable = (typeof TREND_TABLES)[number];
