import { setImmediate } from 'timers/promises';
import type {
  DatedFact,
  FactKind,
  Interval,
  MetricFact,
  MetricFacts,
  MetricsFold,
  Period,
  PublicationFact,
} from '@hindsight/backstage-plugin-incident-learning-common';
import type { Knex } from 'knex';
import { isPostgres, whereAny } from '../../database';
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
import { inTurns } from './inTurns';
import { coverOf } from './rollupBuckets';
import { areDatesRolledUp } from './rollupSubjects';
import { isReady, statusOf } from './rollupTables';

/** After so many rows others have their turn. */
const ROWS_AT_ONCE = 50;

/** What the figures of two periods are made of. */
export interface RollupReading {
  /** Adds all of it to the figures, which must be made for sketches; others have their turn in between. */
  addTo(fold: MetricsFold): Promise<void>;
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
   * @param moreThan - how many incidents the rollups must hold to be worth reading
   * @returns undefined where they have to be recounted: the rollups are not ready, have no such buckets, or hold few
   */
  async read(
    selection: MetricsSelection,
    periods: Period[],
    interval: Interval,
    moreThan = -1,
  ): Promise<RollupReading | undefined> {
    const plan = this.planOf(selection, periods, interval);
    if (plan.months.length + plan.days.length === 0) {
      return undefined;
    }
    // One snapshot: what is moved meanwhile is neither missed nor counted twice.
    return this.knex.transaction(
      trx => this.readPlan(trx, selection, plan, moreThan),
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
    moreThan: number,
  ): Promise<RollupReading | undefined> {
    if (!isReady(await statusOf(trx), this.rules.fingerprint)) {
      return undefined;
    }
    const rows = await readRollups(trx, selection.scope, plan);
    const rolledUp = rows.reduce((sum, row) => sum + row.incidents, 0);
    if (rolledUp <= moreThan) {
      return undefined;
    }
    const whole = { ...selection, period: plan.whole };
    const restricted = await restrictedIds(trx);
    const reading = { selection: whole, plan, restricted };
    await setImmediate();
    const incidents = await this.incidentFacts(trx, reading);
    await setImmediate();
    const publications = await this.publicationFacts(trx, reading);
    return {
      async addTo(fold) {
        await inTurns(rows, row => addRow(fold, row), ROWS_AT_ONCE);
        addFacts(fold, 'incident', incidents);
        addFacts(fold, 'publication', publications);
      },
    };
  }

  /** What the rollups leave out: what is at the edges of the periods, and what only some may know. */
  private async incidentFacts(
    trx: Knex,
    { selection, plan, restricted }: Reading,
  ): Promise<MetricFact[]> {
    const counted = () => countedIncidents(trx, selection);
    const rows: IncidentFactRow[] = [];
    for (const period of plan.rest) {
      const edge = countedIncidents(trx, { ...selection, period });
      rows.push(...(await selectIncidentFacts(trx, edge)));
    }
    if (restricted.length > 0) {
      const query = counted();
      whereAny(query, 'incidents.id', restricted);
      rows.push(...(await selectIncidentFacts(trx, query)));
    }
    if (!areDatesRolledUp(this.rules)) {
      const dates = counted()
        .where('incidents.visibility', 'internal')
        .whereNot('incidents.period_precision', 'exact');
      rows.push(...(await selectIncidentFacts(trx, dates)));
    }
    const once = new Map(rows.map(row => [row.id, row]));
    const { severities } = this.rules.reviews;
    return [...once.values()].map(row => incidentFactOf(row, severities));
  }

  private async publicationFacts(
    trx: Knex,
    { selection, plan, restricted }: Reading,
  ): Promise<PublicationFact[]> {
    const found: PublishedReview[] = [];
    for (const period of plan.rest) {
      found.push(...(await publishedReviews(trx, { ...selection, period })));
    }
    if (restricted.length > 0) {
      const query = publishedReviews(trx, selection);
      const linked = trx('review_incidents').select('review_id');
      whereAny(linked, 'incident_id', restricted);
      found.push(...(await query.whereIn('review_reports.review_id', linked)));
    }
    if (found.length === 0) {
      return [];
    }
    const once = new Map(found.map(review => [review.review_id, review]));
    const reviews = [...once.values()];
    return loadReviewFacts(trx, reviews, {
      access: selection.access,
      calendar: this.rules.reviews.calendar,
    });
  }
}

interface Reading {
  /** Of both periods together. */
  selection: MetricsSelection;
  plan: Plan;
  /** Restricted incidents: these are not rolled up. */
  restricted: string[];
}

/** Restricted incidents, whoever may know of them: what is read of them goes by that. */
async function restrictedIds(trx: Knex): Promise<string[]> {
  const rows: { id: string }[] = await trx('incidents')
    .where({ visibility: 'restricted' })
    .select('id');
  return rows.map(({ id }) => id);
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
