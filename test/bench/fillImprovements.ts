import type { Knex } from 'knex';
import { createRandom } from './generate';
import { BATCH, insertJson } from './insertJson';

const DAY_MS = 86_400_000;
/** One review in so many has an action, and as many have a lesson. */
const EVERY = 5;
const STATUSES = ['open', 'in-progress', 'completed', 'verified'];

interface Reviewed {
  id: string;
  published_at: number | string;
}

/** What reviews brought about: actions, most of those that are done with a rating, and published lessons. */
export async function addImprovements(knex: Knex): Promise<void> {
  const reviews: Reviewed[] = await knex('reviews')
    .whereNotNull('published_at')
    .orderBy('id')
    .select('id', 'published_at');
  const some = (rest: number) =>
    reviews.filter((_, index) => index % EVERY === rest);
  await inBatches(some(0), rows => addActions(knex, rows));
  await inBatches(some(1), rows => addLessons(knex, rows));
}

async function inBatches<Row>(
  rows: Row[],
  add: (batch: Row[]) => Promise<void>,
): Promise<void> {
  for (let at = 0; at < rows.length; at += BATCH) {
    await add(rows.slice(at, at + BATCH));
  }
}

async function addActions(knex: Knex, reviews: Reviewed[]): Promise<void> {
  const random = createRandom(4);
  const actions = reviews.map(({ id, published_at: at }) => {
    const status = STATUSES[Math.floor(random() * STATUSES.length)];
    const completedAt = ['completed', 'verified'].includes(status)
      ? Number(at) + Math.round(random() * 30 * DAY_MS)
      : null;
    return {
      ...recordOf(`action-${id}`, Number(at), { title: 'Page sooner' }),
      review_id: id,
      status,
      committed_at: Number(at),
      completed_at: completedAt,
      search_text: 'page sooner',
    };
  });
  await insertJson(knex, 'actions', actions);
  await insertJson(
    knex,
    'action_ratings',
    actions
      .filter(({ completed_at: done }) => done !== null && random() < 0.8)
      .map(({ id, completed_at: done }) => ({
        action_id: id,
        by: 'user:default/bench',
        at: Number(done) + DAY_MS,
        score: 1 + Math.floor(random() * 10),
      })),
  );
}

async function addLessons(knex: Knex, reviews: Reviewed[]): Promise<void> {
  const content = { statement: 'Page sooner', tags: [], appliesTo: [] };
  await insertJson(
    knex,
    'lessons',
    reviews.map(({ id, published_at: at }) => ({
      ...recordOf(`lesson-${id}`, Number(at), content),
      review_id: id,
      published_at: Number(at),
      dated_at: Number(at),
      statement_words: ' page sooner ',
    })),
  );
}

function recordOf(id: string, at: number, content: object) {
  return {
    id,
    revision: 1,
    created_at: at,
    updated_at: at,
    created_by: 'external:bench',
    content: JSON.stringify(content),
  };
}
