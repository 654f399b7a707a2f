// @ts-check

/**
 * The root causes of the reports that stand, so that figures rest on what was published while an amendment is being
 * written.
 *
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  await knex.schema.createTable('published_causes', table => {
    table
      .string('review_id', 36)
      .notNullable()
      .references('reviews.id')
      .onDelete('CASCADE');
    table.integer('position').notNullable();
    table.string('type', 20).notNullable();
    table.string('role', 20).notNullable();
    table.primary(['review_id', 'position']);
  });
  await fill(knex);
};

/**
 * The reports are read here: PostgreSQL refuses to look into JSON that has U+0000 in one of its texts.
 *
 * @param {import('knex').Knex} knex
 */
async function fill(knex) {
  for (let last = ''; ; ) {
    const reviews = await knex('reviews')
      .where('reviews.id', '>', last)
      .whereNotNull('published_version')
      .orderBy('reviews.id')
      .limit(100)
      .join('review_reports', function standing() {
        this.on('review_reports.review_id', 'reviews.id').andOn(
          'review_reports.version',
          'reviews.published_version',
        );
      })
      .select('reviews.id', 'review_reports.content');
    const causes = reviews.flatMap(({ id, content }) =>
      JSON.parse(content).rootCauses.map(
        (
          /** @type {{ type: string; role: string }} */ { type, role },
          /** @type {number} */ position,
        ) => ({ review_id: id, position, type, role }),
      ),
    );
    for (let start = 0; start < causes.length; start += 100) {
      await knex('published_causes').insert(causes.slice(start, start + 100));
    }
    if (reviews.length < 100) {
      return;
    }
    last = reviews[reviews.length - 1].id;
  }
}

/**
 * @param {import('knex').Knex} knex
 */
exports.down = async function down(knex) {
  await knex.schema.dropTable('published_causes');
};
