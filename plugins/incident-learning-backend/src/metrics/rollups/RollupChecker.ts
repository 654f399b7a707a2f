import type { LoggerService } from '@backstage/backend-plugin-api';
import type { Period } from '@hindsight/backstage-plugin-incident-learning-common';
import type { Knex } from 'knex';
import { isPostgres } from '../../database';
import type { RollupRules } from './RollupLedger';
import {
  BEGINNING,
  firstMonth,
  mergeStripes,
  recountMonth,
  rowsOf,
  writeMonth,
} from './recountMonth';
import type { RollupKey } from './rollupSubjects';
import {
  RollupRow,
  STATUS_ID,
  isReady,
  lockForBuilding,
  statusOf,
} from './rollupTables';

/** Of what a check found, so many are told one by one. */
const MAX_DIFFERENCES = 100;

/** A row that is not what the incidents and reviews add up to. */
export interface RollupDifference extends RollupKey {
  kept: string;
  recounted: string;
}

/** Checks the rollups against a recount. */
export class RollupChecker {
  constructor(
    private readonly knex: Knex,
    private readonly rules: RollupRules,
    private readonly logger: LoggerService,
  ) {}

  /**
   * Recounts each month and compares. A month that differs is told, and built anew.
   *
   * @returns what differed, at most 100 rows of it; undefined while there are no rollups to check
   */
  async check(): Promise<RollupDifference[] | undefined> {
    const differences: RollupDifference[] = [];
    for (let from = BEGINNING; ; ) {
      const month = await this.inSnapshot(trx => this.compareNext(trx, from));
      if (month === 'not-ready') {
        return undefined;
      }
      if (!month) {
        break;
      }
      if (month.differences.length > 0) {
        differences.push(...month.differences);
        await this.mend(month.period);
      }
      from = month.period.to;
    }
    const told = differences.slice(0, MAX_DIFFERENCES);
    await this.knex('metric_rollup_status')
      .where({ id: STATUS_ID })
      .update({ checked_at: Date.now(), differences: JSON.stringify(told) });
    if (differences.length > 0) {
      this.logger.error(
        `${
          differences.length
        } rollups differed from a recount and were built anew, such as ${JSON.stringify(
          told[0],
        )}`,
      );
    }
    return told;
  }

  /** Compares a month as it is in one snapshot, in which figures and facts belong together. */
  private async compareNext(
    trx: Knex,
    from: number,
  ): Promise<
    | { period: Period; differences: RollupDifference[] }
    | 'not-ready'
    | undefined
  > {
    if (!isReady(await statusOf(trx), this.rules.fingerprint)) {
      return 'not-ready';
    }
    const period = await firstMonth(trx, from, {
      calendar: this.rules.calendar,
      rows: true,
    });
    if (!period) {
      return undefined;
    }
    const kept = mergeStripes(await rowsOf(trx, period), this.rules.kpis);
    const { rows: counted } = await recountMonth(trx, period, this.rules);
    return { period, differences: differencesOf(kept, counted) };
  }

  private async mend(period: Period): Promise<void> {
    await this.knex.transaction(async trx => {
      await lockForBuilding(trx);
      if (isReady(await statusOf(trx), this.rules.fingerprint)) {
        await writeMonth(trx, period, this.rules);
      }
    });
  }

  private inSnapshot<T>(read: (trx: Knex) => Promise<T>): Promise<T> {
    return this.knex.transaction(
      read,
      isPostgres(this.knex)
        ? { isolationLevel: 'repeatable read', readOnly: true }
        : undefined,
    );
  }
}

function differencesOf(
  kept: RollupRow[],
  counted: RollupRow[],
): RollupDifference[] {
  const before = byKey(kept);
  const after = byKey(counted);
  return [...new Set([...before.keys(), ...after.keys()])].flatMap(key => {
    const one = before.get(key);
    const other = after.get(key);
    const { scope, start } = (one ?? other) as RollupRow;
    const texts = {
      kept: one?.states ?? '{}',
      recounted: other?.states ?? '{}',
    };
    return texts.kept === texts.recounted
      ? []
      : { scope, start: Number(start), ...texts };
  });
}

function byKey(rows: RollupRow[]): Map<string, RollupRow> {
  return new Map(rows.map(row => [`${row.scope} ${row.start}`, row]));
}
