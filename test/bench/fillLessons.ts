import {
  CAUSE_TYPES,
  PRIORITIES,
  foldWords,
} from '@hindsight/backstage-plugin-incident-learning-common';
import type { Knex } from 'knex';
import { createRandom } from './generate';
import { BATCH, insertJson, isPostgres } from './insertJson';

const DAY_MS = 86_400_000;
const START = Date.UTC(2021, 0, 1);

/** What lessons are about, the most frequent first; the rest of the vocabulary is made up. */
const FREQUENT = [
  'service',
  'change',
  'alert',
  'deploy',
  'database',
  'certificate',
  'rollback',
  'timeout',
  'capacity',
  'expiry',
];
const SYLLABLES =
  'ba ce di fo gu ha ki lo mu ne po ra si to vu we xa yo ze'.split(' ');
const VOCABULARY = 6_000;
/** The exponent of Zipf's law, as in real texts. */
const SKEW = 1;

/** A word that nearly every lesson has, and one that only some have. */
export const COMMON = FREQUENT[0];
export const RARE = wordOf(VOCABULARY - 500);

/**
 * Fills in so many published lessons, past the API: half of them of reviews that are there, each of 8 to 16 words, most
 * with a detail of 30 to 120.
 */
export async function fillLessons(knex: Knex, count: number): Promise<void> {
  await knex('lessons').delete();
  const reviews: { id: string }[] = await knex('reviews')
    .select('id')
    .orderBy('id');
  const random = createRandom(3);
  const pick = <T>(all: readonly T[]) => all[Math.floor(random() * all.length)];
  const words = createWords(random);
  for (let start = 0; start < count; start += BATCH) {
    const batch = Array.from(
      { length: Math.min(BATCH, count - start) },
      (_, offset) => ({
        id: `bench-${String(start + offset).padStart(9, '0')}`,
        at: START + Math.floor(random() * 1_800 * DAY_MS),
        reviewId: random() < 0.5 ? pick(reviews)?.id : undefined,
        statement: words(8 + Math.floor(random() * 9)),
        detail:
          random() < 0.7 ? words(30 + Math.floor(random() * 90)) : undefined,
        type: pick(CAUSE_TYPES),
        priority: pick(PRIORITIES),
        category: `category ${Math.floor(random() * 20)}`,
        owner: `group:default/division-${pick([1, 2, 3, 4, 5])}-team-${pick([
          1, 2, 3,
        ])}`,
        tags: [...new Set([0, 1, 2].map(() => `tag-${pick(FREQUENT)}`))],
        appliesTo: [
          `component:default/service-${1 + Math.floor(random() * 5e3)}`,
        ],
      }),
    );
    await insertJson(knex, 'lessons', batch.map(rowOf));
    await insertJson(
      knex,
      'lesson_tags',
      batch.flatMap(({ id, tags }) =>
        tags.map(tag => ({ lesson_id: id, tag })),
      ),
    );
    await insertJson(
      knex,
      'lesson_entities',
      batch.flatMap(({ id, appliesTo }) =>
        appliesTo.map(ref => ({ lesson_id: id, entity_ref: ref })),
      ),
    );
  }
  await knex.raw(isPostgres(knex) ? 'vacuum analyze lessons' : 'analyze');
}

interface Generated {
  id: string;
  at: number;
  reviewId?: string;
  statement: string;
  detail?: string;
  type: string;
  priority: string;
  category: string;
  owner: string;
  tags: string[];
  appliesTo: string[];
}

function rowOf({ id, at, reviewId, ...content }: Generated) {
  return {
    id,
    revision: 1,
    created_at: at,
    updated_at: at,
    created_by: 'external:bench',
    review_id: reviewId ?? null,
    published_at: at,
    dated_at: at,
    type: content.type,
    priority: content.priority,
    category: content.category,
    owner: content.owner,
    statement_words: spaced(content.statement),
    topic_words: spaced([content.category, ...content.tags].join(' ')),
    detail_words: spaced(content.detail ?? ''),
    content: JSON.stringify(content),
  };
}

/** As the plugin keeps the words that it searches in. */
function spaced(text: string): string {
  const words = foldWords(text);
  return words.length > 0 ? ` ${words.join(' ')} ` : '';
}

function createWords(random: () => number): (count: number) => string {
  const ends: number[] = [];
  for (let rank = 1; rank <= VOCABULARY; rank++) {
    ends.push((ends[rank - 2] ?? 0) + rank ** -SKEW);
  }
  const total = ends[VOCABULARY - 1];
  const one = () => {
    const at = random() * total;
    return wordOf(ends.findIndex(end => end >= at));
  };
  return count => Array.from({ length: count }, one).join(' ');
}

function wordOf(rank: number): string {
  let rest = rank * 7 + 361;
  let word = FREQUENT[rank] ?? '';
  while (rank >= FREQUENT.length && rest > 0) {
    word += SYLLABLES[rest % SYLLABLES.length];
    rest = Math.floor(rest / SYLLABLES.length);
  }
  return word;
}
