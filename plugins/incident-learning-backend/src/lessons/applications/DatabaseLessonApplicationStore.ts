import {
  ActionStatus,
  LessonApplication,
  LessonApplicationEntry,
  LessonStanding,
  standingOf,
} from '@hindsight/backstage-plugin-incident-learning-common';
import type { Knex } from 'knex';
import type { AccessFilter } from '../../access';
import { applyActionAccess } from '../../actions/actionFilters';
import { isoOf } from '../../database';
import type {
  LessonApplicationStore,
  StoredApplication,
} from './LessonApplicationStore';

interface ApplicationRow {
  id: string;
  revision: number;
  created_at: number | string;
  updated_at: number | string;
  created_by: string;
  lesson_id: string;
  entity_ref: string;
  mark: LessonStanding;
  note: string | null;
  marked_by: string;
  action_id: string | null;
}

interface ActionColumns {
  action_status: ActionStatus | null;
  /** Absent where the caller may not know of the action. */
  action_content: string | null;
}

/** Keeps marks of lessons in SQLite or PostgreSQL. */
export class DatabaseLessonApplicationStore implements LessonApplicationStore {
  static create(options: { knex: Knex }): LessonApplicationStore {
    return new DatabaseLessonApplicationStore(options.knex);
  }

  private constructor(private readonly knex: Knex) {}

  async ofLesson(
    lessonId: string,
    access: AccessFilter,
  ): Promise<LessonApplication[]> {
    const rows = await this.all(access).where('marks.lesson_id', lessonId);
    return rows.map(fromRow);
  }

  async ofEntity(
    entityRef: string,
    access: AccessFilter,
  ): Promise<LessonApplication[]> {
    const rows = await this.all(access).where('marks.entity_ref', entityRef);
    return rows.map(fromRow);
  }

  async get(
    id: string,
    access: AccessFilter,
  ): Promise<LessonApplication | undefined> {
    const [row] = await this.all(access).where('marks.id', id);
    return row && fromRow(row);
  }

  async insert(application: StoredApplication): Promise<boolean> {
    return this.knex.transaction(async tx => {
      const added = await tx('lesson_applications')
        .insert(toRow(application))
        .onConflict(['lesson_id', 'entity_ref'])
        .ignore()
        .returning('id');
      if (added.length > 0) {
        await note(tx, application);
      }
      return added.length > 0;
    });
  }

  async update(application: StoredApplication): Promise<boolean> {
    const { id, revision } = application;
    return this.knex.transaction(async tx => {
      const changed = await tx('lesson_applications')
        .where({ id, revision: revision - 1 })
        .update(toRow(application));
      if (changed > 0) {
        await note(tx, application);
      }
      return changed > 0;
    });
  }

  async history(id: string): Promise<LessonApplicationEntry[]> {
    const rows = await this.knex('lesson_application_history')
      .where({ application_id: id })
      .orderBy('revision', 'desc');
    return rows.map(({ revision, at, by, mark, note: why, action_id }) => ({
      revision,
      at: isoOf(at),
      by,
      mark,
      note: why ?? undefined,
      actionId: action_id ?? undefined,
    }));
  }

  /** With the status of each action, which says how the mark stands, and what else of it the caller may know. */
  private all(
    access: AccessFilter,
  ): Knex.QueryBuilder<object, (ApplicationRow & ActionColumns)[]> {
    const known = applyActionAccess(this.knex, this.knex('actions'), access)
      .select('actions.id', 'actions.content')
      .as('known');
    return this.knex('lesson_applications as marks')
      .leftJoin('actions', 'actions.id', 'marks.action_id')
      .leftJoin(known, 'known.id', 'marks.action_id')
      .orderBy([
        { column: 'marks.updated_at', order: 'desc' },
        { column: 'marks.id', order: 'desc' },
      ])
      .select(
        'marks.*',
        'actions.status as action_status',
        'known.content as action_content',
      );
  }
}

/** Every mark is history from the start. */
async function note(
  tx: Knex,
  { id, revision, mark, by, at, actionId, note: why }: StoredApplication,
): Promise<void> {
  await tx('lesson_application_history').insert({
    application_id: id,
    revision,
    at: Date.parse(at),
    by,
    mark,
    note: why ?? null,
    action_id: actionId ?? null,
  });
}

function toRow(application: StoredApplication): ApplicationRow {
  return {
    id: application.id,
    revision: application.revision,
    created_at: Date.parse(application.createdAt),
    updated_at: Date.parse(application.updatedAt),
    created_by: application.createdBy,
    lesson_id: application.lessonId,
    entity_ref: application.entityRef,
    mark: application.mark,
    note: application.note ?? null,
    marked_by: application.by,
    action_id: application.actionId ?? null,
  };
}

function fromRow(row: ApplicationRow & ActionColumns): LessonApplication {
  const at = isoOf(row.updated_at);
  return {
    id: row.id,
    revision: row.revision,
    createdAt: isoOf(row.created_at),
    updatedAt: at,
    createdBy: row.created_by,
    lessonId: row.lesson_id,
    entityRef: row.entity_ref,
    mark: row.mark,
    note: row.note ?? undefined,
    by: row.marked_by,
    at,
    standing: standingOf(row.mark, row.action_status ?? undefined),
    actionId: row.action_id ?? undefined,
    action: actionOf(row),
  };
}

function actionOf(
  row: ApplicationRow & ActionColumns,
): LessonApplication['action'] {
  if (!row.action_id || !row.action_status || row.action_content === null) {
    return undefined;
  }
  const { title, owner, dueDate } = JSON.parse(row.action_content);
  return {
    id: row.action_id,
    title,
    status: row.action_status,
    owner,
    dueDate,
  };
}
