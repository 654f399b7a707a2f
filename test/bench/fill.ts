import { join } from 'path';
import knexFactory, { Knex } from 'knex';
import { addImprovements } from './fillImprovements';
import { addReviews } from './fillReviews';
import { generateIncidents } from './generate';
import { BATCH, insertJson, isPostgres } from './insertJson';

const DAY_MS = 86_400_000;
const SEVERITIES = ['critical', 'high', 'medium', 'low', 'unknown'];
/** Indexes that are made once the rows are there. */
const INDEXED_LATER = /^incidents_(?!restricted|source|pkey|id)/;

interface Generated {
  title: string;
  kind: string;
  status: string;
  severity: string;
  category: string;
  attackVector: string;
  entityRefs: string[];
  occurredAt: string;
  detectedAt: string;
  containedAt: string;
  resolvedAt: string;
  closedAt: string;
  source: { system: string; id: string };
}

/** Where the plugin of a backend on PostgreSQL keeps its data. */
export function connect(connection: object, database: string): Knex {
  return knexFactory({
    client: 'pg',
    connection: { ...connection, database },
    pool: { min: 1, max: 4 },
  });
}

export function connectSqlite(folder: string): Knex {
  return knexFactory({
    client: 'better-sqlite3',
    connection: { filename: join(folder, 'incident-learning.sqlite') },
    useNullAsDefault: true,
  });
}

/** Whether the tables were filled with so many before. */
export async function isFilled(knex: Knex, count: number): Promise<boolean> {
  const row = await knex('incidents')
    .where('source_system', 'bench')
    .count('* as incidents')
    .first();
  const reviewed = await knex('review_reports').first();
  return Number(row?.incidents) === count && reviewed !== undefined;
}

/**
 * Fills the plugin's tables with so many generated incidents and reviews of every tenth, past the API: an import of a
 * million takes longer than all measurements. What was there goes.
 */
export async function fill(knex: Knex, count: number): Promise<void> {
  await putOffTasks(knex);
  for (const table of [
    'metric_rollups',
    'metric_rollup_sets',
    'reviews',
    'review_incidents',
    'incidents',
  ]) {
    await knex(table).delete();
  }
  const indexes = await dropIndexes(knex);
  let rows: ReturnType<typeof rowsOf>[] = [];
  let position = 0;
  for (const generated of generateIncidents(count)) {
    rows.push(rowsOf(generated as unknown as Generated, position));
    position += 1;
    if (rows.length === BATCH || position === count) {
      await insert(knex, rows);
      rows = [];
    }
  }
  for (const index of indexes) {
    await knex.raw(index);
  }
  await addRepeats(knex);
  await addReviews(knex);
  await addImprovements(knex);
  await knex.raw(isPostgres(knex) ? 'vacuum analyze' : 'analyze');
}

/** Other scheduled work, such as scoring so many incidents, would be measured as well. */
export async function putOffTasks(knex: Knex): Promise<void> {
  if (isPostgres(knex)) {
    await knex.raw(
      `update backstage_backend_tasks__tasks set next_run_start_at = now() + interval '1 day'
       where id not like '%rollups'`,
    );
  }
}

/** An index that is made once costs a fraction of one that grows row by row. */
async function dropIndexes(knex: Knex): Promise<string[]> {
  if (!isPostgres(knex)) {
    return [];
  }
  const { rows } = await knex.raw(
    "select indexname, indexdef from pg_indexes where tablename = 'incidents'",
  );
  const indexes = rows.filter(({ indexname }: { indexname: string }) =>
    INDEXED_LATER.test(indexname),
  );
  for (const { indexname } of indexes) {
    await knex.raw('drop index ??', [indexname]);
  }
  return indexes.map(({ indexdef }: { indexdef: string }) => indexdef);
}

function rowsOf(incident: Generated, position: number) {
  const id = `bench-${String(position).padStart(9, '0')}`;
  const [occurred, detected, contained, resolved, closed] = [
    incident.occurredAt,
    incident.detectedAt,
    incident.containedAt,
    incident.resolvedAt,
    incident.closedAt,
  ].map(time => Date.parse(time));
  const [primary] = incident.entityRefs;
  const signature = `${incident.category}-${incident.attackVector}-${primary}`;
  return {
    incident: {
      id,
      revision: 1,
      created_at: detected,
      updated_at: detected,
      created_by: 'external:bench',
      content: JSON.stringify({
        ...incident,
        visibility: 'internal',
        drill: false,
        precision: {},
        participants: [],
        timeline: [],
      }),
      data_quality: '[]',
      search_text: incident.title,
      title: incident.title,
      kind: incident.kind,
      status: incident.status,
      severity: incident.severity,
      severity_rank: SEVERITIES.indexOf(incident.severity),
      category: incident.category,
      attack_vector: incident.attackVector,
      drill: false,
      visibility: 'internal',
      primary_entity_ref: primary,
      source_system: incident.source.system,
      source_id: incident.source.id,
      period_at: detected,
      period_precision: 'exact',
      ended_at: closed,
      time_to_detect_ms: detected - occurred,
      time_to_contain_ms: contained - detected,
      time_to_resolve_ms: resolved - detected,
      signature,
      repeat_key: signature,
      repeat_order: id,
    },
    entities: [...new Set(incident.entityRefs)].map((ref, at) => ({
      incident_id: id,
      entity_ref: ref,
      position: at,
      period_at: detected,
    })),
  };
}

async function insert(
  knex: Knex,
  rows: ReturnType<typeof rowsOf>[],
): Promise<void> {
  await insertJson(
    knex,
    'incidents',
    rows.map(row => row.incident),
  );
  await insertJson(
    knex,
    'incident_entities',
    rows.flatMap(row => row.entities),
  );
}

async function addRepeats(knex: Knex): Promise<void> {
  await knex.raw(
    `insert into incident_repeats (incident_id, of_id, state)
     select id, of_id, 'suspected' from (
       select id, period_at,
         lag(id) over alike as of_id, lag(period_at) over alike as of_at
       from incidents
       window alike as (partition by repeat_key order by period_at, repeat_order, id)
     ) as pairs where of_at >= period_at - ?`,
    [365 * DAY_MS],
  );
}
