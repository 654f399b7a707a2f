import { compareRisk } from './compare';
import { evaluateRisk } from './evaluate';
import { DEFAULT_RISK_MODEL, RiskModel, RiskScenario } from './model';
import { createRiskSet } from './riskSet';
import { scoreRisk } from './score';
import { riskSensitivity } from './sensitivity';
import { A, B, C, D, E, F, LAB, inputOf, labWith } from './__testUtils__/lab';
import { withWeight } from './weights';

const { weights, threshold } = DEFAULT_RISK_MODEL;
const lab = createRiskSet(LAB);
const standard: RiskScenario = { model: DEFAULT_RISK_MODEL };
const before = evaluateRisk(lab, standard);

function prioritiesOf(priority: Uint8Array): number[] {
  return [...priority.keys()].filter(index => priority[index] === 1);
}

function expectScores(actual: Float64Array, expected: number[]) {
  expected.forEach((score, i) => expect(actual[i]).toBeCloseTo(score, 12));
}

describe('six incidents worked out by hand', () => {
  it('are scored, ranked and cut off at the quantile', () => {
    // A: 0.25·0.8 + 0.25·0.6 + 0.2·0.5 + 0.15·0.4 + 0.15·0.2
    expectScores(before.scores, [0.54, 0.505, 0.5, 0.56, 0.27, 0.555]);
    expect([...before.order]).toEqual([D, F, A, B, C, E]);
    expect([...before.ranks]).toEqual([3, 4, 5, 1, 6, 2]);
    // The rank is 0.8·5 = 4, from 0 on: 0.555.
    expect(before.threshold).toBeCloseTo(0.555, 12);
    expect(prioritiesOf(before.priority)).toEqual([D, F]);
    expect(before).toMatchObject({
      priorityCount: 2,
      scored: 6,
      incomplete: 0,
      notes: [],
    });
  });

  it('change with one weight', () => {
    // 0.4 of exposure leaves 0.6 of 0.75 to the others: 0.2, 0.16, 0.12, 0.12.
    const model = {
      weights: withWeight(weights, 'exposure', 0.4),
      threshold,
    };
    const after = evaluateRisk(lab, { model });
    expectScores(after.scores, [0.592, 0.444, 0.5, 0.628, 0.236, 0.524]);
    expect(after.threshold).toBeCloseTo(0.592, 12);
    expect(prioritiesOf(after.priority)).toEqual([A, D]);
    const { rankChanges, ...comparison } = compareRisk(before, after);
    expect(comparison).toEqual({
      becomes: [A],
      ceases: [F],
      moved: 4,
      topTenKept: 6,
    });
    expect([...rankChanges]).toEqual([1, -1, 1, 0, 0, -1]);
  });

  it('change with the threshold', () => {
    const at = (kind: RiskModel['threshold']['kind'], value: number) =>
      evaluateRisk(lab, { model: { weights, threshold: { kind, value } } });
    // The rank is 0.75·5 = 3.75: three quarters of the way from 0.54 to 0.555.
    expect(at('quantile', 0.75).threshold).toBeCloseTo(0.55125, 12);
    expect(prioritiesOf(at('quantile', 0).priority)).toHaveLength(6);
    expect(prioritiesOf(at('quantile', 1).priority)).toEqual([D]);
    // C scores exactly the threshold, however its five products are added up.
    expect(prioritiesOf(at('absolute', 0.5).priority)).toEqual([A, B, C, D, F]);
    expect(at('absolute', 1).priorityCount).toBe(0);
  });

  it('change with one factor', () => {
    // C: 0.25·0.5 + 0.25·1 + 0.2·0.5 + 0.15·0.5 + 0.15·0.5
    const after = evaluateRisk(labWith(C, { severity: 1 }), standard);
    expect(after.scores[C]).toBeCloseTo(0.625, 12);
    expect(after.threshold).toBeCloseTo(0.56, 12);
    expect(prioritiesOf(after.priority)).toEqual([C, D]);
  });

  it('have a range where a factor is not known', () => {
    // B without business impact: 0.385 of the 0.85 that is known.
    const set = labWith(B, { businessImpact: undefined });
    const found = evaluateRisk(set, standard);
    expect(found.scores[B]).toBeCloseTo(0.385 / 0.85, 12);
    expect(found.low[B]).toBeCloseTo(0.385, 12);
    expect(found.high[B]).toBeCloseTo(0.535, 12);
    expect(found).toMatchObject({ incomplete: 1, notes: ['missing-factors'] });
    expect(scoreRisk({ severity: 0.4 }, standard)).toEqual({
      score: expect.closeTo(0.4, 12),
      range: { low: 0.1, high: expect.closeTo(0.85, 12) },
      missing: ['exposure', 'controlGap', 'activity', 'businessImpact'],
    });

    const assumed = evaluateRisk(set, {
      ...standard,
      assumptions: { missing: 1, shift: { exposure: -0.3 } },
    });
    // B: 0 + 0.225 + 0.02 + 0.09 + 0.15
    expect(assumed.scores[B]).toBeCloseTo(0.485, 12);
    expect(assumed.incomplete).toBe(0);
    // E's 0.1 of exposure cannot fall by more than that.
    expect(assumed.scores[E]).toBeCloseTo(0.245, 12);
  });

  it('tell at which weight of exposure each decision changes', () => {
    const [exposure] = riskSensitivity(lab, standard, before);
    const flips = exposure.flips.map(({ index, at, becomesPriority }) => ({
      index,
      at: expect.closeTo(at, 12),
      becomesPriority,
    }));
    expect(exposure).toMatchObject({ factor: 'exposure', weight: 0.25 });
    // F and A are equal where 0.4w + 0.60667(1 − w) = 0.8w + 0.45333(1 − w); B and D at 0.16 ÷ 0.86.
    expect(flips.slice(0, 4)).toEqual([
      { index: A, at: 23 / 83, becomesPriority: true },
      { index: F, at: 23 / 83, becomesPriority: false },
      { index: B, at: 8 / 43, becomesPriority: true },
      { index: D, at: 8 / 43, becomesPriority: false },
    ]);

    const fixed: RiskScenario = {
      model: { weights, threshold: { kind: 'absolute', value: 0.53 } },
    };
    const [own] = riskSensitivity(lab, fixed, evaluateRisk(lab, fixed));
    // A: 0.8w + 0.45333(1 − w) = 0.53
    expect(own.flips.find(({ index }) => index === A)).toEqual({
      index: A,
      at: expect.closeTo(23 / 104, 12),
      becomesPriority: false,
    });
  });
});

describe('sets that say little', () => {
  it('have no threshold without a score, and say why', () => {
    const found = evaluateRisk(createRiskSet([{ factors: {} }]), standard);
    expect(found).toMatchObject({
      threshold: undefined,
      priorityCount: 0,
      scored: 0,
      notes: ['no-scores'],
    });
    expect([...found.ranks]).toEqual([0]);
    const nothing = evaluateRisk(createRiskSet([]), standard);
    expect(nothing).toMatchObject({ scored: 0, notes: ['no-scores'] });
    // A factor that counts nothing gives no score.
    const only = evaluateRisk(createRiskSet([{ factors: { severity: 1 } }]), {
      model: { weights: withWeight(weights, 'severity', 0), threshold },
    });
    expect(only.scored).toBe(0);
  });

  it('say so when all scores are equal', () => {
    const set = createRiskSet(
      Array.from({ length: 5 }, () => inputOf(0.3, 0.3, 0.3, 0.3, 0.3)),
    );
    const found = evaluateRisk(set, standard);
    expect(found).toMatchObject({ priorityCount: 5, notes: ['all-equal'] });
    expect([...found.ranks]).toEqual([1, 1, 1, 1, 1]);
  });

  it('say so when more have priority than was asked for', () => {
    const set = createRiskSet([
      ...LAB,
      ...Array.from({ length: 4 }, () => LAB[F]),
    ]);
    const found = evaluateRisk(set, standard);
    expect(found).toMatchObject({
      priorityCount: 6,
      notes: ['ties-at-threshold'],
    });
  });

  it('keep those that stand apart out of the quantile', () => {
    const apart = { ...inputOf(1, 1, 1, 1, 1), apart: true };
    const found = evaluateRisk(createRiskSet([...LAB, apart]), standard);
    expect(found.threshold).toBe(before.threshold);
    expect(prioritiesOf(found.priority)).toEqual([D, F, LAB.length]);
  });

  it('refuse a factor outside 0 to 1', () => {
    expect(() => createRiskSet([inputOf(1.0001, 0, 0, 0, 0)])).toThrow(
      'Factor exposure of incident 0 is 1.0001: it goes from 0 to 1',
    );
    expect(() => createRiskSet([inputOf(NaN, 0, 0, 0, 0)])).toThrow('is NaN');
  });
});
