import {
  coreServices,
  createServiceFactory,
} from '@backstage/backend-plugin-api';
import { mockServices, startTestBackend } from '@backstage/backend-test-utils';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import {
  NotificationSendOptions,
  notificationService,
} from '@backstage/plugin-notifications-node';
import plugin from '../index';
import { lastPeriod } from './scheduleTrendReports';

describe('scheduled trend reports', () => {
  async function start(trends: Record<string, string | string[]>[]) {
    const sent: NotificationSendOptions[] = [];
    const scheduler = mockServices.scheduler();
    await startTestBackend({
      features: [
        plugin,
        catalogServiceMock.factory({ entities: [] }),
        mockServices.rootConfig.factory({
          data: { incidentLearning: { reports: { trends } } },
        }),
        createServiceFactory({
          service: coreServices.scheduler,
          deps: {},
          factory: () => scheduler,
        }),
        createServiceFactory({
          service: notificationService,
          deps: {},
          factory: () => ({
            async send(notification) {
              sent.push(notification);
            },
          }),
        }),
      ],
    });
    return { scheduler, sent };
  }

  it('go to the recipients, with a link and without figures', async () => {
    const { scheduler, sent } = await start([
      { every: 'month', recipients: ['user:default/ada'] },
      {
        every: 'quarter',
        scope: 'Group:payments',
        recipients: ['group:default/payments'],
      },
    ]);
    await scheduler.triggerTask(
      'incident-learning-trend-report: group:default/payments, every quarter',
    );
    const { from, to } = lastPeriod('quarter', Date.now());
    const day = (at: number) => new Date(at).toISOString().slice(0, 10);
    expect(sent).toEqual([
      {
        recipients: {
          type: 'entity',
          entityRef: ['group:default/payments'],
        },
        payload: expect.objectContaining({
          title: 'Trend report of the last quarter: payments',
          link: `/incident-learning/report?scope=group%3Adefault%2Fpayments&from=${day(
            from,
          )}&until=${day(to - 1)}`,
        }),
      },
    ]);
  });

  it('say which setting is wrong', async () => {
    await expect(
      start([{ every: 'week', recipients: [] }]),
    ).rejects.toMatchObject({
      message: expect.stringMatching(/every is neither month nor quarter/),
    });
    const twice = { every: 'month', recipients: ['user:default/ada'] };
    await expect(start([twice, twice])).rejects.toMatchObject({
      message: expect.stringMatching(/two reports of org, every month/),
    });
  });

  it('are of the last whole month or quarter', () => {
    const days = (every: 'month' | 'quarter', at: string) => {
      const { from, to } = lastPeriod(every, Date.parse(at));
      return [from, to].map(ms => new Date(ms).toISOString().slice(0, 10));
    };
    expect(days('month', '2024-03-01T07:00:00Z')).toEqual([
      '2024-02-01',
      '2024-03-01',
    ]);
    expect(days('month', '2024-01-01T07:00:00Z')).toEqual([
      '2023-12-01',
      '2024-01-01',
    ]);
    expect(days('quarter', '2024-04-01T07:00:00Z')).toEqual([
      '2024-01-01',
      '2024-04-01',
    ]);
    expect(days('quarter', '2024-02-15T00:00:00Z')).toEqual([
      '2023-10-01',
      '2024-01-01',
    ]);
  });
});
