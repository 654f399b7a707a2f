import {
  DEFAULT_CALENDAR,
  MetricFact,
  MetricPoint,
  Period,
  PublicationFact,
  RootCauseCount,
  SEVERITIES,
} from '@hindsight/backstage-plugin-incident-learning-common';
import type { Knex } from 'knex';
import { TogetherReader, isPostgres } from '../database';
import type {
  ImprovementFacts,
  MetricsSelection,
  MetricsStore,
} from './MetricsStore';
import { countedIncidents } from './countedIncidents';
import { FACT_ORDERS } from './factOrders';
import { PageOrder, firstPage, pageSizeOf, pagesOf } from './factPages';
import { filledSpan, overlapOf } from './filledSpan';
import {
  IncidentFactRow,
  incidentFactOf,
  selectIncidentFacts,
} from './incidentFacts';
import { pointOf, pointRows } from './pointRows';
import { ImprovementPeriods, readImprovements } from './readImprovements';
import type { ReviewRules } from './rollups';
import {
  ReviewFactRow,
  publishedReviews,
  reviewFactOf,
  selectReviewFacts,
} from './reviewFacts';
import { Buckets, countRootCauses } from './rootCauseRows';

const MONTH_MS = 31 * 86_400_000;

export interface DatabaseMetricsStoreOptions {
  knex: Knex;
  pageSize?: number;
  /** All severities, and Monday to Friday, unless said. */
  reviews?: ReviewRules;
}

interface PeriodSource<Row> extends PageOrder<Row> {
  query: (knex: Knex, period: Period) => Knex.QueryBuilder;
}

/** Reads incidents from SQLite or PostgreSQL. */
export class DatabaseMetricsStore implements MetricsStore {
  static create(options: DatabaseMetricsStoreOptions): MetricsStore {
    return new DatabaseMetricsStore(options);
  }

  private readonly knex: Knex;
  private readonly reader: TogetherReader;
  private readonly pageSize: number;
  private readonly reviews: ReviewRules;

  private constructor({
    knex,
    pageSize,
    reviews,
  }: DatabaseMetricsStoreOptions) {
    this.knex = knex;
    this.reader = new TogetherReader(knex);
    this.pageSize = pageSize ?? pageSizeOf(knex);
    this.reviews = reviews ?? {
      severities: [...SEVERITIES],
      calendar: DEFAULT_CALENDAR,
    };
  }

  async *facts(selection: MetricsSelection): AsyncIterable<MetricFact[]> {
    const pages = this.inSnapshot<IncidentFactRow>(selection.period, {
      query: (knex, period) =>
        selectIncidentFacts(
          knex,
          countedIncidents(knex, { ...selection, period }),
        ),
      ...FACT_ORDERS.incident,
    });
    for await (const rows of pages) {
      yield rows.map(row => incidentFactOf(row, this.reviews.severities));
    }
  }

  async *reviewFacts(
    selection: MetricsSelection,
  ): AsyncIterable<PublicationFact[]> {
    const pages = this.inSnapshot<ReviewFactRow>(selection.period, {
      query: (knex, period) =>
        selectReviewFacts(
          knex,
          publishedReviews(knex, { ...selection, period }),
          selection.access,
        ),
      ...FACT_ORDERS.publication,
    });
    for await (const rows of pages) {
      yield rows.map(row => reviewFactOf(row, this.reviews.calendar));
    }
  }

  rootCauses(
    selection: Omit<MetricsSelection, 'period'>,
    buckets: Buckets,
  ): Promise<RootCauseCount[]> {
    return countRootCauses(this.knex, selection, buckets);
  }

  improvements(
    selection: Omit<MetricsSelection, 'period'>,
    periods: ImprovementPeriods,
  ): Promise<ImprovementFacts> {
    const { knex, reader, pageSize } = this;
    return readImprovements({
      knex,
      reader,
      selection,
      periods,
      pageSize,
    });
  }

  async points(
    selection: MetricsSelection,
    limit: number,
  ): Promise<{ items: MetricPoint[]; totalItems: number }> {
    const { rows, total } = await pointRows(this.knex, selection, limit);
    return { items: rows.map(pointOf), totalItems: total };
  }

  /** One snapshot for all pages: what is moved meanwhile is neither missed nor counted twice. */
  private async *inSnapshot<Row>(
    period: Period,
    { query, ...rest }: PeriodSource<Row>,
  ): AsyncIterable<Row[]> {
    const order = { ...rest, pageSize: this.pageSize };
    if (!isPostgres(this.knex)) {
      // A month at a time: however many entities are asked for, what is looked up of them for a page stays short.
      for (const month of await monthsOf(this.knex, order.by[0], period)) {
        yield* pagesOf({ query: query(this.knex, month), ...order });
      }
      return;
    }
    // A page is a snapshot of its own, and mostly there is but one.
    const only: Row[] = await firstPage({
      query: query(this.knex, period),
      ...order,
    });
    if (only.length < this.pageSize) {
      yield only;
      return;
    }
    const snapshot = await this.knex.transaction({
      isolationLevel: 'repeatable read',
      readOnly: true,
    });
    try {
      yield* pagesOf({ query: query(snapshot, period), ...order });
    } finally {
      await snapshot.rollback();
    }
  }
}

/** A period in parts of a month, from the first to the last that holds something. */
async function monthsOf(
  knex: Knex,
  column: string,
  period: Period,
): Promise<Period[]> {
  const filled = await filledSpan(knex, column);
  if (!filled) {
    return [];
  }
  const months: Period[] = [];
  const { from, to } = overlapOf(period, filled);
  for (let at = from; at < to; at += MONTH_MS) {
    months.push({ from: at, to: Math.min(at + MONTH_MS, to) });
  }
  return months;
}
