import type { BackstageCredentials } from '@backstage/backend-plugin-api';
import { NotFoundError } from '@backstage/errors';
import {
  Action,
  Lesson,
  LessonApplication,
  LessonApplicationChange,
  LessonApplicationEntry,
  LessonApplicationInput,
  lessonApplicationChangeSchema,
  lessonApplicationInputSchema,
  lessonApplyPermission,
} from '@hindsight/backstage-plugin-incident-learning-common';
import { v7 as uuid } from 'uuid';
import type { AccessFilter } from '../../access';
import type { ActionService } from '../../actions';
import {
  PreconditionFailedError,
  UnprocessableError,
  requireRevision,
} from '../../http';
import type { Call, ReviewGate } from '../../reviews/ReviewGate';
import type { Stores } from '../../stores';
import type { LessonService } from '../LessonService';
import type { StoredApplication } from './LessonApplicationStore';
import type { LessonMarkers } from './LessonMarkers';
import { planOf } from './planOf';

export interface LessonApplicationServiceOptions {
  stores: Stores;
  gate: ReviewGate;
  lessons: LessonService;
  actions: ActionService;
  markers: LessonMarkers;
  nameOf: (credentials: BackstageCredentials) => string;
}

/** Somebody else marked the lesson in the same moment. */
class LostRace extends Error {}

/** The rules of what teams say of lessons and their entities. */
export class LessonApplicationService {
  static create(
    options: LessonApplicationServiceOptions,
  ): LessonApplicationService {
    return new LessonApplicationService(options);
  }

  private constructor(
    private readonly options: LessonApplicationServiceOptions,
  ) {}

  /** @throws NotFoundError also for a lesson that the caller may not know of */
  async list(lessonId: string, call: Call): Promise<LessonApplication[]> {
    const { stores, lessons, gate } = this.options;
    await lessons.get(lessonId, call);
    return stores.applications.ofLesson(lessonId, await gate.readable(call));
  }

  async history(
    lessonId: string,
    id: string,
    call: Call,
  ): Promise<LessonApplicationEntry[]> {
    const { stores, lessons, gate } = this.options;
    await lessons.get(lessonId, call);
    await this.find(lessonId, id, await gate.readable(call));
    return stores.applications.history(id);
  }

  /**
   * Marks a lesson for an entity that has no mark yet; the same mark again changes nothing.
   *
   * @throws PreconditionFailedError with the mark that stands when there is another one
   * @throws UnprocessableError, NotAllowedError for an entity that the caller cannot mark for
   * @throws ConflictError for a lesson that is not published
   */
  async create(
    lessonId: string,
    input: LessonApplicationInput,
    call: Call,
  ): Promise<LessonApplication> {
    const { entityRef, ...change } = lessonApplicationInputSchema.parse(input);
    const { lesson, access } = await this.enter(lessonId, entityRef, call);
    const now = new Date().toISOString();
    const by = this.options.nameOf(call.credentials);
    const application: StoredApplication = {
      id: uuid(),
      revision: 1,
      createdAt: now,
      updatedAt: now,
      createdBy: by,
      lessonId,
      entityRef,
      mark: change.mark,
      note: change.note,
      by,
      at: now,
    };
    const standing = await this.at(lessonId, entityRef, access);
    if (standing) {
      return unlessOther(standing, application);
    }
    const done = await this.write(application, lesson, change, call, 'insert');
    const stands = await this.at(lessonId, entityRef, access);
    if (!stands) {
      throw new NotFoundError(`There is no lesson ${lessonId}`);
    }
    return done ? stands : unlessOther(stands, application);
  }

  /**
   * Changes a mark; `open` takes it back. The marks before stay in the history.
   *
   * @throws PreconditionFailedError with the mark that stands when somebody else was faster
   */
  async update(
    lessonId: string,
    id: string,
    revision: number,
    input: LessonApplicationChange,
    call: Call,
  ): Promise<LessonApplication> {
    const { gate, lessons, nameOf } = this.options;
    await lessons.get(lessonId, call);
    const change = lessonApplicationChangeSchema.parse(input);
    const readable = await gate.readable(call);
    const current = await this.find(lessonId, id, readable);
    const { entityRef } = current;
    const { lesson, access } = await this.enter(lessonId, entityRef, call);
    requireRevision('this mark', current, revision);
    const kept = change.mark === 'planned' && current.standing === 'planned';
    if (kept && change.plan) {
      throw new UnprocessableError([
        {
          path: 'plan',
          message:
            'has become an action already: change that one, and leave this out',
        },
      ]);
    }
    const { standing: _standing, action: _action, ...stored } = current;
    const at = new Date().toISOString();
    const next: StoredApplication = {
      ...stored,
      revision: revision + 1,
      updatedAt: at,
      mark: change.mark,
      note: change.note,
      by: nameOf(call.credentials),
      at,
      // A plan that is only reworded keeps its action.
      actionId: kept ? current.actionId : undefined,
    };
    if (!(await this.write(next, lesson, change, call, 'update'))) {
      const stands = await this.find(lessonId, id, access);
      requireRevision('this mark', stands, revision);
    }
    return this.find(lessonId, id, access);
  }

  /** Writes a mark, and the action of a plan with it: both or neither. */
  private async write(
    application: StoredApplication,
    lesson: Lesson,
    change: Pick<LessonApplicationChange, 'plan'>,
    call: Call,
    how: 'insert' | 'update',
  ): Promise<boolean> {
    const { stores, actions } = this.options;
    if (application.mark !== 'planned' || application.actionId) {
      return stores.transaction(tx => tx.applications[how](application));
    }
    const input = planOf(lesson, application, change.plan);
    const also = async (tx: Stores, { id }: Action) => {
      if (!(await tx.applications[how]({ ...application, actionId: id }))) {
        throw new LostRace();
      }
    };
    try {
      await actions.create(input, call, also);
      return true;
    } catch (error) {
      if (error instanceof LostRace) {
        return false;
      }
      throw ofPlan(error);
    }
  }

  private async enter(
    lessonId: string,
    entityRef: string,
    call: Call,
  ): Promise<{ lesson: Lesson; access: AccessFilter }> {
    const { gate, lessons, markers } = this.options;
    const access = await gate.enter(lessonApplyPermission, call);
    const lesson = await lessons.get(lessonId, call);
    markers.requireMarkable(lesson);
    await markers.requireEntity(entityRef, call);
    return { lesson, access };
  }

  private async at(
    lessonId: string,
    entityRef: string,
    access: AccessFilter,
  ): Promise<LessonApplication | undefined> {
    const { applications } = this.options.stores;
    const marks = await applications.ofLesson(lessonId, access);
    return marks.find(mark => mark.entityRef === entityRef);
  }

  private async find(
    lessonId: string,
    id: string,
    access: AccessFilter,
  ): Promise<LessonApplication> {
    const found = await this.options.stores.applications.get(id, access);
    if (found?.lessonId !== lessonId) {
      throw new NotFoundError(`There is no mark ${id} of this lesson`);
    }
    return found;
  }
}

/** What is wrong with the action is wrong with the plan of the mark. */
function ofPlan(error: unknown): unknown {
  return error instanceof UnprocessableError
    ? new UnprocessableError(
        error.problems.map(({ path, message }) => ({
          path: `plan.${path}`,
          message,
        })),
      )
    : error;
}

function unlessOther(
  standing: LessonApplication,
  { mark, note }: StoredApplication,
): LessonApplication {
  if (standing.mark === mark && standing.note === note) {
    return standing;
  }
  throw new PreconditionFailedError(
    `This lesson is marked ${standing.mark} for ${standing.entityRef} already, by ${standing.by}: look at that mark and change it`,
    standing,
  );
}
