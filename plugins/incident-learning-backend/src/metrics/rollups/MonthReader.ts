import { createHash } from 'crypto';
import {
  Period,
  nextBucketStart,
} from '@hindsight/backstage-plugin-incident-learning-common';
import type { Knex } from 'knex';
import { LRUCache } from 'lru-cache';
import type { ResolvedScope } from '../../catalog';
import { Queries, RowsRead, readTogether } from '../../database';
import type { RollupRules } from './RollupLedger';
import { RollupStates } from './RollupStates';
import { inTurns } from './inTurns';
import {
  ReadRow,
  VersionRow,
  monthRows,
  partsToRead,
  versionRows,
} from './readRollups';

/** Months of some hundred groups. */
const KEPT_BYTES = 32_000_000;
const ROWS_AT_ONCE = 200;

interface MonthRows {
  versions: VersionRow;
  months: ReadRow;
}

/**
 * Reads the months of scopes. Those of many entities have many rows: what a month of them adds up to is kept together
 * with the month's version, which every write to it changes, on whatever replica. Versions are read each time.
 */
export class MonthReader {
  private readonly kept = new LRUCache<string, ReadRow>({
    maxSize: KEPT_BYTES,
    sizeCalculation: ({ states }) => states.length + 200,
  });

  constructor(
    private readonly knex: Knex,
    private readonly rules: RollupRules,
  ) {}

  /** Reads the rows of months along with other queries, all as of one moment. */
  async read<Rows extends { [Name in keyof Rows]: object }>(
    scope: ResolvedScope,
    months: Period[],
    others: Queries<Rows>,
  ): Promise<RowsRead<Rows & MonthRows>> {
    if (scope.kind !== 'entities' || scope.entityRefs.length === 1) {
      return this.readRows(scope, { months }, others);
    }
    const name = hashOf(scope.entityRefs);
    const stale = new Map<number, Period>();
    for (;;) {
      const rows = await this.readRows(
        scope,
        { months: [...stale.values()], versionsOf: months },
        others,
      );
      const versions = versionsOf(rows.versions);
      const kept = new Map<number, ReadRow>();
      let complete = true;
      for (const [start, version] of versions) {
        const row = this.kept.get(`${name} ${start} ${version}`);
        if (row) {
          kept.set(start, row);
        } else if (!stale.has(start)) {
          stale.set(start, this.monthOf(start));
          complete = false;
        }
      }
      if (complete) {
        for (const row of await this.addUp(rows.months)) {
          const start = Number(row.start);
          kept.set(start, row);
          this.kept.set(`${name} ${start} ${versions.get(start)}`, row);
        }
        return { ...rows, months: [...kept.values()] };
      }
    }
  }

  private async readRows<Rows extends { [Name in keyof Rows]: object }>(
    scope: ResolvedScope,
    periods: { months: Period[]; versionsOf?: Period[] },
    others: Queries<Rows>,
  ): Promise<RowsRead<Rows & MonthRows>> {
    const { knex } = this;
    const parts = await partsToRead(knex, periods.months);
    const queries: Queries<MonthRows> = {
      versions: periods.versionsOf ? versionRows(knex, periods.versionsOf) : [],
      months: parts.map(some => monthRows(knex, scope, some)),
    };
    return readTogether<Rows & MonthRows>(knex, { ...others, ...queries });
  }

  private async addUp(rows: ReadRow[]): Promise<ReadRow[]> {
    const months = new Map<number, RollupStates>();
    await inTurns(
      rows,
      row => {
        const start = Number(row.start);
        const states = months.get(start) ?? new RollupStates(this.rules.kpis);
        months.set(start, states);
        states.merge(row.states);
      },
      ROWS_AT_ONCE,
    );
    return [...months].map(([start, states]) => ({
      start,
      incidents: states.incidents,
      states: states.pack(),
    }));
  }

  private monthOf(start: number): Period {
    return {
      from: start,
      to: nextBucketStart(start, 'month', this.rules.calendar),
    };
  }
}

/** The versions of months, each of which can be kept apart by several writers. */
function versionsOf(rows: VersionRow[]): Map<number, string> {
  const versions = new Map<number, string>();
  for (const { start, stripe, version } of [...rows].sort(
    (a, b) => a.stripe - b.stripe,
  )) {
    const month = Number(start);
    versions.set(month, `${versions.get(month) ?? ''} ${stripe}:${version}`);
  }
  return versions;
}

function hashOf(entityRefs: string[]): string {
  return createHash('sha256')
    .update(JSON.stringify([...entityRefs].sort()))
    .digest('hex');
}
