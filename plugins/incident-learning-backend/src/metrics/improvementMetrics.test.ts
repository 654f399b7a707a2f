import { mockCredentials } from '@backstage/backend-test-utils';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import {
  AuthorizeResult,
  DefinitivePolicyDecision,
} from '@backstage/plugin-permission-common';
import {
  Metrics,
  actionReadPermission,
  lessonReadPermission,
} from '@hindsight/backstage-plugin-incident-learning-common';
import type { Knex } from 'knex';
import { IncidentAccess } from '../access';
import { CatalogScopeResolver } from '../catalog';
import { createDatabase, databases } from '../__testUtils__/databases';
import { Caller, startReviewBackend } from '../__testUtils__/reviewBackend';
import { move } from '../__testUtils__/reviews';
import { setTime } from '../__testUtils__/time';
import { DatabaseMetricsStore } from './DatabaseMetricsStore';
import { MetricsService } from './MetricsService';
import {
  figures,
  kpisOf,
  plan,
  promise,
  publish,
  record,
  transition,
} from './__testUtils__/improvements';

jest.setTimeout(120_000);

const YEAR = 'from=2024-01-01&to=2025-01-01';
const DAY = 86_400_000;
const PAYMENTS = 'group:default/payments';
const REFUNDS = ['component:default/refunds'];
const ofScope = (scope: string) => `${YEAR}&scope=${scope}`;

describe.each(databases.eachSupportedId())(
  'metrics of actions and lessons on %s',
  databaseId => {
    afterEach(() => {
      jest.useRealTimers();
    });

    async function start() {
      const knex = await createDatabase(databaseId);
      return { ...(await startReviewBackend({ knex })), knex };
    }

    it('answers how many commitments were kept, as worked by hand', async () => {
      setTime('2023-06-01T00:00:00Z');
      const { as } = await start();
      const ada = as('ada');
      // Of the year before, and never done.
      await promise(ada, { dueDate: '2023-06-30' });

      setTime('2024-02-01T00:00:00Z');
      const checkout = await record(ada, {});
      const refunds = await record(ada, { entityRefs: REFUNDS });
      const review = await plan(ada, [checkout, refunds]);
      // Two ways lead to each of its incidents: it counts once.
      const done = await promise(ada, {
        reviewId: review,
        incidentId: checkout,
        owner: 'user:default/dora',
      });
      await transition(ada, done, 1, { to: 'completed' });
      const open = { incidentId: refunds, owner: 'user:default/dora' };
      await promise(ada, open);
      setTime('2024-03-01T00:00:00Z');
      const proven = await promise(ada, { owner: PAYMENTS });
      await transition(ada, proven, 1, { to: 'completed' });
      await transition(ada, proven, 2, {
        to: 'verified',
        verification: { how: 'exercise', evidence: 'Game day' },
      });
      await promise(ada, { status: 'idea' });
      const dropped = await promise(ada, {});
      await transition(ada, dropped, 1, { to: 'cancelled', reason: 'Moot' });

      const rate = async (query = YEAR) =>
        (await figures(ada, query))('action-implementation-rate');
      expect(await rate()).toMatchObject({
        unit: 'share',
        target: 0.9,
        attained: false,
        approximate: false,
        value: 2 / 3,
        n: 3,
        share: { numerator: 2, denominator: 3 },
        previous: { share: { numerator: 0, denominator: 1 } },
        verdict: 'not-enough-data',
        series: [
          { start: '2024-02-01T00:00:00.000Z', n: 2, value: 1 / 2 },
          { start: '2024-03-01T00:00:00.000Z', n: 1, value: 1 },
        ],
      });
      expect(
        (await rate(ofScope('component:default/checkout')))?.share,
      ).toMatchObject({ numerator: 1, denominator: 1 });
      expect((await rate(ofScope(REFUNDS[0])))?.share).toMatchObject({
        numerator: 1,
        denominator: 2,
      });
      // What touched its service, and what is its own to do.
      expect((await rate(ofScope(PAYMENTS)))?.share).toMatchObject({
        numerator: 2,
        denominator: 2,
      });
    });

    it('answers how well actions worked, as worked by hand', async () => {
      setTime('2024-02-01T00:00:00Z');
      const { as } = await start();
      const [ada, bob] = [as('ada'), as('bob')];
      const incidentId = await record(ada, {});
      const [one, other] = [
        await promise(ada, { incidentId }),
        await promise(ada, {}),
      ];
      await transition(ada, one, 1, { to: 'completed' });
      await transition(ada, other, 1, { to: 'completed' });
      const rate = (api: Caller, id: string, score: number) =>
        api.post(`/actions/${id}/ratings`, { score }).expect(200);
      await rate(bob, one, 2);
      setTime('2024-03-01T00:00:00Z');
      await rate(ada, one, 9);
      setTime('2024-04-01T00:00:00Z');
      // The last word counts, when it was said.
      await rate(bob, one, 8);
      await rate(bob, other, 10);

      const org = (await figures(ada, YEAR))('action-effectiveness');
      expect(org).toMatchObject({
        unit: 'rating',
        target: 8,
        attained: true,
        value: 9,
        n: 3,
        stats: { mean: 9, median: 9 },
        previous: { n: 0 },
        series: [
          { start: '2024-03-01T00:00:00.000Z', n: 1, value: 9 },
          { start: '2024-04-01T00:00:00.000Z', n: 2, value: 9 },
        ],
      });
      const checkout = await figures(
        ada,
        ofScope('component:default/checkout'),
      );
      expect(checkout('action-effectiveness')).toMatchObject({
        value: 8.5,
        n: 2,
      });
      const march = await figures(ada, 'from=2024-03-01&to=2024-04-01');
      expect(march('action-effectiveness')).toMatchObject({ value: 9, n: 1 });
    });

    it('answers how long lessons took, as worked by hand', async () => {
      setTime('2024-01-20T00:00:00Z');
      const { as } = await start();
      const ada = as('ada');
      const closed = await record(ada, {
        resolvedAt: '2024-01-11T00:00:00Z',
        closedAt: '2024-01-15T00:00:00Z',
      });
      const resolved = await record(ada, {
        entityRefs: REFUNDS,
        detectedAt: '2024-02-01T00:00:00Z',
        precision: { detectedAt: 'year' },
        resolvedAt: '2024-01-17T00:00:00Z',
      });
      const endless = await record(ada, {});
      const drill = await record(ada, {
        drill: true,
        closedAt: '2024-01-10T00:00:00Z',
      });
      // Nothing was learned of it.
      await record(ada, { closedAt: '2024-01-16T00:00:00Z' });

      const first = await plan(ada, [closed, resolved, drill]);
      const second = await plan(ada, [endless]);
      expect(
        (await figures(ada, YEAR))('time-to-lessons-learned'),
      ).toMatchObject({
        n: 0,
      });
      await publish(ada, first, '2024-01-25T00:00:00Z');
      await publish(ada, second, '2024-01-26T00:00:00Z');
      // An amendment with one more lesson does not make the first any later.
      setTime('2024-03-01T00:00:00Z');
      const url = `/reviews/${first}`;
      await ada.post(`${url}/transitions`, { to: 'drafting', reason: 'More' });
      await ada.post('/lessons', { statement: 'Renew early', reviewId: first });
      await move(ada, url, 'in-review', 'published');

      // 10 days after the one was closed, 8 after the other was resolved.
      expect(
        (await figures(ada, YEAR))('time-to-lessons-learned'),
      ).toMatchObject({
        unit: 'ms',
        target: 'trend',
        value: 9 * DAY,
        n: 2,
        missing: 1,
        invalid: 0,
        undated: 1,
        approximate: false,
        series: [{ start: '2024-01-01T00:00:00.000Z', n: 1, value: 10 * DAY }],
      });
      const refunds = await figures(ada, ofScope(REFUNDS[0]));
      expect(refunds('time-to-lessons-learned')).toMatchObject({
        value: 8 * DAY,
        n: 1,
        missing: 0,
      });
    });

    it('counts what only some may know for these alone', async () => {
      setTime('2024-01-20T00:00:00Z');
      const { as, knex } = await start();
      const ada = as('ada');
      const secret = await record(ada, {
        visibility: 'restricted',
        closedAt: '2024-01-15T00:00:00Z',
      });
      const action = await promise(ada, {
        incidentId: secret,
        owner: 'user:default/dora',
      });
      await transition(ada, action, 1, { to: 'completed' });
      await ada.post(`/actions/${action}/ratings`, { score: 9 }).expect(200);
      await publish(ada, await plan(ada, [secret]), '2024-01-25T00:00:00Z');

      const counts = (kpi: ReturnType<typeof kpisOf>) =>
        (
          [
            'action-implementation-rate',
            'action-effectiveness',
            'time-to-lessons-learned',
          ] as const
        ).map(id => kpi(id)?.n);
      expect(counts(await figures(ada, YEAR))).toEqual([1, 1, 1]);
      // Their own to do, whatever it came out of.
      expect(counts(await figures(as('dora'), YEAR))).toEqual([1, 1, 0]);
      expect(counts(await figures(as('zoe'), YEAR))).toEqual([0, 0, 0]);

      const refused = async (...names: string[]) =>
        counts(kpisOf(await answerWithout(knex, names)));
      expect(await refused(actionReadPermission.name)).toEqual([0, 0, 1]);
      expect(await refused(lessonReadPermission.name)).toEqual([1, 1, 0]);
    });
  },
);

/** What somebody gets who may read all but what these permissions are for. */
function answerWithout(knex: Knex, refused: string[]): Promise<Metrics> {
  const decide = async (
    asked: { permission: { name: string } }[],
  ): Promise<DefinitivePolicyDecision[]> =>
    asked.map(({ permission }) => ({
      result: refused.includes(permission.name)
        ? AuthorizeResult.DENY
        : AuthorizeResult.ALLOW,
    }));
  const metrics = MetricsService.create({
    store: DatabaseMetricsStore.create({ knex, pageSize: 1 }),
    access: IncidentAccess.create({
      identityOf: async () => ({ refs: [] }),
      ownership: { ownedBy: async () => [] },
      restrictedReaders: [],
      permissions: { authorize: decide, authorizeConditional: decide },
    }),
    scopes: CatalogScopeResolver.create({ catalog: catalogServiceMock() }),
  });
  return metrics.getMetrics(
    { scope: 'org', from: '2024-01-01', to: '2025-01-01', interval: 'month' },
    { credentials: mockCredentials.user() },
  );
}
