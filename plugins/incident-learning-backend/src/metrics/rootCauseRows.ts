import { setImmediate } from 'timers/promises';
import {
  BucketCalendar,
  CAUSE_TYPES,
  CauseType,
  Interval,
  Period,
  RootCauseCount,
  bucketStartsOf,
} from '@hindsight/backstage-plugin-incident-learning-common';
import type { Knex } from 'knex';
import { AccessFilter, whereNotHidden } from '../access';
import { isPostgres } from '../database';
import type { MetricsSelection } from './MetricsStore';
import { whereWithin } from './countedIncidents';
import { filledSpan, overlapOf } from './filledSpan';
import { countedOfReview, touching } from './reviewFacts';

/** The buckets of periods that follow one another; none reaches into two of them. */
export interface Buckets {
  periods: Period[];
  interval: Interval;
  calendar: BucketCalendar;
}

/** better-sqlite3 answers on this thread, so it counts days for some weeks at a time; PostgreSQL counts all at once. */
const SQLITE_BUCKETS = 31;

type CountRow = { bucket: number; reviews: number | string } & Record<
  CauseType,
  number | string
>;

/**
 * Counts the root causes of reviews by the buckets in which these were first published; each review once, however many
 * incidents it has.
 */
export async function countRootCauses(
  knex: Knex,
  selection: Omit<MetricsSelection, 'period'>,
  { periods, interval, calendar }: Buckets,
): Promise<RootCauseCount[]> {
  const filled = await filledSpan(knex, 'review_reports.published_at');
  if (!filled) {
    return [];
  }
  const parts = periods.map(period => overlapOf(period, filled));
  const starts = parts.flatMap(part =>
    bucketStartsOf(part, interval, calendar),
  );
  const end = parts[parts.length - 1].to;
  const size = isPostgres(knex)
    ? starts.length
    : { day: SQLITE_BUCKETS, week: 4, month: 1 }[interval];
  const counts: RootCauseCount[] = [];
  for (let at = 0; at < starts.length; at += size) {
    const some = starts.slice(at, at + size);
    const part = { from: some[0], to: starts[at + size] ?? end };
    const rows = await countBuckets(knex, { ...selection, period: part }, some);
    counts.push(...rows.map(row => countOf(row, some)));
    await setImmediate();
  }
  return counts;
}

function countBuckets(
  knex: Knex,
  { scope, period, access }: MetricsSelection,
  starts: number[],
): Knex.QueryBuilder<object, CountRow[]> {
  const incidents = isPostgres(knex)
    ? countedOverIndexes(knex, access)
    : countedOfReview(knex, 'review_reports.review_id', access).select(
        'review_incidents.incident_id',
      );
  const query = knex('review_reports')
    .where('review_reports.version', 1)
    .whereExists(touching(knex, incidents, scope))
    .leftJoin(
      'published_causes',
      'published_causes.review_id',
      'review_reports.review_id',
    )
    .groupBy('bucket')
    .select(
      bucketOf(knex, starts),
      knex.raw('count(distinct review_reports.review_id) as reviews'),
      ...CAUSE_TYPES.map(type =>
        knex.raw(
          'sum(case when published_causes.type = ? then 1 else 0 end) as ??',
          [type, type],
        ),
      ),
    );
  whereWithin(query, 'review_reports.published_at', period);
  return query as Knex.QueryBuilder<object, CountRow[]>;
}

/** The same as `countedOfReview`, where PostgreSQL looks nothing up that is not in an index. */
function countedOverIndexes(
  knex: Knex,
  access: AccessFilter,
): Knex.QueryBuilder {
  const incidents = knex('review_incidents')
    .select('review_incidents.incident_id')
    .whereRaw('review_incidents.review_id = review_reports.review_id')
    .whereIn('review_incidents.incident_id', knex('incidents').select('id'))
    .whereNotIn(
      'review_incidents.incident_id',
      knex('incidents').where('drill', true).select('id'),
    );
  return whereNotHidden(incidents, 'review_incidents.incident_id', access);
}

/** How many of the starts a publication does not precede. */
function bucketOf(knex: Knex, starts: number[]): Knex.Raw {
  return isPostgres(knex)
    ? knex.raw(
        'width_bucket(review_reports.published_at, ?::bigint[]) as bucket',
        [starts as unknown as Knex.Value],
      )
    : knex.raw(
        '(select count(*) from json_each(?) where value <= review_reports.published_at) as bucket',
        [JSON.stringify(starts)],
      );
}

function countOf(row: CountRow, starts: number[]): RootCauseCount {
  const counts = CAUSE_TYPES.map(type => [type, Number(row[type])]);
  return {
    at: starts[Number(row.bucket) - 1],
    reviews: Number(row.reviews),
    counts: Object.fromEntries(counts),
  };
}
