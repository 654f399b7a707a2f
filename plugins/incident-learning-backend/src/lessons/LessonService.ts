import type { BackstageCredentials } from '@backstage/backend-plugin-api';
import { ConflictError, InputError, NotFoundError } from '@backstage/errors';
import type { BasicPermission } from '@backstage/plugin-permission-common';
import {
  Lesson,
  LessonChange,
  LessonFacets,
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
import type { ScopeResolver } from '../catalog';
import { requireRevision } from '../http';
import { creationOf } from '../incidents/changes';
import { Call, ReviewGate } from '../reviews/ReviewGate';
import { writingTo } from '../reviews/writingTo';
import type { Stores } from '../stores';
import { lessonChanges, lessonEntry } from './lessonChanges';

/** What a lesson says; the rest is about whom it concerns, and lives on after publication. */
const STATED = ['statement', 'detail', 'type'] as const;

export interface LessonServiceOptions {
  stores: Stores;
  gate: ReviewGate;
  scopes: ScopeResolver;
  nameOf: (credentials: BackstageCredentials) => string;
}

/** The rules of lessons. */
export class LessonService {
  static create(options: LessonServiceOptions): LessonService {
    return new LessonService(options);
  }

  private constructor(private readonly options: LessonServiceOptions) {}

  /** @throws InputError when it is to be sorted by how well it meets a search that there is none of */
  async list(
    { sort, limit, cursor, total, ...filter }: LessonQuery,
    call: Call,
  ): Promise<Page<Lesson>> {
    const { gate, scopes, stores } = this.options;
    if (sort === 'relevance' && !filter.q) {
      throw new InputError(
        'Query parameter sort is relevance, but there is no q: say what to search for, or sort by recency',
      );
    }
    const access = await gate.enter(lessonReadPermission, call);
    const scope = await scopes.resolve(filter.scope ?? 'org', call.credentials);
    return stores.lessons.list(
      { filter, scope, access },
      {
        sort: sort ?? (filter.q ? 'relevance' : 'recency'),
        limit,
        cursor,
        total,
      },
    );
  }

  /** Which categories and tags the lessons have that the caller may know of. */
  async facets(call: Call): Promise<LessonFacets> {
    const access = await this.options.gate.enter(lessonReadPermission, call);
    return this.options.stores.lessons.facets(access);
  }

  async get(id: string, call: Call): Promise<Lesson> {
    return this.find(id, lessonReadPermission, call);
  }

  async history(id: string, call: Call): Promise<LessonChange[]> {
    const lesson = await this.get(id, call);
    const changes = await this.options.stores.lessons.history(id);
    return [...changes, { ...creationOf(lesson), lessonId: lesson.id }];
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
    if (lessonChanges(current, next).length === 0) {
      return current;
    }
    const restated = STATED.some(field => current[field] !== next[field]);
    return this.write(current, next, { operation: 'updated', restated }, call);
  }

  /**
   * Publishes a lesson of no review; one that is published stays as it is.
   *
   * @throws ConflictError for one of a review, which its report publishes
   * @throws PreconditionFailedError with the lesson that stands when somebody else was faster
   */
  async publish(id: string, revision: number, call: Call): Promise<Lesson> {
    const current = await this.find(id, lessonUpdatePermission, call);
    requireRevision('this lesson', current, revision);
    if (current.publishedAt) {
      return current;
    }
    if (current.reviewId) {
      throw new ConflictError(
        'This lesson belongs to a review and is published with its report: publish the review',
      );
    }
    const published = { ...current, publishedAt: new Date().toISOString() };
    return this.write(current, published, { operation: 'published' }, call);
  }

  /** @throws ConflictError when a report carries it */
  async delete(id: string, revision: number, call: Call): Promise<void> {
    const current = await this.find(id, lessonDeletePermission, call);
    requireRevision('this lesson', current, revision);
    if (current.publishedAt) {
      throw new ConflictError(
        current.reviewId
          ? 'This lesson is part of a published report and stays: amend its review to correct it'
          : 'This lesson is published and stays, since others may count on it: change it instead',
      );
    }
    const access = await this.options.gate.enter(lessonDeletePermission, call);
    await writingTo(this.options, current.reviewId, access, tx =>
      tx.lessons.delete(id, revision),
    );
  }

  /** Writes the next revision together with its line of history. */
  private async write(
    current: Lesson,
    changed: Lesson,
    entry: { operation: LessonChange['operation']; restated?: boolean },
    call: Call,
  ): Promise<Lesson> {
    const { gate, nameOf } = this.options;
    const { id, revision } = current;
    const updatedAt = new Date().toISOString();
    const next = { ...changed, revision: revision + 1, updatedAt };
    const by = nameOf(call.credentials);
    const access = await gate.enter(lessonUpdatePermission, call);
    const reviewId = entry.restated ? current.reviewId : undefined;
    const done = await writingTo(this.options, reviewId, access, async tx => {
      const written = await tx.lessons.update(next);
      if (written) {
        const { operation } = entry;
        await tx.lessons.addHistory(
          lessonEntry(current, next, { by, operation }),
        );
      }
      return written;
    });
    if (!done) {
      const standing = await this.find(id, lessonUpdatePermission, call);
      requireRevision('this lesson', standing, revision);
    }
    return next;
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
