import { createDatabase, databases } from '../__testUtils__/databases';
import type { ReviewBackendOptions } from '../__testUtils__/reviewBackend';
import { OUTAGE } from '../__testUtils__/reviews';
import {
  EXPOSED,
  factorsOf,
  recordLab,
  startRiskBackend,
  titlesOf,
} from './__testUtils__/riskBackend';

jest.setTimeout(60_000);

const REPEATING = { ...OUTAGE, category: 'certificate' };

describe.each(databases.eachSupportedId())('scores on %s', databaseId => {
  async function start(options: ReviewBackendOptions = {}) {
    const knex = await createDatabase(databaseId);
    return startRiskBackend({ knex, ...options });
  }

  it('are derived from what is known, and what a person states goes first', async () => {
    const { as } = await start();
    const { body: incident } = await as('ada').post('/incidents', REPEATING);
    // 0.25·1 + 0.25·0.75 + 0.2·0.2 + 0.15·0.25 + 0.15·0.9
    expect(incident.risk).toEqual({
      score: expect.closeTo(0.65, 12),
      range: { low: expect.closeTo(0.65, 12), high: expect.closeTo(0.65, 12) },
      factors: factorsOf(1, 0.75, 0.2, 0.25, 0.9),
      derived: [
        'exposure',
        'severity',
        'controlGap',
        'activity',
        'businessImpact',
      ],
      missing: [],
      priority: true,
    });

    const { body: stated } = await as('ada').patch(
      `/incidents/${incident.id}`,
      1,
      { riskFactors: { severity: 0.1, exposure: 0 } },
    );
    expect(stated.risk).toMatchObject({
      factors: factorsOf(0, 0.1, 0.2, 0.25, 0.9),
      derived: ['controlGap', 'activity', 'businessImpact'],
    });

    const { body: unknown } = await as('ada').post('/incidents', {
      title: 'Something',
      riskFactors: { severity: 0.8 },
    });
    expect(unknown.risk).toMatchObject({
      score: expect.closeTo(0.8, 12),
      range: { low: 0.2, high: expect.closeTo(0.95, 12) },
      missing: ['exposure', 'controlGap', 'activity', 'businessImpact'],
    });
    const { body: drill } = await as('ada').post('/incidents', {
      ...REPEATING,
      drill: true,
    });
    expect(drill.risk).toBeUndefined();
  });

  it('follow repeats and actions', async () => {
    const { as, score } = await start();
    const ada = as('ada');
    const at = (day: number) => `2024-01-1${day}T09:00:00Z`;
    const record = async (day: number, more: object = {}) => {
      const sent = { ...REPEATING, detectedAt: at(day), ...more };
      return (await ada.post('/incidents', sent)).body;
    };
    const factors = async ({ id }: { id: string }) =>
      (await ada.get(`/incidents/${id}`)).body.risk.factors;
    const third = await record(3);
    await record(1, { visibility: 'restricted' });
    expect(third.risk.factors.activity).toBe(0.25);
    const first = await record(1);
    await score();
    // The restricted one is told to nobody.
    expect((await factors(third)).activity).toBe(0.5);
    await ada.post(`/incidents/${third.id}/repeat`, {
      of: first.id,
      verdict: 'rejected',
    });
    await score();
    expect((await factors(third)).activity).toBe(0.5);

    const review = await ada.post('/reviews', { incidentIds: [first.id] });
    const action = await ada.post('/actions', {
      title: 'Alert on expiry',
      reviewId: review.body.id,
      status: 'open',
      owner: 'user:default/ada',
      dueDate: '2034-01-01',
      successCriteria: 'It rings',
    });
    expect(action.status).toBe(201);
    await score();
    expect((await factors(third)).controlGap).toBe(0.4);
    expect((await factors(first)).controlGap).toBe(0.4);
  });

  it('sort and filter lists, page by page, and change with the profile that decides', async () => {
    const { as, score } = await start();
    const ada = as('ada');
    await recordLab(ada);
    await ada.post('/incidents', { title: 'Unscored' });
    await score();
    expect(await titlesOf(ada, 'sort=-riskScore')).toEqual([
      ...['D', 'F', 'A', 'B', 'C', 'E'],
      'Unscored',
    ]);
    const page = await ada.get('/incidents?sort=-riskScore&limit=4');
    expect(
      await titlesOf(
        ada,
        `sort=-riskScore&limit=4&cursor=${page.body.nextCursor}`,
      ),
    ).toEqual(['C', 'E', 'Unscored']);
    expect(await titlesOf(ada, 'priority=true&sort=title')).toEqual(['D', 'F']);
    expect(await titlesOf(ada, 'priority=false')).toHaveLength(5);
    const state = (await ada.get('/risk')).body;
    expect(state).toMatchObject({
      activation: { profileName: 'Standard', version: 1 },
      threshold: expect.closeTo(0.555, 12),
      scored: 6,
      priorityCount: 2,
      pending: 0,
    });

    const profile = (
      await ada.post('/risk/profiles', { name: 'Exposed', model: EXPOSED })
    ).body;
    expect(profile).toMatchObject({ revision: 1 });
    expect(profile.activeVersion).toBeUndefined();
    expect(await titlesOf(ada, 'priority=true&sort=title')).toEqual(['D', 'F']);
    const active = await ada.post(`/risk/profiles/${profile.id}/activations`, {
      reason: 'The internet is full of scanners',
    });
    expect(active.body).toMatchObject({
      threshold: expect.closeTo(0.592, 12),
      priorityCount: 2,
      pending: 0,
    });
    expect(await titlesOf(ada, 'priority=true&sort=title')).toEqual(['A', 'D']);
    const history = (await ada.get('/risk/activations?limit=1')).body;
    expect(history.items).toMatchObject([
      {
        profileId: profile.id,
        by: 'user:default/ada',
        reason: 'The internet is full of scanners',
        model: EXPOSED,
      },
    ]);
    const rest = await ada.get(
      `/risk/activations?limit=1&cursor=${history.nextCursor}`,
    );
    expect(rest.body.items).toMatchObject([{ profileName: 'Standard' }]);
  });

  it('sort the reviews, and decide which incidents need one', async () => {
    const { as, score, scheduler } = await start({
      reviews: { neededFor: { severities: ['critical'], priority: true } },
    });
    const ada = as('ada');
    const ids = await recordLab(ada);
    await score();
    const grave = (await ada.post('/incidents', { title: 'Grave' })).body;
    await ada.patch(`/incidents/${grave.id}`, 1, { severity: 'critical' });
    expect(await titlesOf(ada, 'needsReview=true&sort=-riskScore')).toEqual([
      'Grave',
      'D',
      'F',
    ]);
    const marks = await ada.get(
      `/reviews/marks?incident=${ids.D}&incident=${ids.E}`,
    );
    expect(marks.body.items).toMatchObject([
      { incidentId: ids.D, mark: 'needs-review' },
      { incidentId: ids.E, mark: 'not-needed' },
    ]);

    for (const names of [['C'], ['F', 'E'], ['A']]) {
      const incidentIds = names.map(name => ids[name]);
      await ada.post('/reviews', { incidentIds, title: names.join() });
    }
    await ada.post('/reviews', {
      incidentIds: [(await ada.post('/incidents', { title: 'New' })).body.id],
    });
    const list = async (query: string) =>
      (await ada.get(`/reviews?total=true&${query}`)).body;
    const titles = ({ items }: { items: { title: string }[] }) =>
      items.map(({ title }) => title);
    const first = await list('sort=-riskScore&limit=2');
    expect(titles(first)).toEqual(['F,E', 'A']);
    expect(first).toMatchObject({
      totalItems: 4,
      items: [
        { risk: { score: expect.closeTo(0.555, 12), priority: true } },
        { risk: { score: expect.closeTo(0.54, 12), priority: false } },
      ],
    });
    const rest = `sort=-riskScore&limit=2&cursor=${first.nextCursor}`;
    expect(titles(await list(rest))).toEqual(['C', 'New']);
    expect(titles(await list('priority=true'))).toEqual(['F,E']);
    expect(titles(await list('priority=false'))).toHaveLength(3);

    // What needs a review and has ended is scheduled by itself.
    await ada.patch(`/incidents/${ids.D}`, 1, {
      status: 'resolved',
      resolvedAt: new Date().toISOString(),
    });
    await scheduler.triggerTask('incident-learning-schedule-reviews');
    expect(titles(await list('sort=-riskScore'))[0]).toBe('D');
  });

  it('stay away from those who may not know an incident, and so does what it would change', async () => {
    const { as, score } = await start();
    await recordLab(as('ada'));
    const hidden = await as('eve').post('/incidents', {
      title: '=cmd()',
      visibility: 'restricted',
      riskFactors: factorsOf(1, 1, 1, 1, 1),
    });
    await as('ada').post('/incidents', {
      title: '=HYPERLINK("https://example.org")',
      riskFactors: factorsOf(0, 0, 0, 0, 0),
    });
    await score();
    const seenBy = async (name: string) => {
      const api = as(name);
      const { body: inputs } = await api.get('/risk/incidents');
      const { body: evaluation } = await api.post('/risk/evaluations', {});
      const { text } = await api.get('/risk/incidents?format=csv');
      return { inputs, evaluation, text };
    };
    const ada = await seenBy('ada');
    const eve = await seenBy('eve');
    expect(ada.inputs.totalItems).toBe(7);
    expect(JSON.stringify(ada)).not.toContain(hidden.body.id);
    expect(eve.inputs.totalItems).toBe(8);
    expect(eve.evaluation.top[0]).toMatchObject({
      id: hidden.body.id,
      rank: 1,
      priority: true,
    });
    // A quantile of all that both may know: 0.8 of the seven.
    expect(eve.evaluation.threshold).toBe(ada.evaluation.threshold);
    const { body: state } = await as('ada').get('/risk');
    expect(state).toMatchObject({
      scored: 7,
      threshold: ada.evaluation.threshold,
    });

    const lines = eve.text.trim().split('\r\n');
    expect(lines[0]).toContain('id,title,at,status');
    expect(lines).toHaveLength(9);
    expect(eve.text).toContain(`${hidden.body.id},'=cmd(),`);
    expect(ada.text).toContain(`"'=HYPERLINK(""https://example.org"")"`);
    const experiment = await as('eve').post('/risk/experiments', {
      title: 'Exposure first',
      after: { model: EXPOSED },
    });
    expect(experiment.body.figures.after).toMatchObject({ incidents: 7 });
  });

  it('go down and up with the schema', async () => {
    const knex = await createDatabase(databaseId);
    const { as } = await startRiskBackend({ knex });
    const ids = await recordLab(as('ada'));
    await as('ada').post(`/incidents/${ids.A}/decisions`, {
      containmentOption: 'Isolate the host',
      outcome: 'approved',
      decidedBy: 'user:default/ada',
      decidedAt: '2024-05-17T09:30:00Z',
    });
    const directory = `${__dirname}/../../migrations`;
    const name = '20261121040000_risk.js';
    await knex.migrate.down({ directory, name });
    await expect(knex.schema.hasTable('risk_state')).resolves.toBe(false);
    await expect(
      knex.schema.hasColumn('incidents', 'risk_score'),
    ).resolves.toBe(false);
    await knex.migrate.up({ directory, name });
    expect(await titlesOf(as('ada'), 'text=A')).toEqual(['A']);
    await expect(as('ada').get('/risk')).resolves.toMatchObject({
      body: { pending: 6 },
    });
  });
});
