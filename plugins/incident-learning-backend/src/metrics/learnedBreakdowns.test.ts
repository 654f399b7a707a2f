import type { Entity } from '@backstage/catalog-model';
import { metricBreakdownSchema } from '@hindsight/backstage-plugin-incident-learning-common';
import { createDatabase, databases } from '../__testUtils__/databases';
import { Caller, startReviewBackend } from '../__testUtils__/reviewBackend';
import { setTime } from '../__testUtils__/time';
import {
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
const LENDING = 'group:default/lending';

function entity(kind: string, name: string, owner?: string): Entity {
  return {
    apiVersion: 'backstage.io/v1alpha1',
    kind,
    metadata: { name, namespace: 'default' },
    relations: owner ? [{ type: 'ownedBy', targetRef: owner }] : [],
  };
}

const ENTITIES = [
  entity('Component', 'checkout', PAYMENTS),
  entity('Component', 'credit', LENDING),
  entity('Group', 'payments'),
  entity('Group', 'lending'),
  entity('User', 'ada'),
  entity('User', 'eve'),
];

describe.each(databases.eachSupportedId())(
  'breakdowns of what reviews brought about on %s',
  databaseId => {
    afterEach(() => {
      jest.useRealTimers();
    });

    async function start() {
      setTime('2024-02-01T00:00:00Z');
      const knex = await createDatabase(databaseId);
      const { as } = await startReviewBackend({ knex, entities: ENTITIES });
      return { ada: as('ada'), eve: as('eve') };
    }

    async function breakdown(api: Caller, kpi: string, by: string) {
      const { body } = await api
        .get(`/metrics/breakdown?${YEAR}&kpi=${kpi}&by=${by}`)
        .expect(200);
      return metricBreakdownSchema.parse(body);
    }

    it('reads reviews and lessons by what their incidents are, each once in the whole', async () => {
      const { ada } = await start();
      const both = {
        entityRefs: ['component:default/checkout', 'component:default/credit'],
        closedAt: '2024-01-30T00:00:00Z',
      };
      const first = await record(ada, { ...both, category: 'deploy' });
      const second = await record(ada, {
        entityRefs: ['component:default/credit'],
        severity: 'low',
        closedAt: '2024-01-31T00:00:00Z',
      });
      await publish(
        ada,
        await plan(ada, [first, second]),
        '2024-02-05T00:00:00Z',
      );

      const teams = await breakdown(ada, 'time-to-review', 'team');
      expect(teams.whole).toMatchObject({ n: 1 });
      // One review of incidents of both teams.
      expect(teams.items).toMatchObject([{ n: 1 }, { n: 1 }]);
      expect(teams.items.map(({ key }) => key).sort()).toEqual([
        LENDING,
        PAYMENTS,
      ]);
      const severities = await breakdown(ada, 'time-to-review', 'severity');
      expect(severities.items.map(({ key }) => key)).toEqual(['high', 'low']);

      const lessons = await breakdown(ada, 'time-to-lessons-learned', 'team');
      // 6 and 5 days.
      expect(lessons.whole).toMatchObject({ n: 2, value: 5.5 * DAY });
      expect(lessons.items).toMatchObject([
        { key: LENDING, n: 2, value: 5.5 * DAY },
        { key: PAYMENTS, n: 1, value: 6 * DAY },
      ]);
      const categories = await breakdown(
        ada,
        'time-to-lessons-learned',
        'category',
      );
      expect(
        new Map(categories.items.map(({ key, value }) => [key, value])),
      ).toEqual(
        new Map([
          ['deploy', 6 * DAY],
          [undefined, 5 * DAY],
        ]),
      );
    });

    it('reads actions and their ratings by team, own category and severity of their incidents', async () => {
      const { ada } = await start();
      const incidentId = await record(ada, { severity: 'critical' });
      const kept = await promise(ada, {
        incidentId,
        owner: PAYMENTS,
        category: 'monitoring',
      });
      await transition(ada, kept, 1, { to: 'completed' });
      await ada.post(`/actions/${kept}/ratings`, { score: 9 }).expect(200);
      await promise(ada, { owner: PAYMENTS });

      const teams = await breakdown(ada, 'action-implementation-rate', 'team');
      expect(teams.items).toMatchObject([
        { key: PAYMENTS, share: { numerator: 1, denominator: 2 } },
      ]);
      const categories = await breakdown(
        ada,
        'action-implementation-rate',
        'category',
      );
      expect(
        new Map(categories.items.map(({ key, value }) => [key, value])),
      ).toEqual(
        new Map([
          ['monitoring', 1],
          [undefined, 0],
        ]),
      );
      const ratings = await breakdown(ada, 'action-effectiveness', 'severity');
      expect(ratings.items).toMatchObject([
        { key: 'critical', n: 1, value: 9 },
      ]);
    });

    it('tells nothing of what the caller may not know', async () => {
      const { ada, eve } = await start();
      const secret = await record(eve, {
        visibility: 'restricted',
        severity: 'critical',
        entityRefs: ['component:default/credit'],
        participants: [{ role: 'lead', entityRef: 'user:default/eve' }],
        closedAt: '2024-01-30T00:00:00Z',
      });
      const open = await record(ada, {
        severity: 'low',
        closedAt: '2024-01-30T00:00:00Z',
      });
      await promise(ada, { incidentId: open, owner: PAYMENTS });
      await promise(eve, { incidentId: secret, owner: 'user:default/eve' });
      const counts = async (api: Caller) =>
        (await breakdown(api, 'action-implementation-rate', 'severity')).items;
      expect(await counts(ada)).toMatchObject([{ key: 'low', n: 1 }]);
      expect(await counts(eve)).toMatchObject([
        { key: 'critical', n: 1 },
        { key: 'low', n: 1 },
      ]);
    });
  },
);
