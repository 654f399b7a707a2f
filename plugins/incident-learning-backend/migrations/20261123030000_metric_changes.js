// @ts-check

/**
 * What tells whether something has changed on which figures rest besides rollups: restricted incidents, who may know of
 * them, and actions.
 *
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  await knex.schema.createTable('metric_changes', table => {
    table
      .smallint('stripe')
      .primary()
      .comment('Writers at the same time take different ones');
    table
      .bigInteger('version')
      .notNullable()
      .comment('Another one with every write');
  });
};

/**
 * @param {import('knex').Knex} knex
 */
exports.down = async function down(knex) {
  await knex.schema.dropTable('metric_changes');
};
