import { OPEN_REVIEW_STATES } from '@hindsight/backstage-plugin-incident-learning-common';
import { revise } from '../../reviews/ReviewDrafts';
import type { StoredReview } from '../../reviews/ReviewStore';
import type { Stores } from '../../stores';
import { DAY } from '../clock';
import { keepApplications } from '../lessons/keepApplications';
import { createRandom } from '../random';
import { liveThroughAction } from './actionLife';
import { Life, liveThrough } from './liveThrough';
import { writtenAt } from './recordsOf';
import type { ToldReview } from './types';

/**
 * Keeps a review with its whole life, as if it had been led in this portal. The stores are written to instead of the
 * services, since those know no past; what may be done when is asked of the rules that the services ask.
 *
 * @param until - epoch ms, after which nothing has happened yet
 * @throws Error for a review that the rules would not have let happen; a unique violation where it is there already
 */
export async function keepReview(
  stores: Stores,
  told: ToldReview,
  until: number,
): Promise<void> {
  const life = liveThrough(told);
  await stores.transaction(async tx => {
    const { review } = life.whole;
    const { revision, updatedAt } = review;
    const record = { ...revise(review, {}), updatedAt };
    const { id } = record;
    const open = isOpen(review);
    await tx.reviews.insert({ ...record, revision: revision - 1 });
    const incidentIds = told.incidents.map(incident => incident.id);
    await tx.reviews.setIncidents(id, incidentIds, open);
    await keepContent(tx, life);
    await keepActions(tx, life, until);
    await tx.feedback.replace(id, feedbackOf(told, open));
    for (const report of life.reports) {
      await tx.reports.add(report);
      await tx.lessons.publish(id, report.publishedAt, report.publishedBy);
    }
    const random = createRandom(7).fork(told.key);
    for (const lesson of life.reports.at(-1)?.lessons ?? []) {
      await keepApplications(tx, lesson, { random, until });
    }
    for (const entry of life.history) {
      await tx.history.add(entry);
    }
    // Last: whatever is written in a review renews when it was changed.
    await tx.reviews.update({ ...record, revision });
  });
}

async function keepContent(tx: Stores, { told, whole }: Life): Promise<void> {
  const { review, analyses, lessons } = whole;
  const { id, sections, rootCauses } = review;
  const updatedAt = writtenAt(told);
  for (const section of sections.filter(({ text }) => text)) {
    const { id: sectionId, text, revision } = section;
    const updatedBy = told.facilitator;
    const written = { id: sectionId, text, revision, updatedAt, updatedBy };
    await tx.reviews.saveSection(id, written);
  }
  for (const analysis of analyses) {
    await tx.analyses.insert(analysis);
  }
  if (rootCauses.items.length > 0) {
    await tx.reviews.saveRootCauses(id, { ...rootCauses, updatedAt });
  }
  for (const lesson of lessons) {
    const { publishedAt: _, ...unpublished } = lesson;
    await tx.lessons.insert(unpublished);
  }
}

async function keepActions(
  tx: Stores,
  { told, whole }: Life,
  until: number,
): Promise<void> {
  const content = { ...told.content, ...told.amended };
  const raters = told.participants
    .map(({ entityRef }) => entityRef)
    .filter(ref => ref.startsWith('user:'));
  for (const [index, planned] of whole.actions.entries()) {
    const { action, history, ratings } = liveThroughAction(planned, {
      today: content.actions[index].today,
      raters,
      until,
      random: createRandom(index).fork(told.key),
    });
    await tx.actions.insert(action);
    for (const change of history) {
      await tx.actions.addHistory(change);
    }
    for (const rating of ratings) {
      await tx.actions.rate(action.id, rating);
    }
  }
}

function feedbackOf(
  { feedback, moves, feedbackDueAt }: ToldReview,
  open: boolean,
) {
  const asked = moves.some(({ to }) => to === 'gathering') ? feedback : [];
  return {
    requests: asked.map(({ entityRef, answers }) => ({
      entityRef,
      answered: answers !== undefined,
      notices: 1,
      nextNoticeAt:
        open && !answers ? Date.parse(feedbackDueAt) + DAY : undefined,
    })),
    answers: asked.flatMap(({ entityRef, anonymous, answers }) =>
      answers ? [{ author: anonymous ? undefined : entityRef, answers }] : [],
    ),
  };
}

function isOpen({ state }: StoredReview): boolean {
  return OPEN_REVIEW_STATES.some(open => open === state);
}
