import { HOUR, group, hit, kpi, report } from './__testUtils__/trendFigures';
import { renderTrendHtml } from './html/renderTrendHtml';
import { renderTrendMarkdown } from './markdown';
import type { TrendFigures } from './schema';

const rulesOf = (figures: Partial<TrendFigures>) =>
  report(figures).findings.map(({ rule }) => rule);

describe('findings of a trend report', () => {
  it('are none where the figures carry none', () => {
    const quiet = report();
    expect(quiet.findings).toEqual([]);
    expect(quiet.recommendations).toEqual([]);
  });

  it('tell of a change only with a verdict of change', () => {
    const { findings, recommendations } = report({
      kpis: [kpi({ verdict: 'worsened', pValue: 0.012 })],
    });
    expect(findings).toEqual([
      {
        id: 'worsened-mttd',
        rule: 'kpi-worsened',
        tone: 'worse',
        text: 'Time to detect worsened: the median went from 2 h (n = 30) to 5 h (n = 40), p = 0.012.',
        n: 40,
        figures: [
          { name: 'before', value: 2 * HOUR, unit: 'ms' },
          { name: 'now', value: 5 * HOUR, unit: 'ms' },
          { name: 'p', value: 0.012, unit: 'probability' },
        ],
        link: '/incident-learning/incidents?scope=group%3Adefault%2Fpayments&from=2024-01-01&until=2024-03-31&drill=false&sort=-timeToDetectMs',
      },
    ]);
    expect(recommendations).toMatchObject([
      { rule: 'find-what-changed', because: ['worsened-mttd'] },
    ]);
    expect(rulesOf({ kpis: [kpi({ verdict: 'improved' })] })).toEqual([
      'kpi-improved',
    ]);
    for (const verdict of [
      'no-detectable-change',
      'not-enough-data',
      undefined,
    ] as const) {
      expect(
        rulesOf({
          kpis: [kpi({ verdict, trend: { slopePerYear: 9, pValue: 0.001 } })],
        }),
      ).toEqual([]);
    }
  });

  it('tell of a missed target only where the whole interval misses it', () => {
    const rate = (ci: [number, number], n = 40) =>
      kpi({
        id: 'repeat-incident-rate',
        name: 'Repeat incidents',
        unit: 'share',
        target: 0.05,
        attained: false,
        value: 0.2,
        n,
        share: { numerator: 8, denominator: 40, ci },
      });
    const missed = report({ kpis: [rate([0.1, 0.35])] });
    expect(missed.findings).toMatchObject([
      {
        rule: 'target-missed',
        text: 'Repeat incidents misses its target: the share is 20.0 % (n = 40), to be under 5 %.',
      },
    ]);
    expect(missed.recommendations).toMatchObject([
      { rule: 'review-recurrence' },
    ]);
    expect(rulesOf({ kpis: [rate([0.04, 0.35])] })).toEqual([]);
    expect(rulesOf({ kpis: [rate([0.1, 0.35], 9)] })).toEqual([]);
    // The interval of the median tells nothing of a mean rating.
    const rating = kpi({
      id: 'action-effectiveness',
      unit: 'rating',
      direction: 'higher',
      target: 8,
      attained: false,
      value: 7.9,
      stats: { mean: 7.9, median: 8, p90: 9, ci: [8, 8] },
    });
    expect(rulesOf({ kpis: [rating] })).toEqual([]);
    const whole = kpi({
      id: 'root-cause-identification-rate',
      name: 'Root causes found',
      unit: 'share',
      direction: 'higher',
      target: 1,
      attained: false,
      value: 0.95,
      share: { numerator: 38, denominator: 40, ci: [0.83, 0.99] },
    });
    expect(report({ kpis: [whole] }).findings[0].text).toContain(
      'is 95.0 % (n = 40), to be 100 %.',
    );
  });

  it('tell of a pattern of three services, and bring the lesson to those without it', () => {
    const services = [
      hit('checkout', true),
      hit('ledger', false),
      hit('portal', false),
    ];
    const lessons = [{ id: 'lesson-1', statement: 'Roll out by parts' }];
    const shared = report({ patterns: [group({ services, lessons })] });
    expect(shared.findings).toMatchObject([
      {
        rule: 'crossing-pattern',
        tone: 'worse',
        text: '3 services share a pattern (change · deployment, 4 incidents); no lesson applies to 2 of them.',
      },
    ]);
    expect(shared.recommendations).toMatchObject([
      {
        rule: 'share-lesson',
        text: expect.stringContaining(
          '“Roll out by parts” to the owners of ledger and portal',
        ),
      },
    ]);

    const reached = services.map(service => ({ ...service, lesson: true }));
    const covered = report({
      patterns: [group({ services: reached, lessons })],
    });
    expect(covered.findings).toMatchObject([{ tone: 'notice' }]);
    expect(covered.recommendations).toEqual([]);

    const unwritten = report({
      patterns: [
        group({ services: services.slice(0, 2) }),
        group({ services: services.map(one => ({ ...one, lesson: false })) }),
      ],
    });
    expect(unwritten.findings).toHaveLength(1);
    expect(unwritten.recommendations).toMatchObject([
      {
        rule: 'write-lesson',
        text: expect.stringContaining('checkout, ledger and portal'),
      },
    ]);
  });

  it('tell of causes, overdue actions and gaps beyond chance or a bound', () => {
    const causes = (process: number, others: number) =>
      rulesOf({
        rootCauses: [
          { type: 'technical', count: others, previous: 0 },
          { type: 'process', count: process, previous: 0 },
        ],
      });
    // Of ten, seven: from 0.40 on; of ten, five: from 0.24 on, which four even shares explain.
    expect(causes(7, 3)).toEqual(['dominant-cause']);
    expect(causes(5, 5)).toEqual([]);
    expect(causes(9, 0)).toEqual([]);

    const overdue = report({
      effectiveness: { committed: 9, done: 5, overdue: 1 },
    });
    expect(overdue.findings).toMatchObject([{ text: '1 action is overdue.' }]);

    const flaw = (incidents: number) =>
      rulesOf({
        dataQuality: {
          incidents: 100,
          affected: incidents,
          findings: [{ code: 'missing', path: 'occurredAt', incidents }],
        },
      });
    expect(flaw(10)).toEqual(['missing-times']);
    expect(flaw(9)).toEqual([]);
  });

  it('lead to one recommendation where they come to the same', () => {
    const missing = (path: string) => ({
      code: 'missing' as const,
      path,
      incidents: 50,
    });
    const { findings, recommendations } = report({
      dataQuality: {
        incidents: 100,
        affected: 60,
        findings: [missing('occurredAt'), missing('detectedAt')],
      },
    });
    expect(findings).toHaveLength(2);
    expect(recommendations).toMatchObject([
      { rule: 'mend-times', because: findings.map(({ id }) => id) },
    ]);
  });
});

it('keeps what people wrote text in Markdown and HTML', () => {
  const hostile = '<script>alert(1)</script> | [x](javascript:1)';
  const written = report({
    patterns: [
      group({
        category: hostile,
        services: [hit('a', false), hit('b', false), hit('c', false)],
      }),
    ],
    categories: [{ category: hostile, count: 4, previous: 0 }],
  });
  const markdown = renderTrendMarkdown(written, {
    baseUrl: 'https://portal.example.org',
  });
  expect(markdown).not.toContain('<script>');
  expect(markdown).toContain(
    '](<https://portal.example.org/incident-learning/',
  );
  const page = renderTrendHtml(written);
  expect(page).not.toContain('<script>');
  expect(page).toContain('&lt;script&gt;');
  expect(page).toContain('<title>Payments · Trend report</title>');
});
