import { createDatabase, databases } from '../__testUtils__/databases';
import { OUTAGE } from '../__testUtils__/reviews';
import { startRiskBackend } from './__testUtils__/riskBackend';

jest.setTimeout(60_000);

const HOUR = 60 * 60 * 1000;
const ISOLATE = {
  containmentOption: 'Isolate the host',
  outcome: 'approved',
  decidedBy: 'user:default/ada',
  decidedAt: '2024-01-10T10:00:00Z',
  requestedAt: '2024-01-10T09:40:00Z',
};

describe.each(databases.eachSupportedId())('decisions on %s', databaseId => {
  async function start() {
    const knex = await createDatabase(databaseId);
    const { as } = await startRiskBackend({ knex });
    const contained = { ...OUTAGE, containedAt: '2024-01-10T11:00:00Z' };
    const record = async (name: string, incident: object = {}) =>
      (await as(name).post('/incidents', { ...contained, ...incident })).body
        .id as string;
    return { as, record };
  }

  it('are kept with what was known then, and corrected by later ones', async () => {
    const { as, record } = await start();
    const id = await record('ada', {
      confidence: 0.6,
      blastRadius: 'All card payments',
    });
    const url = `/incidents/${id}/decisions`;
    const first = await as('bob').post(url, ISOLATE);
    expect(first).toMatchObject({
      status: 201,
      body: {
        ...ISOLATE,
        decidedAt: '2024-01-10T10:00:00.000Z',
        requestedAt: '2024-01-10T09:40:00.000Z',
        incidentId: id,
        confidence: 0.6,
        blastRadius: 'All card payments',
        recordedBy: 'user:default/bob',
      },
    });
    // What is thought of the incident later changes nothing of what was known then.
    await as('ada').patch(`/incidents/${id}`, 1, { confidence: 0.9 });
    const correction = {
      ...ISOLATE,
      outcome: 'refused',
      corrects: first.body.id,
    };
    const second = await as('bob').post(url, correction);
    expect(second.status).toBe(201);
    const { items } = (await as('ada').get(url)).body;
    expect(items).toMatchObject([
      { id: second.body.id, outcome: 'refused', confidence: 0.9 },
      { id: first.body.id, confidence: 0.6, correctedBy: second.body.id },
    ]);
    const twice = await as('bob').post(url, correction);
    expect(twice.body.error.problems).toMatchObject([{ path: 'corrects' }]);
    expect((await as('ada').get(url)).body.items).toHaveLength(2);

    const early = { ...ISOLATE, requestedAt: '2024-01-11T09:40:00Z' };
    expect((await as('bob').post(url, early)).body.error.message).toBe(
      'requestedAt is after decidedAt: a decision follows what asks for it',
    );
    const nobody = { ...ISOLATE, decidedBy: 'Ada' };
    expect(
      (await as('bob').post(url, nobody)).body.error.problems,
    ).toMatchObject([{ path: 'decidedBy' }]);
  });

  it('add up to how often there was an approval, and how long it took', async () => {
    const { as, record } = await start();
    const approved = await record('ada');
    const reconsidered = await record('ada');
    await record('ada');
    await record('ada', { containedAt: undefined, status: 'open' });
    await record('ada', { drill: true });
    const hidden = await record('eve', {
      visibility: 'restricted',
      participants: [],
      entityRefs: ['component:default/theirs'],
    });
    const decide = (id: string, decision: object, name = 'ada') =>
      as(name).post(`/incidents/${id}/decisions`, { ...ISOLATE, ...decision });
    await decide(approved, {});
    await decide(approved, { decidedAt: '2024-01-10T10:30:00Z' });
    await decide(reconsidered, { outcome: 'refused' });
    const { status } = await decide(reconsidered, {
      decidedAt: '2024-01-10T12:00:00Z',
      requestedAt: undefined,
    });
    expect(status).toBe(201);
    await decide(hidden, {}, 'eve');
    expect((await decide(hidden, {})).status).toBe(404);
    expect((await as('ada').get(`/incidents/${hidden}/decisions`)).status).toBe(
      404,
    );

    const period = 'from=2024-01-01&to=2024-02-01';
    const figures = await as('ada').get(`/metrics/decisions?${period}`);
    expect(figures.body).toMatchObject({
      scope: 'org',
      approvalRate: { n: 3, share: { numerator: 2, denominator: 3 } },
      refusalRate: { n: 3, share: { numerator: 1, denominator: 3 } },
      timeToApproval: { n: 2, missing: 0, stats: { median: 2 * HOUR } },
      approvalWait: { n: 1, missing: 1, stats: { median: HOUR / 3 } },
    });
    const report = await as('ada').get(`/reports/trends?${period}`);
    const { scope: _, from: __, to: ___, ...same } = figures.body;
    expect(report.body.decisions).toEqual(same);
    const markdown = await as('ada').get(
      `/reports/trends?${period}&format=markdown`,
    );
    expect(markdown.text).toContain('## Decisions to contain');
    expect(markdown.text).toMatch(/\| Approval of containment \| 66\\\.7 % \|/);
    const eve = await as('eve').get(`/metrics/decisions?${period}`);
    expect(eve.body.approvalRate.n).toBe(4);
    const empty = await as('ada').get('/metrics/decisions?to=2020-01-01');
    expect(empty.body.approvalRate).toMatchObject({ n: 0 });
    expect(empty.body.approvalRate.share).toBeUndefined();
  });
});
