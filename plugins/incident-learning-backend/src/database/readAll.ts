import { setImmediate } from 'timers/promises';
import type { Knex } from 'knex';
import { isPostgres } from './dialect';

/** Runs reads, none of which rests on another, and tells the result of each by its name. */
export type ReadAll = <Results extends object>(reads: {
  [Name in keyof Results]: () => Promise<Results[Name]>;
}) => Promise<Results>;

/**
 * All at once on PostgreSQL. better-sqlite3 answers on this thread: there they follow one another, as they would only
 * add to how long others wait.
 */
export function readAllOf(knex: Knex): ReadAll {
  return async <Results extends object>(reads: {
    [Name in keyof Results]: () => Promise<Results[Name]>;
  }) => {
    const names = Object.keys(reads) as (keyof Results)[];
    const results: Partial<Results> = {};
    const read = async (name: keyof Results) => {
      results[name] = await reads[name]();
    };
    if (isPostgres(knex)) {
      await Promise.all(names.map(read));
    } else {
      for (const name of names) {
        await read(name);
        await setImmediate();
      }
    }
    return results as Results;
  };
}
