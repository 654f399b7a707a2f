import type {
  ActionInput,
  LessonInput,
  RootCause,
} from '@hindsight/backstage-plugin-incident-learning-common';

/** One answer to how something came about; its texts are templates. */
export interface LearningAnswer {
  id: string;
  /** The answer that it explains; the incident itself unless said. */
  under?: string;
  text: string;
  /** What shows it; without, it is assumed. */
  evidence?: string;
  /** Its category in a fishbone. */
  bone:
    | 'People'
    | 'Process'
    | 'Technology'
    | 'Environment'
    | 'Materials'
    | 'Methods';
  /** Of the last of a branch: whether it let the fault come about, or go unstopped; and how often, 0 to 1 a year. */
  side?: 'arises' | 'passes';
  probability?: number;
  /** Of those that became root causes. */
  cause?: Pick<RootCause, 'type'> & { factors?: string[] };
}

/**
 * What reviews of one kind of incident find, as building blocks. Besides the words of the service the templates know
 * `{ref}`, `{team}`, `{detectIn}` and `{duration}`.
 */
export interface Learning {
  categories: readonly string[];
  /** Only these of the categories' vectors; all unless said. */
  vectors?: readonly string[];
  /** The first branch is that of the primary cause. */
  answers: readonly LearningAnswer[];
  wentWell: readonly string[];
  couldImprove: readonly string[];
  lucky: readonly string[];
  lessons: readonly Pick<
    LessonInput,
    'statement' | 'detail' | 'type' | 'category' | 'tags'
  >[];
  actions: readonly (Pick<
    ActionInput,
    'title' | 'kind' | 'category' | 'description'
  > & {
    successCriteria: string;
  })[];
}
