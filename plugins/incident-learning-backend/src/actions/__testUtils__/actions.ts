import type { TestDatabaseId } from '@backstage/backend-test-utils';
import { createDatabase } from '../../__testUtils__/databases';
import {
  Caller,
  createOutbox,
  startReviewBackend,
} from '../../__testUtils__/reviewBackend';

/** A day from now, such as `2024-05-17`. */
export function day(offset: number): string {
  return new Date(Date.now() + offset * 86_400_000).toISOString().slice(0, 10);
}

/** What a commitment needs. */
export const COMMITMENT = {
  owner: 'user:default/bob',
  dueDate: day(30),
  successCriteria: 'No certificate expires unseen for a year',
};

/** Moves an action on. */
export function move(api: Caller, id: string, revision: number, body: object) {
  return api
    .post(`/actions/${id}/transitions`, body)
    .set('If-Match', `"${revision}"`);
}

/** Notes progress. */
export function progress(
  api: Caller,
  id: string,
  revision: number,
  body: object,
) {
  return api
    .post(`/actions/${id}/progress`, body)
    .set('If-Match', `"${revision}"`);
}

/** Writes down a commitment. */
export async function commit(api: Caller, values: object = {}) {
  const input = { title: 'Alert on expiry', status: 'open', ...COMMITMENT };
  return (await api.post('/actions', { ...input, ...values }).expect(201)).body;
}

/** The plugin on a database, with what it has sent. */
export async function startActions(databaseId: TestDatabaseId) {
  const knex = await createDatabase(databaseId);
  const outbox = createOutbox();
  const backend = await startReviewBackend({ knex, outbox });
  return { ...backend, knex, api: backend.as('ada') };
}
