import type {
  Action,
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

export const ACTION_STATUS_WORDS: Record<Action['status'], string> = {
  idea: 'Idea',
  open: 'Open',
  'in-progress': 'In progress',
  completed: 'Completed',
  verified: 'Verified',
  cancelled: 'Cancelled',
};

export const ACTION_KIND_WORDS: Record<Action['kind'], string> = {
  corrective: 'Corrective: mends what was found',
  preventive: 'Preventive: keeps its like from happening',
};
