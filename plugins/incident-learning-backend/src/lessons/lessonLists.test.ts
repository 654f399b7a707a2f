import type {
  Lesson,
  LessonFilter,
} from '@hindsight/backstage-plugin-incident-learning-common';
import { createDatabase, databases } from '../__testUtils__/databases';
import { storedIncident } from '../__testUtils__/incidents';
import type { AccessFilter } from '../access';
import type { ResolvedScope } from '../catalog';
import { DatabaseIncidentStore } from '../incidents/DatabaseIncidentStore';
import { createStores } from '../stores';
import { insertReview, lessonOf } from './__testUtils__/lessons';

jest.setTimeout(60_000);

type Written = Partial<Lesson> & { statement: string };

const ORG: ResolvedScope = { kind: 'org' };
const ALL: AccessFilter = { kind: 'all' };

describe.each(databases.eachSupportedId())('lists of lessons on %s', dbId => {
  async function start(written: Written[] = []) {
    const knex = await createDatabase(dbId);
    const { lessons } = createStores(knex);
    for (const [index, lesson] of written.entries()) {
      await lessons.insert(lessonOf(index, lesson));
    }
    const find = async (
      filter: LessonFilter,
      more: {
        scope?: ResolvedScope;
        access?: AccessFilter;
        sort?: 'relevance' | 'recency';
        limit?: number;
        cursor?: string;
      } = {},
    ) => {
      const { scope = ORG, access = ALL } = more;
      const { sort = filter.q ? 'relevance' : 'recency' } = more;
      const { limit = 50, cursor } = more;
      const page = await lessons.list(
        { filter, scope, access },
        { sort, limit, cursor, total: true },
      );
      return {
        ...page,
        said: page.items.map(({ statement }) => statement),
      };
    };
    return { knex, lessons, find };
  }

  it('find words, starts of words and phrases, whatever their accents and case', async () => {
    const { find } = await start([
      { statement: 'Certificates expire without a word' },
      { statement: 'Renew in time', detail: 'An EXPIRY-date is no secret' },
      { statement: 'Rollback is a feature', tags: ['Café', 'load shedding'] },
      { statement: 'Straße 10.0.0.1 & version v2', category: 'Größe' },
    ]);
    const found = async (q: string) => (await find({ q })).said.sort();
    expect(await found('certificate expire')).toEqual([
      'Certificates expire without a word',
    ]);
    expect(await found('EXPIR')).toEqual([
      'Certificates expire without a word',
      'Renew in time',
    ]);
    expect(await found('"expiry date"')).toEqual(['Renew in time']);
    expect(await found('"expir date"')).toEqual([]);
    expect(await found('"date expiry"')).toEqual([]);
    expect(await found('date expiry')).toEqual(['Renew in time']);
    // A phrase stays within one part of a lesson.
    expect(await found('"feature cafe"')).toEqual([]);
    expect(await found('cafe "load shedding" roll')).toEqual([
      'Rollback is a feature',
    ]);
    expect(await found('GROSSE strasse v2 "10 0 0 1"')).toEqual([
      'Straße 10.0.0.1 & version v2',
    ]);
    expect(await found('nothing certificate')).toEqual([]);
  });

  it.each([
    ['"', 0],
    ['""', 0],
    ['* - : & | ! ( ) < > @ \\', 0],
    ["'", 0],
    ['\u0000', 0],
    ['\ud83d', 0],
    ['expiry OR NOT', 0],
    ['"expiry', 1],
    ['expiry*', 1],
    ['-expiry', 1],
    ['statement:expiry', 0],
    ["expiry'); drop table lessons; --", 0],
    ['NEAR(expiry dates)', 0],
    ['expiry \ud83d\ude00 %_', 1],
    [Array.from({ length: 150 }, (_, i) => `a${i % 9}`).join(' '), 0],
  ])('take %j for what it is', async (q, count) => {
    const { find } = await start([{ statement: 'Watch expiry dates' }]);
    const { items, totalItems } = await find({ q: q.slice(0, 300) });
    expect([items.length, totalItems]).toEqual([count, count]);
  });

  it('put first what says it in the statement, then the latest', async () => {
    const { find } = await start([
      { statement: 'Load', publishedAt: '2024-01-01T00:00:00.000Z' },
      { statement: 'Loads of work' },
      { statement: 'Shed it', tags: ['load'] },
      { statement: 'Something else', detail: 'Under load' },
      { statement: 'The load' },
      { statement: 'Another detail', detail: 'load load load' },
    ]);
    const order = [
      'The load',
      'Load',
      'Loads of work',
      'Shed it',
      'Another detail',
      'Something else',
    ];
    expect((await find({ q: 'load' })).said).toEqual(order);
    const latest = await find({ q: 'load' }, { sort: 'recency' });
    expect(latest.said).toEqual([
      'Another detail',
      'The load',
      'Something else',
      'Shed it',
      'Loads of work',
      'Load',
    ]);
  });

  it.each(['relevance', 'recency'] as const)(
    'give each lesson once, by %s, whatever is written meanwhile',
    async sort => {
      const { find, lessons } = await start(
        Array.from({ length: 23 }, (_, index) => ({
          statement: index % 3 ? `Load ${index}` : `Number ${index}`,
          // Some at the same time, so that the id decides.
          createdAt: `2024-03-0${1 + Math.floor(index / 5)}T00:00:00.000Z`,
          detail: 'load',
        })),
      );
      const all = (await find({ q: 'load' }, { sort })).said;
      const seen: string[] = [];
      let cursor: string | undefined;
      let written = 100;
      do {
        const page = await find({ q: 'load' }, { sort, limit: 4, cursor });
        seen.push(...page.said.filter(said => all.includes(said)));
        cursor = page.nextCursor;
        await lessons.insert(
          lessonOf((written += 1), {
            statement: `${'other words '.repeat(50)} load`,
            createdAt: '2024-06-01T00:00:00.000Z',
          }),
        );
      } while (cursor);
      expect(seen).toEqual(all);
      expect(all).toHaveLength(23);
    },
  );

  it('follow a lesson that is changed, published and deleted', async () => {
    const { find, lessons, knex } = await start([
      { statement: 'Watch expiry', tags: ['tls'], appliesTo: ['a:b/c'] },
    ]);
    const [lesson] = (await find({})).items;
    const next = {
      ...lesson,
      revision: 2,
      statement: 'Watch capacity',
      tags: ['disk'],
      appliesTo: [],
    };
    await expect(lessons.update(next)).resolves.toBe(true);
    await expect(lessons.update(next)).resolves.toBe(false);
    expect((await find({ q: 'expiry' })).items).toEqual([]);
    expect((await find({ q: 'disk cap' })).items).toEqual([next]);
    expect((await find({ tag: ['tls'] })).items).toEqual([]);
    expect(await lessons.facets(ALL)).toEqual({ category: [], tag: ['disk'] });

    const publishedAt = '2024-07-01T00:00:00.000Z';
    const published = { ...next, revision: 3, publishedAt };
    await lessons.update(published);
    expect((await find({ from: publishedAt })).items).toEqual([published]);
    expect((await find({ to: publishedAt })).items).toEqual([]);
    expect((await find({ state: 'draft' })).items).toEqual([]);

    await lessons.delete(lesson.id, 3);
    expect((await find({ q: 'capacity' })).totalItems).toBe(0);
    expect(await knex('lesson_tags')).toEqual([]);
  });

  it('filter by what lessons say and whom they concern', async () => {
    const { find } = await start([
      {
        statement: 'One',
        type: 'process',
        priority: 'high',
        category: 'change',
        owner: 'group:default/payments',
      },
      { statement: 'Two', type: 'human', appliesTo: ['component:default/x'] },
      { statement: 'Three', tags: ['a', 'b'], category: 'change' },
    ]);
    const said = async (filter: LessonFilter) => (await find(filter)).said;
    expect(await said({ category: ['change'] })).toEqual(['Three', 'One']);
    expect(await said({ type: ['human', 'process'] })).toEqual(['Two', 'One']);
    expect(await said({ priority: ['high'] })).toEqual(['One']);
    expect(await said({ tag: ['b', 'none'] })).toEqual(['Three']);
    expect(await said({ owner: ['group:default/payments'] })).toEqual(['One']);
    expect(await said({ category: ['change'], type: ['technical'] })).toEqual([
      'Three',
    ]);
    const scope: ResolvedScope = {
      kind: 'entities',
      entityRefs: ['component:default/x', 'group:default/payments'],
    };
    expect((await find({}, { scope })).said).toEqual(['Two', 'One']);
  });

  it('show nothing of what the reader may not know', async () => {
    const { find, knex, lessons } = await start();
    const incidents = DatabaseIncidentStore.create({ knex, lookBackMs: 1 });
    const secret = storedIncident({
      entityRefs: ['component:default/vault'],
      visibility: 'restricted',
    });
    const open = storedIncident({ entityRefs: ['component:default/shop'] });
    await incidents.transaction(tx =>
      tx.insert([secret, open].map(incident => ({ incident }))),
    );
    await insertReview(knex, 'secret', [secret.id]);
    await insertReview(knex, 'both', [secret.id, open.id]);
    const of = (index: number, reviewId: string) =>
      lessons.insert(
        lessonOf(index, {
          statement: `Lesson ${reviewId}`,
          category: reviewId,
          tags: [reviewId],
          reviewId,
        }),
      );
    await of(1, 'secret');
    await of(2, 'both');
    const access: AccessFilter = {
      kind: 'own-restricted',
      userRef: 'user:default/eve',
      refs: ['user:default/eve'],
      owned: [],
    };
    for (const filter of [{}, { q: 'lesson' }, { tag: ['secret', 'both'] }]) {
      const found = await find(filter, { access });
      expect(found.said).toEqual(['Lesson both']);
      expect(found.totalItems).toBe(1);
    }
    expect(await lessons.facets(access)).toEqual({
      category: ['both'],
      tag: ['both'],
    });
    const at = (ref: string): ResolvedScope => ({
      kind: 'entities',
      entityRefs: [ref],
    });
    const vault = at('component:default/vault');
    expect((await find({}, { access, scope: vault })).said).toEqual([]);
    expect((await find({}, { scope: vault })).said).toEqual([
      'Lesson both',
      'Lesson secret',
    ]);
    const shop = at('component:default/shop');
    expect((await find({}, { access, scope: shop })).said).toEqual([
      'Lesson both',
    ]);
  });
});
