import fc from 'fast-check';
import {
  INCIDENT_KINDS,
  PRECISIONS,
  SEVERITIES,
} from '../incidents/vocabulary';
import { PERIOD, factOf, kpiOf } from './__testUtils__/facts';
import type { MetricFact } from './fact';
import { countedPeriods, foldMetrics } from './foldMetrics';
import { STANDARD_KPIS } from './kpis';
import { previousPeriod } from './period';
import type { Kpi } from './schema';

const DAY = 86_400_000;
const BEFORE = previousPeriod(PERIOD);
const EARLIER = previousPeriod(BEFORE);

function scoreOf(
  facts: MetricFact[],
  {
    period = PERIOD,
    weights,
  }: { period?: typeof PERIOD; weights?: Record<string, number> } = {},
): Kpi {
  const fold = foldMetrics({
    scope: 'org',
    period,
    interval: 'month',
    weights,
  });
  facts.forEach(one => fold.add(one));
  return kpiOf(fold.read(), 'learning-impact-score');
}

function attained(
  { breakdown = [] }: Kpi,
  of: 'attainment' | 'previousAttainment',
) {
  return breakdown.flatMap(part =>
    part[of] === undefined ? [] : [[part.id, part[of]]],
  );
}

describe('the score of the period before', () => {
  it('rests on the period before that, as worked by hand', () => {
    const days = (from: number, hours: (nth: number) => number) =>
      Array.from({ length: 12 }, (_, nth) =>
        factOf(new Date(from + nth * DAY).toISOString(), {
          timeToDetectMs: hours(nth),
          timeToContainMs: 5 + nth,
          severity: nth % 2 ? 'high' : 'low',
          repeat: nth === 0,
        }),
      );
    // Detection becomes slower, then faster again.
    const score = scoreOf([
      ...days(EARLIER.from, nth => 100 + nth),
      ...days(BEFORE.from, nth => 200 + nth),
      ...days(PERIOD.from, nth => 100 + nth),
      // Beyond all three.
      ...days(EARLIER.from - 20 * DAY, nth => 900 + nth),
    ]);
    expect(score.breakdown).toMatchObject([
      { id: 'mttd', attainment: 1, previousAttainment: 0 },
      { id: 'mttc', attainment: 0.5, previousAttainment: 0.5 },
      // One in twelve, where one in twenty is the bound.
      {
        id: 'repeat-incident-rate',
        attainment: expect.closeTo(0.6, 9),
        previousAttainment: expect.closeTo(0.6, 9),
      },
      { id: 'severity-distribution', attainment: 0.5, previousAttainment: 0.5 },
    ]);
    expect(score).toMatchObject({
      n: 4,
      verdict: 'not-enough-data',
      previous: { n: 4 },
    });
    expect(score.value).toBeCloseTo(65, 9);
    expect(score.previous.value).toBeCloseTo(40, 9);
  });

  it('is what a fold of that period alone has', () => {
    const facts = fc.array(
      fc.record({
        at: fc.integer({ min: EARLIER.from, max: PERIOD.to - 1 }),
        precision: fc.constantFrom(...PRECISIONS),
        kind: fc.constantFrom(...INCIDENT_KINDS),
        severity: fc.constantFrom(...SEVERITIES),
        timeToDetectMs: fc.integer({ min: -1, max: 20 }),
        timeToContainMs: fc.constantFrom(undefined, 1, 2),
        timeToResolveMs: fc.integer({ min: 0, max: 9 }),
        repeat: fc.boolean(),
      }),
      { maxLength: 120, size: 'max' },
    );
    fc.assert(
      fc.property(facts, some => {
        const slowedDown = some.map(one => ({
          ...one,
          timeToDetectMs: one.timeToDetectMs + (one.at < BEFORE.to ? 9 : 0),
        }));
        const now = scoreOf(slowedDown);
        const before = scoreOf(slowedDown, { period: BEFORE });
        expect(now.previous).toEqual({ value: before.value, n: before.n });
        expect(attained(now, 'previousAttainment')).toEqual(
          attained(before, 'attainment'),
        );
      }),
    );
  });

  it('needs the period before that only of what it asks for its change', () => {
    const kpis = STANDARD_KPIS;
    const [two, three] = [
      [BEFORE, PERIOD],
      [EARLIER, BEFORE, PERIOD],
    ];
    expect(countedPeriods('incident', PERIOD)).toEqual(three);
    expect(
      countedPeriods('incident', PERIOD, { weights: { mttd: 0 } }),
    ).toEqual(two);
    expect(countedPeriods('publication', PERIOD, { kpis })).toEqual(two);
    const weights = { 'feedback-learned-something': 1 };
    expect(countedPeriods('publication', PERIOD, { kpis, weights })).toEqual(
      three,
    );
    expect(countedPeriods('lesson', PERIOD, { kpis })).toEqual(three);
    expect(countedPeriods('rating', PERIOD, { kpis })).toEqual(two);
  });
});
