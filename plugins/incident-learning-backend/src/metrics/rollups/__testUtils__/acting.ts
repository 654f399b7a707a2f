import {
  ACTION_STATUSES,
  Action,
} from '@hindsight/backstage-plugin-incident-learning-common';
import fc from 'fast-check';
import { v7 as uuid } from 'uuid';
import type { Company } from './company';
import { Known, REFS, timeOf } from './writes';

const ZOE = 'user:default/zoe';
const NOW = '2024-06-01T00:00:00.000Z';

/** What becomes of actions, and of who may know of restricted incidents through reviews. */
export type Acting =
  | ({ kind: 'promise' } & Promised)
  | ({ kind: 'change'; action: number } & Promised)
  | { kind: 'drop'; action: number }
  | { kind: 'rate'; action: number; score: number; hours: number }
  | { kind: 'plan'; action: number; lesson: number; ref: string }
  | { kind: 'staff'; review: number; zoe: boolean };

interface Promised {
  status: Action['status'];
  owner?: string;
  hours: number;
  of: 'incident' | 'review' | 'lesson' | 'nothing';
  which: number;
}

const index = fc.nat({ max: 30 });
const hours = fc.integer({ min: 0, max: 2_500 });

const promised = {
  status: fc.constantFrom(...ACTION_STATUSES),
  owner: fc.option(fc.constantFrom(ZOE, ...REFS), { nil: undefined }),
  hours,
  of: fc.constantFrom(
    'incident' as const,
    'review' as const,
    'lesson' as const,
    'nothing' as const,
  ),
  which: index,
};

export const acting: fc.Arbitrary<Acting> = fc.oneof(
  fc.record({ kind: fc.constant('promise' as const), ...promised }),
  fc.record({
    kind: fc.constant('change' as const),
    action: index,
    ...promised,
  }),
  fc.record({ kind: fc.constant('drop' as const), action: index }),
  fc.record({
    kind: fc.constant('rate' as const),
    action: index,
    score: fc.integer({ min: 1, max: 10 }),
    hours,
  }),
  fc.record({
    kind: fc.constant('plan' as const),
    action: index,
    lesson: index,
    ref: fc.constantFrom(...REFS),
  }),
  fc.record({
    kind: fc.constant('staff' as const),
    review: index,
    zoe: fc.boolean(),
  }),
);

/** Does what people would do with what there is; what there is none of is left out. */
export function createActor({ stores }: Company, known: Known) {
  const actions: string[] = [];
  const pick = (list: string[], at: number): string | undefined =>
    list[at % list.length];
  const current = (at: number) =>
    stores.actions.get(pick(actions, at) ?? 'none', { kind: 'all' });
  const contentOf = (told: Promised) => ({
    status: told.status,
    owner: told.owner,
    committedAt: told.status === 'idea' ? undefined : timeOf(told.hours),
    incidentId: undefined,
    reviewId: undefined,
    lessonId: undefined,
    ...(told.of === 'nothing'
      ? {}
      : { [`${told.of}Id`]: pick(known[told.of], told.which) }),
  });
  return async (one: Acting) => {
    if (one.kind === 'promise') {
      const action = { ...actionOf(uuid()), ...contentOf(one) };
      await stores.transaction(tx => tx.actions.insert(action));
      actions.push(action.id);
      return;
    }
    if (one.kind === 'staff') {
      await staff(stores, pick(known.review, one.review), one.zoe);
      return;
    }
    const before = await current(one.action);
    if (!before) {
      return;
    }
    const { id, revision } = before;
    await stores.transaction(async tx => {
      if (one.kind === 'change') {
        const next = { ...before, ...contentOf(one) };
        await tx.actions.update({ ...next, revision: revision + 1 });
      } else if (one.kind === 'drop') {
        await tx.actions.delete(id, revision);
      } else if (one.kind === 'rate') {
        const at = timeOf(one.hours);
        await tx.actions.rate(id, { by: ZOE, at, score: one.score });
      } else {
        const lessonId = pick(known.lesson, one.lesson);
        if (lessonId && (await tx.lessons.get(lessonId, { kind: 'all' }))) {
          await tx.applications.insert(plannedBy(lessonId, one.ref, id));
        }
      }
    });
  };
}

async function staff(
  stores: Company['stores'],
  id: string | undefined,
  zoe: boolean,
) {
  const review = id && (await stores.reviews.get(id, { kind: 'all' }));
  if (review) {
    const { rootCauses, ...record } = review;
    const next = {
      ...record,
      rootCausesRevision: rootCauses.revision,
      revision: review.revision + 1,
      participants: zoe ? [{ entityRef: ZOE, role: 'witness' }] : [],
    };
    await stores.transaction(tx => tx.reviews.update(next));
  }
}

function plannedBy(lessonId: string, entityRef: string, actionId: string) {
  return {
    id: uuid(),
    revision: 1,
    createdAt: NOW,
    updatedAt: NOW,
    createdBy: ZOE,
    lessonId,
    entityRef,
    mark: 'planned' as const,
    by: ZOE,
    at: NOW,
    actionId,
  };
}

function actionOf(id: string): Action {
  return {
    id,
    revision: 1,
    createdAt: NOW,
    updatedAt: NOW,
    createdBy: ZOE,
    title: 'Alert on expiry',
    status: 'open',
    kind: 'corrective',
    priority: 'medium',
    progress: 0,
    dueDateMoves: 0,
  };
}
