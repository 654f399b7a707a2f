import type { LoggerService } from '@backstage/backend-plugin-api';
import type { Knex } from 'knex';
import type { RollupRules } from './RollupLedger';
import {
  BEGINNING,
  firstMonth,
  mergeStripes,
  writeMonth,
} from './recountMonth';
import { ORG, ORG_DAYS } from './rollupSubjects';
import {
  RollupRow,
  RollupStatusRow,
  STATUS_ID,
  isReady,
  lockForBuilding,
  statusOf,
  writeRows,
} from './rollupTables';

/** Builds the rollups from the incidents and reviews, month by month; one replica at a time. */
export class RollupBuilder {
  constructor(
    private readonly knex: Knex,
    private readonly rules: RollupRules,
    private readonly logger: LoggerService,
  ) {}

  /** Builds them where they are not there, not finished, or rest on another configuration. */
  async ensure(): Promise<void> {
    const status = await statusOf(this.knex);
    const { fingerprint } = this.rules;
    if (status?.state === 'building' && status.fingerprint === fingerprint) {
      // Somebody is at it, or has given up: both can go on, month by month.
      await this.buildAll(Number(status.since));
    } else if (!isReady(status, fingerprint)) {
      await this.rebuild();
    }
  }

  /**
   * Builds them anew. Until it is done, figures are recounted. Writers wait for no more than the month that is being
   * built; what they change in months that stand they bring in step, and the rest is yet to be read.
   */
  async rebuild(): Promise<void> {
    const since = Date.now();
    await this.knex.transaction(async trx => {
      await lockForBuilding(trx);
      await setStatus(trx, {
        fingerprint: this.rules.fingerprint,
        state: 'building',
        built_to: BEGINNING,
        since,
      });
    });
    await this.buildAll(since);
  }

  private async buildAll(since: number): Promise<void> {
    let months = 0;
    while (await this.knex.transaction(trx => this.buildNext(trx))) {
      months += 1;
    }
    this.logger.info(
      `Built the rollups of ${months} months in ${Date.now() - since} ms`,
    );
  }

  /** Brings together what writers at the same time have kept apart. */
  async gather(): Promise<void> {
    await this.knex.transaction(async trx => {
      const striped = () =>
        trx<RollupRow>('metric_rollups').whereIn('scope', [ORG, ORG_DAYS]);
      if (!(await striped().where('stripe', '>', 0).first('scope'))) {
        return;
      }
      await lockForBuilding(trx);
      const apart = await striped().where('stripe', '>', 0).distinct('start');
      const rows = await striped().whereIn(
        'start',
        apart.map(({ start }) => start),
      );
      await striped().where('stripe', '>', 0).delete();
      await writeRows(trx, mergeStripes(rows, this.rules.kpis));
    });
  }

  /** @returns whether there was a month left to build */
  private async buildNext(trx: Knex.Transaction): Promise<boolean> {
    await lockForBuilding(trx);
    const status = await statusOf(trx);
    if (
      status?.state !== 'building' ||
      status.fingerprint !== this.rules.fingerprint
    ) {
      // Another replica has other rules: the next run begins again.
      return false;
    }
    const month = await firstMonth(trx, Number(status.built_to), {
      calendar: this.rules.calendar,
      rows: true,
    });
    if (month) {
      await writeMonth(trx, month, this.rules);
    }
    const { fingerprint, since } = status;
    await setStatus(trx, {
      fingerprint,
      since,
      state: month ? 'building' : 'ready',
      built_to: month?.to ?? null,
    });
    return month !== undefined;
  }
}

async function setStatus(
  trx: Knex,
  status: Pick<RollupStatusRow, 'fingerprint' | 'state' | 'built_to' | 'since'>,
): Promise<void> {
  await trx('metric_rollup_status')
    .insert({ id: STATUS_ID, ...status })
    .onConflict('id')
    .merge();
}
