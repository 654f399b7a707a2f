// @ts-check

/**
 * Reviews with their parts, and what comes out of them: analyses, lessons and actions. Times are epoch milliseconds.
 *
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  await addEndOfIncidents(knex);

  await knex.schema.createTable('reviews', table => {
    record(table);
    table.text('title').notNullable();
    table.text('search_text').notNullable().comment('In lower case');
    table.string('state', 20).notNullable();
    table.text('template').notNullable().comment('ReviewTemplate as JSON');
    table.text('participants').notNullable().comment('As JSON');
    table.text('facilitator');
    table.bigInteger('scheduled_for');
    table.bigInteger('feedback_due_at');
    table.text('cancel_reason');
    table.text('amend_reason').comment('While an amendment is written');
    table.bigInteger('published_at').comment('Of the report that stands');
    table.integer('published_version');
    table.integer('root_causes_revision').notNullable();
    table.index(['created_at', 'id'], 'reviews_created_at_idx');
    table.index(['state', 'created_at', 'id'], 'reviews_state_idx');
    table.index(['facilitator', 'scheduled_for'], 'reviews_facilitator_idx');
  });

  await knex.schema.createTable('review_participants', table => {
    reviewReference(table);
    table.text('entity_ref').notNullable();
    table.primary(['review_id', 'entity_ref']);
    table.index(['entity_ref', 'review_id'], 'review_participants_ref_idx');
  });

  // No reference to the incident: a review outlives it.
  await knex.schema.createTable('review_incidents', table => {
    reviewReference(table);
    table.string('incident_id', 36).notNullable();
    table.integer('position').notNullable();
    table
      .string('open_incident_id', 36)
      .comment('The incident, as long as the review is open');
    table
      .boolean('was_restricted')
      .notNullable()
      .defaultTo(false)
      .comment('When it was deleted');
    table.primary(['review_id', 'incident_id']);
    table.unique(['open_incident_id'], { indexName: 'review_incidents_open' });
    table.index(['incident_id'], 'review_incidents_incident_idx');
  });

  await knex.schema.createTable('review_sections', table => {
    reviewReference(table);
    table.string('section_id', 60).notNullable();
    table.integer('revision').notNullable();
    table.text('text').notNullable();
    table.text('search_text').notNullable().comment('In lower case');
    table.bigInteger('updated_at').notNullable();
    table.text('updated_by').notNullable();
    table.primary(['review_id', 'section_id']);
  });

  await knex.schema.createTable('root_causes', table => {
    reviewReference(table);
    table.string('id', 100).notNullable();
    table.integer('position').notNullable();
    table.text('statement').notNullable();
    table.string('type', 20).notNullable();
    table.string('role', 20).notNullable();
    table.text('factors').notNullable().comment('As JSON');
    table.text('evidence').notNullable().comment('As JSON');
    table.string('analysis_id', 36);
    table.string('node_id', 100);
    table.primary(['review_id', 'id']);
    table.index(['type', 'review_id'], 'root_causes_type_idx');
  });

  await knex.schema.createTable('review_reports', table => {
    reviewReference(table);
    table.integer('version').notNullable();
    table.bigInteger('published_at').notNullable();
    table.text('published_by').notNullable();
    table.text('content').notNullable().comment('Report as JSON');
    table.primary(['review_id', 'version']);
    table.index(['published_at'], 'review_reports_published_at_idx');
  });

  await knex.schema.createTable('review_history', table => {
    table.string('id', 36).primary();
    reviewReference(table);
    table.integer('revision').notNullable();
    table.bigInteger('at').notNullable();
    table.text('by').notNullable();
    table.string('operation', 10).notNullable();
    table.text('changes').notNullable();
    table.index(['review_id', 'id'], 'review_history_review_idx');
  });

  await knex.schema.createTable('analyses', table => {
    record(table);
    reviewReference(table);
    table.string('kind', 20).notNullable();
    table.text('title').notNullable();
    table.text('content').notNullable().comment('Analysis as JSON');
    table.index(['review_id', 'id'], 'analyses_review_idx');
    table.index(['kind'], 'analyses_kind_idx');
  });

  await createFeedback(knex);
  await createLessonsAndActions(knex);
};

/** @param {import('knex').Knex} knex */
async function addEndOfIncidents(knex) {
  await knex.schema.alterTable('incidents', table => {
    table.bigInteger('ended_at').comment('closedAt, else resolvedAt');
    table.index(['ended_at', 'id'], 'incidents_ended_at_idx');
  });
  await fillEndOfIncidents(knex);
}

/**
 * The times are read here: PostgreSQL refuses to look into JSON that has U+0000 in one of its texts.
 *
 * @param {import('knex').Knex} knex
 */
async function fillEndOfIncidents(knex) {
  const update =
    knex.client.config.client === 'pg'
      ? `update incidents set ended_at = ended.value::bigint
           from json_each_text(?::json) as ended where ended.key = incidents.id`
      : `update incidents set ended_at = ended.value
           from json_each(?) as ended where ended.key = incidents.id`;
  for (let last = ''; ; ) {
    const rows = await knex('incidents')
      .where('id', '>', last)
      .orderBy('id')
      .limit(1000)
      .select('id', 'content');
    const ends = rows.flatMap(({ id, content }) => {
      const { closedAt, resolvedAt } = JSON.parse(content);
      const end = closedAt ?? resolvedAt;
      return end ? [[id, Date.parse(end)]] : [];
    });
    await knex.raw(update, [JSON.stringify(Object.fromEntries(ends))]);
    if (rows.length < 1000) {
      return;
    }
    last = rows[rows.length - 1].id;
  }
}

/**
 * Who was asked stands apart from what was answered. Neither table holds a time or an order of the answers.
 *
 * @param {import('knex').Knex} knex
 */
async function createFeedback(knex) {
  await knex.schema.createTable('feedback_requests', table => {
    reviewReference(table);
    table.text('entity_ref').notNullable();
    table.boolean('answered').notNullable();
    table.integer('notices').notNullable().comment('How many were sent');
    table.bigInteger('next_notice_at').comment('Absent: none any more');
    table.primary(['review_id', 'entity_ref']);
    table.index(['next_notice_at'], 'feedback_requests_notice_idx');
    table.index(['entity_ref', 'answered'], 'feedback_requests_ref_idx');
  });

  await knex.schema.createTable('feedback_answers', table => {
    table.string('id', 36).primary().comment('Random: tells no order');
    reviewReference(table);
    table.text('author').comment('Absent: anonymous');
    table.text('answers').notNullable().comment('FeedbackAnswers as JSON');
    table.unique(['review_id', 'author'], {
      indexName: 'feedback_answers_author_uniq',
    });
  });
}

/** @param {import('knex').Knex} knex */
async function createLessonsAndActions(knex) {
  await knex.schema.createTable('lessons', table => {
    record(table);
    table.string('review_id', 36).references('reviews.id').onDelete('SET NULL');
    table.text('content').notNullable().comment('LessonInput as JSON');
    table.bigInteger('published_at');
    table.index(['created_at', 'id'], 'lessons_created_at_idx');
    table.index(['review_id', 'created_at'], 'lessons_review_idx');
    table.index(['published_at'], 'lessons_published_at_idx');
  });

  await knex.schema.createTable('actions', table => {
    record(table);
    table.string('review_id', 36).references('reviews.id').onDelete('SET NULL');
    table.text('content').notNullable().comment('ActionInput as JSON');
    table.string('status', 20).notNullable();
    table.bigInteger('committed_at');
    table.bigInteger('completed_at');
    table.index(['created_at', 'id'], 'actions_created_at_idx');
    table.index(['review_id', 'created_at'], 'actions_review_idx');
    table.index(['status', 'created_at'], 'actions_status_idx');
  });
}

/** @param {import('knex').Knex.CreateTableBuilder} table */
function record(table) {
  table.string('id', 36).primary();
  table.integer('revision').notNullable();
  table.bigInteger('created_at').notNullable();
  table.bigInteger('updated_at').notNullable();
  table.text('created_by').notNullable();
}

/** @param {import('knex').Knex.CreateTableBuilder} table */
function reviewReference(table) {
  table
    .string('review_id', 36)
    .notNullable()
    .references('reviews.id')
    .onDelete('CASCADE');
}

/**
 * @param {import('knex').Knex} knex
 */
exports.down = async function down(knex) {
  for (const table of [
    'actions',
    'lessons',
    'feedback_answers',
    'feedback_requests',
    'analyses',
    'review_history',
    'review_reports',
    'root_causes',
    'review_sections',
    'review_incidents',
    'review_participants',
    'reviews',
  ]) {
    await knex.schema.dropTable(table);
  }
  await knex.raw('drop index incidents_ended_at_idx');
  // SQLite would otherwise copy the table, and lose its triggers.
  await knex.raw('alter table incidents drop column ended_at');
};
