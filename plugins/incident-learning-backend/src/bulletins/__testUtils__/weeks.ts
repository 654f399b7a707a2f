import type { Caller } from '../../__testUtils__/reviewBackend';
import { move, startReview, writeAll } from '../../__testUtils__/reviews';
import { setTime } from '../../__testUtils__/time';

/** Declares an incident that was detected at a time. */
export async function declare(
  api: Caller,
  detectedAt: string,
  incident: object = {},
): Promise<string> {
  const { body } = await api
    .post('/incidents', { title: 'Something', detectedAt, ...incident })
    .expect(201);
  return body.id;
}

/** Leads a review of a new incident to its publication, a lesson with it; tells its id. */
export async function publishAt(
  api: Caller,
  at: string,
  input: object = {},
): Promise<string> {
  setTime(at);
  const { review, url } = await startReview(api, input);
  await writeAll(api, url, review.id);
  await move(api, url, 'gathering', 'drafting', 'in-review', 'published');
  return review.id;
}
