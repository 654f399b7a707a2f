// @ts-check

/** All that figures and patterns are made of, beside the time by which an incident belongs to a period. */
const READ = [
  'visibility',
  'period_precision',
  'kind',
  'severity',
  'category',
  'attack_vector',
  'primary_entity_ref',
  'time_to_detect_ms',
  'time_to_contain_ms',
  'time_to_resolve_ms',
  'data_quality',
];

/**
 * What counts within a period is read from an index alone: the incidents themselves are ten times as large. It begins as
 * the index of drills does and takes its place, so that a write keeps no further one. What an incident names beside its
 * primary entity stands by period as well; most name nothing else.
 *
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  const postgres = knex.client.config.client === 'pg';
  const read = READ.join(', ');
  await knex.raw(
    `create index incidents_figures_idx on incidents ${
      postgres
        ? `(drill, period_at, id) include (${read})`
        : `(drill, period_at, id, ${read})`
    }`,
  );
  await knex.raw('drop index incidents_drill_idx');
  await knex.schema.alterTable('incident_entities', table => {
    table.index(
      ['period_at', 'incident_id', 'entity_ref'],
      'incident_entities_further_idx',
      { predicate: knex.whereRaw('position > 0') },
    );
  });
};

/**
 * @param {import('knex').Knex} knex
 */
exports.down = async function down(knex) {
  await knex.raw('drop index incident_entities_further_idx');
  await knex.schema.alterTable('incidents', table => {
    table.index(['drill', 'period_at', 'id'], 'incidents_drill_idx');
  });
  await knex.raw('drop index incidents_figures_idx');
};
