import {
  AnalysisRecord,
  AnalysisRecordInput,
  AnalysisRecordPatch,
  analysisEndpoints,
} from '../analyses';
import {
  Lesson,
  LessonChange,
  LessonFacets,
  LessonInput,
  LessonPatch,
  LessonQuery,
  lessonEndpoints,
} from '../lessons';
import {
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
  reviewEndpoints,
} from '../reviews';
import { BulletinCalls } from './BulletinCalls';
import type { Page } from './Page';
import type { ReviewApi } from './ReviewApi';

/** The calls of `ReviewApi` over HTTP. */
export class ReviewCalls extends BulletinCalls implements ReviewApi {
  listReviews(
    query: Partial<ReviewQuery>,
    options?: { signal?: AbortSignal },
  ): Promise<Page<ReviewSummary>> {
    return this.call(reviewEndpoints.list, { query, ...options });
  }

  getReview(id: string): Promise<Review> {
    return this.call(reviewEndpoints.get, { path: { id } });
  }

  createReview(review: ReviewInput): Promise<Review> {
    return this.call(reviewEndpoints.create, { body: review });
  }

  updateReview(
    id: string,
    revision: number,
    patch: ReviewPatch,
  ): Promise<Review> {
    return this.call(reviewEndpoints.update, {
      path: { id },
      revision,
      body: patch,
    });
  }

  async listReviewTemplates(): Promise<ReviewTemplate[]> {
    return (await this.call(reviewEndpoints.templates)).items;
  }

  async getReviewMarks(incidentIds: string[]): Promise<ReviewMarkOfIncident[]> {
    const query = { incident: incidentIds };
    return (await this.call(reviewEndpoints.marks, { query })).items;
  }

  saveReviewSection(
    id: string,
    section: string,
    revision: number,
    text: string,
  ): Promise<Review> {
    return this.call(reviewEndpoints.saveSection, {
      path: { id, section },
      revision,
      body: { text },
    });
  }

  saveRootCauses(
    id: string,
    revision: number,
    items: RootCause[],
  ): Promise<Review> {
    return this.call(reviewEndpoints.saveRootCauses, {
      path: { id },
      revision,
      body: { items },
    });
  }

  async getMissing(id: string, to: ReviewState): Promise<Missing[]> {
    const call = { path: { id }, query: { to } };
    return (await this.call(reviewEndpoints.missing, call)).items;
  }

  moveReview(
    id: string,
    transition: { to: ReviewState; reason?: string },
  ): Promise<Review> {
    return this.call(reviewEndpoints.transition, {
      path: { id },
      body: transition,
    });
  }

  async getReviewHistory(id: string): Promise<ReviewChange[]> {
    return (await this.call(reviewEndpoints.history, { path: { id } })).items;
  }

  getFeedback(id: string): Promise<FeedbackSummary> {
    return this.call(reviewEndpoints.feedback, { path: { id } });
  }

  giveFeedback(id: string, feedback: FeedbackInput): Promise<FeedbackSummary> {
    return this.call(reviewEndpoints.giveFeedback, {
      path: { id },
      body: feedback,
    });
  }

  getReport(id: string, version?: number): Promise<Report> {
    return this.call(reviewEndpoints.report, {
      path: { id },
      query: { format: 'json', version },
    });
  }

  exportReport(
    id: string,
    options: { format: 'markdown' | 'html'; version?: number },
  ): Promise<string> {
    return this.callForText(reviewEndpoints.report, {
      path: { id },
      query: options,
    });
  }

  async listAnalyses(reviewId: string): Promise<AnalysisRecord[]> {
    const path = { id: reviewId };
    return (await this.call(analysisEndpoints.list, { path })).items;
  }

  createAnalysis(
    reviewId: string,
    analysis: AnalysisRecordInput,
  ): Promise<AnalysisRecord> {
    return this.call(analysisEndpoints.create, {
      path: { id: reviewId },
      body: analysis,
    });
  }

  updateAnalysis(
    id: string,
    revision: number,
    patch: AnalysisRecordPatch,
  ): Promise<AnalysisRecord> {
    return this.call(analysisEndpoints.update, {
      path: { id },
      revision,
      body: patch,
    });
  }

  async deleteAnalysis(id: string, revision: number): Promise<void> {
    await this.call(analysisEndpoints.delete, { path: { id }, revision });
  }

  listLessons(
    query: Partial<LessonQuery>,
    options?: { signal?: AbortSignal },
  ): Promise<Page<Lesson>> {
    return this.call(lessonEndpoints.list, { query, ...options });
  }

  getLessonFacets(): Promise<LessonFacets> {
    return this.call(lessonEndpoints.facets);
  }

  getLesson(id: string): Promise<Lesson> {
    return this.call(lessonEndpoints.get, { path: { id } });
  }

  createLesson(lesson: LessonInput): Promise<Lesson> {
    return this.call(lessonEndpoints.create, { body: lesson });
  }

  updateLesson(
    id: string,
    revision: number,
    patch: LessonPatch,
  ): Promise<Lesson> {
    return this.call(lessonEndpoints.update, {
      path: { id },
      revision,
      body: patch,
    });
  }

  async deleteLesson(id: string, revision: number): Promise<void> {
    await this.call(lessonEndpoints.delete, { path: { id }, revision });
  }

  publishLesson(id: string, revision: number): Promise<Lesson> {
    return this.call(lessonEndpoints.publish, { path: { id }, revision });
  }

  async getLessonHistory(id: string): Promise<LessonChange[]> {
    return (await this.call(lessonEndpoints.history, { path: { id } })).items;
  }
}
