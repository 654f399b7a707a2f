import {
  FactKind,
  MetricFacts,
  Severity,
  WorkCalendar,
} from '@hindsight/backstage-plugin-incident-learning-common';
import type { Knex } from 'knex';
import { AccessFilter, applyAccess } from '../access';
import { whereAny } from '../database';
import type { MetricsSelection } from './MetricsStore';
import type { PageOrder } from './factPages';
import {
  CommitmentRow,
  LearnedRow,
  RatingRow,
  commitmentFactOf,
  committedActions,
  givenRatings,
  learnedIncidents,
  lessonFactOf,
  ratingFactOf,
} from './improvementFacts';
import {
  ReviewFactRow,
  publishedReviews,
  reviewFactOf,
  selectReviewFacts,
} from './reviewFacts';

/** What reviews brought about, as against the incidents themselves. */
export type LearnedKind = Exclude<FactKind, 'incident'>;

/** An incident behind something, by the key of that. */
export interface IncidentBehind {
  key: string;
  id: string;
  severity: Severity;
  category: string | null;
}

/** What an action says of itself. */
interface OwnDimensions {
  owning_group: string | null;
  own_category: string | null;
}

/** How facts of one kind are read with what they are broken down by. */
export interface LearnedSource<Row, Fact> extends PageOrder<Row> {
  query: Knex.QueryBuilder;
  factOf: (row: Row) => Fact;
  /** By what `incidentsBehind` finds the incidents of a row. */
  keyOf: (row: Row) => string;
  incidentsBehind: (keys: string[]) => Promise<IncidentBehind[]>;
  /** Absent where the incidents tell it. */
  ownOf?: (row: Row) => OwnDimensions;
}

/** The rows of each kind; as `DatabaseMetricsStore` reads them, with more columns. */
interface LearnedRows {
  publication: ReviewFactRow;
  commitment: CommitmentRow & OwnDimensions;
  rating: RatingRow & OwnDimensions;
  lesson: LearnedRow;
}

export function learnedSources(
  knex: Knex,
  selection: MetricsSelection,
  calendar: WorkCalendar,
): {
  [Kind in LearnedKind]: LearnedSource<LearnedRows[Kind], MetricFacts[Kind]>;
} {
  const { access } = selection;
  const behindActions = (ids: string[]) =>
    incidentsOfActions(knex, ids, access);
  return {
    publication: {
      query: selectReviewFacts(knex, publishedReviews(knex, selection), access),
      by: ['review_reports.published_at', 'review_reports.review_id'],
      last: row => [Number(row.published_at), row.review_id],
      factOf: row => reviewFactOf(row, calendar),
      keyOf: row => row.review_id,
      incidentsBehind: ids => incidentsOfReviews(knex, ids, access),
    },
    commitment: {
      query: withOwnDimensions(committedActions(knex, selection)),
      by: ['actions.committed_at', 'actions.id'],
      last: row => [Number(row.committed_at), row.id],
      factOf: commitmentFactOf,
      keyOf: row => row.id,
      incidentsBehind: behindActions,
      ownOf: row => row,
    },
    rating: {
      query: withOwnDimensions(givenRatings(knex, selection)),
      by: [
        'action_ratings.at',
        'action_ratings.action_id',
        'action_ratings.by',
      ],
      last: row => [Number(row.at), row.action_id, row.by],
      factOf: ratingFactOf,
      keyOf: row => row.action_id,
      incidentsBehind: behindActions,
      ownOf: row => row,
    },
    lesson: {
      query: learnedIncidents(knex, selection),
      by: ['incidents.period_at', 'incidents.id'],
      last: row => [Number(row.period_at), row.id],
      factOf: lessonFactOf,
      keyOf: row => row.id,
      incidentsBehind: ids =>
        behind(knex, 'incidents.id', knex('incidents'), ids, access),
    },
  };
}

function withOwnDimensions(query: Knex.QueryBuilder): Knex.QueryBuilder {
  return query.select(
    'actions.owning_group',
    'actions.category as own_category',
  );
}

function incidentsOfReviews(
  knex: Knex,
  ids: string[],
  access: AccessFilter,
): Promise<IncidentBehind[]> {
  const query = knex('review_incidents').join(
    'incidents',
    'incidents.id',
    'review_incidents.incident_id',
  );
  return behind(knex, 'review_incidents.review_id', query, ids, access);
}

/** Their own, and those of their reviews. */
async function incidentsOfActions(
  knex: Knex,
  ids: string[],
  access: AccessFilter,
): Promise<IncidentBehind[]> {
  const own = knex('actions').join(
    'incidents',
    'incidents.id',
    'actions.incident_id',
  );
  const reviewed = knex('actions')
    .join('review_incidents', 'review_incidents.review_id', 'actions.review_id')
    .join('incidents', 'incidents.id', 'review_incidents.incident_id');
  return [
    ...(await behind(knex, 'actions.id', own, ids, access)),
    ...(await behind(knex, 'actions.id', reviewed, ids, access)),
  ];
}

/** The incidents of a join that count: no drills, and as far as they may be read. */
async function behind(
  knex: Knex,
  key: string,
  query: Knex.QueryBuilder,
  keys: string[],
  access: AccessFilter,
): Promise<IncidentBehind[]> {
  whereAny(query, key, keys);
  return applyAccess(query.where('incidents.drill', false), access).select(
    knex.ref(key).as('key'),
    'incidents.id',
    'incidents.severity',
    'incidents.category',
  );
}
