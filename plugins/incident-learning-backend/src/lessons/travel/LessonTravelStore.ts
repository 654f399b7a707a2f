import type {
  Lesson,
  LessonLink,
  Period,
  Priority,
  Severity,
} from '@hindsight/backstage-plugin-incident-learning-common';
import type { AccessFilter } from '../../access';

/** That a lesson hangs on an entity. */
export interface LinkRow {
  lessonId: string;
  entityRef: string;
  link: LessonLink;
}

/** That a lesson came out of an incident of a pattern. */
export interface PatternRow {
  lessonId: string;
  category: string;
  attackVector: string;
  /** What that incident touched. */
  entityRef?: string;
}

/** What lessons are looked for. */
export interface TravelSearch {
  access: AccessFilter;
  /** Only among so many of the latest lessons; among all unless said. */
  latest?: number;
}

/** What a ranking has to know of a lesson. */
export interface Rankable {
  id: string;
  priority: Priority;
  at: string;
}

/** A lesson's incident of a period. */
export interface AnniversaryRow {
  lessonId: string;
  incident: {
    id: string;
    title: string;
    severity: Severity;
    at: string;
    entityRefs: string[];
  };
  /** Whether one of the incidents behind the lesson is known to few. */
  restricted: boolean;
}

/**
 * Finds lessons by where they come from and where they apply. Who may know of them, and whether they are published, is
 * asked once, of all that were found: `rankable`.
 */
export interface LessonTravelStore {
  /** Which hang on one of the entities. An incident that the caller may not read is no link. */
  linkedTo(entityRefs: string[], search: TravelSearch): Promise<LinkRow[]>;
  /** Which came out of other incidents with a category and attack vector that an entity has had incidents with. */
  ofPatternsAt(entityRef: string, access: AccessFilter): Promise<PatternRow[]>;
  /** Which carry one of the tags, whatever its case. */
  tagged(
    tags: string[],
    search: Pick<TravelSearch, 'latest'>,
  ): Promise<{ lessonId: string; tag: string }[]>;
  /** Which came out of the review of one of the incidents. */
  ofIncidents(
    ids: string[],
    access: AccessFilter,
  ): Promise<{ lessonId: string; incidentId: string }[]>;
  /** Of these, the published ones and those of no review, as far as the caller may know of them. */
  rankable(ids: string[], access: AccessFilter): Promise<Rankable[]>;
  /** Those of the lessons that the caller may know of, by their ids. */
  read(ids: string[], access: AccessFilter): Promise<Map<string, Lesson>>;
  /** Published lessons of incidents of a severity that happened in one of the periods, exactly or on a known day. */
  anniversaries(
    periods: Period[],
    severities: Severity[],
    access: AccessFilter,
  ): Promise<AnniversaryRow[]>;
}
