import type {
  Action,
  ActionChange,
  ActionStatus,
  VerificationMethod,
} from '@hindsight/backstage-plugin-incident-learning-common';
import type { FieldWords } from '../components/history';
import { PRIORITY_WORDS } from '../reviews/words';

export const ACTION_STATUS_WORDS: Record<ActionStatus, string> = {
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

export const VERIFICATION_WORDS: Record<VerificationMethod, string> = {
  test: 'A test',
  exercise: 'An exercise, such as a game day',
  review: 'A review of what was built',
  monitoring: 'Monitoring over time',
};

/** What somebody did to an action, as the history tells it. */
export const DEED_WORDS: Record<ActionChange['operation'], string> = {
  created: 'wrote it down',
  updated: 'changed it',
  moved: 'moved it forward',
  progress: 'noted progress',
  reopened: 'took it up again',
  unowned: 'noticed',
};

export const ACTION_FIELD_WORDS: Record<string, string> = {
  title: 'Title',
  description: 'Description',
  kind: 'Kind',
  owner: 'Owner',
  priority: 'Priority',
  category: 'Category',
  dueDate: 'Due date',
  successCriteria: 'Success criteria',
  externalLink: 'Link',
  lessonId: 'Lesson',
  status: 'Status',
  progress: 'Progress in percent',
  verification: 'Verification',
  cancelReason: 'Reason',
  unowned: 'Without an owner',
  how: 'How',
  by: 'By',
  at: 'At',
};

/** What an action's history tells. */
export const ACTION_WORDS: FieldWords = {
  nameOf: path => ACTION_FIELD_WORDS[path] ?? path,
  values: {
    status: ACTION_STATUS_WORDS,
    priority: PRIORITY_WORDS,
    kind: ACTION_KIND_WORDS,
    how: VERIFICATION_WORDS,
  },
};
