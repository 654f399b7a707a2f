import {
  Period,
  bucketStart,
  nextBucketStart,
} from '@hindsight/backstage-plugin-incident-learning-common';
import type { Knex } from 'knex';
import type { ResolvedScope } from '../../catalog';
import { TogetherReader } from '../../database';
import type { RollupRules } from './RollupLedger';
import { VersionRow, monthsOf } from './readRollups';
import {
  ChangeRow,
  RollupStatusRow,
  changesQuery,
  isReady,
  statusQuery,
} from './rollupTables';

/** Where it is the same, so are the figures of a scope and period for those who may read the same. */
export interface FiguresVersion {
  /** When the rollups were built, and of what the months of the scope hold. */
  rollups: unknown[];
  /** Of all else that figures rest on, of whatever scope and period. */
  besides: unknown[];
}

interface Rows {
  status: RollupStatusRow;
  months: VersionRow;
  changes: ChangeRow;
}

/** Tells from what every write leaves behind whether figures can have changed, without reading what they rest on. */
export class FiguresVersions {
  private readonly reader: TogetherReader;

  constructor(
    private readonly knex: Knex,
    private readonly rules: RollupRules,
  ) {
    this.reader = new TogetherReader(knex);
  }

  /** @returns undefined while writes leave nothing behind: the rollups are not ready */
  async read(
    scope: ResolvedScope,
    period: Period,
  ): Promise<FiguresVersion | undefined> {
    const { calendar, fingerprint } = this.rules;
    const source = monthsOf(scope);
    const whole = {
      from: bucketStart(period.from, 'month', calendar),
      to: nextBucketStart(period.to - 1, 'month', calendar),
    };
    const { status, months, changes } = await this.reader.read<Rows>({
      key: JSON.stringify([source.name, whole]),
      queries: () => ({
        status: statusQuery(this.knex),
        months: source.versions(this.knex, whole),
        changes: changesQuery(this.knex),
      }),
    });
    return isReady(status[0], fingerprint)
      ? {
          rollups: [
            status[0].since,
            ...inOrder(
              months.map(row => [
                row.scope,
                row.start,
                row.stripe,
                row.version,
              ]),
            ),
          ],
          besides: inOrder(changes.map(row => [row.stripe, row.version])),
        }
      : undefined;
  }
}

function inOrder(rows: (number | string)[][]): string[] {
  return rows.map(row => row.join(' ')).sort();
}
