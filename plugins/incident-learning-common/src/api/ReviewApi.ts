import type {
  AnalysisRecord,
  AnalysisRecordInput,
  AnalysisRecordPatch,
} from '../analyses';
import type {
  Lesson,
  LessonChange,
  LessonFacets,
  LessonInput,
  LessonPatch,
  LessonQuery,
} from '../lessons';
import type {
  FeedbackInput,
  FeedbackSummary,
  Missing,
  Report,
  Review,
  ReviewChange,
  ReviewInput,
  ReviewMarkOfIncident,
  ReviewPatch,
  ReviewQuery,
  ReviewState,
  ReviewSummary,
  ReviewTemplate,
  RootCause,
} from '../reviews';
import type { Page } from './Page';

/** What can be asked about reviews and all that comes out of them. @public */
export interface ReviewApi {
  listReviews(
    query: Partial<ReviewQuery>,
    options?: { signal?: AbortSignal },
  ): Promise<Page<ReviewSummary>>;
  getReview(id: string): Promise<Review>;
  /** Rejects with 409 when one of the incidents is in an open review already. */
  createReview(review: ReviewInput): Promise<Review>;
  /** @param revision - the review's revision that the change is based on */
  updateReview(
    id: string,
    revision: number,
    patch: ReviewPatch,
  ): Promise<Review>;
  listReviewTemplates(): Promise<ReviewTemplate[]>;
  /** Of at most 100 incidents; those that the caller may not read are left out. */
  getReviewMarks(incidentIds: string[]): Promise<ReviewMarkOfIncident[]>;
  /** @param revision - the section's own, 0 as long as nobody has written; 412 carries the section that stands */
  saveReviewSection(
    id: string,
    section: string,
    revision: number,
    text: string,
  ): Promise<Review>;
  /** @param revision - of the root causes; 412 carries those that stand, `{ revision, items }` */
  saveRootCauses(
    id: string,
    revision: number,
    items: RootCause[],
  ): Promise<Review>;
  /** All that a transition still wants; empty when it may go. */
  getMissing(id: string, to: ReviewState): Promise<Missing[]>;
  /** Rejects with 422, whose `problems` name all that is missing. */
  moveReview(
    id: string,
    transition: { to: ReviewState; reason?: string },
  ): Promise<Review>;
  getReviewHistory(id: string): Promise<ReviewChange[]>;

  getFeedback(id: string): Promise<FeedbackSummary>;
  giveFeedback(id: string, feedback: FeedbackInput): Promise<FeedbackSummary>;

  /** @param version - the latest unless said */
  getReport(id: string, version?: number): Promise<Report>;
  /** The report as a file's text. */
  exportReport(
    id: string,
    options: { format: 'markdown' | 'html'; version?: number },
  ): Promise<string>;

  listAnalyses(reviewId: string): Promise<AnalysisRecord[]>;
  createAnalysis(
    reviewId: string,
    analysis: AnalysisRecordInput,
  ): Promise<AnalysisRecord>;
  updateAnalysis(
    id: string,
    revision: number,
    patch: AnalysisRecordPatch,
  ): Promise<AnalysisRecord>;
  deleteAnalysis(id: string, revision: number): Promise<void>;

  listLessons(
    query: Partial<LessonQuery>,
    options?: { signal?: AbortSignal },
  ): Promise<Page<Lesson>>;
  getLessonFacets(): Promise<LessonFacets>;
  getLesson(id: string): Promise<Lesson>;
  createLesson(lesson: LessonInput): Promise<Lesson>;
  updateLesson(
    id: string,
    revision: number,
    patch: LessonPatch,
  ): Promise<Lesson>;
  deleteLesson(id: string, revision: number): Promise<void>;
  /** Rejects with 409 for a lesson of a review, which is published with its report. */
  publishLesson(id: string, revision: number): Promise<Lesson>;
  getLessonHistory(id: string): Promise<LessonChange[]>;
}
