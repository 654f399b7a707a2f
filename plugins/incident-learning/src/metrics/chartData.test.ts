import {
  SAMPLE_NOW,
  FakeIncidentLearningApi,
  sampleIncidents,
} from '../__testUtils__';
import { ALL_TIME, LAST_YEAR, periodOf } from '../url';
import {
  bucketDays,
  chartRange,
  durationMedians,
  durationPoints,
  severityBuckets,
} from './chartData';
import { toLocalStart } from './localBuckets';

const api = new FakeIncidentLearningApi({
  incidents: sampleIncidents(),
  now: SAMPLE_NOW,
});
const query = {
  scope: 'org',
  from: '2024-01-01T00:00:00.000Z',
  to: '2024-07-01T00:00:00.000Z',
  interval: 'month',
} as const;

describe('buckets of another time zone', () => {
  it('begin at midnight all the same, summer time or not', () => {
    expect(toLocalStart('2024-01-31T23:00:00.000Z', 'Europe/Berlin')).toBe(
      '2024-02-01T00:00:00.000Z',
    );
    expect(toLocalStart('2024-06-30T22:00:00.000Z', 'Europe/Berlin')).toBe(
      '2024-07-01T00:00:00.000Z',
    );
  });
});

describe('chart data', () => {
  it('has a dot for each duration that is known, and its address', async () => {
    const { items } = await api.getMetricPoints(query);
    const points = durationPoints(items, id => `/incidents/${id}`);

    expect(points.filter(({ id }) => id === 'incident-4')).toEqual([
      expect.objectContaining({ series: 'detect', valueMs: 30 * 60_000 }),
      expect.objectContaining({
        series: 'contain',
        valueMs: 3 * 3_600_000,
        at: '2024-06-11T03:30:00.000Z',
        href: '/incidents/incident-4',
        label: 'Ledger stops on a full disk',
      }),
    ]);
  });

  it('has the medians and severities of buckets with data only', async () => {
    const metrics = await api.getMetrics(query);

    const resolved = durationMedians(metrics, query.to).filter(
      ({ series }) => series === 'resolve',
    );
    expect(resolved.map(({ start, n }) => [start.slice(0, 7), n])).toEqual([
      ['2024-01', 1],
      ['2024-02', 1],
      ['2024-03', 1],
      ['2024-05', 1],
    ]);
    const june = severityBuckets(metrics, query.to).filter(({ start }) =>
      start.startsWith('2024-06'),
    );
    expect(june).toEqual([
      {
        start: '2024-06-01T00:00:00.000Z',
        counts: { critical: 1, high: 1, medium: 0, low: 0, unknown: 0 },
      },
    ]);
  });

  it('spans the period, or where it has no start, what there is', async () => {
    const now = Date.parse(SAMPLE_NOW);
    const all = await api.getMetrics({
      ...query,
      from: '0001-01-01T00:00:00.000Z',
      to: '9999-12-31T00:00:00.000Z',
    });
    expect(chartRange(all, periodOf(ALL_TIME, now), { now })).toEqual({
      from: '2024-01-01T00:00:00.000Z',
      to: SAMPLE_NOW,
    });
    const year = periodOf(LAST_YEAR, now);
    const metrics = await api.getMetrics({ ...query, ...year });
    expect(chartRange(metrics, year)).toEqual({ from: year.from, to: year.to });
  });

  it('names the days of a bucket that lie in the period', async () => {
    const metrics = await api.getMetrics({
      ...query,
      from: '2024-01-10T00:00:00.000Z',
      to: '2024-03-01T00:00:00.000Z',
    });
    expect(bucketDays('2024-01-01T00:00:00.000Z', metrics)).toEqual({
      from: '2024-01-10',
      until: '2024-01-31',
    });
    expect(bucketDays('2024-02-01T00:00:00.000Z', metrics)).toEqual({
      from: '2024-02-01',
      until: '2024-02-29',
    });
  });
});
