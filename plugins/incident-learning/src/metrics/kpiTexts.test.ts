import {
  Kpi,
  KPI_DEFINITIONS,
  KpiId,
} from '@hindsight/backstage-plugin-incident-learning-common';
import { groupKpis } from './kpiGroups';
import {
  absentReason,
  describeDetail,
  describeInterval,
  describeTarget,
  headlineLabel,
  headlineOf,
} from './kpiTexts';
import { describeVerdict, explainTrend, explainVerdict } from './verdictTexts';

function kpiOf(id: KpiId, reading: Partial<Kpi>): Kpi {
  return {
    ...KPI_DEFINITIONS[id],
    n: 40,
    missing: 0,
    invalid: 0,
    undated: 0,
    approximate: false,
    previous: { n: 30 },
    series: [],
    ...reading,
  };
}

const HOUR = 3_600_000;

describe('what is said of a figure', () => {
  it('claims a change only where the verdict carries it', () => {
    const mttd = kpiOf('mttd', {
      value: HOUR,
      previous: { n: 30, value: 3 * HOUR },
      pValue: 0.0004,
    });
    expect(explainVerdict({ ...mttd, verdict: 'improved' })).toBe(
      'It went from 3 h to 1 h, which chance alone would hardly do (two-sided Mann–Whitney test, p\u00a0<\u00a00.001).',
    );
    expect(
      explainVerdict({
        ...mttd,
        verdict: 'no-detectable-change',
        pValue: 0.2,
      }),
    ).toMatch(/chance alone could do that too .*p\u00a0=\u00a00.200/);
    expect(describeVerdict({ ...mttd, verdict: 'no-detectable-change' })).toBe(
      'No detectable change',
    );
    expect(explainVerdict(mttd)).toBeUndefined();
  });

  it('names the n that is too small', () => {
    const repeats = kpiOf('repeat-incident-rate', {
      verdict: 'not-enough-data',
      share: { numerator: 2, denominator: 7 },
      previous: { n: 30, share: { numerator: 3, denominator: 30 } },
    });
    expect(describeVerdict(repeats)).toBe('Not enough data (n = 7)');
    expect(explainVerdict(repeats)).toMatch(/n is 7 .*and 30 /);
  });

  it('tells of a score what its verdict is about: the figures with data in both periods', () => {
    const parts = (count: number, by: number) =>
      Array.from({ length: count }, (_, index) => ({
        id: `kpi-${index}`,
        name: `KPI ${index}`,
        weight: 1,
        attainment: 0.5 + by,
        previousAttainment: 0.5,
      }));
    const score = kpiOf('learning-impact-score', {
      value: 70,
      n: 11,
      previous: { n: 10, value: 75 },
      verdict: 'worsened',
      pValue: 0.03125,
      breakdown: [
        ...parts(10, -0.05),
        { id: 'new', name: 'New', weight: 1, attainment: 1 },
      ],
    });
    expect(explainVerdict(score)).toBe(
      'Over the 10 figures with data in both periods it fell by 5.0 points, which chance alone would hardly do (paired randomization test, p\u00a0=\u00a00.031).',
    );
    expect(
      explainVerdict({
        ...score,
        verdict: 'no-detectable-change',
        pValue: 1,
        breakdown: parts(10, 0),
      }),
    ).toBe(
      'Over the 10 figures with data in both periods it stayed as it was; chance alone could do that too (paired randomization test, p\u00a0=\u00a01.000).',
    );
    const few: Kpi = {
      ...score,
      verdict: 'not-enough-data',
      pValue: undefined,
      breakdown: parts(6, 0.1),
    };
    expect(describeVerdict(few)).toBe('Not enough data (6 figures in both)');
    expect(explainVerdict(few)).toBe(
      '6 figures have data both in this period and in the one before: fewer than 10 are too few to tell a change of the score from chance.',
    );
  });

  it('tells a trend from its slope and test', () => {
    const rate = kpiOf('repeat-incident-rate', {
      value: 0.2,
      trend: { slopePerYear: -0.12, pValue: 0.01 },
    });
    expect(explainTrend(rate, 'month')).toMatch(/falls by 12.0 points a year/);
    expect(
      explainTrend(
        { ...rate, trend: { slopePerYear: -0.12, pValue: 0.3 } },
        'month',
      ),
    ).toMatch(/no trend can be told/);
    expect(
      explainTrend({ ...rate, trend: undefined }, 'month'),
    ).toBeUndefined();
  });

  it('writes each unit as people say it', () => {
    expect(headlineOf(kpiOf('time-to-review', { value: 4 }))).toEqual({
      value: '4',
      unit: 'business days',
    });
    expect(headlineOf(kpiOf('learning-impact-score', { value: 55.4 }))).toEqual(
      { value: '55.4', unit: 'of 100' },
    );
    expect(
      describeDetail(kpiOf('learning-impact-score', { value: 55, n: 8 })),
    ).toBe('mean of 8 figures against target');
    expect(describeTarget(kpiOf('time-to-review', { attained: true }))).toBe(
      'Target: under 5 business days, met',
    );
    expect(describeTarget(kpiOf('review-completion-rate', {}))).toBe(
      'Target: 100 %',
    );
    expect(describeTarget(kpiOf('mttd', {}))).toBe('Target: falling');
    expect(
      describeTarget(kpiOf('action-effectiveness', { attained: false })),
    ).toBe('Target: over 8 of 10, missed');
  });

  it('tells of actions and lessons what they stand on', () => {
    const rating = kpiOf('action-effectiveness', {
      value: 7.75,
      stats: { mean: 7.75, median: 8, p90: 9.5, ci: [7, 9] },
    });
    expect(headlineOf(rating)).toEqual({ value: '7.8', unit: 'of 10' });
    // Rounded, it would seem to meet its target.
    expect(headlineOf({ ...rating, value: 7.96 }).value).toBe('7.96');
    expect(headlineLabel(rating)).toBe('mean');
    // The interval is of the median, not of the headline.
    expect(describeInterval('rating', rating)).toBeUndefined();
    expect(describeDetail(rating)).toBe('median 8, 95 % interval 7 – 9');
    expect(
      describeDetail(
        kpiOf('action-implementation-rate', {
          value: 0.9,
          share: { numerator: 9, denominator: 10 },
        }),
      ),
    ).toBe('9 of 10 actions');
    const lessons = kpiOf('time-to-lessons-learned', { value: 50 * HOUR });
    expect(headlineOf(lessons)).toEqual({ value: '2 d 2 h' });
    expect(headlineLabel(lessons)).toBe('median');
    expect(absentReason({ ...lessons, value: undefined }, 7)).toBe(
      'Of no incident of this period a lesson was published.',
    );
  });

  it('has a group for the figures that modules add', () => {
    const own = { ...kpiOf('mttd', {}), id: 'change-failure-rate' };
    const groups = groupKpis([kpiOf('mttd', {}), own]);
    expect(
      groups.map(({ title, kpis }) => [title, kpis.map(({ id }) => id)]),
    ).toEqual([
      ['Outcome', ['mttd']],
      ['More', ['change-failure-rate']],
    ]);
  });
});
