import type { BackstageCredentials } from '@backstage/backend-plugin-api';
import { ConflictError, NotFoundError } from '@backstage/errors';
import type { BasicPermission } from '@backstage/plugin-permission-common';
import {
  Lesson,
  LessonInput,
  LessonPatch,
  LessonQuery,
  Page,
  lessonCreatePermission,
  lessonDeletePermission,
  lessonInputSchema,
  lessonReadPermission,
  lessonUpdatePermission,
} from '@hindsight/backstage-plugin-incident-learning-common';
import { v7 as uuid } from 'uuid';
import { requireRevision } from '../http';
import { canonicalJson } from '../incidents/changes';
import { Call, ReviewGate } from '../reviews/ReviewGate';
import { writingTo } from '../reviews/writingTo';
import type { Stores } from '../stores';

/** What a lesson says; the rest is about whom it concerns, and lives on after publication. */
const STATED = ['statement', 'detail', 'type'] as const;

export interface LessonServiceOptions {
  stores: Stores;
  gate: ReviewGate;
  nameOf: (credentials: BackstageCredentials) => string;
}

/** The rules of lessons. */
export class LessonService {
  static create(options: LessonServiceOptions): LessonService {
    return new LessonService(options);
  }

  private constructor(private readonly options: LessonServiceOptions) {}

  async list(query: LessonQuery, call: Call): Promise<Page<Lesson>> {
    const access = await this.options.gate.enter(lessonReadPermission, call);
    return this.options.stores.lessons.list(query, access);
  }

  async get(id: string, call: Call): Promise<Lesson> {
    return this.find(id, lessonReadPermission, call);
  }

  /** @throws UnprocessableError when the review does not exist; ConflictError when it is written no more */
  async create(input: LessonInput, call: Call): Promise<Lesson> {
    const { gate, nameOf } = this.options;
    const access = await gate.enter(lessonCreatePermission, call);
    const now = new Date().toISOString();
    const lesson: Lesson = {
      ...lessonInputSchema.parse(input),
      id: uuid(),
      revision: 1,
      createdAt: now,
      updatedAt: now,
      createdBy: nameOf(call.credentials),
    };
    await writingTo(this.options, lesson.reviewId, access, tx =>
      tx.lessons.insert(lesson),
    );
    return lesson;
  }

  /**
   * Changes the fields of a patch; `null` clears. What a published lesson states is changed by amending its review.
   *
   * @throws PreconditionFailedError with the lesson that stands when somebody else was faster
   */
  async update(
    id: string,
    revision: number,
    patch: LessonPatch,
    call: Call,
  ): Promise<Lesson> {
    const current = await this.find(id, lessonUpdatePermission, call);
    requireRevision('this lesson', current, revision);
    const next = patched(current, patch);
    const restated = STATED.some(field => current[field] !== next[field]);
    if (canonicalJson(next) === canonicalJson(current)) {
      return current;
    }
    const stored = {
      ...next,
      revision: revision + 1,
      updatedAt: new Date().toISOString(),
    };
    const access = await this.options.gate.enter(lessonUpdatePermission, call);
    const reviewId = restated ? current.reviewId : undefined;
    const done = await writingTo(this.options, reviewId, access, tx =>
      tx.lessons.update(stored),
    );
    if (!done) {
      const now = await this.find(id, lessonUpdatePermission, call);
      requireRevision('this lesson', now, revision);
    }
    return stored;
  }

  /** @throws ConflictError when a report carries it */
  async delete(id: string, revision: number, call: Call): Promise<void> {
    const current = await this.find(id, lessonDeletePermission, call);
    requireRevision('this lesson', current, revision);
    if (current.publishedAt) {
      throw new ConflictError(
        'This lesson is part of a published report and stays: amend its review to correct it',
      );
    }
    const access = await this.options.gate.enter(lessonDeletePermission, call);
    await writingTo(this.options, current.reviewId, access, tx =>
      tx.lessons.delete(id, revision),
    );
  }

  private async find(
    id: string,
    permission: BasicPermission,
    call: Call,
  ): Promise<Lesson> {
    const { stores, gate } = this.options;
    const access = await gate.enter(permission, call);
    const lesson = await stores.lessons.get(id, access);
    if (!lesson) {
      throw new NotFoundError(`There is no lesson ${id}`);
    }
    return lesson;
  }
}

function patched(current: Lesson, patch: LessonPatch): Lesson {
  const changes = Object.entries(patch)
    .filter(([, value]) => value !== undefined)
    .map(([field, value]) => [field, value ?? undefined]);
  return { ...current, ...Object.fromEntries(changes) };
}
