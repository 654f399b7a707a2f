import { createDatabase, databases } from '../__testUtils__/databases';
import {
  EXPOSED,
  REFLECTION,
  factorsOf,
  recordLab,
  startRiskBackend,
  titlesOf,
} from './__testUtils__/riskBackend';

jest.setTimeout(60_000);

const STANDARD = {
  weights: factorsOf(0.25, 0.25, 0.2, 0.15, 0.15),
  threshold: { kind: 'quantile', value: 0.8 },
};

describe.each(databases.eachSupportedId())('what if, on %s', databaseId => {
  async function start() {
    const knex = await createDatabase(databaseId);
    return startRiskBackend({ knex });
  }

  it('tells what a change would do, and what it depends on', async () => {
    const { as } = await start();
    const ada = as('ada');
    const ids = await recordLab(ada);
    const { status, body } = await ada.post('/risk/evaluations', {
      before: { model: STANDARD },
      scenario: { model: EXPOSED },
      top: 2,
      sensitivity: true,
    });
    expect(status).toBe(200);
    expect(body).toMatchObject({
      model: EXPOSED,
      threshold: expect.closeTo(0.592, 12),
      incidents: 6,
      scored: 6,
      incomplete: 0,
      priorityCount: 2,
      notes: [],
      top: [
        { title: 'D', rank: 1, priority: true },
        { title: 'A', rank: 2, priority: true, missing: [] },
      ],
      comparison: {
        before: { threshold: expect.closeTo(0.555, 12), priorityCount: 2 },
        becomesCount: 1,
        ceasesCount: 1,
        becomes: [{ id: ids.A, rank: 2, rankChange: 1 }],
        ceases: [{ id: ids.F, rank: 3, rankChange: -1 }],
        moved: 4,
        topTenKept: 6,
      },
    });
    expect(
      body.sensitivity.map(({ factor }: { factor: string }) => factor),
    ).toEqual(Object.keys(EXPOSED.weights));
    expect(body.sensitivity[0].flips[0]).toEqual({
      id: ids.A,
      at: expect.closeTo(23 / 83, 12),
      becomesPriority: false,
    });

    const assumed = await ada.post('/risk/evaluations', {
      incidents: [{ id: 'new', factors: { severity: 1 } }],
      scenario: { model: STANDARD, assumptions: { missing: 0 } },
    });
    expect(assumed.body.top).toMatchObject([{ id: 'new', score: 0.25 }]);
    const nothing = await ada.post('/risk/evaluations', {
      filter: { severity: ['critical'] },
    });
    expect(nothing.body).toMatchObject({
      incidents: 0,
      priorityCount: 0,
      top: [],
      notes: [{ code: 'no-scores' }],
    });
    expect(nothing.body.threshold).toBeUndefined();
  });

  it('is kept with its reflection, and adopted once nothing of that is blank', async () => {
    const { as, score } = await start();
    const ada = as('ada');
    await recordLab(ada);
    await score();
    const created = await ada.post('/risk/experiments', {
      title: 'Exposure first',
      after: { model: EXPOSED },
      reflection: { ...REFLECTION, limitOfData: '  ', deploymentRisk: '' },
    });
    expect(created).toMatchObject({
      status: 201,
      body: {
        revision: 1,
        status: 'open',
        createdBy: 'user:default/ada',
        before: { model: STANDARD },
        figures: {
          before: { priorityCount: 2, threshold: expect.closeTo(0.555, 12) },
          after: { priorityCount: 2, threshold: expect.closeTo(0.592, 12) },
          becomesCount: 1,
          ceasesCount: 1,
        },
      },
    });
    const url = `/risk/experiments/${created.body.id}`;
    const adopt = (revision: number, more: object = {}) =>
      as('bob')
        .post(`${url}/adoption`, { note: 'Agreed on Monday', ...more })
        .set('If-Match', `"${revision}"`);
    const blank = await adopt(1);
    expect(blank.status).toBe(422);
    expect(blank.body.error.problems).toMatchObject([
      { path: 'reflection.limitOfData' },
      { path: 'reflection.deploymentRisk' },
    ]);

    const reflected = await ada.patch(url, 1, { reflection: REFLECTION });
    expect(reflected.body).toMatchObject({
      revision: 2,
      reflection: REFLECTION,
    });
    expect((await ada.patch(url, 1, { title: 'Late' })).status).toBe(412);
    expect((await adopt(2, { name: 'Standard' })).status).toBe(409);
    const adopted = await adopt(2, { activate: true });
    expect(adopted).toMatchObject({
      status: 200,
      body: {
        revision: 3,
        status: 'adopted',
        decision: {
          by: 'user:default/bob',
          note: 'Agreed on Monday',
          version: 1,
        },
      },
    });
    expect(await titlesOf(ada, 'priority=true&sort=title')).toEqual(['A', 'D']);
    const { profileId } = adopted.body.decision;
    const profile = (await ada.get(`/risk/profiles/${profileId}`)).body;
    expect(profile).toMatchObject({
      name: 'Exposure first',
      activeVersion: 1,
      versions: [{ experimentId: created.body.id, model: EXPOSED }],
    });
    const again = await adopt(3);
    expect(again).toMatchObject({
      status: 409,
      body: { error: { message: expect.stringContaining('was adopted') } },
    });
  });

  it('becomes the next version of a profile, or is turned down with a note', async () => {
    const { as } = await start();
    const ada = as('ada');
    const keep = async (after: object) =>
      (
        await ada.post('/risk/experiments', {
          title: 'Exposure first',
          after,
          reflection: REFLECTION,
        })
      ).body;
    const one = await keep({ model: EXPOSED });
    const [standard] = (await ada.get('/risk/profiles')).body.items;
    const adopted = await ada
      .post(`/risk/experiments/${one.id}/adoption`, {
        note: 'Next quarter',
        profileId: standard.id,
      })
      .set('If-Match', '"1"');
    expect(adopted.body.decision).toMatchObject({
      profileId: standard.id,
      version: 2,
    });
    // It decides nothing until somebody activates it.
    const [after] = (await ada.get('/risk/profiles')).body.items;
    expect(after).toMatchObject({ activeVersion: 1 });
    expect(after.versions).toHaveLength(2);

    const same = await keep({
      model: STANDARD,
      assumptions: { shift: { controlGap: -0.2 } },
    });
    const refused = await ada
      .post(`/risk/experiments/${same.id}/adoption`, { note: 'Yes' })
      .set('If-Match', '"1"');
    expect(refused.body.error.problems).toMatchObject([
      { path: 'after.model' },
    ]);
    const down = (note: string) =>
      ada
        .post(`/risk/experiments/${same.id}/refusal`, { note })
        .set('If-Match', '"1"');
    expect((await down('  ')).status).toBe(422);
    expect((await down('Nothing to adopt')).body).toMatchObject({
      status: 'turned-down',
      decision: { note: 'Nothing to adopt', by: 'user:default/ada' },
    });
    const list = async (query: string) =>
      (await ada.get(`/risk/experiments?total=true${query}`)).body;
    expect(await list('')).toMatchObject({
      totalItems: 2,
      items: [{ id: same.id }, { id: one.id }],
    });
    expect(await list('&status=adopted')).toMatchObject({
      totalItems: 1,
      items: [{ id: one.id }],
    });
  });

  it('has profiles with versions and names of their own', async () => {
    const { as } = await start();
    const ada = as('ada');
    const [standard] = (await ada.get('/risk/profiles')).body.items;
    const active = await ada.delete(`/risk/profiles/${standard.id}`, 1);
    expect(active).toMatchObject({
      status: 409,
      body: {
        error: {
          message:
            'The profile Standard is active: activate another one, then delete it',
        },
      },
    });
    const taken = await ada.post('/risk/profiles', {
      name: 'Standard',
      model: EXPOSED,
    });
    expect(taken.status).toBe(409);

    const made = (
      await ada.post('/risk/profiles', { name: 'Exposed', model: EXPOSED })
    ).body;
    const url = `/risk/profiles/${made.id}`;
    const renamed = await ada.patch(url, 1, {
      name: 'What can be reached',
      model: EXPOSED,
    });
    expect(renamed.body).toMatchObject({ revision: 2, versions: [{}] });
    expect(renamed.body.versions).toHaveLength(1);
    const fixed = { kind: 'absolute', value: 0.6 };
    const next = await ada.patch(url, 2, {
      model: { ...EXPOSED, threshold: fixed },
      note: 'A fixed line',
    });
    expect(next.body.versions).toMatchObject([
      { version: 2, note: 'A fixed line', createdBy: 'user:default/ada' },
      { version: 1, model: EXPOSED },
    ]);
    const none = await ada.post(`${url}/activations`, {
      version: 3,
      reason: 'Why not',
    });
    expect(none.body.error.problems).toEqual([
      {
        path: 'version',
        message: 'is 3: What can be reached has the versions 1 to 2',
      },
    ]);
    expect((await ada.post(`${url}/activations`, {})).status).toBe(422);
    const old = await ada.post(`${url}/activations`, {
      version: 1,
      reason: 'The fixed line comes later',
    });
    expect(old.body.activation).toMatchObject({ version: 1, model: EXPOSED });
    expect((await ada.delete(`/risk/profiles/${standard.id}`, 1)).status).toBe(
      204,
    );
    // Who let it decide, and what it said, stays.
    const history = (await ada.get('/risk/activations')).body.items;
    expect(history[1]).toMatchObject({ profileName: 'Standard' });
  });
});
