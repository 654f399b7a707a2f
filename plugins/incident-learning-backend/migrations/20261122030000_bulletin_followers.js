// @ts-check

/**
 * Who follows whose weekly bulletin, and which week's was sent to whom. Times are epoch milliseconds.
 *
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  await knex.schema.createTable('bulletin_followers', table => {
    table.text('user_ref').notNullable();
    table.text('scope').notNullable().comment('org, mine or an entity ref');
    table.bigInteger('followed_at').notNullable();
    table
      .text('sections')
      .notNullable()
      .comment('What the person might read then, as JSON');
    table.primary(['user_ref', 'scope']);
  });

  await knex.schema.createTable('bulletin_deliveries', table => {
    table.text('user_ref').notNullable();
    table.string('week', 8).notNullable().comment('Such as 2026-W47');
    table.bigInteger('claimed_at').notNullable();
    table.primary(['user_ref', 'week']);
    table.index(['claimed_at'], 'bulletin_deliveries_claimed_at_idx');
  });
};

/**
 * @param {import('knex').Knex} knex
 */
exports.down = async function down(knex) {
  for (const table of ['bulletin_deliveries', 'bulletin_followers']) {
    await knex.schema.dropTable(table);
  }
};
