// @ts-check

/**
 * What actions are filtered and sorted by, their history, the ratings of completed ones, and which digests were sent.
 * Times are epoch milliseconds.
 *
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  await knex.schema.alterTable('actions', table => {
    table.text('search_text').notNullable().defaultTo('');
    table.string('kind', 20).notNullable().defaultTo('corrective');
    table.string('priority', 20).notNullable().defaultTo('medium');
    table
      .smallint('priority_rank')
      .notNullable()
      .defaultTo(1)
      .comment('The most urgent is the highest');
    table.text('category');
    table.text('owner');
    table.text('owning_group');
    table.boolean('unowned').notNullable().defaultTo(false);
    table.string('due_date', 10).comment('YYYY-MM-DD');
    table.string('incident_id', 36);
    table.string('lesson_id', 36);
    table.bigInteger('verified_at');
    table.index(['due_date', 'id'], 'actions_due_date_idx');
    table.index(['updated_at', 'id'], 'actions_updated_at_idx');
    table.index(['priority_rank', 'id'], 'actions_priority_idx');
    table.index(['owner', 'status'], 'actions_owner_idx');
    table.index(['incident_id'], 'actions_incident_idx');
    table.index(['lesson_id'], 'actions_lesson_idx');
    table.index(['committed_at'], 'actions_committed_at_idx');
  });
  await fillColumns(knex);

  await knex.schema.createTable('action_history', table => {
    table.string('id', 36).primary();
    actionReference(table);
    table.integer('revision').notNullable();
    table.bigInteger('at').notNullable();
    table.text('by').notNullable();
    table.string('operation', 10).notNullable();
    table.text('changes').notNullable().comment('As JSON');
    table.text('note');
    table.index(['action_id', 'id'], 'action_history_action_idx');
  });

  await knex.schema.createTable('action_ratings', table => {
    actionReference(table);
    table.text('by').notNullable();
    table.bigInteger('at').notNullable();
    table.smallint('score').notNullable();
    table.text('comment');
    table.primary(['action_id', 'by']);
    table.index(['at'], 'action_ratings_at_idx');
  });

  await knex.schema.createTable('action_digests', table => {
    table.text('recipient').notNullable();
    table.string('day', 10).notNullable().comment('YYYY-MM-DD');
    table.primary(['recipient', 'day']);
  });
};

const PRIORITIES = ['low', 'medium', 'high', 'critical'];

/** @param {import('knex').Knex} knex */
async function fillColumns(knex) {
  for (let last = ''; ; ) {
    const rows = await knex('actions')
      .where('id', '>', last)
      .orderBy('id')
      .limit(500)
      .select('id', 'content');
    for (const { id, content } of rows) {
      const action = JSON.parse(content);
      await knex('actions')
        .where({ id })
        .update({
          search_text: `${action.title ?? ''} ${action.description ?? ''}`
            .replaceAll('\u0000', '')
            .toLocaleLowerCase('en-US'),
          kind: action.kind ?? 'corrective',
          priority: action.priority ?? 'medium',
          priority_rank: PRIORITIES.indexOf(action.priority ?? 'medium'),
          category: action.category ?? null,
          owner: action.owner ?? null,
          owning_group: action.owner?.startsWith('group:')
            ? action.owner
            : null,
          due_date: action.dueDate ?? null,
          incident_id: action.incidentId ?? null,
          lesson_id: action.lessonId ?? null,
        });
    }
    if (rows.length < 500) {
      return;
    }
    last = rows[rows.length - 1].id;
  }
}

/** @param {import('knex').Knex.CreateTableBuilder} table */
function actionReference(table) {
  table
    .string('action_id', 36)
    .notNullable()
    .references('actions.id')
    .onDelete('CASCADE');
}

/**
 * @param {import('knex').Knex} knex
 */
exports.down = async function down(knex) {
  for (const table of ['action_digests', 'action_ratings', 'action_history']) {
    await knex.schema.dropTable(table);
  }
  for (const index of [
    'due_date',
    'updated_at',
    'priority',
    'owner',
    'incident',
    'lesson',
    'committed_at',
  ]) {
    await knex.raw('drop index ??', [`actions_${index}_idx`]);
  }
  for (const column of [
    'search_text',
    'kind',
    'priority',
    'priority_rank',
    'category',
    'owner',
    'owning_group',
    'unowned',
    'due_date',
    'incident_id',
    'lesson_id',
    'verified_at',
  ]) {
    // SQLite would otherwise copy the table.
    await knex.raw('alter table actions drop column ??', [column]);
  }
};
