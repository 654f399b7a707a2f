import type { FactKind } from '@hindsight/backstage-plugin-incident-learning-common';
import type { PageOrder } from './factPages';
import type { CommitmentRow, LearnedRow, RatingRow } from './improvementFacts';
import type { IncidentFactRow } from './incidentFacts';
import type { ReviewFactRow } from './reviewFacts';

/** What is read for facts of each kind. */
export interface FactRows extends Record<FactKind, object> {
  incident: IncidentFactRow;
  publication: ReviewFactRow;
  commitment: CommitmentRow;
  rating: RatingRow;
  lesson: LearnedRow;
}

const BY_INCIDENT: PageOrder<Pick<IncidentFactRow, 'period_at' | 'id'>> = {
  by: ['incidents.period_at', 'incidents.id'],
  last: row => [Number(row.period_at), row.id],
};

/** In which order facts of each kind are read page by page: by the time that dates them. */
export const FACT_ORDERS: {
  [Kind in FactKind]: PageOrder<FactRows[Kind]>;
} = {
  incident: BY_INCIDENT,
  publication: {
    by: ['review_reports.published_at', 'review_reports.review_id'],
    last: row => [Number(row.published_at), row.review_id],
  },
  commitment: {
    by: ['actions.committed_at', 'actions.id'],
    last: row => [Number(row.committed_at), row.id],
  },
  rating: {
    by: ['action_ratings.at', 'action_ratings.action_id', 'action_ratings.by'],
    last: row => [Number(row.at), row.action_id, row.by],
  },
  lesson: BY_INCIDENT,
};
