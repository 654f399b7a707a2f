// @ts-check

/**
 * What teams say of lessons and their entities: the mark that stands, and all marks of the past. Times are epoch
 * milliseconds.
 *
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  await knex.schema.createTable('lesson_applications', table => {
    table.string('id', 36).primary();
    table.integer('revision').notNullable();
    table.bigInteger('created_at').notNullable();
    table.bigInteger('updated_at').notNullable();
    table.text('created_by').notNullable();
    table
      .string('lesson_id', 36)
      .notNullable()
      .references('lessons.id')
      .onDelete('CASCADE');
    table.text('entity_ref').notNullable();
    table.string('mark', 20).notNullable();
    table.text('note');
    table.text('marked_by').notNullable();
    // No reference to the action: what was planned is known even when that is deleted.
    table.string('action_id', 36);
    table.unique(['lesson_id', 'entity_ref'], {
      indexName: 'lesson_applications_uniq',
    });
    table.index(['entity_ref', 'mark'], 'lesson_applications_entity_idx');
    table.index(['action_id'], 'lesson_applications_action_idx');
  });

  await knex.schema.createTable('lesson_application_history', table => {
    table
      .string('application_id', 36)
      .notNullable()
      .references('lesson_applications.id')
      .onDelete('CASCADE');
    table.integer('revision').notNullable();
    table.bigInteger('at').notNullable();
    table.text('by').notNullable();
    table.string('mark', 20).notNullable();
    table.text('note');
    table.string('action_id', 36);
    table.primary(['application_id', 'revision']);
  });
};

/**
 * @param {import('knex').Knex} knex
 */
exports.down = async function down(knex) {
  await knex.schema.dropTable('lesson_application_history');
  await knex.schema.dropTable('lesson_applications');
};
