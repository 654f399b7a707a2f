import { mockServices } from '@backstage/backend-test-utils';
import {
  AnyMetricKpi,
  STANDARD_KPIS,
  shareAccumulator,
} from '@hindsight/backstage-plugin-incident-learning-common';
import {
  DEFAULT_METRICS_SETTINGS,
  MetricsSettings,
  readMetricsSettings,
} from './metricsConfig';

const HOUR = 3_600_000;

function read(metrics: object, added?: AnyMetricKpi[]): MetricsSettings {
  return readMetricsSettings(
    mockServices.rootConfig({ data: { incidentLearning: { metrics } } }),
    added,
  );
}

function targetOf({ kpis }: MetricsSettings, id: string) {
  return kpis.find(kpi => kpi.definition.id === id)?.definition.target;
}

const contained: AnyMetricKpi = {
  definition: {
    ...STANDARD_KPIS[0].definition,
    id: 'contained-within-an-hour',
    unit: 'share',
  },
  facts: 'incident',
  accumulator: shareAccumulator(fact => (fact.timeToContainMs ?? HOUR) < HOUR),
};

describe('the settings of the metrics', () => {
  it('are the defaults where nothing is said', () => {
    expect(readMetricsSettings(mockServices.rootConfig({ data: {} }))).toEqual(
      DEFAULT_METRICS_SETTINGS,
    );
  });

  it('take targets in the unit of each KPI, and leave the others as they are', () => {
    const settings = read(
      {
        targets: {
          mttd: { hours: 4 },
          mttc: '30m',
          'repeat-incident-rate': 'trend',
          'review-completion-rate': 0.9,
          'time-to-review': 3,
          'contained-within-an-hour': 0.5,
          'learning-impact-score': 70,
        },
      },
      [contained],
    );
    expect(targetOf(settings, 'mttd')).toBe(4 * HOUR);
    expect(targetOf(settings, 'mttc')).toBe(HOUR / 2);
    expect(targetOf(settings, 'mttr')).toBe('trend');
    expect(targetOf(settings, 'repeat-incident-rate')).toBe('trend');
    expect(targetOf(settings, 'review-completion-rate')).toBe(0.9);
    expect(targetOf(settings, 'time-to-review')).toBe(3);
    expect(targetOf(settings, 'contained-within-an-hour')).toBe(0.5);
    expect(settings.score.target).toBe(70);
    expect(targetOf(DEFAULT_METRICS_SETTINGS, 'mttd')).toBe('trend');
  });

  it('take weights, a calendar and a period', () => {
    expect(
      read({
        weights: { mttd: 3, mttr: 0 },
        timeZone: 'America/New_York',
        firstDayOfWeek: 'sunday',
        defaultPeriodDays: 90,
      }),
    ).toMatchObject({
      weights: { mttd: 3, mttc: 1, mttr: 0 },
      calendar: { timeZone: 'America/New_York', firstDayOfWeek: 7 },
      defaultPeriodMs: 90 * 24 * HOUR,
    });
  });

  it.each([
    [
      { targets: { mttd: 5 } },
      'incidentLearning.metrics.targets.mttd is 5: give a duration, such as 4h or { hours: 4 }, or trend',
    ],
    [
      { targets: { 'repeat-incident-rate': 5 } },
      'incidentLearning.metrics.targets.repeat-incident-rate is 5: give a number from 0 to 1, or trend',
    ],
    [
      { targets: { 'time-to-review': '5d' } },
      'incidentLearning.metrics.targets.time-to-review is "5d": give a number from 0 on, or trend',
    ],
    [
      { targets: { mttx: 1 } },
      'incidentLearning.metrics.targets.mttx is of no KPI: write one of mttd, mttc, ',
    ],
    [
      { weights: { 'learning-impact-score': 1 } },
      'incidentLearning.metrics.weights.learning-impact-score is of no KPI',
    ],
    [
      { weights: { mttd: -1 } },
      'incidentLearning.metrics.weights.mttd is below 0: give a weight from 0 on',
    ],
    [
      { timeZone: 'Berlin' },
      'incidentLearning.metrics.timeZone is no time zone: give its name, such as Europe/Berlin',
    ],
    [
      { firstDayOfWeek: 'someday' },
      'incidentLearning.metrics.firstDayOfWeek is none of monday, tuesday',
    ],
    [
      { defaultPeriodDays: 0 },
      'incidentLearning.metrics.defaultPeriodDays is not above 0: give a number of days',
    ],
    [
      { timezone: 'UTC' },
      'incidentLearning.metrics.timezone is no field we know: check its spelling or leave it out',
    ],
  ])('refuse %j', (metrics, message) => {
    expect(() => read(metrics)).toThrow(message);
  });
});
