import type { Knex } from 'knex';
import { createRandom } from './generate';
import { BATCH, insertJson, isPostgres } from './insertJson';

const DAY_MS = 86_400_000;
/** One incident in so many has a published review. */
const REVIEWED = 10;

/** Published some days after the incident's end, most with a cause and three answers. */
export async function addReviews(knex: Knex): Promise<void> {
  const random = createRandom(2);
  const types = ['technical', 'process', 'human', 'organizational'];
  const reviewed: { id: string; ended_at: number | string }[] = await knex(
    'incidents',
  )
    .whereRaw(
      `${
        isPostgres(knex) ? 'right(id, 9)::int' : 'cast(substr(id, -9) as int)'
      } % ? = 0`,
      [REVIEWED],
    )
    .select('id', 'ended_at');
  for (let at = 0; at < reviewed.length; at += BATCH) {
    const batch = reviewed
      .slice(at, at + BATCH)
      .map(({ id, ended_at: end }) => ({
        id: `review-${id}`,
        incidentId: id,
        published: Number(end) + Math.round((1 + random() * 8) * DAY_MS),
        type: types[Math.floor(random() * types.length)],
        yes: random() < 0.7,
      }));
    await insertJson(
      knex,
      'reviews',
      batch.map(({ id, published }) => ({
        id,
        revision: 1,
        created_at: published,
        updated_at: published,
        created_by: 'external:bench',
        title: id,
        search_text: id,
        state: 'published',
        template: '{}',
        participants: '[]',
        root_causes_revision: 0,
        published_at: published,
        published_version: 1,
      })),
    );
    await insertJson(
      knex,
      'review_incidents',
      batch.map(({ id, incidentId }) => ({
        review_id: id,
        incident_id: incidentId,
        position: 0,
        was_restricted: false,
      })),
    );
    await insertJson(
      knex,
      'review_reports',
      batch.map(({ id, published }) => ({
        review_id: id,
        version: 1,
        published_at: published,
        published_by: 'external:bench',
        content: '{}',
      })),
    );
    await insertJson(
      knex,
      'published_causes',
      batch.map(({ id, type }) => ({
        review_id: id,
        position: 0,
        type,
        role: 'primary',
      })),
    );
    await insertJson(
      knex,
      'feedback_answers',
      batch.flatMap(({ id, yes }) =>
        [0, 1, 2].map(answer => ({
          id: `${id}-${answer}`,
          review_id: id,
          answers: JSON.stringify({
            learnedSomething: yes || answer === 0,
            wouldAttendAgain: true,
          }),
        })),
      ),
    );
  }
}
