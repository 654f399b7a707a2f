import {
  STANDARD_KPIS,
  foldMetrics,
} from '@hindsight/backstage-plugin-incident-learning-common';
import type { Knex } from 'knex';

/*
 * What the plugin's figures are set against: what somebody would write who has the table alone.
 */

export const PERIOD = {
  from: Date.UTC(2025, 0, 1),
  to: Date.UTC(2026, 0, 1),
};
const BEFORE = Date.UTC(2024, 0, 1);

/** For the aggregate, which then reads this index alone. */
export async function createCoveringIndex(knex: Knex): Promise<void> {
  await knex.raw(
    `create index if not exists bench_covering on incidents (period_at)
     include (severity, time_to_detect_ms, time_to_contain_ms, time_to_resolve_ms)
     where not drill`,
  );
  await knex.raw('vacuum analyze incidents');
}

export async function dropCoveringIndex(knex: Knex): Promise<void> {
  await knex.raw('drop index if exists bench_covering');
}

/** One aggregate by month over both periods, as the panel of a dashboard would ask for it. */
export async function aggregate(knex: Knex, refs?: string[]): Promise<void> {
  const scoped = refs
    ? 'and id in (select incident_id from incident_entities where entity_ref = any(?))'
    : '';
  await knex.raw(
    `select date_trunc('month', to_timestamp(period_at / 1000.0)) as month, count(*),
       percentile_cont(array[0.5, 0.9]) within group (order by time_to_detect_ms), avg(time_to_detect_ms),
       percentile_cont(array[0.5, 0.9]) within group (order by time_to_contain_ms), avg(time_to_contain_ms),
       percentile_cont(array[0.5, 0.9]) within group (order by time_to_resolve_ms), avg(time_to_resolve_ms),
       count(*) filter (where severity = 'critical'), count(*) filter (where severity = 'high'),
       count(*) filter (where severity = 'medium'), count(*) filter (where severity = 'low')
     from incidents where not drill and period_at >= ? and period_at < ? ${scoped} group by 1 order by 1`,
    refs ? [BEFORE, PERIOD.to, refs] : [BEFORE, PERIOD.to],
  );
}

/** The rows of both periods, computed in Node. */
export async function fetchAndCompute(
  knex: Knex,
  refs?: string[],
): Promise<void> {
  const query = knex('incidents')
    .leftJoin('incident_repeats', 'incident_id', 'incidents.id')
    .where('drill', false)
    .where('period_at', '>=', BEFORE)
    .where('period_at', '<', PERIOD.to)
    .select(
      'period_at',
      'kind',
      'period_precision',
      'severity',
      'time_to_detect_ms',
      'time_to_contain_ms',
      'time_to_resolve_ms',
      'state',
    );
  if (refs) {
    query.whereIn('incidents.id', function ofEntities() {
      this.select('incident_id')
        .from('incident_entities')
        .whereRaw('entity_ref = any(?)', [refs]);
    });
  }
  const fold = foldMetrics({
    scope: 'org',
    period: PERIOD,
    interval: 'month',
    kpis: STANDARD_KPIS,
  });
  for (const row of await query) {
    fold.add({
      at: Number(row.period_at),
      kind: row.kind,
      precision: row.period_precision,
      severity: row.severity,
      timeToDetectMs: row.time_to_detect_ms ?? undefined,
      timeToContainMs: row.time_to_contain_ms ?? undefined,
      timeToResolveMs: row.time_to_resolve_ms ?? undefined,
      repeat: row.state !== null,
    });
  }
  fold.read();
}
