import {
  AnalysisRecord,
  AnalysisRecordInput,
  AnalysisRecordPatch,
  Lesson,
  LessonChange,
  LessonFacets,
  LessonInput,
  LessonPatch,
  LessonQuery,
  Page,
  analysisRecordInputSchema,
  analysisRecordPatchSchema,
  lessonInputSchema,
  lessonPatchSchema,
  lessonQuerySchema,
  lessonSchema,
  markSearch,
} from '@hindsight/backstage-plugin-incident-learning-common';
import { FakeBulletinApi } from './FakeBulletinApi';
import { isOf, put } from './FakeRecords';
import { merge } from './incidentContent';

/** Analyses and lessons in memory. */
export class FakeReviewWork extends FakeBulletinApi {
  protected readonly analyses = new Map<string, AnalysisRecord>();
  protected readonly lessons = new Map<string, Lesson>();

  async listAnalyses(reviewId: string): Promise<AnalysisRecord[]> {
    await this.failIfAsked();
    return [...this.analyses.values()].filter(a => a.reviewId === reviewId);
  }

  async createAnalysis(
    reviewId: string,
    input: AnalysisRecordInput,
  ): Promise<AnalysisRecord> {
    const content = await this.parse(analysisRecordInputSchema, input);
    const created = { ...this.stamp('analysis', this.analyses), reviewId };
    return put(this.analyses, { ...content, ...created });
  }

  async updateAnalysis(
    id: string,
    revision: number,
    patch: AnalysisRecordPatch,
  ): Promise<AnalysisRecord> {
    const content = await this.parse(analysisRecordPatchSchema, patch);
    const current = await this.at(this.analyses, id, revision);
    return put(this.analyses, {
      ...current,
      ...content,
      revision: revision + 1,
    });
  }

  async deleteAnalysis(id: string, revision: number): Promise<void> {
    await this.at(this.analyses, id, revision);
    this.analyses.delete(id);
  }

  async listLessons(query: Partial<LessonQuery>): Promise<Page<Lesson>> {
    const q = await this.parse(lessonQuerySchema, query);
    const items = [...this.lessons.values()]
      .reverse()
      .filter(
        lesson =>
          isOf(lesson.reviewId, q.review) &&
          (q.type?.includes(lesson.type) ?? true) &&
          (q.tag?.some(tag => lesson.tags.includes(tag)) ?? true) &&
          (!q.state || (q.state === 'published') === !!lesson.publishedAt) &&
          (!q.q || markSearch(lesson.statement, q.q).some(p => p.marked)),
      );
    return { items, totalItems: q.total ? items.length : undefined };
  }

  async getLessonFacets(): Promise<LessonFacets> {
    await this.failIfAsked();
    const all = [...this.lessons.values()];
    return {
      category: [...new Set(all.flatMap(({ category }) => category ?? []))],
      tag: [...new Set(all.flatMap(({ tags }) => tags))],
    };
  }

  async getLesson(id: string): Promise<Lesson> {
    return this.at(this.lessons, id);
  }

  async createLesson(input: LessonInput): Promise<Lesson> {
    const content = await this.parse(lessonInputSchema, input);
    return put(this.lessons, {
      ...content,
      ...this.stamp('lesson', this.lessons),
    });
  }

  async updateLesson(
    id: string,
    revision: number,
    patch: LessonPatch,
  ): Promise<Lesson> {
    const content = await this.parse(lessonPatchSchema, patch);
    const current = await this.at(this.lessons, id, revision);
    const next = { ...merge(current, content), revision: revision + 1 };
    return put(this.lessons, lessonSchema.parse(next));
  }

  async deleteLesson(id: string, revision: number): Promise<void> {
    await this.at(this.lessons, id, revision);
    this.lessons.delete(id);
  }

  async publishLesson(id: string, revision: number): Promise<Lesson> {
    const current = await this.at(this.lessons, id, revision);
    const publishedAt = this.now;
    return put(this.lessons, {
      ...current,
      publishedAt,
      revision: revision + 1,
    });
  }

  async getLessonHistory(id: string): Promise<LessonChange[]> {
    const { createdAt, createdBy } = await this.at(this.lessons, id);
    const created = { id, lessonId: id, revision: 1, changes: [] };
    return [{ ...created, at: createdAt, by: createdBy, operation: 'created' }];
  }
}
