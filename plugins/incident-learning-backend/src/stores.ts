import type { Knex } from 'knex';
import { ActionStore, DatabaseActionStore } from './actions';
import { ActionLinkStore, DatabaseActionLinkStore } from './actions/trackers';
import { AnalysisStore, DatabaseAnalysisStore } from './analyses';
import { DatabaseFeedbackStore, FeedbackStore } from './reviews/feedback';
import { DatabaseLessonStore, LessonStore } from './lessons';
import { DatabaseLessonApplicationStore } from './lessons/applications/DatabaseLessonApplicationStore';
import type { LessonApplicationStore } from './lessons/applications/LessonApplicationStore';
import { DatabaseLessonTravelStore } from './lessons/travel/DatabaseLessonTravelStore';
import type { LessonTravelStore } from './lessons/travel/LessonTravelStore';
import { RollupContext, inStep } from './metrics/rollups';
import { DatabaseReportStore } from './reviews/DatabaseReportStore';
import { DatabaseReviewHistory } from './reviews/DatabaseReviewHistory';
import { DatabaseReviewNeedStore } from './reviews/DatabaseReviewNeedStore';
import { DatabaseReviewStore } from './reviews/DatabaseReviewStore';
import type { ReportStore } from './reviews/ReportStore';
import type { ReviewHistory } from './reviews/ReviewHistory';
import type { ReviewNeedStore } from './reviews/ReviewNeedStore';
import type { ReviewStore } from './reviews/ReviewStore';

/** The stores of a review and all that comes out of it. */
export interface Stores {
  reviews: ReviewStore;
  history: ReviewHistory;
  reports: ReportStore;
  needs: ReviewNeedStore;
  feedback: FeedbackStore;
  analyses: AnalysisStore;
  lessons: LessonStore;
  applications: LessonApplicationStore;
  travel: LessonTravelStore;
  actions: ActionStore;
  links: ActionLinkStore;
  /** Runs writes to any of them that stand or fall together. */
  transaction<T>(run: (stores: Stores) => Promise<T>): Promise<T>;
}

/**
 * The stores in SQLite or PostgreSQL.
 *
 * @param context - the rollups that every transaction keeps in step
 */
export function createStores(knex: Knex, context: RollupContext = {}): Stores {
  return {
    reviews: DatabaseReviewStore.create({ knex, ...context }),
    history: DatabaseReviewHistory.create({ knex }),
    reports: DatabaseReportStore.create({ knex, ...context }),
    needs: DatabaseReviewNeedStore.create({ knex }),
    feedback: DatabaseFeedbackStore.create({ knex }),
    analyses: DatabaseAnalysisStore.create({ knex }),
    lessons: DatabaseLessonStore.create({ knex, ...context }),
    applications: DatabaseLessonApplicationStore.create({ knex }),
    travel: DatabaseLessonTravelStore.create({ knex }),
    actions: DatabaseActionStore.create({ knex }),
    links: DatabaseActionLinkStore.create({ knex }),
    transaction: run =>
      inStep(knex, context, (trx, inner) => {
        inner.ledger?.changesBesides();
        return run(createStores(trx, inner));
      }),
  };
}
