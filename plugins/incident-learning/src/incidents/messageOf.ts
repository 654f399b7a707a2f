import { ResponseError } from '@backstage/errors';

/** What went wrong, of a `ResponseError` in the server's own words, which name the remedy. */
export function messageOf(error: Error): string {
  // By name, as several copies of the errors package may be about.
  return error.name === 'ResponseError' && 'body' in error
    ? (error as ResponseError).cause.message
    : error.message;
}
