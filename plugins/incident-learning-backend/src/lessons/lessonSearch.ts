import {
  SearchTerm,
  readSearch,
} from '@hindsight/backstage-plugin-incident-learning-common';
import type { Knex } from 'knex';
import { isPostgres } from '../database';

/** Narrows a query over `lessons` to those that have every term of a search; of one without words, to none. */
export function applySearch(
  knex: Knex,
  query: Knex.QueryBuilder,
  search: string,
): void {
  const terms = readSearch(search);
  if (terms.length === 0) {
    query.whereRaw('1 = 0');
  } else if (isPostgres(knex)) {
    query.whereRaw("lessons.search @@ to_tsquery('simple', ?)", [
      terms.map(tsqueryOf).join(' & '),
    ]);
  } else {
    query.whereRaw(
      'lessons.seq in (select rowid from lessons_search where lessons_search match ?)',
      [terms.map(ftsOf).join(' AND ')],
    );
  }
}

/** Words of a phrase follow each other within one part of the lesson, as in SQLite. */
function tsqueryOf({ words, exact }: SearchTerm): string {
  if (!exact) {
    return `'${words[0]}':*`;
  }
  const within = (part: string) =>
    `(${words.map(word => `'${word}'${part}`).join(' <-> ')})`;
  return words.length === 1
    ? within('')
    : `(${[':A', ':B', ':C'].map(within).join(' | ')})`;
}

function ftsOf({ words, exact }: SearchTerm): string {
  return `"${words.join(' ')}"${exact ? '' : '*'}`;
}

/** Larger than any time that a lesson can be dated at, and as often as a search has terms below 2^53. */
const STEP = 1e14;

/**
 * How well a lesson of a search meets it, then how late it is, as one whole number: for each term 4 where the statement
 * has the very word, 3 where one of its words begins so, 2 where category or tags have it, 1 where only the detail has.
 * It depends on the lesson alone, so that pages fit together whatever is written meanwhile, and both databases agree.
 */
export function relevanceOf(knex: Knex, search: string): Knex.Raw {
  const position = isPostgres(knex) ? 'strpos' : 'instr';
  const terms = readSearch(search).map(({ words, exact }) => {
    const start = ` ${words.join(' ')}`;
    const whole = `${start} `;
    const begin = exact ? whole : start;
    return knex.raw(
      `case when ${position}(lessons.statement_words, ?) > 0 then 4
        when ${position}(lessons.statement_words, ?) > 0 then 3
        when ${position}(lessons.topic_words, ?) > 0 then 2
        else 1 end`,
      [whole, begin, begin],
    );
  });
  const points = terms.length > 0 ? terms : [knex.raw('0')];
  return knex.raw(
    `(${points.map(() => '?').join(' + ')}) * ${STEP} + lessons.dated_at`,
    points,
  );
}
