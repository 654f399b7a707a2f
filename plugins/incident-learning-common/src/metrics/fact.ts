import type {
  IncidentKind,
  Precision,
  Severity,
} from '../incidents/vocabulary';

/** What a series needs to know of anything that it counts. @public */
export interface DatedFact {
  /** Epoch milliseconds of the time by which it belongs to a period. */
  at: number;
  precision: Precision;
}

/** What the numbers need to know of one incident; drills are never among them. @public */
export interface MetricFact extends DatedFact {
  kind: IncidentKind;
  category?: string;
  attackVector?: string;
  severity: Severity;
  /** Milliseconds; absent where not known, negative where the times contradict each other. */
  timeToDetectMs?: number;
  timeToContainMs?: number;
  timeToResolveMs?: number;
  /** Whether it repeats an earlier incident: suspected or confirmed, not rejected. */
  repeat: boolean;
  /** What reviews made of it; absent where its severity needs none. */
  review?: {
    /** Whether a published review is about it. */
    published: boolean;
    /** Whether a published review found a root cause of it. */
    rootCauseFound: boolean;
  };
}

/** Of how many how many do. @public */
export interface FactCount {
  numerator: number;
  denominator: number;
}

/** What the numbers need to know of one published review, dated by when it was first published. @public */
export interface PublicationFact extends DatedFact {
  /**
   * Business days from the end of its incidents, `closedAt`, else `resolvedAt`; absent where that is not known,
   * negative where it was published before.
   */
  businessDaysToReview?: number;
  /** Of the participants who answered whether something learned will change their work, how many said yes. */
  learnedSomething?: FactCount;
  /** Of the participants who answered whether they would attend again, how many said yes. */
  wouldAttendAgain?: FactCount;
}

/** One action that somebody committed to, dated by when; cancelled ones and ideas are not among them. @public */
export interface CommitmentFact extends DatedFact {
  /** Whether it is completed or verified by now. */
  done: boolean;
}

/** What one stakeholder thinks of how effective a completed action was, dated by when they said so. @public */
export interface RatingFact extends DatedFact {
  /** From 1 to 10. */
  score: number;
}

/** One incident of which a lesson was published, dated as incidents are; drills are never among them. @public */
export interface LessonFact extends DatedFact {
  /**
   * Milliseconds from its end, `closedAt`, else `resolvedAt`, to the first published lesson of its reviews; absent where
   * the end is not known, negative where the lesson came before.
   */
  timeToLessonMs?: number;
}

/** What KPIs are computed from, by kind. @public */
export interface MetricFacts {
  incident: MetricFact;
  publication: PublicationFact;
  commitment: CommitmentFact;
  rating: RatingFact;
  lesson: LessonFact;
}

/** @public */
export type FactKind = keyof MetricFacts;

/** What a fact of each kind tells. @public */
export type FactFields = { [Kind in FactKind]: keyof MetricFacts[Kind] };
