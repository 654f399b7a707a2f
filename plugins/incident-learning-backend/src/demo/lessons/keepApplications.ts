import type { Lesson } from '@hindsight/backstage-plugin-incident-learning-common';
import type { StoredApplication } from '../../lessons/applications/LessonApplicationStore';
import type { Stores } from '../../stores';
import { DAY, toIso } from '../clock';
import type { Random } from '../random';
import { liveThroughAction } from '../reviews/actionLife';
import { demoId } from '../reviews/demoId';
import { ToldMark, tellApplications } from './tellApplications';

/**
 * Keeps what teams have said of a published lesson, as if they had said it in this portal.
 *
 * @param until - epoch ms, after which nothing has happened yet
 */
export async function keepApplications(
  tx: Stores,
  lesson: Lesson,
  options: { random: Random; until: number },
): Promise<void> {
  for (const told of tellApplications(lesson, options)) {
    const actionId = await keepPlan(tx, told, options);
    await keepMark(tx, lesson, { ...told, actionId }, options);
  }
}

async function keepMark(
  tx: Stores,
  { id: lessonId }: Lesson,
  told: ToldMark & { actionId?: string },
  { random, until }: { random: Random; until: number },
): Promise<void> {
  const { entityRef, mark, note, by, at, actionId } = told;
  const application: StoredApplication = {
    id: demoId(`mark/${lessonId}/${entityRef}`, at),
    revision: 1,
    createdAt: toIso(at),
    updatedAt: toIso(at),
    createdBy: by,
    lessonId,
    entityRef,
    mark,
    note,
    by,
    at: toIso(at),
    actionId,
  };
  const later = at + random.fork(entityRef).int(3, 20) * DAY;
  const second = mark === 'applied' && later < until;
  if (second && random.fork(entityRef).chance(0.2)) {
    // Some said first that it is nothing to them, and looked again.
    const first = 'At first sight it is nothing to us.';
    await tx.applications.insert({
      ...application,
      mark: 'not-applicable',
      note: first,
    });
    const time = toIso(later);
    const next = { ...application, updatedAt: time, at: time, revision: 2 };
    await tx.applications.update(next);
  } else {
    await tx.applications.insert(application);
  }
}

async function keepPlan(
  tx: Stores,
  { plan, entityRef }: ToldMark,
  { random, until }: { random: Random; until: number },
): Promise<string | undefined> {
  if (!plan) {
    return undefined;
  }
  const { action, history } = liveThroughAction(plan.action, {
    today: plan.today,
    raters: [],
    until,
    random: random.fork(`plan ${entityRef}`),
  });
  await tx.actions.insert(action);
  for (const change of history) {
    await tx.actions.addHistory(change);
  }
  return action.id;
}
