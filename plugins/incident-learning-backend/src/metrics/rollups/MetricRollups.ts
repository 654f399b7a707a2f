import { createHash } from 'crypto';
import type { LoggerService } from '@backstage/backend-plugin-api';
import type {
  AnyMetricKpi,
  BucketCalendar,
  FactKind,
  Period,
  RollupStatus,
} from '@hindsight/backstage-plugin-incident-learning-common';
import type { Knex } from 'knex';
import { isoOf } from '../../database';
import type { ResolvedScope } from '../../catalog';
import { FiguresVersion, FiguresVersions } from './FiguresVersions';
import { RollupBuilder } from './RollupBuilder';
import { RollupChecker, RollupDifference } from './RollupChecker';
import { RollupLedger, RollupRules } from './RollupLedger';
import { RollupQuestion, RollupReader, RollupReading } from './RollupReader';
import type { ReviewRules } from './rollupSubjects';
import { statusOf } from './rollupTables';

/** Facts of other kinds are few, and read each time. */
const ROLLED_UP: FactKind[] = ['incident', 'lesson', 'publication'];

/** To be raised with what a row holds: rollups of an earlier version are built anew. */
const VERSION = 2;

export interface MetricRollupsOptions {
  knex: Knex;
  logger: LoggerService;
  kpis: readonly AnyMetricKpi[];
  calendar: BucketCalendar;
  reviews: ReviewRules;
  /** How far back an incident can repeat another. */
  lookBackMs: number;
}

/**
 * What incidents, their lessons and their reviews add up to, kept in step with every write in its own transaction, so that a figure costs
 * what its buckets cost, however many incidents there are.
 */
export class MetricRollups {
  private readonly knex: Knex;
  private readonly rules: RollupRules;
  private readonly builder: RollupBuilder;
  private readonly checker: RollupChecker;
  private readonly reader: RollupReader;
  private readonly versions: FiguresVersions;

  static create(options: MetricRollupsOptions): MetricRollups {
    return new MetricRollups(options);
  }

  private constructor({
    knex,
    logger,
    kpis,
    calendar,
    reviews,
    lookBackMs,
  }: MetricRollupsOptions) {
    this.knex = knex;
    const rolledUp = kpis.filter(({ facts }) => ROLLED_UP.includes(facts));
    this.rules = {
      kpis: rolledUp,
      calendar,
      reviews,
      fingerprint: fingerprintOf([
        VERSION,
        rolledUp.map(({ definition, facts }) => [definition.id, facts]),
        [...reviews.severities].sort(),
        reviews.calendar,
        calendar.timeZone,
        lookBackMs,
      ]),
    };
    this.builder = new RollupBuilder(knex, this.rules, logger);
    this.checker = new RollupChecker(knex, this.rules, logger);
    this.reader = new RollupReader(knex, this.rules);
    this.versions = new FiguresVersions(knex, this.rules);
  }

  /** What a transaction has to tell of its writes. */
  ledger(trx: Knex): RollupLedger {
    return new RollupLedger(trx, this.rules);
  }

  /** Lets nobody read them until they are built anew: writes are no longer brought in step. */
  async discard(): Promise<void> {
    await this.knex('metric_rollup_status').update({ state: 'stale' });
  }

  /**
   * Tells whether the figures of a scope and period can have changed.
   *
   * @returns undefined while that cannot be told: the rollups are not ready
   */
  versionOf(
    scope: ResolvedScope,
    period: Period,
  ): Promise<FiguresVersion | undefined> {
    return this.versions.read(scope, period);
  }

  read(question: RollupQuestion): Promise<RollupReading | undefined> {
    return this.reader.read(question);
  }

  /** Builds them where that is needed, and brings together what writers at the same time have kept apart. */
  async maintain(): Promise<void> {
    await this.builder.ensure();
    await this.builder.gather();
  }

  rebuild(): Promise<void> {
    return this.builder.rebuild();
  }

  /** Compares them with a recount and mends them; undefined while there is nothing to compare. */
  check(): Promise<RollupDifference[] | undefined> {
    return this.checker.check();
  }

  async status(): Promise<RollupStatus> {
    const status = await statusOf(this.knex);
    return status
      ? {
          state:
            status.fingerprint === this.rules.fingerprint
              ? status.state
              : 'stale',
          since: isoOf(status.since),
          checkedAt: status.checked_at ? isoOf(status.checked_at) : undefined,
          differences: JSON.parse(status.differences ?? '[]'),
        }
      : { state: 'none', differences: [] };
  }
}

function fingerprintOf(parts: unknown[]): string {
  return createHash('sha256').update(JSON.stringify(parts)).digest('hex');
}
