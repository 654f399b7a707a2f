// @ts-check

/**
 * What tells whether a month is still as it was: what was added up of it can be kept until it changes.
 *
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  await knex.schema.alterTable('metric_rollups', table => {
    table
      .bigInteger('version')
      .notNullable()
      .defaultTo(0)
      .comment('Another one with every write');
  });
};

/**
 * @param {import('knex').Knex} knex
 */
exports.down = async function down(knex) {
  await knex.raw('alter table metric_rollups drop column version');
};
