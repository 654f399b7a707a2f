import { KPI_DEFINITIONS, KpiId } from './definitions';
import {
  DEFAULT_SCORE_WEIGHTS,
  learningImpactScore,
  scoresByChange,
} from './learningImpact';
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

/** A KPI that meets 0.9 by so much, now and before. */
function rate(id: KpiId, now?: number, before?: number): Kpi {
  return kpi(id, {
    target: 0.9,
    direction: 'higher',
    value: now === undefined ? undefined : 0.9 * now,
    previous: { n: 20, value: before === undefined ? before : 0.9 * before },
  });
}

const RATED = Object.keys(DEFAULT_SCORE_WEIGHTS) as KpiId[];

function scoreOf(
  parts: [now?: number, before?: number][],
  weights: Record<string, number> = DEFAULT_SCORE_WEIGHTS,
): Kpi {
  return learningImpactScore(
    definition,
    parts.map(([now, before], index) => rate(RATED[index], now, before)),
    weights,
  );
}

/** So many KPIs, each the same. */
function alike(count: number, part: [number?, number?]): [number?, number?][] {
  return Array.from({ length: count }, () => part);
}

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

  it('has the score of the period before, of the KPIs that had data in that', () => {
    const trends = {
      mttd: 'worsened',
      mttc: 'improved',
      mttr: 'no-detectable-change',
      'severity-distribution': 'not-enough-data',
    } as const;
    const score = learningImpactScore(
      definition,
      [
        ...kpis.filter(({ id }) => id !== 'time-to-review'),
        // Ten days where five are the bound.
        kpi('time-to-review', { value: 3, previous: { n: 20, value: 10 } }),
        kpi('action-effectiveness', { previous: { n: 20, value: 8 } }),
      ],
      DEFAULT_SCORE_WEIGHTS,
      trends,
    );
    expect(
      score.breakdown?.map(one => [
        one.id,
        one.attainment,
        one.previousAttainment,
      ]),
    ).toEqual([
      ['mttd', 1, 0],
      ['mttc', 0.5, 1],
      ['mttr', undefined, 0.5],
      ['repeat-incident-rate', 0.5, undefined],
      ['severity-distribution', 0, undefined],
      ['review-completion-rate', 0.8, undefined],
      ['time-to-review', 1, 0.5],
      ['action-effectiveness', undefined, 1],
    ]);
    // (0 + 1 + 0.5 + 0.5 + 1) ÷ 5; now (1 + 0.5 + 0.5 + 0 + 0.8 + 1) ÷ 6.
    expect(score).toMatchObject({
      n: 6,
      previous: { value: 60, n: 5 },
      verdict: 'not-enough-data',
    });
    expect(score.value).toBeCloseTo(63.333, 3);
    expect(score.attained).toBeUndefined();
    expect(score.pValue).toBeUndefined();
  });

  it('has no score of a period before in which fewer than four KPIs had data', () => {
    const parts = [...alike(3, [1, 1]), ...alike(4, [1, undefined])];
    expect(scoreOf(parts).previous).toEqual({ n: 3 });
    expect(scoreOf(parts).value).toBe(100);
  });

  it('tells a change where the KPIs with data in both periods carry it', () => {
    // Six of ten rise: of the 2⁶ ways to give them signs, two are as far.
    const risen: [number, number][] = [0.3, 0.1, 0.2, 0.25, 0.4, 0.05].map(
      by => [0.5 + by, 0.5],
    );
    const still = alike(4, [0.7, 0.7]);
    const score = scoreOf([...risen, ...still]);
    expect(score).toMatchObject({ verdict: 'improved', attained: true, n: 10 });
    expect(score.pValue).toBe(2 / 64);
    const turned = [...risen, ...still].map(
      ([now, before]): [number?, number?] => [before, now],
    );
    expect(scoreOf(turned)).toMatchObject({
      verdict: 'worsened',
      attained: false,
      pValue: 2 / 64,
    });
    // One that falls: four ways are as far as 1.25, one of them with 0.05 turned.
    const mixed = scoreOf([...risen, [0.65, 0.7], ...alike(3, [0.7, 0.7])]);
    expect(mixed.pValue).toBe(6 / 128);
    // Two that fall by as much as two others rise.
    expect(
      scoreOf([
        ...risen.slice(0, 4),
        [0.5, 0.8],
        [0.5, 0.6],
        ...alike(4, [0.7, 0.7]),
      ]),
    ).toMatchObject({ verdict: 'no-detectable-change' });
  });

  it('says nothing of a change with fewer than ten KPIs in both periods', () => {
    const parts = [...alike(9, [1, 0.1]), ...alike(1, [1, undefined])];
    expect(scoreOf(parts)).toMatchObject({
      n: 10,
      previous: { n: 9 },
      verdict: 'not-enough-data',
    });
    expect(scoreOf([...parts, [undefined, 0.1]])).toMatchObject({
      n: 10,
      previous: { n: 10 },
      verdict: 'not-enough-data',
    });
    expect(scoreOf([...alike(10, [1, 0.1])])).toMatchObject({
      verdict: 'improved',
    });
  });

  it('weighs by how much each KPI moves the score', () => {
    const one: [number, number] = [0.9, 0.1];
    const parts = [one, ...alike(9, [0.4, 0.5])];
    expect(scoreOf(parts).verdict).toBe('no-detectable-change');
    // Without it, nine fall alike.
    const without = scoreOf([...parts, [0.4, 0.5]], {
      ...DEFAULT_SCORE_WEIGHTS,
      [RATED[0]]: 1e-9,
    });
    expect(without).toMatchObject({ verdict: 'worsened', n: 11 });
  });

  it('asks how a KPI changed before only where that counts', () => {
    const { mttd, 'time-to-review': toReview } = KPI_DEFINITIONS;
    const learned = KPI_DEFINITIONS['feedback-learned-something'];
    expect(scoresByChange(mttd, DEFAULT_SCORE_WEIGHTS)).toBe(true);
    expect(scoresByChange(mttd, { mttd: 0 })).toBe(false);
    expect(scoresByChange(toReview, DEFAULT_SCORE_WEIGHTS)).toBe(false);
    expect(scoresByChange(learned, DEFAULT_SCORE_WEIGHTS)).toBe(false);
  });
});
