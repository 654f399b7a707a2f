import { createDatabase, databases } from '../../__testUtils__/databases';
import {
  Caller,
  createOutbox,
  startReviewBackend,
} from '../../__testUtils__/reviewBackend';
import {
  move as moveReview,
  startReview,
  writeAll,
} from '../../__testUtils__/reviews';
import {
  COMMITMENT,
  move,
  progress,
} from '../../actions/__testUtils__/actions';
import { LANDSCAPE } from '../__testUtils__/landscape';

jest.setTimeout(60_000);

const BASKET = 'component:default/basket';

describe.each(databases.eachSupportedId())(
  'applications of lessons on %s',
  databaseId => {
    async function start(denied?: string[]) {
      const knex = await createDatabase(databaseId);
      const outbox = createOutbox();
      const options = { knex, outbox, entities: LANDSCAPE, denied };
      const backend = await startReviewBackend(options);
      return { ...backend, knex, api: backend.as('ada') };
    }

    async function addLesson(api: Caller, input: object = {}) {
      const statement = 'Watch expiry dates';
      const body = { statement, appliesTo: [BASKET], ...input };
      return (await api.post('/lessons', body).expect(201)).body;
    }

    it('are made, changed and taken back, and every mark is remembered', async () => {
      const { api, as } = await start();
      const { id } = await addLesson(api);
      const url = `/lessons/${id}/applications`;

      const first = await api.post(url, { entityRef: BASKET, note: 'Done' });
      expect(first.status).toBe(201);
      expect(first.body).toMatchObject({
        lessonId: id,
        entityRef: BASKET,
        mark: 'applied',
        standing: 'applied',
        note: 'Done',
        by: 'user:default/ada',
        revision: 1,
      });
      // The same again is the same.
      const again = await api.post(url, { entityRef: BASKET, note: 'Done' });
      expect(again.body).toEqual(first.body);

      const mark = `${url}/${first.body.id}`;
      const refused = await api.put(mark, 1, { mark: 'not-applicable' });
      expect(refused.status).toBe(422);
      expect(refused.body.error.problems).toEqual([
        expect.objectContaining({ path: 'note' }),
      ]);
      const change = { mark: 'not-applicable', note: 'It keeps no dates' };
      const changed = await as('dora').put(mark, 1, change);
      expect(changed.body).toMatchObject({ ...change, revision: 2 });
      const stale = await api.put(mark, 1, { mark: 'open' });
      expect(stale.status).toBe(412);
      expect(stale.body.error.current).toEqual(changed.body);
      await api.put(mark, 2, { mark: 'open' }).expect(200);

      const history = (await api.get(`${mark}/history`)).body.items;
      expect(history).toMatchObject([
        { revision: 3, mark: 'open', by: 'user:default/ada' },
        { revision: 2, ...change, by: 'user:default/dora' },
        { revision: 1, mark: 'applied', note: 'Done' },
      ]);
      const list = (await api.get(url)).body.items;
      expect(list).toMatchObject([{ standing: 'open', revision: 3 }]);
    });

    it('are one for each lesson and entity, whoever comes first', async () => {
      const { api, as } = await start();
      const { id } = await addLesson(api);
      const url = `/lessons/${id}/applications`;
      const answers = await Promise.all(
        ['ada', 'bob', 'cleo'].map(name =>
          as(name).post(url, { entityRef: BASKET, note: `By ${name}` }),
        ),
      );
      const [won] = answers.filter(({ status }) => status === 201);
      const lost = answers.filter(answer => answer !== won);
      expect(lost.map(({ status }) => status)).toEqual([412, 412]);
      expect(lost[0].body.error.current).toEqual(won.body);
      expect((await api.get(url)).body.items).toEqual([won.body]);
    });

    it('become an action when planned, and applied once that is verified', async () => {
      const { api, outbox } = await start();
      const lesson = await addLesson(api, { priority: 'high' });
      const url = `/lessons/${lesson.id}/applications`;
      const wrong = await api.post(url, {
        entityRef: BASKET,
        mark: 'planned',
        plan: { ...COMMITMENT, owner: 'user:default/nobody' },
      });
      expect(wrong.status).toBe(422);
      expect(wrong.body.error.problems[0].path).toBe('plan.owner');
      expect((await api.get('/actions')).body.items).toEqual([]);

      const planned = await api.post(url, {
        entityRef: BASKET,
        mark: 'planned',
        note: 'Before the summer',
        plan: COMMITMENT,
      });
      const { action, ...mark } = planned.body;
      expect(mark).toMatchObject({ mark: 'planned', standing: 'planned' });
      expect(action).toMatchObject({
        title: 'Apply: Watch expiry dates',
        status: 'open',
        owner: COMMITMENT.owner,
      });
      expect(outbox.recipients()).toContain(COMMITMENT.owner);
      const stored = (await api.get(`/actions/${action.id}`)).body;
      expect(stored).toMatchObject({ lessonId: lesson.id, priority: 'high' });
      const ofEntity = await api.get(`/actions?scope=${BASKET}`);
      expect(ofEntity.body.items).toMatchObject([{ id: action.id }]);

      const standing = async () =>
        (await api.get(url)).body.items.map(
          (item: { standing: string }) => item.standing,
        );
      await progress(api, action.id, 1, { progress: 100 }).expect(200);
      expect(await standing()).toEqual(['planned']);
      await move(api, action.id, 2, {
        to: 'verified',
        verification: { how: 'test', evidence: 'It rang' },
      }).expect(200);
      expect(await standing()).toEqual(['applied']);
    });

    it('are open again once a plan is given up, and can be planned anew', async () => {
      const { api } = await start();
      const { id } = await addLesson(api);
      const url = `/lessons/${id}/applications`;
      const body = { entityRef: BASKET, mark: 'planned' };
      const idea = (await api.post(url, body)).body;
      expect(idea.action).toMatchObject({ status: 'idea' });
      const again = await api.put(`${url}/${idea.id}`, 1, {
        mark: 'planned',
        plan: { title: 'Another' },
      });
      expect(again.body.error.problems[0].path).toBe('plan');
      await move(api, idea.action.id, 1, {
        to: 'cancelled',
        reason: 'No time',
      }).expect(200);
      expect((await api.get(url)).body.items[0].standing).toBe('open');
      const anew = await api.put(`${url}/${idea.id}`, 1, {
        mark: 'planned',
        plan: { title: 'Once more' },
      });
      expect(anew.body.action).toMatchObject({ title: 'Once more' });
      const { items } = (await api.get('/actions')).body;
      expect(items).toHaveLength(2);
    });

    it('are refused with what to do instead', async () => {
      const { api } = await start();
      const { id } = await addLesson(api);
      const url = `/lessons/${id}/applications`;
      for (const [entityRef, words] of [
        ['component:default/nothing', /does not know/],
        ['system:default/shop', /stands for its parts/],
        ['user:default/ada', /stands for its parts or a person/],
        ['basket', /no full entity ref/],
      ] as const) {
        const { status, body } = await api.post(url, { entityRef });
        expect(status).toBe(422);
        expect(body.error.problems[0].path).toBe('entityRef');
        expect(body.error.problems[0].message).toMatch(words);
      }
      const misplaced = await api.post(url, { entityRef: BASKET, plan: {} });
      expect(misplaced.body.error.problems[0].path).toBe('plan');
      await api
        .post('/lessons/gone/applications', { entityRef: BASKET })
        .expect(404);

      const { review, url: reviewUrl } = await startReview(api);
      await writeAll(api, reviewUrl, review.id);
      const [written] = (await api.get(`/lessons?review=${review.id}`)).body
        .items;
      const early = await api.post(`/lessons/${written.id}/applications`, {
        entityRef: BASKET,
      });
      expect(early.status).toBe(409);
      expect(early.body.error.message).toMatch(/review is published/);
      await moveReview(
        api,
        reviewUrl,
        'gathering',
        'drafting',
        'in-review',
        'published',
      );
      await api
        .post(`/lessons/${written.id}/applications`, { entityRef: BASKET })
        .expect(201);
    });

    it('are for the owners of an entity, and those who may mark for others', async () => {
      const { api, as } = await start(['incident-learning.lesson.apply-any']);
      const { id } = await addLesson(api);
      const url = `/lessons/${id}/applications`;
      const others = await api.post(url, { entityRef: BASKET });
      expect(others.status).toBe(403);
      expect(others.body.error.message).toMatch(/which others own/);
      await as('dora').post(url, { entityRef: BASKET }).expect(201);
      // Through a group, and where there is no owner.
      for (const name of ['checkout', 'vault']) {
        const entityRef = `component:default/${name}`;
        await api.post(url, { entityRef }).expect(201);
      }
    });

    it('keep a lesson of a restricted incident, and its plan, from others', async () => {
      const { api, as } = await start();
      const { incident, review, url } = await startReview(api);
      await api.patch(`/incidents/${incident.id}`, 1, {
        visibility: 'restricted',
      });
      await writeAll(api, url, review.id);
      await moveReview(
        api,
        url,
        'gathering',
        'drafting',
        'in-review',
        'published',
      );
      const [lesson] = (await api.get(`/lessons?review=${review.id}`)).body
        .items;
      const marks = `/lessons/${lesson.id}/applications`;
      const planned = await api.post(marks, {
        entityRef: 'component:default/checkout',
        mark: 'planned',
        plan: COMMITMENT,
      });
      expect(planned.status).toBe(201);
      const stranger = as('eve');
      await stranger.get(marks).expect(404);
      await stranger.get(`/lessons/${lesson.id}/coverage`).expect(404);
      await stranger.get(`/actions/${planned.body.actionId}`).expect(404);
      expect((await stranger.get('/lessons/coverage')).body).toMatchObject({
        items: [],
        totalItems: 0,
      });
      // Whoever is to do it knows it.
      const owners = await as('bob').get(`/actions/${planned.body.actionId}`);
      expect(owners.status).toBe(200);
    });
  },
);
