import {
  SearchTerm,
  readSearch,
} from '@hindsight/backstage-plugin-incident-learning-common';
import type { Knex } from 'knex';
import { isPostgres } from '../database';

/**
 * How well a lesson meets a search: 4 where the statement has all the very words, 3 where words of it begin so, 2 where
 * statement, category and tags have them, 1 where it takes the detail. Unlike weights by frequency this depends on the
 * lesson alone, so that pages fit together whatever is written meanwhile, and both databases agree; and those of each
 * tier are read in the order of their index, however many there are.
 */
export const TIERS = [4, 3, 2, 1] as const;
export type Tier = (typeof TIERS)[number];

/** Parts of a lesson that are searched together: the statement, what stands above the detail, all. */
type Within = 'statement' | 'heading' | 'all';

interface Sought {
  within: Within;
  /** Whether words are whole. */
  whole?: boolean;
}

/** What each tier seeks, and what of it belongs to the tier above. */
const SOUGHT: Record<Tier, { sought: Sought; above?: Sought }> = {
  4: { sought: { within: 'statement', whole: true } },
  3: {
    sought: { within: 'statement' },
    above: { within: 'statement', whole: true },
  },
  2: { sought: { within: 'heading' }, above: { within: 'statement' } },
  1: { sought: { within: 'all' }, above: { within: 'heading' } },
};

/**
 * Runs what looks for lessons. PostgreSQL would read all of them where many meet a search: what it costs to compare long
 * vectors is unknown to it.
 */
export function searching<T>(
  knex: Knex,
  run: (knex: Knex) => Promise<T>,
): Promise<T> {
  return isPostgres(knex)
    ? knex.transaction(async trx => {
        await trx.raw('set local enable_seqscan = off');
        return run(trx);
      })
    : run(knex);
}

/** How a search is put to the database. */
export interface SearchOptions {
  /** Of all that meet it, just those that do so well. */
  tier?: Tier;
  /** Whether the first few in order are wanted, rather than all. */
  ordered?: boolean;
}

/** Narrows a query over `lessons` to those that have every term of a search; of one without words, to none. */
export function applySearch(
  knex: Knex,
  query: Knex.QueryBuilder,
  search: string,
  { tier, ordered }: SearchOptions = {},
): void {
  const terms = readSearch(search);
  const { sought, above }: { sought: Sought; above?: Sought } = tier
    ? SOUGHT[tier]
    : { sought: { within: 'all' } };
  if (terms.length === 0) {
    query.whereRaw('1 = 0');
  } else if (isPostgres(knex)) {
    query.whereRaw(...vectorMatch(terms, sought));
    if (above) {
      query.whereNot(higher => higher.whereRaw(...vectorMatch(terms, above)));
    }
  } else {
    const expression = ftsOf(terms, sought);
    // With the sign SQLite goes by the index of the order and stops early, instead of sorting all that it found.
    query.whereRaw(
      `${
        ordered ? '+' : ''
      }lessons.seq in (select rowid from lessons_search where lessons_search match ?)`,
      [above ? `${expression} NOT ${ftsOf(terms, above)}` : expression],
    );
  }
}

const VECTORS: Record<Within, string> = {
  statement: 'lessons.statement_search',
  heading: 'lessons.heading_search',
  all: 'lessons.search',
};

function vectorMatch(
  terms: SearchTerm[],
  { within, whole }: Sought,
): [string, string[]] {
  const query = terms
    .map(({ words, exact }) => {
      const phrase = words.map(word => `'${word}'`).join(' <-> ');
      return exact || whole ? `(${phrase})` : `${phrase}:*`;
    })
    .join(' & ');
  return [`${VECTORS[within]} @@ to_tsquery('simple', ?)`, [query]];
}

const COLUMNS: Record<Within, string> = {
  statement: '{statement_words} : ',
  heading: '{statement_words topic_words} : ',
  all: '',
};

function ftsOf(terms: SearchTerm[], { within, whole }: Sought): string {
  const all = terms
    .map(({ words, exact }) => {
      const phrase = `"${words.join(' ')}"`;
      return exact || whole ? phrase : `${phrase}*`;
    })
    .join(' AND ');
  return `(${COLUMNS[within]}(${all}))`;
}
