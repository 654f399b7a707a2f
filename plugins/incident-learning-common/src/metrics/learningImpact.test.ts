import { KPI_DEFINITIONS, KpiId } from './definitions';
import { DEFAULT_SCORE_WEIGHTS, learningImpactScore } from './learningImpact';
import type { Kpi } from './schema';

const definition = KPI_DEFINITIONS['learning-impact-score'];

function kpi(id: KpiId, values: Partial<Kpi>): Kpi {
  return {
    ...KPI_DEFINITIONS[id],
    n: 20,
    missing: 0,
    invalid: 0,
    undated: 0,
    approximate: false,
    previous: { n: 20 },
    series: [],
    ...values,
  };
}

const kpis = [
  kpi('mttd', { value: 5, verdict: 'improved' }),
  kpi('mttc', { value: 5, verdict: 'no-detectable-change' }),
  kpi('mttr', { value: 5, verdict: 'not-enough-data' }),
  // Twice the target.
  kpi('repeat-incident-rate', { value: 0.1 }),
  kpi('severity-distribution', { value: 0.5, verdict: 'worsened' }),
  kpi('review-completion-rate', { value: 0.8 }),
  kpi('time-to-review', { value: 3 }),
  kpi('root-cause-identification-rate', {}),
  kpi('feedback-learned-something', { value: 1, verdict: 'improved' }),
];

describe('the learning impact score', () => {
  it('is the mean of how far the KPIs with data meet their targets', () => {
    const score = learningImpactScore(definition, kpis, DEFAULT_SCORE_WEIGHTS);
    expect(score.breakdown).toEqual([
      { id: 'mttd', name: 'Time to detect', weight: 1, attainment: 1 },
      { id: 'mttc', name: 'Time to contain', weight: 1, attainment: 0.5 },
      {
        id: 'repeat-incident-rate',
        name: 'Repeat incidents',
        weight: 1,
        attainment: 0.5,
      },
      {
        id: 'severity-distribution',
        name: 'Severity',
        weight: 1,
        attainment: 0,
      },
      {
        id: 'review-completion-rate',
        name: 'Review completion',
        weight: 1,
        attainment: 0.8,
      },
      {
        id: 'time-to-review',
        name: 'Time to review',
        weight: 1,
        attainment: 1,
      },
    ]);
    // (1 + 0.5 + 0.5 + 0 + 0.8 + 1) ÷ 6.
    expect(score.value).toBeCloseTo(63.333, 3);
    expect(score).toMatchObject({ n: 6, missing: 2, unit: 'score' });
  });

  it('takes the weights that it is given', () => {
    const weights = { mttd: 3, mttc: 1, 'time-to-review': 0, mttr: 5 };
    expect(
      learningImpactScore(definition, kpis, weights).value,
    ).toBeUndefined();
    const more = { ...weights, 'repeat-incident-rate': 2, 'time-to-review': 2 };
    // (3×1 + 1×0.5 + 2×0.5 + 2×1) ÷ 8.
    expect(learningImpactScore(definition, kpis, more).value).toBe(81.25);
  });

  it('is held against a target where there is one', () => {
    const attained = (target: number) =>
      learningImpactScore(
        { ...definition, target },
        kpis,
        DEFAULT_SCORE_WEIGHTS,
      ).attained;
    expect(attained(60)).toBe(true);
    expect(attained(70)).toBe(false);
  });
});
