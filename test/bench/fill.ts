import { join } from 'path';
import knexFactory, { Knex } from 'knex';
import { createRandom, generateIncidents } from './generate';

const BATCH = 2_000;
const DAY_MS = 86_400_000;
/** One incident in so many has a published review. */
const REVIEWED = 10;
const SEVERITIES = ['critical', 'high', 'medium', 'low', 'unknown'];
/** Columns that a database computes by itself. */
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

/**
 * Fills the plugin's tables with so many generated incidents and reviews of every tenth, past the API: an import of a
 * million takes longer than all measurements. What was there goes.
 */
export async function fill(knex: Knex, count: number): Promise<void> {
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
  await knex.raw(isPostgres(knex) ? 'vacuum analyze' : 'analyze');
}

function isPostgres(knex: Knex): boolean {
  return knex.client.config.client === 'pg';
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

async function insertJson(
  knex: Knex,
  table: string,
  rows: object[],
): Promise<void> {
  const columns = Object.keys(rows[0]);
  if (isPostgres(knex)) {
    await knex.raw(
      `insert into ?? (${columns.map(() => '??').join(', ')})
       select ${columns.map(() => '??').join(', ')}
       from json_populate_recordset(null::??, ?::json)`,
      [table, ...columns, ...columns, table, JSON.stringify(rows)],
    );
    return;
  }
  await knex.raw(
    `insert into ?? (${columns.map(() => '??').join(', ')})
     select ${columns.map(() => 'json_extract(value, ?)').join(', ')}
     from json_each(?)`,
    [
      table,
      ...columns,
      ...columns.map(column => `$.${column}`),
      JSON.stringify(rows),
    ],
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

/** Published some days after the incident's end, most with a cause and three answers. */
async function addReviews(knex: Knex): Promise<void> {
  const random = createRandom(2);
  const types = ['technical', 'process', 'human', 'organizational'];
  const reviewed: { id: string; ended_at: number | string }[] = await knex(
    'incidents',
  )
    .whereRaw(
      `${
        isPostgres(knex) ? 'right(id, 9)::int' : 'cast(substr(id, -9) as int)'
      } % ? = 0`,
      [REVIEWED],
    )
    .select('id', 'ended_at');
  for (let at = 0; at < reviewed.length; at += BATCH) {
    const batch = reviewed
      .slice(at, at + BATCH)
      .map(({ id, ended_at: end }) => ({
        id: `review-${id}`,
        incidentId: id,
        published: Number(end) + Math.round((1 + random() * 8) * DAY_MS),
        type: types[Math.floor(random() * types.length)],
        yes: random() < 0.7,
      }));
    await insertJson(
      knex,
      'reviews',
      batch.map(({ id, published }) => ({
        id,
        revision: 1,
        created_at: published,
        updated_at: published,
        created_by: 'external:bench',
        title: id,
        search_text: id,
        state: 'published',
        template: '{}',
        participants: '[]',
        root_causes_revision: 0,
        published_at: published,
        published_version: 1,
      })),
    );
    await insertJson(
      knex,
      'review_incidents',
      batch.map(({ id, incidentId }) => ({
        review_id: id,
        incident_id: incidentId,
        position: 0,
        was_restricted: false,
      })),
    );
    await insertJson(
      knex,
      'review_reports',
      batch.map(({ id, published }) => ({
        review_id: id,
        version: 1,
        published_at: published,
        published_by: 'external:bench',
        content: '{}',
      })),
    );
    await insertJson(
      knex,
      'published_causes',
      batch.map(({ id, type }) => ({
        review_id: id,
        position: 0,
        type,
        role: 'primary',
      })),
    );
    await insertJson(
      knex,
      'feedback_answers',
      batch.flatMap(({ id, yes }) =>
        [0, 1, 2].map(answer => ({
          id: `${id}-${answer}`,
          review_id: id,
          answers: JSON.stringify({
            learnedSomething: yes || answer === 0,
            wouldAttendAgain: true,
          }),
        })),
      ),
    );
  }
}
