import type {
  CauseType,
  Priority,
  ReviewMark,
  ReviewState,
  RootCause,
} from '@hindsight/backstage-plugin-incident-learning-common';

export const STATE_WORDS: Record<ReviewState, string> = {
  scheduled: 'Scheduled',
  gathering: 'Gathering feedback',
  drafting: 'Drafting',
  'in-review': 'In review',
  published: 'Published',
  cancelled: 'Cancelled',
};

export const MARK_WORDS: Record<ReviewMark, string> = {
  'needs-review': 'Needs a review',
  'in-review': 'In review',
  published: 'Review published',
  'not-needed': 'No review needed',
};

export const CAUSE_TYPE_WORDS: Record<CauseType, string> = {
  technical: 'Technical',
  process: 'Process',
  human: 'Human',
  organizational: 'Organizational',
};

export const CAUSE_ROLE_WORDS: Record<RootCause['role'], string> = {
  primary: 'Primary',
  contributing: 'Contributing',
};

export const PRIORITY_WORDS: Record<Priority, string> = {
  critical: 'Critical',
  high: 'High',
  medium: 'Medium',
  low: 'Low',
};
