// @ts-check

/**
 * Incidents. `content` holds what is said of an incident, as JSON; every other column is derived from it so that
 * each filter and each order of a list runs over an index.
 *
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  const postgres = knex.client.config.client === 'pg';

  await knex.schema.createTable('incidents', table => {
    if (!postgres) {
      table.increments('seq').comment('Row of the full-text index');
    }
    const id = table.string('id', 36).notNullable();
    if (postgres) {
      id.primary();
    } else {
      id.unique();
    }
    table.integer('revision').notNullable();
    table.bigInteger('created_at').notNullable().comment('Epoch ms');
    table.bigInteger('updated_at').notNullable().comment('Epoch ms');
    table.text('created_by').notNullable();
    table.text('content').notNullable().comment('IncidentContent as JSON');
    table.text('data_quality').notNullable().comment('Findings as JSON');
    table.text('search_text').notNullable();

    table.text('title').notNullable();
    table.string('kind', 20).notNullable();
    table.string('status', 20).notNullable();
    table.string('severity', 20).notNullable();
    table.smallint('severity_rank').notNullable().comment('0 is critical');
    table.text('category');
    table.text('attack_vector');
    table.boolean('drill').notNullable();
    table.string('visibility', 20).notNullable();
    table.text('primary_entity_ref').comment('Absent: unassigned');
    table.text('source_system');
    table.text('source_id');
    table
      .text('source_hashes')
      .comment('Of the versions imported, the last one first');

    table.bigInteger('period_at').notNullable().comment('Epoch ms');
    table.string('period_precision', 10).notNullable();
    table.double('time_to_detect_ms');
    table.double('time_to_contain_ms');
    table.double('time_to_resolve_ms');
    table.text('signature').notNullable();
    table.text('repeat_key').comment('The signature, if it can repeat');
    // Ties are broken alike by every locale and by JavaScript.
    table
      .specificType('repeat_order', postgres ? 'text collate "C"' : 'text')
      .notNullable();

    table.unique(['source_system', 'source_id'], {
      indexName: 'incidents_source_uniq',
    });
    for (const column of [
      'period_at',
      'updated_at',
      'severity_rank',
      'title',
      'time_to_detect_ms',
      'time_to_contain_ms',
      'time_to_resolve_ms',
    ]) {
      table.index([column, 'id'], `incidents_${column}_idx`);
    }
    for (const column of [
      'kind',
      'status',
      'category',
      'attack_vector',
      'drill',
    ]) {
      table.index([column, 'period_at', 'id'], `incidents_${column}_idx`);
    }
    table.index(
      ['repeat_key', 'period_at', 'repeat_order', 'id'],
      'incidents_repeat_idx',
    );
    table.index(['period_at', 'id'], 'incidents_unassigned_idx', {
      predicate: knex.whereNull('primary_entity_ref'),
    });
  });

  await createSearch(knex, postgres);

  await knex.schema.createTable('incident_entities', table => {
    incidentReference(table);
    table.text('entity_ref').notNullable();
    table.integer('position').notNullable().comment('0 is the primary one');
    table.primary(['incident_id', 'entity_ref']);
    table.index(['entity_ref', 'incident_id'], 'incident_entities_ref_idx');
  });

  await knex.schema.createTable('incident_participants', table => {
    incidentReference(table);
    table.text('entity_ref').notNullable();
    table.primary(['incident_id', 'entity_ref']);
    table.index(['entity_ref', 'incident_id'], 'incident_participants_ref_idx');
  });

  await knex.schema.createTable('incident_tags', table => {
    incidentReference(table);
    table.text('tag').notNullable();
    table.primary(['incident_id', 'tag']);
    table.index(['tag', 'incident_id'], 'incident_tags_tag_idx');
  });

  await knex.schema.createTable('incident_findings', table => {
    incidentReference(table);
    table.string('code', 20).notNullable();
    table.string('path', 40).notNullable();
    table.primary(['incident_id', 'code', 'path']);
    table.index(['code', 'incident_id'], 'incident_findings_code_idx');
  });

  await knex.schema.createTable('incident_repeats', table => {
    incidentReference(table);
    table.string('of_id', 36).notNullable();
    table.string('state', 10).notNullable();
    table.primary(['incident_id']);
    table.index(['of_id'], 'incident_repeats_of_idx');
    table.index(['state', 'incident_id'], 'incident_repeats_state_idx');
  });

  await knex.schema.createTable('incident_repeat_verdicts', table => {
    incidentReference(table);
    table.string('of_id', 36).notNullable();
    table.string('verdict', 10).notNullable();
    table.text('by').notNullable();
    table.bigInteger('at').notNullable();
    table.primary(['incident_id', 'of_id']);
    table.index(['of_id'], 'incident_repeat_verdicts_of_idx');
  });

  // No reference: the history outlives its incident.
  await knex.schema.createTable('incident_history', table => {
    table.string('id', 36).primary();
    table.string('incident_id', 36).notNullable();
    table.integer('revision').notNullable();
    table.bigInteger('at').notNullable();
    table.text('by').notNullable();
    table.string('operation', 10).notNullable();
    table.text('changes').notNullable();
    table.index(['incident_id', 'id'], 'incident_history_incident_idx');
  });
};

/** @param {import('knex').Knex.CreateTableBuilder} table */
function incidentReference(table) {
  table
    .string('incident_id', 36)
    .notNullable()
    .references('incidents.id')
    .onDelete('CASCADE');
}

/**
 * @param {import('knex').Knex} knex
 * @param {boolean} postgres
 */
async function createSearch(knex, postgres) {
  if (postgres) {
    await knex.raw(`
      alter table incidents add column search tsvector
        generated always as (to_tsvector('simple', search_text)) stored`);
    await knex.raw(
      'create index incidents_search_idx on incidents using gin (search)',
    );
    return;
  }
  await knex.raw(`
    create virtual table incidents_search
      using fts5(search_text, content='incidents', content_rowid='seq')`);
  await knex.raw(`
    create trigger incidents_search_insert after insert on incidents begin
      insert into incidents_search(rowid, search_text)
        values (new.seq, new.search_text);
    end`);
  await knex.raw(`
    create trigger incidents_search_delete after delete on incidents begin
      insert into incidents_search(incidents_search, rowid, search_text)
        values ('delete', old.seq, old.search_text);
    end`);
  await knex.raw(`
    create trigger incidents_search_update
      after update of search_text on incidents begin
      insert into incidents_search(incidents_search, rowid, search_text)
        values ('delete', old.seq, old.search_text);
      insert into incidents_search(rowid, search_text)
        values (new.seq, new.search_text);
    end`);
}

/**
 * @param {import('knex').Knex} knex
 */
exports.down = async function down(knex) {
  for (const table of [
    'incident_history',
    'incident_repeat_verdicts',
    'incident_repeats',
    'incident_findings',
    'incident_tags',
    'incident_participants',
    'incident_entities',
  ]) {
    await knex.schema.dropTable(table);
  }
  await knex.raw('drop table if exists incidents_search');
  await knex.schema.dropTable('incidents');
};
