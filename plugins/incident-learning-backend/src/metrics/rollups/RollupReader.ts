import {
  DatedFact,
  FactKind,
  Interval,
  MetricFact,
  MetricFacts,
  MetricsFold,
  Period,
  PublicationFact,
  isWithin,
} from '@hindsight/backstage-plugin-incident-learning-common';
import type { Knex } from 'knex';
import { isPostgres } from '../../database';
import type { MetricsSelection } from '../MetricsStore';
import { countedIncidents } from '../countedIncidents';
import {
  IncidentFactRow,
  incidentFactOf,
  selectIncidentFacts,
} from '../incidentFacts';
import {
  PublishedReview,
  loadReviewFacts,
  publishedReviews,
} from '../reviewFacts';
import type { RollupRules } from './RollupLedger';
import { PackedStates, readStates } from './RollupStates';
import { ReadRow, readRollups } from './readRollups';
import { coverOf } from './rollupBuckets';
import { areDatesRolledUp } from './rollupSubjects';
import { isReady, statusOf } from './rollupTables';

/** What the figures of two periods are made of. */
export interface RollupReading {
  /** How many incidents there are in both, about. */
  incidents: number;
  /** Adds all of it to the figures, which must be made for sketches. */
  addTo(fold: MetricsFold): void;
}

interface Plan {
  /** Both periods together. */
  whole: Period;
  months: Period[];
  days: Period[];
  /** What is read from the incidents and reviews themselves. */
  rest: Period[];
}

/** Reads figures from rollups, and what these leave out from the incidents and reviews. */
export class RollupReader {
  constructor(
    private readonly knex: Knex,
    private readonly rules: RollupRules,
  ) {}

  /**
   * Reads the figures of periods that follow one another.
   *
   * @returns undefined where they have to be recounted: the rollups are not ready, or have no such buckets
   */
  async read(
    selection: MetricsSelection,
    periods: Period[],
    interval: Interval,
  ): Promise<RollupReading | undefined> {
    const plan = this.planOf(selection, periods, interval);
    if (plan.months.length + plan.days.length === 0) {
      return undefined;
    }
    // One snapshot: what is moved meanwhile is neither missed nor counted twice.
    return this.knex.transaction(
      trx => this.readPlan(trx, selection, plan),
      isPostgres(this.knex)
        ? { isolationLevel: 'repeatable read', readOnly: true }
        : undefined,
    );
  }

  /** Only the organisation has days; of other scopes they are read from the incidents. */
  private planOf(
    { scope }: MetricsSelection,
    periods: Period[],
    interval: Interval,
  ): Plan {
    const org = scope.kind === 'org';
    const plan: Plan = {
      whole: {
        from: Math.min(...periods.map(({ from }) => from)),
        to: Math.max(...periods.map(({ to }) => to)),
      },
      months: [],
      days: [],
      rest: [],
    };
    for (const period of periods) {
      const { months, days, rest } = coverOf(
        period,
        interval === 'month' ? 'month' : 'day',
        this.rules.calendar,
      );
      plan.months.push(...(months ? [months] : []));
      (org ? plan.days : plan.rest).push(...days);
      plan.rest.push(...rest);
    }
    return plan;
  }

  private async readPlan(
    trx: Knex,
    selection: MetricsSelection,
    plan: Plan,
  ): Promise<RollupReading | undefined> {
    if (!isReady(await statusOf(trx), this.rules.fingerprint)) {
      return undefined;
    }
    const rows = await readRollups(trx, selection.scope, plan);
    const whole = { ...selection, period: plan.whole };
    const incidents = await this.incidentFacts(trx, whole, plan);
    const publications = await this.publicationFacts(trx, whole, plan);
    return {
      incidents:
        rows.reduce((sum, row) => sum + row.incidents, 0) + incidents.length,
      addTo(fold) {
        rows.forEach(row => addRow(fold, row));
        addFacts(fold, 'incident', incidents);
        addFacts(fold, 'publication', publications);
      },
    };
  }

  private async incidentFacts(
    trx: Knex,
    selection: MetricsSelection,
    { rest }: Plan,
  ): Promise<MetricFact[]> {
    const column = 'incidents.period_at';
    const counted = () => countedIncidents(trx, selection);
    const rows: IncidentFactRow[] = [
      ...(rest.length > 0
        ? await selectIncidentFacts(trx, inPeriods(counted(), column, rest))
        : []),
      ...(
        await selectIncidentFacts(
          trx,
          counted().where('incidents.visibility', 'restricted'),
        )
      ).filter(row => !isIn(rest, row.period_at)),
      ...(await this.dates(trx, selection)).filter(
        row => !isIn(rest, row.period_at),
      ),
    ];
    return rows.map(row => incidentFactOf(row, this.rules.reviews.severities));
  }

  /** Incidents known only to the day or less, where these are not rolled up. */
  private async dates(
    trx: Knex,
    selection: MetricsSelection,
  ): Promise<IncidentFactRow[]> {
    return areDatesRolledUp(this.rules)
      ? []
      : selectIncidentFacts(
          trx,
          countedIncidents(trx, selection)
            .where('incidents.visibility', 'internal')
            .whereNot('incidents.period_precision', 'exact'),
        );
  }

  private async publicationFacts(
    trx: Knex,
    selection: MetricsSelection,
    { rest }: Plan,
  ): Promise<PublicationFact[]> {
    const column = 'review_reports.published_at';
    const published = () => publishedReviews(trx, selection);
    const restricted = trx('review_incidents')
      .join('incidents', 'incidents.id', 'review_incidents.incident_id')
      .where('incidents.drill', false)
      .where('incidents.visibility', 'restricted')
      .select('review_incidents.review_id');
    const reviews: PublishedReview[] = [
      ...(rest.length > 0 ? await inPeriods(published(), column, rest) : []),
      ...(
        await published().whereIn('review_reports.review_id', restricted)
      ).filter(row => !isIn(rest, row.published_at)),
    ];
    return reviews.length === 0
      ? []
      : loadReviewFacts(trx, reviews, {
          access: selection.access,
          calendar: this.rules.reviews.calendar,
        });
  }
}

function inPeriods<T extends Knex.QueryBuilder>(
  query: T,
  column: string,
  periods: Period[],
): T {
  query.where(either => {
    for (const { from, to } of periods) {
      either.orWhere(one =>
        one.where(column, '>=', from).where(column, '<', to),
      );
    }
  });
  return query;
}

function isIn(periods: Period[], at: number | string): boolean {
  return periods.some(period => isWithin(Number(at), period));
}

function addFacts<Kind extends FactKind>(
  fold: MetricsFold,
  kind: Kind,
  facts: MetricFacts[Kind][],
): void {
  facts.forEach(fact => fold.addFact(kind, fact));
}

function addRow(fold: MetricsFold, row: ReadRow): void {
  const at = Number(row.start);
  const states: PackedStates = readStates(row.states);
  for (const [fineness, part] of Object.entries(states)) {
    const precision = fineness as DatedFact['precision'];
    fold.addRollup({ at, precision, ...part });
  }
}
