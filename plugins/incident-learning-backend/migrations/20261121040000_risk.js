// @ts-check

const PLUGIN = 'plugin:incident-learning';
const STANDARD = '01932f00-0000-7000-8000-000000000001';
const FIRST_ACTIVATION = '01932f00-0000-7000-8000-000000000002';
const MODEL = {
  weights: {
    exposure: 0.25,
    severity: 0.25,
    controlGap: 0.2,
    activity: 0.15,
    businessImpact: 0.15,
  },
  threshold: { kind: 'quantile', value: 0.8 },
};

const RISK_COLUMNS = [
  'risk_score',
  'risk_priority',
  'risk_details',
  'risk_activation',
];

/**
 * Risk: how incidents are weighed, what each of them scores, and what was decided about containing them. Times are
 * epoch milliseconds.
 *
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  await addRiskOfIncidents(knex);

  await knex.schema.createTable('risk_profiles', table => {
    record(table);
    table.text('name').notNullable();
    table.text('description');
    table.unique(['name'], { indexName: 'risk_profiles_name_uniq' });
  });

  await knex.schema.createTable('risk_profile_versions', table => {
    table
      .string('profile_id', 36)
      .notNullable()
      .references('risk_profiles.id')
      .onDelete('CASCADE');
    table.integer('version').notNullable();
    table.text('model').notNullable().comment('RiskModel as JSON');
    table.bigInteger('created_at').notNullable();
    table.text('created_by').notNullable();
    table.text('note');
    table.string('experiment_id', 36);
    table.primary(['profile_id', 'version']);
  });

  // No reference to the profile: the history outlives it.
  await knex.schema.createTable('risk_activations', table => {
    table.string('id', 36).primary();
    table.integer('number').notNullable().comment('1 is the first');
    table.string('profile_id', 36).notNullable();
    table.text('profile_name').notNullable();
    table.integer('version').notNullable();
    table.text('model').notNullable().comment('RiskModel as JSON');
    table.bigInteger('at').notNullable();
    table.text('by').notNullable();
    table.text('reason').notNullable();
    table.unique(['number'], { indexName: 'risk_activations_number_uniq' });
  });

  await knex.schema.createTable('risk_state', table => {
    table.integer('id').primary().comment('There is one row: 1');
    table.integer('activation').notNullable().comment('The number that holds');
    table.double('threshold').comment('Absent: no incident has a score');
    table.integer('scored').notNullable();
    table.integer('priority_count').notNullable();
    table.bigInteger('refreshed_at');
    table.bigInteger('checked_at').notNullable().comment('For changed facts');
    table.bigInteger('swept_at').notNullable().comment('For facts elsewhere');
  });

  await knex.schema.createTable('risk_experiments', table => {
    record(table);
    table.string('status', 20).notNullable();
    table.text('content').notNullable().comment('RiskExperiment as JSON');
    table.index(['created_at', 'id'], 'risk_experiments_created_at_idx');
    table.index(['status', 'created_at', 'id'], 'risk_experiments_status_idx');
  });

  await knex.schema.createTable('incident_decisions', table => {
    table.string('id', 36).primary();
    table
      .string('incident_id', 36)
      .notNullable()
      .references('incidents.id')
      .onDelete('CASCADE');
    table.string('outcome', 10).notNullable();
    table.bigInteger('decided_at').notNullable();
    table.bigInteger('requested_at');
    table.string('corrected_by', 36);
    table.text('content').notNullable().comment('Decision as JSON');
    table.index(['incident_id', 'decided_at'], 'incident_decisions_idx');
  });

  await addStandardProfile(knex);
};

/** @param {import('knex').Knex} knex */
async function addRiskOfIncidents(knex) {
  await knex.schema.alterTable('incidents', table => {
    table.double('risk_score').comment('By the active profile');
    table.boolean('risk_priority').notNullable().defaultTo(false);
    table.text('risk_details').comment('Range, factors, missing ones, as JSON');
    table
      .integer('risk_activation')
      .notNullable()
      .defaultTo(0)
      .comment('By which it was scored; 0: its facts have changed since');
    table.index(['risk_score', 'id'], 'incidents_risk_score_idx');
    table.index(['risk_activation', 'id'], 'incidents_risk_activation_idx');
    table.index(
      ['risk_priority', 'period_at', 'id'],
      'incidents_risk_priority_idx',
    );
  });
  await knex.raw(`
    create index incidents_risk_population_idx on incidents (risk_score)
      where risk_score is not null and visibility <> 'restricted'`);
}

/**
 * There is always an active profile.
 *
 * @param {import('knex').Knex} knex
 */
async function addStandardProfile(knex) {
  const now = Date.now();
  const model = JSON.stringify(MODEL);
  await knex('risk_profiles').insert({
    id: STANDARD,
    revision: 1,
    created_at: now,
    updated_at: now,
    created_by: PLUGIN,
    name: 'Standard',
    description:
      'Exposure and severity count most; the highest fifth has priority.',
  });
  await knex('risk_profile_versions').insert({
    profile_id: STANDARD,
    version: 1,
    model,
    created_at: now,
    created_by: PLUGIN,
  });
  await knex('risk_activations').insert({
    id: FIRST_ACTIVATION,
    number: 1,
    profile_id: STANDARD,
    profile_name: 'Standard',
    version: 1,
    model,
    at: now,
    by: PLUGIN,
    reason: 'What there is until somebody decides otherwise',
  });
  await knex('risk_state').insert({
    id: 1,
    activation: 1,
    scored: 0,
    priority_count: 0,
    checked_at: 0,
    swept_at: 0,
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

/**
 * @param {import('knex').Knex} knex
 */
exports.down = async function down(knex) {
  for (const table of [
    'incident_decisions',
    'risk_experiments',
    'risk_state',
    'risk_activations',
    'risk_profile_versions',
    'risk_profiles',
  ]) {
    await knex.schema.dropTable(table);
  }
  for (const index of ['score', 'activation', 'priority', 'population']) {
    await knex.raw(`drop index incidents_risk_${index}_idx`);
  }
  // SQLite would otherwise copy the table, and lose its triggers.
  for (const column of RISK_COLUMNS) {
    await knex.raw(`alter table incidents drop column ${column}`);
  }
};
