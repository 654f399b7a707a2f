// @ts-check

/**
 * The issues that track actions: to be created, or followed. An action has at most one. Times are epoch milliseconds.
 *
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  await knex.schema.createTable('action_links', table => {
    table
      .string('id', 36)
      .primary()
      .comment('By which an issue is found that was created unheard');
    table
      .string('action_id', 36)
      .notNullable()
      .unique({ indexName: 'action_links_action_uniq' })
      .references('actions.id')
      .onDelete('CASCADE');
    table.integer('revision').notNullable();
    table.text('tracker').notNullable();
    table.text('target').comment('Where it is created');
    table.text('issue_id').comment('Absent as long as it is to be created');
    table.text('issue').comment('As JSON');
    table.text('etag').comment('Of the last answer');
    table.bigInteger('linked_at').notNullable();
    table.text('linked_by').notNullable();
    table.bigInteger('read_at');
    table
      .integer('attempts')
      .notNullable()
      .comment('To create it, begun so far');
    table.integer('failures').notNullable().comment('In a row');
    table.text('problem').comment('Of the last attempt');
    table.bigInteger('problem_at');
    table.bigInteger('next_try_at').notNullable();
    table
      .bigInteger('claimed_until')
      .notNullable()
      .comment('By the replica that asks the tracker right now');
    table
      .bigInteger('held_until')
      .notNullable()
      .comment('Before which the tracker wants to be asked nothing');
    table.index(['tracker', 'issue_id'], 'action_links_issue_idx');
    table.index(['tracker', 'next_try_at'], 'action_links_due_idx');
  });
};

/**
 * @param {import('knex').Knex} knex
 */
exports.down = async function down(knex) {
  await knex.schema.dropTable('action_links');
};
