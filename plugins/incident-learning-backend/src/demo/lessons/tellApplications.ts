import {
  Action,
  ActionStatus,
  Lesson,
  LessonMark,
  actionSchema,
  canBeMarked,
} from '@hindsight/backstage-plugin-incident-learning-common';
import { planOf } from '../../lessons/applications/planOf';
import { DAY, toIso } from '../clock';
import { TEAMS, teamRefOf, userRef } from '../company';
import type { Random } from '../random';
import { demoId } from '../reviews/demoId';
import { CATALOG_SERVICES, DemoService } from '../services';
import {
  APPLIED_NOTES,
  NOT_APPLICABLE_NOTES,
  PLANNED_NOTES,
  SUCCESS_CRITERIA,
} from './words';

/** One mark of a lesson at a service, and the action of a plan as it was made. */
export interface ToldMark {
  entityRef: string;
  mark: LessonMark;
  note: string;
  by: string;
  at: number;
  plan?: { action: Action; today?: ActionStatus };
}

type Odds = readonly (readonly [LessonMark | 'open', number])[];

/** Those whom a lesson names have mostly heard of it. */
const NAMED: Odds = [
  ['applied', 45],
  ['planned', 18],
  ['not-applicable', 9],
  ['open', 28],
];
/** It travels to some others by itself. */
const OTHERS: Odds = [
  ['applied', 16],
  ['planned', 10],
  ['not-applicable', 12],
  ['open', 62],
];

/**
 * What teams have said of a published lesson: one mark of each service, or two where it was planned first and then done
 * without an action.
 *
 * @param until - epoch ms, after which nothing has happened yet
 */
export function tellApplications(
  lesson: Lesson,
  { random, until }: { random: Random; until: number },
): ToldMark[] {
  const { publishedAt = lesson.createdAt, appliesTo } = lesson;
  const published = Date.parse(publishedAt);
  return CATALOG_SERVICES.flatMap(service => {
    const entityRef = `component:default/${service.name}`;
    const own = random.fork(`${lesson.statement} ${service.name}`);
    const named = appliesTo.filter(canBeMarked).includes(entityRef);
    const mark = own.weighted(named ? NAMED : OTHERS);
    const at = published + own.int(2, 60) * DAY + own.int(7, 15) * 3_600_000;
    if (mark === 'open' || at >= until) {
      return [];
    }
    return [tellMark(lesson, { service, entityRef, mark, at, random: own })];
  });
}

function tellMark(
  lesson: Lesson,
  options: {
    service: DemoService;
    entityRef: string;
    mark: LessonMark;
    at: number;
    random: Random;
  },
): ToldMark {
  const { service, entityRef, mark, at, random } = options;
  const by = userRef(random.pick(TEAMS[service.owner].users));
  const told = { entityRef, mark, by, at };
  switch (mark) {
    case 'applied':
      return { ...told, note: random.pick(APPLIED_NOTES) };
    case 'not-applicable':
      return { ...told, note: random.pick(NOT_APPLICABLE_NOTES) };
    default: {
      const note = random.pick(PLANNED_NOTES);
      const idea = random.chance(0.2);
      const action = planned(lesson, { entityRef, note, by, at, idea, random });
      const today = random.weighted([
        ['open', 30],
        ['in-progress', 25],
        ['verified', 35],
        ['cancelled', 10],
      ] as const);
      return {
        ...told,
        note,
        plan: { action, today: idea ? undefined : today },
      };
    }
  }
}

function planned(
  lesson: Lesson,
  options: {
    entityRef: string;
    note: string;
    by: string;
    at: number;
    idea: boolean;
    random: Random;
  },
): Action {
  const { entityRef, note, by, at, idea, random } = options;
  const when = toIso(at);
  const due = toIso(at + random.pick([30, 45, 60, 90]) * DAY).slice(0, 10);
  const commitment = {
    owner: by,
    dueDate: due,
    successCriteria: random.pick(SUCCESS_CRITERIA),
  };
  return actionSchema.parse({
    ...planOf(lesson, { entityRef, note }, idea ? {} : commitment),
    id: demoId(`plan/${lesson.id}/${entityRef}`, at),
    revision: 1,
    createdAt: when,
    updatedAt: when,
    createdBy: by,
    ...(idea ? {} : { committedAt: when, owningGroup: teamRefOf(by) }),
  });
}
