import type { Caller } from './reviewBackend';

/** An incident as it is sent. */
export const OUTAGE = {
  title: 'Checkout rejects cards',
  severity: 'high',
  entityRefs: ['component:default/checkout'],
  detectedAt: '2024-01-10T09:00:00Z',
  participants: [{ role: 'commander', entityRef: 'user:default/ada' }],
  timeline: [{ at: '2024-01-10T09:00:00Z', event: 'Alarms went off' }],
};

/** A root cause with what shows it. */
export const CAUSE = {
  id: 'expired',
  statement: 'Nobody is told when a certificate is about to expire',
  type: 'process',
  role: 'primary',
  evidence: [{ text: 'The calendar entry belonged to somebody who had left' }],
};

/** A review of one incident, scheduled. */
export async function startReview(api: Caller, input: object = {}) {
  const incident = (await api.post('/incidents', OUTAGE)).body;
  const created = await api.post('/reviews', {
    incidentIds: [incident.id],
    facilitator: 'user:default/dora',
    ...input,
  });
  expect(created.status).toBe(201);
  return { incident, review: created.body, url: `/reviews/${created.body.id}` };
}

/** Moves a review on, state by state. */
export async function move(api: Caller, url: string, ...states: string[]) {
  for (const to of states) {
    const moved = await api.post(`${url}/transitions`, { to });
    expect(moved.body).toMatchObject({ state: to });
  }
}

/** Writes all that publishing needs. */
export async function writeAll(api: Caller, url: string, reviewId: string) {
  await api.put(`${url}/sections/summary`, 0, { text: 'It was down.' });
  await api.put(`${url}/root-causes`, 0, { items: [CAUSE] });
  await api.post('/lessons', { statement: 'Watch expiry dates', reviewId });
  await api.post('/actions', { title: 'Alert on expiry', reviewId });
}
