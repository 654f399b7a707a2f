import {
  KpiId,
  Metrics,
  metricsSchema,
} from '@hindsight/backstage-plugin-incident-learning-common';
import type { Caller } from '../../__testUtils__/reviewBackend';
import { CAUSE, OUTAGE, move } from '../../__testUtils__/reviews';
import { setTime } from '../../__testUtils__/time';

const COMMITTED = {
  status: 'open',
  owner: 'user:default/bob',
  dueDate: '2024-12-31',
  successCriteria: 'No certificate expires unseen for a year',
};

/** Reports an incident. */
export async function record(api: Caller, incident: object): Promise<string> {
  const { body } = await api
    .post('/incidents', { ...OUTAGE, ...incident })
    .expect(201);
  return body.id;
}

/** Commits to an action. */
export async function promise(api: Caller, action: object): Promise<string> {
  const { body } = await api
    .post('/actions', { title: 'Alert on expiry', ...COMMITTED, ...action })
    .expect(201);
  return body.id;
}

/** Moves an action on. */
export async function transition(
  api: Caller,
  id: string,
  revision: number,
  body: object,
) {
  await api
    .post(`/actions/${id}/transitions`, body)
    .set('If-Match', `"${revision}"`)
    .expect(200);
}

/** A review of incidents that is under way. */
export async function plan(
  api: Caller,
  incidentIds: string[],
): Promise<string> {
  const { body } = await api.post('/reviews', {
    incidentIds,
    facilitator: 'user:default/ada',
  });
  await move(api, `/reviews/${body.id}`, 'gathering');
  return body.id;
}

/** Publishes a review with one lesson. */
export async function publish(api: Caller, reviewId: string, at: string) {
  const url = `/reviews/${reviewId}`;
  await api.put(`${url}/sections/summary`, 0, { text: 'It was down.' });
  await api.put(`${url}/root-causes`, 0, { items: [CAUSE] });
  await api.post('/lessons', { statement: 'Watch expiry dates', reviewId });
  setTime(at);
  await move(api, url, 'drafting', 'in-review', 'published');
}

export function kpisOf({ kpis }: Metrics) {
  return (id: KpiId) => kpis.find(one => one.id === id);
}

/** The KPIs of a period and scope, by id. */
export async function figures(api: Caller, query: string) {
  const { body } = await api.get(`/metrics?${query}`).expect(200);
  return kpisOf(metricsSchema.parse(body));
}
