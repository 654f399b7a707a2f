// @ts-check

/**
 * What the figures of each month, and of the organisation's days, add up to. All of it can be rebuilt from incidents and
 * reviews at any time.
 *
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  const postgres = knex.client.config.client === 'pg';

  await knex.schema.createTable('metric_rollups', table => {
    table
      .specificType('scope', postgres ? 'text collate "C"' : 'text')
      .notNullable()
      .comment('org, org:day, only:<entity>, shared:<entity> or set:<hash>');
    table.bigInteger('start').notNullable().comment('Epoch ms');
    table
      .smallint('stripe')
      .notNullable()
      .comment('Writers at the same time take different ones');
    table.integer('incidents').notNullable();
    table.text('states').notNullable().comment('By precision and KPI, as JSON');
    table.primary(['scope', 'start', 'stripe']);
    table.index(['start'], 'metric_rollups_start_idx');
  });

  await knex.schema.createTable('metric_rollup_sets', table => {
    table.text('entity_ref').notNullable();
    table.string('set_id', 64).notNullable();
    table.primary(['entity_ref', 'set_id']);
  });

  // One row at most.
  await knex.schema.createTable('metric_rollup_status', table => {
    table.string('id', 20).primary();
    table.text('fingerprint').notNullable().comment('Of what they rest on');
    table.string('state', 10).notNullable();
    table
      .bigInteger('built_to')
      .comment('While building: the months before this stand');
    table.bigInteger('since').notNullable().comment('Epoch ms');
    table.bigInteger('checked_at').comment('Epoch ms');
    table.text('differences').comment('What the last check found, as JSON');
  });

  await knex.schema.alterTable('incidents', table => {
    table.index(['period_at', 'id'], 'incidents_restricted_idx', {
      predicate: knex.whereRaw("visibility = 'restricted'"),
    });
  });
};

/**
 * @param {import('knex').Knex} knex
 */
exports.down = async function down(knex) {
  await knex.raw('drop index incidents_restricted_idx');
  for (const table of [
    'metric_rollup_status',
    'metric_rollup_sets',
    'metric_rollups',
  ]) {
    await knex.schema.dropTable(table);
  }
};
