import type { Knex } from 'knex';

const TABLES = [
  'metric_rollup_status',
  'metric_rollups',
  'metric_rollup_sets',
  'lesson_applications',
  'actions',
  'lessons',
  'reviews',
  'review_incidents',
  'incidents',
];

/** Takes out all that a company has written, rollups included. */
export async function emptied(knex: Knex) {
  for (const table of TABLES) {
    await knex(table).delete();
  }
}
