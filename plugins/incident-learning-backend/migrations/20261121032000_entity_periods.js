// @ts-check

/**
 * The time by which an incident belongs to a period, beside its entities: what happened to a component within some
 * days is then found without reading all that ever happened to it.
 *
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  await knex.schema.alterTable('incident_entities', table => {
    table.bigInteger('period_at').comment('That of the incident, epoch ms');
  });
  await knex.raw(
    `update incident_entities set period_at = (
       select period_at from incidents where incidents.id = incident_entities.incident_id
     )`,
  );
  await knex.schema.alterTable('incident_entities', table => {
    table.index(
      ['entity_ref', 'period_at', 'incident_id'],
      'incident_entities_period_idx',
    );
  });
};

/**
 * @param {import('knex').Knex} knex
 */
exports.down = async function down(knex) {
  await knex.raw('drop index incident_entities_period_idx');
  await knex.raw('alter table incident_entities drop column period_at');
};
