import type {
  ActionInput,
  ActionStatus,
  AnalysisInput,
  FeedbackAnswers,
  Incident,
  LessonInput,
  ReviewState,
  RootCause,
} from '@hindsight/backstage-plugin-incident-learning-common';

/** An analysis; causes name it by its key. */
export interface ToldAnalysis {
  key: string;
  title: string;
  analysis: AnalysisInput;
}

export interface ToldAction
  extends Omit<ActionInput, 'reviewId' | 'incidentId' | 'dueDate' | 'status'> {
  /** From publication; an action without is an idea. */
  dueInDays?: number;
  /** Where it stands today, if that is further than when the report was published. */
  today?: Exclude<ActionStatus, 'idea' | 'open'>;
}

/** What somebody who was asked has answered, if they have. */
export interface ToldAnswer {
  entityRef: string;
  anonymous?: boolean;
  answers?: FeedbackAnswers;
}

/** What is written in a review. */
export interface ToldContent {
  /** Markdown by the ids of the standard template's sections. */
  sections: Record<string, string>;
  analyses: ToldAnalysis[];
  /** In `from`, the key of the analysis stands for its id. */
  rootCauses: RootCause[];
  lessons: Omit<LessonInput, 'reviewId'>[];
  actions: ToldAction[];
}

/** A move of a review from state to state. */
export interface ToldMove {
  at: string;
  by: string;
  to: ReviewState;
  reason?: string;
}

/** A review of the demo company with its whole life. */
export interface ToldReview {
  /** Never changes from start to start. */
  key: string;
  incidents: Incident[];
  title: string;
  createdAt: string;
  createdBy: string;
  facilitator: string;
  participants: Incident['participants'];
  scheduledFor: string;
  feedbackDueAt: string;
  moves: ToldMove[];
  content: ToldContent;
  /** What the amendment made of it, where there was one. */
  amended?: Partial<Omit<ToldContent, 'lessons'>>;
  feedback: ToldAnswer[];
}
