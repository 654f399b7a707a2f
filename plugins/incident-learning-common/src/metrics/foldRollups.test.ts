import fc from 'fast-check';
import {
  INCIDENT_KINDS,
  PRECISIONS,
  SEVERITIES,
} from '../incidents/vocabulary';
import { PERIOD, factOf, kpiOf } from './__testUtils__/facts';
import type { KpiAccumulator } from './accumulators';
import { bucketStart } from './buckets';
import type { DatedFact, MetricFact } from './fact';
import { RollupBucket, foldMetrics } from './foldMetrics';
import { REVIEW_KPIS, STANDARD_KPIS, rollupAccumulator } from './kpis';

/** Packed states by month and precision. */
function rollUp(facts: MetricFact[]): RollupBucket[] {
  const buckets = new Map<string, MetricFact[]>();
  for (const one of facts) {
    const start = bucketStart(one.at, 'month');
    const key = `${start} ${one.precision}`;
    buckets.set(key, [...(buckets.get(key) ?? []), one]);
  }
  return [...buckets.values()].map(some => ({
    at: bucketStart(some[0].at, 'month'),
    precision: some[0].precision,
    incidents: some.length,
    states: Object.fromEntries(
      STANDARD_KPIS.filter(({ facts: kind }) => kind === 'incident').map(
        one => {
          const accumulator: KpiAccumulator<DatedFact, unknown> =
            rollupAccumulator(one);
          const state = accumulator.empty();
          some.forEach(each => accumulator.add(state, each));
          return [one.definition.id, accumulator.pack(state)];
        },
      ),
    ),
  }));
}

describe('foldMetrics, beyond one sort of facts', () => {
  it('begins buckets in the time zone and on the day of the week that it is told', () => {
    const fold = foldMetrics({
      scope: 'org',
      period: PERIOD,
      interval: 'month',
      calendar: { timeZone: 'Europe/Berlin', firstDayOfWeek: 7 },
    });
    fold.add(factOf('2024-03-31T21:59:00Z', { timeToDetectMs: 1 }));
    fold.add(factOf('2024-03-31T22:00:00Z', { timeToDetectMs: 2 }));
    fold.add(
      factOf('2024-04-01T00:00:00Z', { timeToDetectMs: 3, precision: 'month' }),
    );
    const metrics = fold.read();
    expect(metrics).toMatchObject({
      timeZone: 'Europe/Berlin',
      firstDayOfWeek: 7,
    });
    expect(kpiOf(metrics, 'mttd').series).toMatchObject([
      { start: '2024-02-29T23:00:00.000Z', n: 1 },
      { start: '2024-03-31T22:00:00.000Z', n: 2 },
    ]);
  });

  it('reads from rollups what it reads from facts', () => {
    const facts = fc.array(
      fc.record({
        at: fc.integer({
          min: Date.parse('2024-01-01T00:00:00Z'),
          max: Date.parse('2024-04-30T23:59:59Z'),
        }),
        precision: fc.constantFrom(...PRECISIONS),
        kind: fc.constantFrom(...INCIDENT_KINDS),
        severity: fc.constantFrom(...SEVERITIES),
        timeToDetectMs: fc.integer({ min: -1, max: 1e12 }),
        repeat: fc.boolean(),
        review: fc.option(
          fc.record({ published: fc.boolean(), rootCauseFound: fc.boolean() }),
          { nil: undefined },
        ),
      }),
    );
    const options = {
      scope: 'org',
      period: PERIOD,
      interval: 'month',
      kpis: STANDARD_KPIS,
      sketch: true,
    } as const;
    fc.assert(
      fc.property(facts, some => {
        const counted = foldMetrics(options);
        some.forEach(one => counted.add(one));
        const rolledUp = foldMetrics(options);
        rollUp(some).forEach(bucket => rolledUp.addRollup(bucket));
        expect(rolledUp.read()).toEqual(counted.read());
      }),
    );
  });

  it('takes out what a bucket holds from before the period', () => {
    const period = { from: Date.parse('2024-03-10'), to: PERIOD.to };
    const options = {
      scope: 'org',
      period,
      interval: 'month',
      kpis: STANDARD_KPIS,
      sketch: true,
    } as const;
    const facts = (['exact', 'year'] as const).flatMap(precision =>
      ['2024-03-02', '2024-03-09', '2024-03-10', '2024-03-31'].map(date =>
        factOf(`${date}T00:00:00Z`, { precision, timeToDetectMs: 7 }),
      ),
    );
    const [before, within] = [true, false].map(earlier =>
      facts.filter(({ at }) => at < period.from === earlier),
    );
    const counted = foldMetrics(options);
    facts.forEach(one => counted.add(one));
    const rolledUp = foldMetrics(options);
    rollUp(facts).forEach(bucket =>
      rolledUp.addRollup({ ...bucket, at: period.from }),
    );
    before.forEach(one => rolledUp.removeFact('incident', one, period.from));
    // They are in the period before, whose bucket is the same.
    rollUp(facts).forEach(bucket => rolledUp.addRollup(bucket));
    within.forEach(one =>
      rolledUp.removeFact('incident', one, period.from - 1),
    );
    expect(rolledUp.read()).toEqual(counted.read());
  });

  it('counts published reviews in the period of their publication', () => {
    const fold = foldMetrics({
      scope: 'org',
      period: PERIOD,
      interval: 'month',
      kpis: REVIEW_KPIS,
    });
    const published = (at: string, businessDaysToReview?: number) =>
      fold.addFact('publication', {
        at: Date.parse(at),
        precision: 'exact',
        businessDaysToReview,
        learnedSomething: { numerator: 2, denominator: 3 },
      });
    published('2024-02-10T00:00:00Z', 8);
    published('2024-03-10T00:00:00Z', 2);
    published('2024-03-12T00:00:00Z', 5);
    published('2024-04-12T00:00:00Z');
    published('2024-05-12T00:00:00Z', 1);
    const reviewed = (reviewPublished: boolean) =>
      fold.add(
        factOf('2024-04-01T00:00:00Z', {
          review: { published: reviewPublished, rootCauseFound: false },
        }),
      );
    reviewed(true);
    reviewed(true);
    reviewed(false);
    fold.add(factOf('2024-04-01T00:00:00Z'));
    const metrics = fold.read();
    expect(metrics.incidents).toBe(4);
    expect(kpiOf(metrics, 'time-to-review')).toMatchObject({
      value: 3.5,
      n: 2,
      missing: 1,
      attained: true,
      unit: 'business-days',
      previous: { value: 8, n: 1 },
    });
    expect(kpiOf(metrics, 'review-completion-rate')).toMatchObject({
      share: { numerator: 2, denominator: 3 },
      attained: false,
    });
    expect(kpiOf(metrics, 'root-cause-identification-rate').value).toBe(0);
    expect(kpiOf(metrics, 'feedback-learned-something')).toMatchObject({
      share: { numerator: 6, denominator: 9 },
    });
    expect(kpiOf(metrics, 'feedback-would-attend-again').n).toBe(0);
  });
});
