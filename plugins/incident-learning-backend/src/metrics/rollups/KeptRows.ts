import type { Knex } from 'knex';
import { LRUCache } from 'lru-cache';
import { Queries, RowsRead, Together, TogetherReader } from '../../database';
import { BucketReading, Wanted } from './BucketReading';
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

  private readonly reader: TogetherReader;

  constructor(
    private readonly knex: Knex,
    private readonly rules: RollupRules,
  ) {
    this.reader = new TogetherReader(knex);
  }

  /** Reads the rows along with other queries, all as of one moment. */
  async read<Rows extends { [Name in keyof Rows]: object }>(
    wanted: Both,
    others: Together<Rows>,
  ): Promise<{ others: RowsRead<Rows>; months: ReadRow[]; days: ReadRow[] }> {
    const months = new BucketReading(this.kept, wanted.months, this.rules);
    const days = new BucketReading(this.kept, wanted.days, this.rules);
    for (;;) {
      const { monthVersions, dayVersions, ...rows } = await this.reader.read<
        Rows & OwnRows
      >({
        key: [months.key, days.key, others.key].join(' '),
        queries: async () => ({
          ...(await others.queries()),
          ...(await this.queries(months, days)),
        }),
      });
      const complete = [
        months.isComplete(monthVersions),
        days.isComplete(dayVersions),
      ];
      if (complete.every(Boolean)) {
        const { months: ofMonths, days: ofDays, ...rest } = rows;
        return {
          others: rest as unknown as RowsRead<Rows>,
          months: await months.addUp(ofMonths),
          days: await days.addUp(ofDays),
        };
      }
    }
  }

  private async queries(
    months: BucketReading,
    days: BucketReading,
  ): Promise<Queries<OwnRows>> {
    return {
      monthVersions: months.versions(this.knex),
      dayVersions: days.versions(this.knex),
      months: await months.rows(this.knex),
      days: await days.rows(this.knex),
    };
  }
}
