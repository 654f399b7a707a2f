/** What the plugin computes itself; modules can add more. @public */
export const KPI_IDS = [
  'mttd',
  'mttc',
  'mttr',
  'repeat-incident-rate',
  'severity-distribution',
  'review-completion-rate',
  'time-to-review',
  'root-cause-identification-rate',
  'feedback-learned-something',
  'feedback-would-attend-again',
  'action-implementation-rate',
  'action-effectiveness',
  'time-to-lessons-learned',
  'learning-impact-score',
] as const;

/** @public */
export type KpiId = (typeof KPI_IDS)[number];

/** `ms` are milliseconds, `share` is from 0 to 1, `rating` from 1 to 10, `score` from 0 to 100. @public */
export const KPI_UNITS = [
  'ms',
  'business-days',
  'share',
  'rating',
  'score',
] as const;

/** What a KPI means, apart from how it is computed. @public */
export interface KpiDefinition {
  id: string;
  name: string;
  /** In words, for the reader of the figure. */
  definition: string;
  unit: (typeof KPI_UNITS)[number];
  /** Which way is better. */
  direction: 'lower' | 'higher';
  /** A bound in the KPI's unit, or that it should move in its direction. */
  target: number | 'trend';
}

/** @public */
export const KPI_DEFINITIONS: Record<KpiId, KpiDefinition> = {
  mttd: {
    id: 'mttd',
    name: 'Time to detect',
    definition:
      'Median time from when an incident occurred to when it was detected, as reported by its source or computed from the two times. Counted in the period of detection; drills never count.',
    unit: 'ms',
    direction: 'lower',
    target: 'trend',
  },
  mttc: {
    id: 'mttc',
    name: 'Time to contain',
    definition:
      'Median time from when an incident was detected to when it was contained, as reported by its source or computed from the two times. Counted in the period of detection; drills never count.',
    unit: 'ms',
    direction: 'lower',
    target: 'trend',
  },
  mttr: {
    id: 'mttr',
    name: 'Time to resolve',
    definition:
      'Median time from when an incident was detected to when it was resolved. Counted in the period of detection; drills never count.',
    unit: 'ms',
    direction: 'lower',
    target: 'trend',
  },
  'repeat-incident-rate': {
    id: 'repeat-incident-rate',
    name: 'Repeat incidents',
    definition:
      'Share of incidents that repeat an earlier one: the same category and attack vector on the same primary entity within the look-back, suspected or confirmed, not rejected.',
    unit: 'share',
    direction: 'lower',
    target: 0.05,
  },
  'severity-distribution': {
    id: 'severity-distribution',
    name: 'Severity',
    definition:
      'Incidents by severity. The headline is the share that is critical or high among those whose severity is known.',
    unit: 'share',
    direction: 'lower',
    target: 'trend',
  },
  'review-completion-rate': {
    id: 'review-completion-rate',
    name: 'Review completion',
    definition:
      'Share of the incidents whose severity needs a review that a published review is about. Counted in the period of detection.',
    unit: 'share',
    direction: 'higher',
    target: 1,
  },
  'time-to-review': {
    id: 'time-to-review',
    name: 'Time to review',
    definition:
      'Median of the business days from when the last of its incidents was closed, or else resolved, to when a review was first published. Counted in the period of publication.',
    unit: 'business-days',
    direction: 'lower',
    target: 5,
  },
  'root-cause-identification-rate': {
    id: 'root-cause-identification-rate',
    name: 'Root causes found',
    definition:
      'Share of the incidents whose severity needs a review for which a published review names at least one root cause. Counted in the period of detection.',
    unit: 'share',
    direction: 'higher',
    target: 1,
  },
  'feedback-learned-something': {
    id: 'feedback-learned-something',
    name: 'Learned something',
    definition:
      'Of the participants of published reviews who answered whether something they learned will change their work, the share that said yes. Counted in the period of publication.',
    unit: 'share',
    direction: 'higher',
    target: 'trend',
  },
  'feedback-would-attend-again': {
    id: 'feedback-would-attend-again',
    name: 'Would attend again',
    definition:
      'Of the participants of published reviews who answered whether they would attend such a review again, the share that said yes. Counted in the period of publication.',
    unit: 'share',
    direction: 'higher',
    target: 'trend',
  },
  'action-implementation-rate': {
    id: 'action-implementation-rate',
    name: 'Actions implemented',
    definition:
      'Share of the actions that somebody committed to that are completed or verified by now; ideas and cancelled actions aside. Counted in the period of commitment.',
    unit: 'share',
    direction: 'higher',
    target: 0.9,
  },
  'action-effectiveness': {
    id: 'action-effectiveness',
    name: 'Action effectiveness',
    definition:
      'Mean of the ratings, from 1 to 10, that stakeholders gave completed actions for how effective they were; of each person the last word on an action. Counted in the period in which the rating was given.',
    unit: 'rating',
    direction: 'higher',
    target: 8,
  },
  'time-to-lessons-learned': {
    id: 'time-to-lessons-learned',
    name: 'Time to lessons learned',
    definition:
      'Median time from when an incident was closed, or else resolved, to when the first lesson of its reviews was published; of incidents with a published lesson. Counted in the period of detection, so recent periods still lack the lessons to come; drills never count.',
    unit: 'ms',
    direction: 'lower',
    target: 'trend',
  },
  'learning-impact-score': {
    id: 'learning-impact-score',
    name: 'Learning impact',
    definition:
      'How far the KPIs meet their targets, from 0 to 100: their weighted mean, where a bound counts by how near the value comes to it, and a trend counts 1 improved, 0.5 without a detectable change, 0 worsened. Absent where fewer than four KPIs have data. A change is told over the KPIs that have data in both periods and, as of any figure, from ten values on: where fewer than ten KPIs have, there is not enough data.',
    unit: 'score',
    direction: 'higher',
    target: 'trend',
  },
};
