import fc from 'fast-check';
import { compareRisk } from './compare';
import { evaluateRisk } from './evaluate';
import { PerRiskFactor, RISK_FACTORS } from './factors';
import type { RiskScenario } from './model';
import { ScoredInput, createRiskSet } from './riskSet';
import { scoreRisk } from './score';
import { riskSensitivity } from './sensitivity';
import { normalizeWeights, sumOfWeights, withWeight } from './weights';

const unit = fc.double({ min: 0, max: 1, noNaN: true });
const perFactor = <T>(value: fc.Arbitrary<T>) =>
  fc.record(
    Object.fromEntries(RISK_FACTORS.map(name => [name, value])) as Record<
      (typeof RISK_FACTORS)[number],
      fc.Arbitrary<T>
    >,
  );
const weights = perFactor(fc.integer({ min: 1, max: 100 })).map(
  normalizeWeights,
);
const factors = fc
  .record(
    {
      exposure: unit,
      severity: unit,
      controlGap: unit,
      activity: unit,
      businessImpact: unit,
    },
    { requiredKeys: [] },
  )
  .map(values => ({ ...values }));
const threshold = fc.record({
  kind: fc.constantFrom('absolute' as const, 'quantile' as const),
  value: unit,
});
const scenario = fc
  .record({ weights, threshold })
  .map((model): RiskScenario => ({ model }));
const inputs = fc.array(
  fc.record({ factors }).map((input): ScoredInput => input),
  { maxLength: 25 },
);

describe('risk, whatever the incidents', () => {
  it('has weights that sum to 1, however one of them is moved', () => {
    fc.assert(
      fc.property(
        weights,
        fc.constantFrom(...RISK_FACTORS),
        unit,
        (from: PerRiskFactor, factor, weight) => {
          const moved = withWeight(from, factor, weight);
          expect(sumOfWeights(moved)).toBeCloseTo(1, 12);
          expect(moved[factor]).toBe(weight);
          // Only where nothing is left to the others are their proportions lost.
          const back = withWeight(moved, factor, from[factor]);
          expect(weight === 1 ? from : back).toEqual(perFactorCloseTo(from));
        },
      ),
    );
  });

  it('keeps a score within its range, and filling in what is missing keeps within it, too', () => {
    fc.assert(
      fc.property(factors, perFactor(unit), scenario, (some, all, s) => {
        const { score, range, missing } = scoreRisk(some, s);
        const full = scoreRisk({ ...all, ...some }, s);
        const filled = full.score ?? NaN;
        expect(filled).toBeGreaterThanOrEqual(range.low - 1e-12);
        expect(filled).toBeLessThanOrEqual(range.high + 1e-12);
        expect(full.missing).toEqual([]);
        expect(score === undefined).toBe(missing.length === 5);
        const own = score ?? range.low;
        expect(own).toBeGreaterThanOrEqual(range.low - 1e-12);
        expect(own).toBeLessThanOrEqual(range.high + 1e-12);
      }),
    );
  });

  it('gives priority from the threshold on, in the order of the scores', () => {
    fc.assert(
      fc.property(inputs, scenario, (incidents, s) => {
        const found = evaluateRisk(createRiskSet(incidents), s);
        const { order, scores, priority, ranks } = found;
        expect(order.length).toBe(found.scored);
        order.forEach((index, place) => {
          const above = order[place - 1] ?? index;
          expect(scores[above]).toBeGreaterThanOrEqual(scores[index]);
          expect(ranks[above]).toBeLessThanOrEqual(ranks[index]);
          expect(priority[above]).toBeGreaterThanOrEqual(priority[index]);
        });
        // At least the share above the quantile, and never nobody.
        const { kind, value } = s.model.threshold;
        const asked = Math.floor((1 - value) * (found.scored - 1));
        expect(found.priorityCount).toBeGreaterThanOrEqual(
          kind === 'quantile' && found.scored > 0 ? Math.max(1, asked) : 0,
        );
      }),
    );
  });

  it('compares both ways round alike', () => {
    fc.assert(
      fc.property(inputs, scenario, scenario, (incidents, one, other) => {
        const set = createRiskSet(incidents);
        const a = evaluateRisk(set, one);
        const b = evaluateRisk(set, other);
        const there = compareRisk(a, b);
        const back = compareRisk(b, a);
        expect(there.becomes).toEqual(back.ceases);
        expect(there.ceases).toEqual(back.becomes);
        expect(b.priorityCount - a.priorityCount).toBe(
          there.becomes.length - there.ceases.length,
        );
        expect([...there.rankChanges]).toEqual(
          [...back.rankChanges].map(change => 0 - change),
        );
      }),
    );
  });

  it('finds the weight nearest to the present one at which each decision changes', () => {
    fc.assert(
      fc.property(inputs, scenario, (incidents, s) => {
        const set = createRiskSet(incidents);
        const now = evaluateRisk(set, s);
        for (const { factor, weight, flips } of riskSensitivity(set, s, now)) {
          const at = (value: number) =>
            evaluateRisk(set, {
              model: {
                ...s.model,
                weights: withWeight(s.model.weights, factor, value),
              },
            }).priority;
          for (const index of now.order.subarray(0, 10)) {
            const own = flips.filter(flip => flip.index === index);
            const ends = [0, 1].map(
              end =>
                own.find(flip => (end === 1) === flip.at > weight)?.at ??
                (end === 1 ? 0.999 : 0.001),
            );
            // Halfway to the change, or to the end, the decision is still the same.
            for (const end of ends) {
              const between = (weight + end) / 2;
              expect(at(between)[index]).toBe(now.priority[index]);
            }
          }
        }
      }),
      { numRuns: 60 },
    );
  });
});

function perFactorCloseTo(values: PerRiskFactor) {
  return Object.fromEntries(
    RISK_FACTORS.map(name => [name, expect.closeTo(values[name], 9)]),
  );
}
