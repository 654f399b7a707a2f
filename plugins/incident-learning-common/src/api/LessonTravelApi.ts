import type {
  LessonAnniversary,
  LessonAnniversaryQuery,
  LessonApplication,
  LessonApplicationChange,
  LessonApplicationEntry,
  LessonApplicationInput,
  LessonCoverage,
  LessonCoveragePage,
  LessonCoverageQuery,
  LessonTravel,
  LessonTravelQuery,
} from '../lessons';

/** What can be asked about where lessons go. @public */
export interface LessonTravelApi {
  /** Those that concern an entity, or incidents; one of the two. */
  findLessonsFor(
    query: Partial<LessonTravelQuery>,
    options?: { signal?: AbortSignal },
  ): Promise<LessonTravel>;
  /** Of grave incidents of these days some years ago. */
  listLessonAnniversaries(
    query?: Partial<LessonAnniversaryQuery>,
  ): Promise<LessonAnniversary[]>;
  listLessonApplications(lessonId: string): Promise<LessonApplication[]>;
  /** Rejects with 412 and the mark that stands when there is another one already. */
  applyLesson(
    lessonId: string,
    application: LessonApplicationInput,
  ): Promise<LessonApplication>;
  /** @param revision - the mark's revision that the change is based on */
  changeLessonApplication(
    lessonId: string,
    applicationId: string,
    revision: number,
    change: LessonApplicationChange,
  ): Promise<LessonApplication>;
  /** The latest mark first. */
  getLessonApplicationHistory(
    lessonId: string,
    applicationId: string,
  ): Promise<LessonApplicationEntry[]>;
  getLessonCoverage(lessonId: string): Promise<LessonCoverage>;
  /** Of all lessons, the least covered first. */
  getLessonCoverages(
    query: Partial<LessonCoverageQuery>,
    options?: { signal?: AbortSignal },
  ): Promise<LessonCoveragePage>;
}
