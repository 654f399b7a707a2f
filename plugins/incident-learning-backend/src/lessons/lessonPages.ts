import type { Knex } from 'knex';
import {
  PageOrder,
  countOf,
  decodeCursor,
  encodeCursor,
  pageOf,
} from '../database';
import type { LessonPage } from './LessonStore';
import { TIERS, applySearch } from './lessonSearch';

/** Larger than any time that a lesson can be dated at; with a tier before it, still a whole number. */
const STEP = 1e14;

const BY_RECENCY: PageOrder = {
  sort: 'recency',
  table: 'lessons',
  column: 'dated_at',
  descending: true,
  complete: true,
};

/** Which lessons a page has, in its order. */
export interface FoundPage {
  rows: { id: string }[];
  nextCursor?: string;
}

/** One page of lessons, the latest first. */
export function latestPage(
  base: Knex.QueryBuilder,
  page: LessonPage,
): Promise<FoundPage> {
  return pageOf<{ id: string }>(
    base.clone().select('lessons.id', 'lessons.dated_at'),
    BY_RECENCY,
    page,
  );
}

/** One page of the lessons of a search. */
export function findPage(
  knex: Knex,
  base: Knex.QueryBuilder,
  search: string,
  page: LessonPage,
): Promise<FoundPage> {
  if (page.sort === 'relevance') {
    return relevantPage(knex, base, search, page);
  }
  const found = base.clone();
  applySearch(knex, found, search, { ordered: true });
  return latestPage(found, page);
}

/** How many lessons a search finds. */
export function countFound(
  knex: Knex,
  base: Knex.QueryBuilder,
  search: string,
): Promise<number> {
  const all = base.clone();
  applySearch(knex, all, search);
  return countOf(all);
}

/**
 * One page of the lessons that meet a search, the best first, of equally good ones the latest: tier by tier, each of
 * them in the order of its index.
 *
 * @param base - the lessons of all other filters
 */
async function relevantPage(
  knex: Knex,
  base: Knex.QueryBuilder,
  search: string,
  { limit, cursor }: LessonPage,
): Promise<FoundPage> {
  const after = cursor ? decodeCursor(cursor, 'relevance') : undefined;
  const last = Number(after?.value ?? Infinity);
  const rows: { id: string; relevance: number }[] = [];
  for (const tier of TIERS) {
    if (tier * STEP > last || rows.length > limit) {
      continue;
    }
    const query = base
      .clone()
      .select('lessons.id', 'lessons.dated_at')
      .orderBy([
        { column: 'lessons.dated_at', order: 'desc' },
        { column: 'lessons.id', order: 'desc' },
      ])
      .limit(limit + 1 - rows.length);
    applySearch(knex, query, search, { tier, ordered: true });
    if (after && last < (tier + 1) * STEP) {
      query.whereRaw('(lessons.dated_at, lessons.id) < (?, ?)', [
        last - tier * STEP,
        after.id,
      ]);
    }
    const found: { id: string; dated_at: number | string }[] = await query;
    rows.push(
      ...found.map(({ id, dated_at: at }) => ({
        id,
        relevance: tier * STEP + Number(at),
      })),
    );
  }
  if (rows.length <= limit) {
    return { rows };
  }
  const { id, relevance } = rows[limit - 1];
  return {
    rows: rows.slice(0, limit),
    nextCursor: encodeCursor({ sort: 'relevance', value: relevance, id }),
  };
}
