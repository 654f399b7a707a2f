// @ts-check

const { randomUUID } = require('node:crypto');

const INDEXED = ['statement_words', 'topic_words', 'detail_words'];
/** In PostgreSQL: of the first part, the first two, and all; a gap keeps phrases within one. */
const VECTORS = ['statement_search', 'heading_search', 'search'];

/**
 * What lessons are searched, filtered and sorted by, and their history. Times are epoch milliseconds.
 *
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  const postgres = knex.client.config.client === 'pg';
  if (postgres) {
    await knex.schema.alterTable('lessons', table => findingColumns(table));
  } else {
    // The full-text index needs rows with numbers that stay.
    await rebuild(knex, table => {
      table.increments('seq').comment('Row of the full-text index');
      recordColumns(table).unique();
      findingColumns(table);
      table.text('content').notNullable().comment('LessonInput as JSON');
    });
  }

  await knex.schema.createTable('lesson_tags', table => {
    lessonReference(table);
    table.text('tag').notNullable();
    table.primary(['lesson_id', 'tag']);
    table.index(['tag', 'lesson_id'], 'lesson_tags_tag_idx');
  });
  await knex.schema.createTable('lesson_entities', table => {
    lessonReference(table);
    table.text('entity_ref').notNullable();
    table.primary(['lesson_id', 'entity_ref']);
    table.index(['entity_ref', 'lesson_id'], 'lesson_entities_ref_idx');
  });
  await knex.schema.createTable('lesson_history', table => {
    table.string('id', 36).primary();
    lessonReference(table);
    table.integer('revision').notNullable();
    table.bigInteger('at').notNullable();
    table.text('by').notNullable();
    table.string('operation', 10).notNullable();
    table.text('changes').notNullable().comment('As JSON');
    table.index(['lesson_id', 'at', 'id'], 'lesson_history_lesson_idx');
  });

  await fill(knex);
  await createSearch(knex, postgres);
  await knex.schema.alterTable('lessons', table => {
    table.index(['dated_at', 'id'], 'lessons_dated_at_idx');
    table.index(['owner'], 'lessons_owner_idx');
    table.index(['category'], 'lessons_category_idx');
  });
};

/**
 * The columns that lessons had from the start, up to their content.
 *
 * @param {import('knex').Knex.CreateTableBuilder} table
 */
function recordColumns(table) {
  const id = table.string('id', 36).notNullable();
  table.integer('revision').notNullable();
  table.bigInteger('created_at').notNullable();
  table.bigInteger('updated_at').notNullable();
  table.text('created_by').notNullable();
  table.string('review_id', 36).references('reviews.id').onDelete('SET NULL');
  table.bigInteger('published_at');
  return id;
}

/** @param {import('knex').Knex.CreateTableBuilder} table */
function findingColumns(table) {
  table
    .bigInteger('dated_at')
    .notNullable()
    .defaultTo(0)
    .comment('When it was published, else written');
  table.string('type', 20).notNullable().defaultTo('technical');
  table.string('priority', 20).notNullable().defaultTo('medium');
  table.text('category');
  table.text('owner');
  for (const column of INDEXED) {
    table.text(column).notNullable().defaultTo('').comment('Between spaces');
  }
}

/** @param {import('knex').Knex.CreateTableBuilder} table */
function lessonReference(table) {
  table
    .string('lesson_id', 36)
    .notNullable()
    .references('lessons.id')
    .onDelete('CASCADE');
}

const KEPT =
  'id, revision, created_at, updated_at, created_by, review_id, published_at, content';

/**
 * Puts the lessons of SQLite into a table of other columns.
 *
 * @param {import('knex').Knex} knex
 * @param {(table: import('knex').Knex.CreateTableBuilder) => void} build
 */
async function rebuild(knex, build) {
  await knex.schema.createTable('lessons_next', build);
  await knex.raw(
    `insert into lessons_next (${KEPT}) select ${KEPT} from lessons order by created_at, id`,
  );
  await knex.schema.dropTable('lessons');
  await knex.schema.renameTable('lessons_next', 'lessons');
  await knex.schema.alterTable('lessons', table => {
    table.index(['created_at', 'id'], 'lessons_created_at_idx');
    table.index(['review_id', 'created_at'], 'lessons_review_idx');
    table.index(['published_at'], 'lessons_published_at_idx');
  });
}

const PAGE = 500;

/** @param {import('knex').Knex} knex */
async function fill(knex) {
  await knex('lessons').update({
    dated_at: knex.raw('coalesce(published_at, created_at)'),
  });
  for (let last = ''; ; ) {
    const rows = await knex('lessons')
      .where('id', '>', last)
      .orderBy('id')
      .limit(PAGE)
      .select('id', 'content');
    const tags = [];
    const entities = [];
    for (const { id, content } of rows) {
      const lesson = JSON.parse(content);
      await knex('lessons').where({ id }).update(foundBy(lesson));
      for (const tag of new Set((lesson.tags ?? []).map(storable))) {
        tags.push({ lesson_id: id, tag });
      }
      for (const entityRef of new Set(lesson.appliesTo ?? [])) {
        entities.push({ lesson_id: id, entity_ref: entityRef });
      }
    }
    await knex.batchInsert('lesson_tags', tags, 200);
    await knex.batchInsert('lesson_entities', entities, 200);
    if (rows.length < PAGE) {
      break;
    }
    last = rows[rows.length - 1].id;
  }
  await fillHistory(knex);
}

/** @param {any} lesson */
function foundBy(lesson) {
  const { statement, category, tags = [], detail } = lesson;
  return {
    type: lesson.type ?? 'technical',
    priority: lesson.priority ?? 'medium',
    category: category ? storable(category) : null,
    owner: lesson.owner ?? null,
    statement_words: words(statement),
    topic_words: words([category, ...tags].join('\n')),
    detail_words: words(detail),
  };
}

/** @param {string} text - of which PostgreSQL can store neither U+0000 nor half of a surrogate pair */
function storable(text) {
  return text.replaceAll('\u0000', '').replace(/\p{Surrogate}/gu, '\uFFFD');
}

/**
 * The words of a text without accents and case.
 *
 * @param {string} [text]
 */
function words(text = '') {
  const found = text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toUpperCase()
    .toLowerCase()
    .match(/[\p{L}\p{N}]+/gu);
  return found ? ` ${found.join(' ')} ` : '';
}

/**
 * Who published what was published before there was a history: the reports know.
 *
 * @param {import('knex').Knex} knex
 */
async function fillHistory(knex) {
  const rows = await knex('lessons')
    .join('review_reports', 'review_reports.review_id', 'lessons.review_id')
    .whereRaw('review_reports.published_at = lessons.published_at')
    .select(
      'lessons.id',
      'lessons.revision',
      'review_reports.published_at',
      'review_reports.published_by',
    );
  await knex.batchInsert(
    'lesson_history',
    rows.map(row => ({
      id: randomUUID(),
      lesson_id: row.id,
      revision: row.revision,
      at: row.published_at,
      by: row.published_by,
      operation: 'published',
      changes: '[]',
    })),
    100,
  );
}

/**
 * @param {import('knex').Knex} knex
 * @param {boolean} postgres
 */
async function createSearch(knex, postgres) {
  if (postgres) {
    // A search looks at many vectors: none of them is to be fetched from elsewhere.
    await knex.raw('alter table lessons set (toast_tuple_target = 8160)');
    const gap = "'''|'':1'::tsvector";
    const parts = INDEXED.map(column => `to_tsvector('simple', ${column})`);
    for (const [index, column] of VECTORS.entries()) {
      const vector = parts.slice(0, index + 1).join(` || ${gap} || `);
      await knex.raw(`alter table lessons add column ${column} tsvector
        generated always as (${vector}) stored`);
      await knex.raw(
        `create index lessons_${column}_idx on lessons using gin (${column})`,
      );
    }
    return;
  }
  const columns = INDEXED.join(', ');
  const values = (/** @type {string} */ row) =>
    INDEXED.map(column => `${row}.${column}`).join(', ');
  const forget = `insert into lessons_search(lessons_search, rowid, ${columns})
        values ('delete', old.seq, ${values('old')});`;
  const learn = `insert into lessons_search(rowid, ${columns})
        values (new.seq, ${values('new')});`;
  await knex.raw(`
    create virtual table lessons_search
      using fts5(${columns}, content='lessons', content_rowid='seq')`);
  await knex.raw(
    "insert into lessons_search(lessons_search) values ('rebuild')",
  );
  await knex.raw(`
    create trigger lessons_search_insert after insert on lessons begin
      ${learn}
    end`);
  await knex.raw(`
    create trigger lessons_search_delete after delete on lessons begin
      ${forget}
    end`);
  await knex.raw(`
    create trigger lessons_search_update
      after update of ${columns} on lessons begin
      ${forget}
      ${learn}
    end`);
}

/**
 * @param {import('knex').Knex} knex
 */
exports.down = async function down(knex) {
  for (const table of ['lesson_history', 'lesson_entities', 'lesson_tags']) {
    await knex.schema.dropTable(table);
  }
  if (knex.client.config.client !== 'pg') {
    await knex.schema.dropTable('lessons_search');
    await rebuild(knex, table => {
      recordColumns(table).primary();
      table.text('content').notNullable().comment('LessonInput as JSON');
    });
    return;
  }
  await knex.schema.alterTable('lessons', table => {
    table.dropColumns(
      ...VECTORS,
      'dated_at',
      'type',
      'priority',
      'category',
      'owner',
      ...INDEXED,
    );
  });
};
