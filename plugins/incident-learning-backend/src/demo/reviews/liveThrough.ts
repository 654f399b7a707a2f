import {
  Report,
  missingForTransition,
} from '@hindsight/backstage-plugin-incident-learning-common';
import type { ReviewEntry } from '../../reviews/ReviewHistory';
import { WholeReview, contextOf, snapshotOf } from '../../reviews/snapshot';
import { scheduled, wholeOf } from './recordsOf';
import type { ToldMove, ToldReview } from './types';

/** A review after its whole life, with what that has left behind. */
export interface Life {
  told: ToldReview;
  whole: WholeReview;
  reports: Report[];
  history: ReviewEntry[];
}

/**
 * Leads a review through its life by the rules that the services ask.
 *
 * @throws Error for a move that the rules would not have let happen
 */
export function liveThrough(told: ToldReview): Life {
  const life: Life = {
    told,
    whole: wholeOf(told, told.content, scheduled(told)),
    reports: [],
    history: [],
  };
  for (const move of told.moves) {
    const reopened = life.whole.review.state === 'published';
    if (reopened && told.amended) {
      const content = { ...told.content, ...told.amended };
      const { review, lessons } = life.whole;
      // An amendment changes what was found; its lessons are published already.
      life.whole = { ...wholeOf(told, content, review), lessons };
    }
    makeMove(life, move);
  }
  return life;
}

function makeMove(life: Life, move: ToldMove): void {
  const { at, by, to, reason } = move;
  const from = life.whole.review;
  const missing = missingForTransition(to, contextOf(life.whole, reason));
  if (missing.length > 0) {
    throw new Error(
      `Demo review ${life.told.key} cannot become ${to}: ${missing
        .map(({ path, message }) => `${path} ${message}`)
        .join('; ')}`,
    );
  }
  if (from.state === 'drafting' && to === 'in-review') {
    noteWriting(life);
  }
  life.whole.review = {
    ...from,
    state: to,
    revision: from.revision + 1,
    updatedAt: at,
    ...(to === 'cancelled' ? { cancelReason: reason } : {}),
    ...(from.state === 'published' ? { amendReason: reason } : {}),
  };
  if (to === 'published') {
    publish(life, move);
  }
  life.history.push({
    reviewId: from.id,
    revision: from.revision + 1,
    at,
    by,
    operation: to === 'published' ? 'published' : 'moved',
    changes: [
      { path: 'state', from: from.state, to },
      ...(reason ? [{ path: 'reason', to: reason }] : []),
    ],
  });
}

function publish(life: Life, { at, by }: ToldMove): void {
  const before = life.reports.at(-1);
  const report = snapshotOf(life.whole, { at, by, before });
  life.reports.push(report);
  life.whole = {
    ...life.whole,
    lessons: report.lessons,
    review: {
      ...life.whole.review,
      amendReason: undefined,
      publishedAt: report.publishedAt,
      publishedVersion: report.version,
    },
  };
}

/** What was written before it was handed in. */
function noteWriting(life: Life): void {
  const { review } = life.whole;
  const written = life.reports.at(-1)?.sections;
  for (const { id, text } of review.sections) {
    const before = written?.find(section => section.id === id)?.text ?? '';
    if (text !== before) {
      life.history.push({
        reviewId: review.id,
        revision: review.revision,
        at: review.updatedAt,
        by: life.told.facilitator,
        operation: 'updated',
        changes: [{ path: `sections.${id}`, from: before, to: text }],
      });
    }
  }
}
