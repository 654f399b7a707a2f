import { isDatabaseConflictError } from '@backstage/backend-plugin-api';
import {
  Lesson,
  lessonInputSchema,
} from '@hindsight/backstage-plugin-incident-learning-common';
import { lessonEntry } from '../../lessons/lessonChanges';
import type { Stores } from '../../stores';
import { DAY, HOUR, spanUntil, toIso } from '../clock';
import { TEAMS, userRef } from '../company';
import { createRandom } from '../random';
import { demoId } from '../reviews/demoId';
import { keepApplications } from './keepApplications';
import { OWN_LESSONS, OwnLesson } from './ownLessons';

/**
 * Adds the lessons of the demo company that came out of no review, with what became of them. Whatever is there already
 * stays as it is.
 */
export async function seedLessons(options: {
  stores: Stores;
  now: Date;
}): Promise<void> {
  const until = spanUntil(options.now).end;
  for (const told of OWN_LESSONS) {
    try {
      await options.stores.transaction(tx => keepLesson(tx, told, until));
    } catch (error) {
      if (!isDatabaseConflictError(error)) {
        throw error;
      }
    }
  }
}

async function keepLesson(
  tx: Stores,
  told: OwnLesson,
  until: number,
): Promise<void> {
  const written = until - told.daysAgo * DAY;
  const lesson = writtenLesson(told, written);
  const by = lesson.createdBy;
  await tx.lessons.insert(lesson);
  let current = lesson;
  const change = async (
    changes: Partial<Lesson>,
    operation: 'updated' | 'published',
    at: number,
  ) => {
    const revision = current.revision + 1;
    const next = { ...current, ...changes, revision, updatedAt: toIso(at) };
    await tx.lessons.update(next);
    await tx.lessons.addHistory(lessonEntry(current, next, { by, operation }));
    current = next;
  };
  if (told.before) {
    await change({ statement: told.statement }, 'updated', written + 5 * HOUR);
  }
  if (told.publishedAfter !== undefined) {
    const at = written + told.publishedAfter * DAY + 6 * HOUR;
    await change({ publishedAt: toIso(at) }, 'published', at);
    const random = createRandom(1).fork(told.key);
    await keepApplications(tx, current, { random, until });
  }
}

function writtenLesson(told: OwnLesson, at: number): Lesson {
  const { key, team, author, services, before, detail } = told;
  const { statement, type, priority, category, tags } = told;
  const { users } = TEAMS[team];
  return {
    ...lessonInputSchema.parse({
      statement: before ?? statement,
      detail,
      type,
      priority,
      category,
      tags,
      owner: `group:default/${team}`,
      appliesTo: services.map(name => `component:default/${name}`),
    }),
    id: demoId(`lesson/${key}`, at),
    revision: 1,
    createdAt: toIso(at),
    updatedAt: toIso(at),
    createdBy: userRef(users[author]),
  };
}
