import {
  BucketCalendar,
  Period,
  bucketStart,
  isWithin,
  nextBucketStart,
} from '@hindsight/backstage-plugin-incident-learning-common';
import type { Knex } from 'knex';
import type { LRUCache } from 'lru-cache';
import type { RollupRules } from './RollupLedger';
import { RollupStates } from './RollupStates';
import { inTurns } from './inTurns';
import { ReadRow, RowSource, VersionRow, partsToRead } from './readRollups';
import { BucketSize, joined } from './rollupBuckets';

const ROWS_AT_ONCE = 200;

/** Buckets of a scope, and where their rows are. */
export interface Wanted {
  size: BucketSize;
  periods: Period[];
  source: RowSource;
}

/** What one request reads of buckets of one size. */
export class BucketReading {
  private readonly stale = new Map<number, Period>();
  private current = new Map<number, { version: string; row?: ReadRow }>();

  constructor(
    private readonly kept: LRUCache<string, ReadRow>,
    private readonly wanted: Wanted,
    private readonly rules: RollupRules,
  ) {
    const today = bucketStart(Date.now(), wanted.size, this.calendar);
    if (wanted.source.few && wanted.periods.some(one => isWithin(today, one))) {
      // It is what changes most.
      this.markStale(today);
    }
  }

  /** What tells apart what is read of one question. */
  get key(): string {
    return [...this.stale.keys()].join();
  }

  versions(knex: Knex): Knex.QueryBuilder[] {
    const { periods, source } = this.wanted;
    return joined(periods).map(period => source.versions(knex, period));
  }

  async rows(knex: Knex): Promise<Knex.QueryBuilder[]> {
    const parts = await partsToRead(knex, [...this.stale.values()]);
    return parts.map(period => this.wanted.source.rows(knex, period));
  }

  /** Whether all that is not kept was read along; what was not, will be the next time. */
  isComplete(rows: VersionRow[]): boolean {
    this.current = new Map();
    let complete = true;
    for (const [start, version] of versionsOf(rows)) {
      const row = this.kept.get(this.keyOf(start, version));
      this.current.set(start, { version, row });
      if (!row && !this.stale.has(start)) {
        this.markStale(start);
        complete = false;
      }
    }
    return complete;
  }

  /** One row for each bucket. */
  async addUp(rows: ReadRow[]): Promise<ReadRow[]> {
    const sums = new Map<number, RollupStates>();
    await inTurns(
      rows.filter(({ start }) => !this.current.get(Number(start))?.row),
      ({ start, states }) => {
        const sum =
          sums.get(Number(start)) ?? new RollupStates(this.rules.kpis);
        sums.set(Number(start), sum);
        sum.merge(states);
      },
      ROWS_AT_ONCE,
    );
    const found: ReadRow[] = [];
    for (const [start, { version, row }] of this.current) {
      const sum = sums.get(start);
      const own = row ?? {
        start,
        incidents: sum?.incidents ?? 0,
        states: sum?.pack() ?? '{}',
      };
      this.kept.set(this.keyOf(start, version), own);
      found.push(own);
    }
    return found;
  }

  private markStale(start: number): void {
    this.stale.set(start, {
      from: start,
      to: nextBucketStart(start, this.wanted.size, this.calendar),
    });
  }

  private keyOf(start: number, version: string): string {
    return `${this.wanted.source.name} ${start} ${version}`;
  }

  private get calendar(): BucketCalendar {
    return this.rules.calendar;
  }
}

/** The versions of buckets, each of which several writers and scopes can have a part of. */
function versionsOf(rows: VersionRow[]): Map<number, string> {
  const versions = new Map<number, string[]>();
  for (const { start, scope, stripe, version } of rows) {
    const parts = versions.get(Number(start)) ?? [];
    versions.set(Number(start), parts);
    parts.push(`${scope} ${stripe} ${version}`);
  }
  return new Map(
    [...versions]
      .sort(([a], [b]) => a - b)
      .map(([start, parts]) => [start, parts.sort().join()]),
  );
}
