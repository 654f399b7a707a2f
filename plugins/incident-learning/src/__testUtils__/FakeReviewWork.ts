import {
  Action,
  ActionInput,
  ActionPatch,
  ActionQuery,
  AnalysisRecord,
  AnalysisRecordInput,
  AnalysisRecordPatch,
  Lesson,
  LessonInput,
  LessonPatch,
  LessonQuery,
  Page,
  actionInputSchema,
  actionPatchSchema,
  actionSchema,
  analysisRecordInputSchema,
  analysisRecordPatchSchema,
  lessonInputSchema,
  lessonPatchSchema,
  lessonSchema,
} from '@hindsight/backstage-plugin-incident-learning-common';
import { FakeTrendApi } from './FakeTrendApi';
import { merge } from './incidentContent';
import { responseError } from './responseError';
import { SAMPLE_USER } from './ReviewMemory';

interface Stored {
  id: string;
  revision: number;
}

/** Analyses, lessons and actions in memory. */
export class FakeReviewWork extends FakeTrendApi {
  protected readonly analyses = new Map<string, AnalysisRecord>();
  protected readonly lessons = new Map<string, Lesson>();
  protected readonly actions = new Map<string, Action>();

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
    await this.failIfAsked();
    const all = [...this.lessons.values()].reverse();
    return { items: all.filter(l => isOf(l.reviewId, query.review)) };
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

  async listActions(query: Partial<ActionQuery>): Promise<Page<Action>> {
    await this.failIfAsked();
    const all = [...this.actions.values()].reverse();
    return { items: all.filter(a => isOf(a.reviewId, query.review)) };
  }

  async getAction(id: string): Promise<Action> {
    return this.at(this.actions, id);
  }

  async createAction(input: ActionInput): Promise<Action> {
    const content = await this.parse(actionInputSchema, input);
    return put(this.actions, {
      ...content,
      ...this.stamp('action', this.actions),
    });
  }

  async updateAction(
    id: string,
    revision: number,
    patch: ActionPatch,
  ): Promise<Action> {
    const content = await this.parse(actionPatchSchema, patch);
    const current = await this.at(this.actions, id, revision);
    const next = { ...merge(current, content), revision: revision + 1 };
    return put(this.actions, actionSchema.parse(next));
  }

  async deleteAction(id: string, revision: number): Promise<void> {
    await this.at(this.actions, id, revision);
    this.actions.delete(id);
  }

  /** What is stored, as long as it is still at the revision. */
  protected async at<T extends Stored>(
    all: Map<string, T>,
    id: string,
    revision?: number,
  ): Promise<T> {
    await this.failIfAsked();
    const current = all.get(id);
    if (!current) {
      throw await responseError(404, 'NotFoundError', `Nothing at ${id}`);
    }
    if (revision !== undefined && current.revision !== revision) {
      throw await this.stale(current);
    }
    return current;
  }

  protected stale(current: object): Promise<Error> {
    return responseError(
      412,
      'PreconditionFailedError',
      'Somebody else was faster',
      { current },
    );
  }

  private stamp(name: string, all: Map<string, Stored>) {
    return {
      id: `${name}-${all.size + 1}`,
      revision: 1,
      createdAt: this.now,
      updatedAt: this.now,
      createdBy: SAMPLE_USER,
    };
  }
}

function put<T extends Stored>(all: Map<string, T>, value: T): T {
  all.set(value.id, value);
  return value;
}

function isOf(reviewId: string | undefined, wanted: string | undefined) {
  return wanted === undefined || reviewId === wanted;
}
