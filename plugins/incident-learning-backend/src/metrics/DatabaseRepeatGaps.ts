import { setImmediate } from 'timers/promises';
import type { RepeatGap } from '@hindsight/backstage-plugin-incident-learning-common';
import type { Knex } from 'knex';
import { isPostgres } from '../database';
import { countedIncidents } from './countedIncidents';
import type { MetricsSelection } from './MetricsStore';

/** better-sqlite3 answers on this thread, so its pages are short. */
const PAGE_SIZE = { sqlite: 500, postgres: 10_000 };

interface GapRow {
  id: string;
  /** Text in PostgreSQL, whose bigint can be larger than a number. */
  period_at: number | string;
  earlier_at: number | string | null;
  confirmed: boolean | number;
}

/** Reads how long ago what each incident may repeat was. */
export interface RepeatGaps {
  /**
   * Each incident of the selection once, in pages.
   *
   * @param reachMs - how far back earlier incidents are looked for
   */
  gaps(
    selection: MetricsSelection,
    reachMs: number,
  ): AsyncIterable<RepeatGap[]>;
}

/** Reads it from SQLite or PostgreSQL. */
export class DatabaseRepeatGaps implements RepeatGaps {
  static create(options: { knex: Knex; pageSize?: number }): RepeatGaps {
    const { knex, pageSize } = options;
    return new DatabaseRepeatGaps(
      knex,
      pageSize ?? PAGE_SIZE[isPostgres(knex) ? 'postgres' : 'sqlite'],
    );
  }

  private constructor(
    private readonly knex: Knex,
    private readonly pageSize: number,
  ) {}

  async *gaps(
    selection: MetricsSelection,
    reachMs: number,
  ): AsyncIterable<RepeatGap[]> {
    const query = countedIncidents(this.knex, selection)
      .orderBy(['incidents.period_at', 'incidents.id'])
      .limit(this.pageSize)
      .select(
        'incidents.id',
        'incidents.period_at',
        this.knex.raw('(?) as earlier_at', [this.earlier(reachMs)]),
        this.knex.raw('exists ? as confirmed', [this.verdicts('confirmed')]),
      );
    let rows: GapRow[] = await query.clone();
    while (rows.length > 0) {
      yield rows.map(gapOf);
      const last = rows[rows.length - 1];
      // Other requests have their turn between the pages.
      await setImmediate();
      rows =
        rows.length < this.pageSize
          ? []
          : await query
              .clone()
              .whereRaw('(incidents.period_at, incidents.id) > (?, ?)', [
                Number(last.period_at),
                last.id,
              ]);
    }
  }

  /** When the latest earlier incident of the signature was, of those that nobody rejected. */
  private earlier(reachMs: number): Knex.QueryBuilder {
    return this.knex('incidents as earlier')
      .whereRaw('earlier.repeat_key = incidents.repeat_key')
      .whereRaw(
        '(earlier.period_at, earlier.repeat_order, earlier.id) < (incidents.period_at, incidents.repeat_order, incidents.id)',
      )
      .whereRaw('earlier.period_at >= incidents.period_at - ?', [reachMs])
      .whereNotExists(
        this.verdicts('rejected').whereRaw('verdicts.of_id = earlier.id'),
      )
      .orderBy([
        { column: 'earlier.period_at', order: 'desc' },
        { column: 'earlier.repeat_order', order: 'desc' },
        { column: 'earlier.id', order: 'desc' },
      ])
      .limit(1)
      .select('earlier.period_at');
  }

  private verdicts(verdict: 'confirmed' | 'rejected'): Knex.QueryBuilder {
    return this.knex('incident_repeat_verdicts as verdicts')
      .whereRaw('verdicts.incident_id = incidents.id')
      .where('verdicts.verdict', verdict)
      .select(this.knex.raw('1'));
  }
}

function gapOf({ period_at, earlier_at, confirmed }: GapRow): RepeatGap {
  return {
    confirmed: Boolean(confirmed),
    gapMs:
      earlier_at === null ? undefined : Number(period_at) - Number(earlier_at),
  };
}
