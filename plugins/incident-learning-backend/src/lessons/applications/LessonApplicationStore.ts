import type {
  LessonApplication,
  LessonApplicationEntry,
} from '@hindsight/backstage-plugin-incident-learning-common';
import type { AccessFilter } from '../../access';

/** A mark as it is kept: how it stands follows from its action. */
export type StoredApplication = Omit<LessonApplication, 'standing' | 'action'>;

/** Keeps what teams say of lessons and their entities; each change leaves the mark before in the history. */
export interface LessonApplicationStore {
  /** Of one lesson, the latest mark first. @param access - of the actions that plans became */
  ofLesson(
    lessonId: string,
    access: AccessFilter,
  ): Promise<LessonApplication[]>;
  /** Of one entity. */
  ofEntity(
    entityRef: string,
    access: AccessFilter,
  ): Promise<LessonApplication[]>;
  get(id: string, access: AccessFilter): Promise<LessonApplication | undefined>;
  /** @returns whether there was no mark of this lesson and entity yet; otherwise nothing is written */
  insert(application: StoredApplication): Promise<boolean>;
  /** @returns whether it still had the revision before the one given; otherwise it is left as it is */
  update(application: StoredApplication): Promise<boolean>;
  /** The latest mark first. */
  history(id: string): Promise<LessonApplicationEntry[]>;
}
