import type { Knex } from 'knex';
import { LRUCache } from 'lru-cache';
import { Queries, RowsRead, readTogether } from '../../database';
import { BucketReading, Wanted, WantedRows } from './BucketReading';
import type { RollupRules } from './RollupLedger';
import type { ReadRow, VersionRow } from './readRollups';

/** Months of some hundred scopes. */
const KEPT_BYTES = 32_000_000;

interface Both {
  months: Wanted;
  days: Wanted;
}

interface OwnRows {
  monthVersions: VersionRow;
  dayVersions: VersionRow;
  months: ReadRow;
  days: ReadRow;
}

/**
 * Reads rows of rollups, and keeps what those of one bucket add up to together with its version, which every write to
 * it changes, on whatever replica. Versions are read each time, and rows where they have changed.
 */
export class KeptRows {
  private readonly kept = new LRUCache<string, ReadRow>({
    maxSize: KEPT_BYTES,
    sizeCalculation: ({ states }) => states.length + 200,
  });

  constructor(
    private readonly knex: Knex,
    private readonly rules: RollupRules,
  ) {}

  /** Reads the rows along with other queries, all as of one moment. */
  async read<Rows extends { [Name in keyof Rows]: object }>(
    wanted: Both,
    others: Queries<Rows>,
  ): Promise<{ others: RowsRead<Rows>; months: WantedRows; days: WantedRows }> {
    const months = new BucketReading(this.kept, wanted.months, this.rules);
    const days = new BucketReading(this.kept, wanted.days, this.rules);
    for (;;) {
      const own: Queries<OwnRows> = {
        monthVersions: months.versions(this.knex),
        dayVersions: days.versions(this.knex),
        months: await months.rows(this.knex),
        days: await days.rows(this.knex),
      };
      const [rows, rest] = await this.readBoth(own, others);
      const complete = [
        months.isComplete(rows.monthVersions),
        days.isComplete(rows.dayVersions),
      ];
      if (complete.every(Boolean)) {
        return {
          others: rest,
          months: await months.addUp(rows.months),
          days: await days.addUp(rows.days),
        };
      }
    }
  }

  private async readBoth<Rows extends { [Name in keyof Rows]: object }>(
    own: Queries<OwnRows>,
    others: Queries<Rows>,
  ): Promise<[RowsRead<OwnRows>, RowsRead<Rows>]> {
    const { months, days, monthVersions, dayVersions, ...rest } =
      await readTogether<Rows & OwnRows>(this.knex, { ...others, ...own });
    return [
      { months, days, monthVersions, dayVersions },
      rest as unknown as RowsRead<Rows>,
    ];
  }
}
