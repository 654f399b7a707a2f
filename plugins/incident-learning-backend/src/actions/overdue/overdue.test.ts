import {
  Action,
  OverdueReport,
  overdueReportSchema,
} from '@hindsight/backstage-plugin-incident-learning-common';
import { createDatabase, databases } from '../../__testUtils__/databases';
import {
  Caller,
  ENTITIES,
  startReviewBackend,
} from '../../__testUtils__/reviewBackend';
import { start } from '../../__testUtils__/portal';
import { setTime } from '../../__testUtils__/time';
import { commit, move, progress } from '../__testUtils__/actions';

jest.setTimeout(120_000);

const URL = '/actions/report/overdue';
const SUNDAYS = [4, 11, 18, 25].map(
  day => `2026-01-${`${day}`.padStart(2, '0')}`,
);

afterEach(() => {
  jest.useRealTimers();
});

const read = async (api: Caller, query = ''): Promise<OverdueReport> =>
  (await api.get(`${URL}?${query}`).expect(200)).body;

describe.each(databases.eachSupportedId())(
  'overdue actions over time on %s',
  databaseId => {
    it('are as many as were counted at the time', async () => {
      const knex = await createDatabase(databaseId);
      const entities = [
        ...ENTITIES,
        {
          ...ENTITIES[2],
          metadata: { name: 'platform', namespace: 'default' },
          relations: [{ type: 'hasMember', targetRef: 'user:default/dora' }],
        },
      ].map(entity =>
        entity.metadata.name === 'dora'
          ? {
              ...entity,
              relations: [
                { type: 'memberOf', targetRef: 'group:default/platform' },
              ],
            }
          : entity,
      );
      const api = (await startReviewBackend({ knex, entities })).as('ada');
      setTime('2025-12-29T09:00:00Z');
      const dueDate = '2026-01-02';
      const moved = await commit(api, { title: 'Moved', dueDate });
      const done = await commit(api, { title: 'Done', dueDate });
      const given = await commit(api, { title: 'Given away', dueDate });
      const cancelled = await commit(api, {
        title: 'Cancelled',
        dueDate,
        owner: 'group:default/commerce',
      });
      const idea = (await api.post('/actions', { title: 'Idea' })).body;

      const week: [string, () => Promise<unknown>][] = [
        [SUNDAYS[0], async () => undefined],
        [
          SUNDAYS[1],
          async () => {
            await api
              .patch(`/actions/${moved.id}`, 1, { dueDate: '2026-01-14' })
              .expect(200);
            await progress(api, done.id, 1, { progress: 100 }).expect(200);
            await api
              .patch(`/actions/${given.id}`, 1, { owner: 'user:default/dora' })
              .expect(200);
          },
        ],
        [
          SUNDAYS[2],
          async () => {
            await move(api, cancelled.id, 1, {
              to: 'cancelled',
              reason: 'No more',
            }).expect(200);
            await move(api, done.id, 2, {
              to: 'open',
              reason: 'It did not hold',
            }).expect(200);
          },
        ],
        [
          SUNDAYS[3],
          async () => {
            await api
              .patch(`/actions/${idea.id}`, 1, {
                owner: 'user:default/bob',
                dueDate: '2026-02-01',
                successCriteria: 'Works',
                status: 'open',
              })
              .expect(200);
            await commit(api, { title: 'Later', dueDate: '2026-01-25' });
          },
        ],
      ];
      const counted: number[] = [];
      for (const [sunday, happens] of week) {
        setTime(`${sunday}T12:00:00Z`);
        await happens();
        // What was due on the Sunday itself is late once the week is over.
        setTime(new Date(Date.parse(sunday) + 86_400_000).toISOString());
        const { body } = await api.get('/actions/report').expect(200);
        counted.push(body.totals.overdue);
      }
      expect(counted).toEqual([4, 2, 3, 4]);

      setTime('2026-02-04T12:00:00Z');
      const report = await read(api, 'from=2025-12-29&to=2026-01-26');
      expect(overdueReportSchema.parse(report)).toEqual(report);
      expect(report.series.map(({ overdue }) => overdue)).toEqual(counted);
      expect(report.series.map(({ n }) => n)).toEqual([4, 3, 3, 5]);
      expect(report.series[0]).toMatchObject({
        start: '2025-12-29T00:00:00.000Z',
        at: '2026-01-05T00:00:00.000Z',
      });
      const byTeam = Object.fromEntries(
        report.teams.map(({ team = 'none', series }) => [
          team.split('/')[1],
          series.map(({ overdue, own }) => [overdue, own]),
        ]),
      );
      expect(byTeam).toEqual({
        commerce: [
          [4, 1],
          [1, 1],
          [2, 0],
          [3, 0],
        ],
        payments: [
          [3, 3],
          [0, 0],
          [2, 2],
          [3, 3],
        ],
        platform: [
          [1, 1],
          [1, 1],
          [1, 1],
        ],
      });

      // Of one group with its child groups; what is under way is counted now.
      const commerce = await read(
        api,
        'scope=group:default/commerce&from=2025-12-29',
      );
      expect(commerce.series.map(({ overdue }) => overdue)).toEqual([
        4, 1, 2, 3, 4, 4,
      ]);
      expect(commerce.series[5]).toMatchObject({
        at: '2026-02-04T12:00:00.000Z',
      });
      const platform = await read(api, 'scope=group:default/platform');
      expect(platform.teams.map(({ team }) => team)).toEqual([
        'group:default/platform',
      ]);
      const months = await read(api, 'interval=month&from=2025-12-01');
      expect(months.series.map(point => [point.start, point.overdue])).toEqual([
        ['2025-12-01T00:00:00.000Z', 0],
        ['2026-01-01T00:00:00.000Z', 4],
        ['2026-02-01T00:00:00.000Z', 5],
      ]);
      const { text } = await api.get(`${URL}?from=2026-01-19&format=csv`);
      expect(text.split('\r\n').slice(0, 3)).toEqual([
        '\uFEFFof,group,week,counted at,open commitments,overdue,overdue without child groups',
        'all,,2026-01-19,2026-01-26T00:00:00.000Z,5,4,',
        'all,,2026-01-26,2026-02-02T00:00:00.000Z,5,5,',
      ]);
    });

    it('count only what their reader may know of', async () => {
      const knex = await createDatabase(databaseId);
      const { as } = await startReviewBackend({ knex });
      setTime('2026-01-05T09:00:00Z');
      const incident = await as('ada').post('/incidents', {
        title: 'Breach',
        visibility: 'restricted',
      });
      const action: Action = await commit(as('ada'), {
        incidentId: incident.body.id,
        dueDate: '2026-01-06',
      });
      expect(action.owner).toBe('user:default/bob');
      setTime('2026-01-13T09:00:00Z');
      for (const [name, expected] of [
        ['ada', [1, 1]],
        ['bob', [1, 1]],
        ['dora', []],
      ] as const) {
        const { series } = await read(as(name), 'from=2026-01-05');
        expect([name, series.map(({ overdue }) => overdue)]).toEqual([
          name,
          expected,
        ]);
      }
    });
  },
);

it('asks for what can be answered', async () => {
  const api = await start();
  const base = `/api/incident-learning${URL}`;
  const long = await api.get(`${base}?from=1990-01-01`);
  expect([long.status, long.body.error.message]).toEqual([
    400,
    expect.stringMatching(/from begins more than 260 weeks.*or months/),
  ]);
  await api.get(`${base}?interval=day`).expect(400);
  const denied = await start({ deny: true });
  await denied.get(base).expect(403);
});
