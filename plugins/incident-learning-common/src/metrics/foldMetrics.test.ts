import fc from 'fast-check';
import {
  INCIDENT_KINDS,
  PRECISIONS,
  SEVERITIES,
} from '../incidents/vocabulary';
import { PERIOD, factOf, kpiOf } from './__testUtils__/facts';
import type { MetricFact } from './fact';
import { foldMetrics } from './foldMetrics';
import { INCIDENT_KPIS } from './kpis';
import { Interval, Kpi, Metrics, metricsSchema } from './schema';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

function metricsOf(
  facts: MetricFact[],
  options: { interval?: Interval; kpis?: typeof INCIDENT_KPIS } = {},
): Metrics {
  const fold = foldMetrics({
    scope: 'org',
    period: PERIOD,
    interval: 'month',
    ...options,
  });
  facts.forEach(one => fold.add(one));
  return fold.read();
}

function kpisOf(facts: MetricFact[]): Partial<Record<string, Kpi>> {
  const { kpis } = metricsOf(facts, { interval: 'week' });
  return Object.fromEntries(kpis.map(one => [one.id, one]));
}

describe('foldMetrics', () => {
  it('reads the same in turns, one for each KPI', async () => {
    const fold = foldMetrics({
      scope: 'org',
      period: PERIOD,
      interval: 'month',
    });
    fold.add(factOf('2024-03-01T00:00:00Z', { timeToDetectMs: HOUR }));
    let turns = 0;
    const metrics = await fold.readInTurns(async () => {
      turns += 1;
    });
    expect(metrics).toEqual(fold.read());
    expect(turns).toBe(INCIDENT_KPIS.length);
  });

  it('reads every KPI of a period and the one before, as worked by hand', () => {
    const metrics = metricsOf([
      // The period before: 61 days from 2023-12-31.
      factOf('2023-12-30T23:59:59.999Z', { timeToDetectMs: 9 * HOUR }),
      factOf('2023-12-31T00:00:00Z', { timeToDetectMs: 8 * HOUR }),
      factOf('2024-02-29T23:59:59.999Z', {
        timeToDetectMs: 4 * HOUR,
        severity: 'critical',
        repeat: true,
      }),
      // March.
      factOf('2024-03-01T00:00:00Z', {
        timeToDetectMs: HOUR,
        timeToResolveMs: 10 * HOUR,
        severity: 'high',
      }),
      factOf('2024-03-31T23:59:59.999Z', {
        timeToDetectMs: 3 * HOUR,
        timeToResolveMs: -HOUR,
        severity: 'low',
        repeat: true,
      }),
      // April, one of them known only to the year it is filed under.
      factOf('2024-04-30T12:00:00Z', { severity: 'medium' }),
      factOf('2024-04-01T00:00:00Z', {
        precision: 'year',
        timeToDetectMs: 8 * HOUR,
      }),
      factOf('2024-05-01T00:00:00Z', { timeToDetectMs: 9 * HOUR }),
    ]);

    expect(metricsSchema.parse(JSON.parse(JSON.stringify(metrics)))).toEqual(
      metrics,
    );
    expect(metrics).toMatchObject({
      scope: 'org',
      from: '2024-03-01T00:00:00.000Z',
      to: '2024-05-01T00:00:00.000Z',
      interval: 'month',
      incidents: 4,
    });

    // 1, 3 and 8 hours: the 90th percentile lies at rank 1.8, at 3 + 0.8 × 5 = 7 hours.
    const detection = kpiOf(metrics, 'mttd');
    expect(detection).toMatchObject({
      name: 'Time to detect',
      unit: 'ms',
      target: 'trend',
      value: 3 * HOUR,
      n: 3,
      stats: { mean: 4 * HOUR, median: 3 * HOUR, p90: 7 * HOUR },
      missing: 1,
      invalid: 0,
      undated: 1,
      approximate: false,
      previous: { value: 6 * HOUR, n: 2, stats: { mean: 6 * HOUR } },
    });
    expect(detection.attained).toBeUndefined();
    // April has only the incident known to the year, so it has no bucket.
    expect(detection.series).toEqual([
      {
        start: '2024-03-01T00:00:00.000Z',
        value: 2 * HOUR,
        n: 2,
        stats: { mean: 2 * HOUR, median: 2 * HOUR, p90: 2.8 * HOUR },
      },
    ]);

    expect(kpiOf(metrics, 'mttc')).toMatchObject({
      n: 0,
      missing: 4,
      undated: 0,
      previous: { n: 0 },
      series: [],
    });
    expect(kpiOf(metrics, 'mttc').value).toBeUndefined();
    expect(kpiOf(metrics, 'mttr')).toMatchObject({
      value: 10 * HOUR,
      n: 1,
      missing: 2,
      invalid: 1,
    });

    expect(kpiOf(metrics, 'repeat-incident-rate')).toMatchObject({
      value: 0.25,
      n: 4,
      share: { numerator: 1, denominator: 4 },
      target: 0.05,
      attained: false,
      undated: 1,
      previous: { value: 0.5, n: 2, share: { numerator: 1, denominator: 2 } },
      series: [
        { start: '2024-03-01T00:00:00.000Z', value: 0.5, n: 2 },
        { start: '2024-04-01T00:00:00.000Z', value: 0, n: 1 },
      ],
    });

    expect(kpiOf(metrics, 'severity-distribution')).toMatchObject({
      value: 1 / 3,
      n: 4,
      missing: 1,
      undated: 1,
      share: { numerator: 1, denominator: 3 },
      distribution: { critical: 0, high: 1, medium: 1, low: 1, unknown: 1 },
      previous: { value: 1, n: 2 },
      series: [
        { start: '2024-03-01T00:00:00.000Z', value: 0.5, n: 2 },
        { start: '2024-04-01T00:00:00.000Z', value: 0, n: 1 },
      ],
    });
  });

  it('has no value, no attainment and no bucket where there is no data', () => {
    const metrics = metricsOf([]);
    expect(metrics.incidents).toBe(0);
    expect(metrics.kpis.map(({ id }) => id)).toEqual([
      'mttd',
      'mttc',
      'mttr',
      'repeat-incident-rate',
      'severity-distribution',
      'learning-impact-score',
    ]);
    for (const one of metrics.kpis) {
      expect(one).toMatchObject({ n: 0, series: [], previous: { n: 0 } });
      expect(one.value).toBeUndefined();
      expect(one.attained).toBeUndefined();
    }
  });

  it('meets a bound by passing it, and the end of the scale by reaching it', () => {
    const [repeats] = INCIDENT_KPIS.filter(
      ({ definition }) => definition.id === 'repeat-incident-rate',
    );
    // One in twenty is exactly 5 %.
    const facts = Array.from({ length: 20 }, (_, index) =>
      factOf('2024-03-10T00:00:00Z', { repeat: index === 0 }),
    );
    const attained = (
      target: number,
      direction: 'lower' | 'higher',
      of: MetricFact[],
    ) =>
      metricsOf(of, {
        kpis: [
          {
            ...repeats,
            definition: { ...repeats.definition, target, direction },
          },
        ],
      }).kpis[0].attained;
    expect(attained(0.05, 'lower', facts)).toBe(false);
    expect(attained(0.06, 'lower', facts)).toBe(true);
    expect(attained(0.05, 'higher', facts)).toBe(false);
    expect(attained(1, 'higher', facts)).toBe(false);
    expect(attained(1, 'higher', facts.slice(0, 1))).toBe(true);
  });

  it('tells what changed, how sure that is, and where the series is heading', () => {
    const kpis = kpisOf(
      Array.from({ length: 12 }, (_, week) => week).flatMap(week =>
        [0, 1, 2].map(nth =>
          factOf(
            new Date(PERIOD.to - (week * 10 + nth + 2) * DAY).toISOString(),
            {
              // From 2 hours in the last bucket to 13 in the first; 20 and more in the period before.
              timeToDetectMs: (week + 2 + (week > 5 ? 14 : 0)) * HOUR,
              timeToContainMs: week < 3 ? HOUR : undefined,
              severity: week > 5 ? 'low' : 'critical',
              repeat: nth === 0,
            },
          ),
        ),
      ),
    );
    expect(kpis.mttd).toMatchObject({
      n: 18,
      verdict: 'improved',
      attained: true,
      previous: {
        n: 18,
        stats: { ci: [expect.anything(), expect.anything()] },
      },
    });
    expect(kpis.mttd?.pValue).toBeLessThan(0.001);
    // An hour less every ten days: some 36.5 hours a year.
    expect(kpis.mttd?.trend?.slopePerYear).toBeGreaterThan(-39 * HOUR);
    expect(kpis.mttd?.trend?.slopePerYear).toBeLessThan(-34 * HOUR);
    expect(kpis.mttd?.trend?.pValue).toBeLessThan(0.05);
    expect(kpis.mttc).toMatchObject({ n: 9, verdict: 'not-enough-data' });
    expect(kpis.mttc?.pValue).toBeUndefined();
    expect(kpis.mttc?.trend).toBeUndefined();
    expect(kpis['severity-distribution']).toMatchObject({
      verdict: 'worsened',
      attained: false,
    });
    expect(kpis['repeat-incident-rate']).toMatchObject({
      verdict: 'no-detectable-change',
      pValue: 1,
    });
  });

  it('is the same for every order, and every incident is in the series or told as undated', () => {
    const duration = fc.option(fc.integer({ min: -5, max: 1e12 }), {
      nil: undefined,
    });
    const facts = fc.array(
      fc.record({
        at: fc.integer({
          min: Date.parse('2023-12-01T00:00:00Z'),
          max: Date.parse('2024-06-01T00:00:00Z'),
        }),
        precision: fc.constantFrom(...PRECISIONS),
        kind: fc.constantFrom(...INCIDENT_KINDS),
        severity: fc.constantFrom(...SEVERITIES),
        timeToDetectMs: duration,
        timeToContainMs: duration,
        timeToResolveMs: duration,
        repeat: fc.boolean(),
      }),
    );
    fc.assert(
      fc.property(
        facts,
        fc.constantFrom<Interval>('day', 'week', 'month'),
        (some, interval) => {
          const metrics = metricsOf(some, { interval });
          expect(metricsOf([...some].reverse(), { interval })).toEqual(metrics);
          for (const one of metrics.kpis.filter(
            ({ unit }) => unit !== 'score',
          )) {
            const dated = one.series.reduce((sum, { n }) => sum + n, 0);
            expect(dated + one.undated).toBe(one.n);
          }
          const detection = kpiOf(metrics, 'mttd');
          expect(detection.n + detection.missing + detection.invalid).toBe(
            metrics.incidents,
          );
        },
      ),
    );
  });
});
