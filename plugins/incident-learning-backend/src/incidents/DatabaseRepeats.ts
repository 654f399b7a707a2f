import {
  Incident,
  RepeatJudgement,
  RepeatState,
  repeatOf,
} from '@hindsight/backstage-plugin-incident-learning-common';
import type { Knex } from 'knex';
import { insertRows, isPostgres, whereAny } from '../database';
import { isRepeat } from '../metrics/incidentFacts';
import type { RepeatFlip } from '../metrics/rollups';
import type { IncidentRow, StoredIncident } from './incidentRows';

/** Where an incident stands, or stood, among those of its signature. */
export interface RepeatPosition {
  id: string;
  key: string | null;
  at: number;
  order: string;
}

interface RepeatRow {
  incident_id: string;
  of_id: string;
  state: RepeatState;
}

const ORDER = ['period_at', 'repeat_order', 'id'] as const;
const LOCKS = 64;

/**
 * Keeps what each incident repeats in step with the incidents, whatever their order of arrival.
 *
 * Among the incidents of one signature, ordered by time, a write touches only itself, its successor, and those that
 * a person has judged; so a write costs two look-ups in the index, however many incidents there are.
 */
export class DatabaseRepeats {
  constructor(
    private readonly knex: Knex,
    private readonly lookBackMs: number,
  ) {}

  /** Two replicas that write incidents of one signature do so one after the other. To be called before the write. */
  async lock(keys: (string | null)[]): Promise<void> {
    if (!isPostgres(this.knex)) {
      return;
    }
    const stripes = [...new Set(keys.filter(isText).map(stripeOf))];
    if (stripes.length > 0) {
      await this.knex.raw(
        `select pg_advisory_xact_lock(hashtext('incident-learning.repeats'), stripe)
         from (select unnest(?::int[]) as stripe order by 1) as stripes`,
        [stripes],
      );
    }
  }

  /** Where incidents stand. */
  async positions(ids: string[]): Promise<RepeatPosition[]> {
    const query = this.knex<IncidentRow>('incidents').select(
      'id',
      'repeat_key',
      'period_at',
      'repeat_order',
    );
    whereAny(query, 'id', ids);
    return ((await query) as IncidentRow[]).map(positionOf);
  }

  /** Incidents that repeat another one, or that a person has said so of. */
  async followers(id: string): Promise<string[]> {
    const rows: { incident_id: string }[] = [
      ...(await this.knex('incident_repeats').where({ of_id: id })),
      ...(await this.knex('incident_repeat_verdicts').where({ of_id: id })),
    ];
    return rows.map(row => row.incident_id);
  }

  /**
   * Mends the flags that a write at these positions, old and new, can have changed.
   *
   * @returns which incidents have become repeats, or are none any more
   */
  async mend(
    positions: RepeatPosition[],
    others: string[] = [],
  ): Promise<RepeatFlip[]> {
    const placed = positions.filter(p => p.key !== null);
    const affected = new Set([...positions.map(p => p.id), ...others]);
    for (const id of await this.successors(placed)) {
      affected.add(id);
    }
    for (const id of await this.judged(placed)) {
      affected.add(id);
    }
    return this.replace([...affected]);
  }

  /** Incidents with what each of them repeats. */
  async attach(incidents: StoredIncident[]): Promise<Incident[]> {
    const query = this.knex<RepeatRow>('incident_repeats');
    whereAny(
      query,
      'incident_id',
      incidents.map(incident => incident.id),
    );
    const rows: RepeatRow[] = await query;
    const repeats = new Map(
      rows.map(row => [row.incident_id, { state: row.state, of: row.of_id }]),
    );
    return incidents.map(incident => ({
      ...incident,
      repeat: repeats.get(incident.id),
    }));
  }

  private async successors(positions: RepeatPosition[]): Promise<string[]> {
    const ids: string[] = [];
    for (const chunk of chunksOf(positions, 1000)) {
      const values = chunk.map(() => '(?, cast(? as bigint), ?, ?)').join(', ');
      const rows = await this.rows<{ next_id: string | null }>(
        `with changed(key, at, ord, id) as (values ${values})
         select (
           select n.id from incidents n
           where n.repeat_key = changed.key
             and (n.period_at, n.repeat_order, n.id) > (changed.at, changed.ord, changed.id)
           order by n.period_at, n.repeat_order, n.id limit 1
         ) as next_id from changed`,
        chunk.flatMap(p => [p.key, p.at, p.order, p.id]),
      );
      ids.push(...rows.map(row => row.next_id).filter(isText));
    }
    return ids;
  }

  private async judged(positions: RepeatPosition[]): Promise<string[]> {
    const keys = [...new Set(positions.map(p => p.key).filter(isText))];
    const query = this.knex('incident_repeat_verdicts as v')
      .join('incidents as i', 'i.id', 'v.incident_id')
      .distinct('v.incident_id as id');
    whereAny(query, 'i.repeat_key', keys);
    return (await query).map((row: { id: string }) => row.id);
  }

  private async replace(ids: string[]): Promise<RepeatFlip[]> {
    const wanted = await this.compute(ids);
    const query = this.knex<RepeatRow>('incident_repeats').select(
      'incident_id',
      'of_id',
      'state',
    );
    whereAny(query, 'incident_id', ids);
    const current: RepeatRow[] = await query;
    const stale = current.filter(row => {
      const next = wanted.get(row.incident_id);
      return next?.of_id !== row.of_id || next?.state !== row.state;
    });
    if (stale.length > 0) {
      const removal = this.knex('incident_repeats');
      whereAny(
        removal,
        'incident_id',
        stale.map(row => row.incident_id),
      );
      await removal.delete();
    }
    const standing = new Set(
      current.filter(row => !stale.includes(row)).map(row => row.incident_id),
    );
    await insertRows(
      this.knex,
      'incident_repeats',
      [...wanted.values()].filter(row => !standing.has(row.incident_id)),
    );
    return flipsOf(ids, current, wanted);
  }

  private async compute(ids: string[]): Promise<Map<string, RepeatRow>> {
    const judgements = await this.judgementsOf(ids);
    const result = new Map<string, RepeatRow>();
    for (const chunk of chunksOf(ids, 1000)) {
      for (const { id, of_id } of await this.predecessors(chunk)) {
        const verdicts = judgements.get(id) ?? [];
        const earlier =
          verdicts.length > 0
            ? await this.earlier(id)
            : [of_id].filter(isText).map(of => ({ id: of }));
        const repeat = repeatOf(earlier, verdicts);
        if (repeat) {
          result.set(id, {
            incident_id: id,
            of_id: repeat.of,
            state: repeat.state,
          });
        }
      }
    }
    return result;
  }

  private predecessors(ids: string[]) {
    return this.rows<{ id: string; of_id: string | null }>(
      `select i.id, (
         select p.id from incidents p
         where p.repeat_key = i.repeat_key
           and (p.period_at, p.repeat_order, p.id) < (i.period_at, i.repeat_order, i.id)
           and p.period_at >= i.period_at - cast(? as bigint)
         order by p.period_at desc, p.repeat_order desc, p.id desc limit 1
       ) as of_id from incidents i where i.id in (${ids
         .map(() => '?')
         .join(', ')})`,
      [this.lookBackMs, ...ids],
    );
  }

  /** Only asked for incidents that a person has judged, which are few. */
  private async earlier(id: string): Promise<{ id: string }[]> {
    const lookBackMs = this.lookBackMs;
    const query = this.knex('incidents as p')
      .join('incidents as i', 'p.repeat_key', 'i.repeat_key')
      .where('i.id', id)
      .whereRaw(
        '(p.period_at, p.repeat_order, p.id) < (i.period_at, i.repeat_order, i.id)',
      )
      .whereRaw('p.period_at >= i.period_at - ?', [lookBackMs])
      .select('p.id');
    for (const column of ORDER) {
      query.orderBy(`p.${column}`, 'desc');
    }
    return query;
  }

  private async judgementsOf(
    ids: string[],
  ): Promise<Map<string, RepeatJudgement[]>> {
    const query = this.knex('incident_repeat_verdicts').select(
      'incident_id',
      'of_id',
      'verdict',
    );
    whereAny(query, 'incident_id', ids);
    const judgements = new Map<string, RepeatJudgement[]>();
    for (const row of await query) {
      const list = judgements.get(row.incident_id) ?? [];
      list.push({ of: row.of_id, verdict: row.verdict });
      judgements.set(row.incident_id, list);
    }
    return judgements;
  }

  private async rows<T>(sql: string, bindings: unknown[]): Promise<T[]> {
    const result = await this.knex.raw(sql, bindings as never);
    return isPostgres(this.knex) ? result.rows : result;
  }
}

export function positionOf(
  row: Pick<IncidentRow, 'id' | 'repeat_key' | 'period_at' | 'repeat_order'>,
): RepeatPosition {
  return {
    id: row.id,
    key: row.repeat_key,
    at: Number(row.period_at),
    order: row.repeat_order,
  };
}

function flipsOf(
  ids: string[],
  current: RepeatRow[],
  wanted: Map<string, RepeatRow>,
): RepeatFlip[] {
  const states = new Map(current.map(row => [row.incident_id, row.state]));
  return ids
    .map(id => ({
      id,
      before: isRepeat(states.get(id)),
      after: isRepeat(wanted.get(id)?.state),
    }))
    .filter(({ before, after }) => before !== after);
}

function isText(value: string | null): value is string {
  return value !== null;
}

function stripeOf(key: string): number {
  let hash = 0;
  for (let i = 0; i < key.length; i++) {
    hash = (hash * 31 + key.charCodeAt(i)) % 1_000_003;
  }
  return hash % LOCKS;
}

function chunksOf<T>(items: T[], size: number): T[][] {
  const chunks: T[][] = [];
  for (let start = 0; start < items.length; start += size) {
    chunks.push(items.slice(start, start + size));
  }
  return chunks;
}
