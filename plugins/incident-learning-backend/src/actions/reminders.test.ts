import type { Knex } from 'knex';
import { createDatabase, databases } from '../__testUtils__/databases';
import {
  Caller,
  ENTITIES,
  createOutbox,
  startReviewBackend,
} from '../__testUtils__/reviewBackend';
import { commit as commitTo, day } from './__testUtils__/actions';

jest.setTimeout(60_000);

const REMIND = 'incident-learning-remind-owners';

/** Time passes: no request could set a due date that is over. */
async function setDue(knex: Knex, id: string, dueDate: string) {
  const { content } = await knex('actions').where({ id }).first('content');
  await knex('actions')
    .where({ id })
    .update({
      due_date: dueDate,
      content: JSON.stringify({ ...JSON.parse(content), dueDate }),
    });
}

/** The parent group has a member of its own. */
const WITH_LEAD = ENTITIES.map(entity =>
  entity.metadata.name === 'commerce'
    ? {
        ...entity,
        relations: [
          ...(entity.relations ?? []),
          { type: 'hasMember', targetRef: 'user:default/lea' },
        ],
      }
    : entity,
);

describe.each(databases.eachSupportedId())('reminders on %s', databaseId => {
  async function startBoth(entities = WITH_LEAD) {
    const knex = await createDatabase(databaseId);
    const outbox = createOutbox();
    const one = await startReviewBackend({ knex, outbox, entities });
    const two = await startReviewBackend({ knex, outbox, entities });
    const remind = async () => {
      outbox.sent.length = 0;
      await knex('action_digests').delete();
      await Promise.all(
        [one, two].map(({ scheduler }) => scheduler.triggerTask(REMIND)),
      );
      await one.scheduler.triggerTask(REMIND);
      return new Map(
        outbox.sent.map(({ recipients, payload }) => [
          (recipients as { entityRef: string }).entityRef,
          payload,
        ]),
      );
    };
    return { api: one.as('ada'), one, knex, outbox, remind };
  }

  const commit = (api: Caller, title: string, values: object = {}) =>
    commitTo(api, { title, ...values });

  it('come as one digest a person and day, and climb when nothing happens', async () => {
    const { api, knex, outbox, remind } = await startBoth();
    const late = await commit(api, 'Renew by itself');
    const soon = await commit(api, 'Alert on expiry', { dueDate: day(7) });
    await commit(api, 'Far away');
    await setDue(knex, late.id, day(-1));

    let digests = await remind();
    expect([...digests.keys()]).toEqual(['user:default/bob']);
    expect(outbox.sent).toHaveLength(1);
    expect(digests.get('user:default/bob')).toMatchObject({
      title: '2 actions wait: 1 overdue, 1 due soon',
      severity: 'high',
      description: expect.stringContaining('Renew by itself'),
    });

    await setDue(knex, late.id, day(-7));
    digests = await remind();
    expect([...digests.keys()].sort()).toEqual([
      'user:default/ada',
      'user:default/bob',
      'user:default/cleo',
    ]);
    expect(digests.get('user:default/cleo')?.title).toBe(
      '1 action waits: 1 overdue',
    );

    await setDue(knex, late.id, day(-14));
    expect((await remind()).has('user:default/lea')).toBe(true);

    // Nothing more to say once both are done.
    for (const { id } of [late, soon]) {
      await api
        .post(`/actions/${id}/progress`, { progress: 100 })
        .set('If-Match', '"1"')
        .expect(200);
    }
    expect((await remind()).size).toBe(0);
  });

  it('say nothing of a restricted incident to those who may not know it', async () => {
    const { api, knex, remind } = await startBoth();
    const { id: incidentId } = (
      await api.post('/incidents', {
        title: 'Breach',
        visibility: 'restricted',
      })
    ).body;
    const { id } = await commit(api, 'Rotate the leaked key', { incidentId });
    await setDue(knex, id, day(-8));
    const digests = await remind();
    expect(digests.get('user:default/bob')?.description).toContain(
      'Rotate the leaked key',
    );
    expect(digests.get('user:default/cleo')?.description).toContain(
      'An action of a restricted incident',
    );
    expect(JSON.stringify(digests.get('user:default/cleo'))).not.toContain(
      'leaked key',
    );
  });

  it('tell the group when an owner has left the catalog, and the history says so', async () => {
    const { api, knex, outbox } = await startBoth();
    const { id } = await commit(api, 'Renew by itself');
    const left = WITH_LEAD.filter(({ metadata }) => metadata.name !== 'bob');
    const later = await startReviewBackend({ knex, outbox, entities: left });
    outbox.sent.length = 0;
    await later.scheduler.triggerTask(REMIND);
    expect(outbox.recipients()).toContain('user:default/cleo');
    expect(outbox.recipients()).not.toContain('user:default/lea');
    expect((await api.get(`/actions/${id}`)).body.unowned).toBe(true);
    expect((await api.get('/actions?unowned=true')).body.items).toHaveLength(1);
    const [change] = (await api.get(`/actions/${id}/history`)).body.items;
    expect(change).toMatchObject({
      operation: 'unowned',
      note: expect.stringContaining(
        'user:default/bob is in the catalog no more',
      ),
    });

    await api
      .patch(`/actions/${id}`, 2, { owner: 'user:default/cleo' })
      .expect(200);
    expect((await api.get(`/actions/${id}`)).body).not.toHaveProperty(
      'unowned',
    );
  });

  it('a confirmed repeat takes up again what did not prevent it', async () => {
    const { api, outbox, knex } = await startBoth();
    const incident = (at: string) => ({
      title: 'Certificate expired',
      category: 'configuration',
      attackVector: 'expiry',
      entityRefs: ['component:default/checkout'],
      detectedAt: at,
    });
    const first = (
      await api.post('/incidents', incident('2024-01-10T00:00:00Z'))
    ).body;
    const { id } = await commit(api, 'Renew by itself', {
      incidentId: first.id,
    });
    await api
      .post(`/actions/${id}/progress`, { progress: 100 })
      .set('If-Match', '"1"')
      .expect(200);
    await knex('actions')
      .where({ id })
      .update({ completed_at: Date.parse('2024-02-01T00:00:00Z') });

    const again = (
      await api.post('/incidents', incident('2024-05-10T00:00:00Z'))
    ).body;
    expect(again.repeat ?? again.repeatOf).toBeDefined();
    expect((await api.get(`/actions/${id}`)).body.status).toBe('completed');

    expect((await api.get(`/actions/${id}/effect`)).body).toMatchObject({
      signatures: [expect.stringContaining('configuration-expiry-')],
      before: { incidents: 1, days: 365 },
      after: { incidents: 1, days: 365 },
      ratio: 1,
      verdict: 'not-enough-data',
    });

    outbox.sent.length = 0;
    await api
      .post(`/incidents/${again.id}/repeat`, {
        of: first.id,
        verdict: 'confirmed',
      })
      .expect(200);
    expect((await api.get(`/actions/${id}`)).body).toMatchObject({
      status: 'open',
      progress: 0,
      reopened: {
        incidentId: again.id,
        reason: expect.stringContaining('happened again'),
      },
    });
    expect(outbox.recipients()).toEqual(['user:default/bob']);
    const [change] = (await api.get(`/actions/${id}/history`)).body.items;
    expect(change).toMatchObject({
      operation: 'reopened',
      by: 'user:default/ada',
    });
  });
});
