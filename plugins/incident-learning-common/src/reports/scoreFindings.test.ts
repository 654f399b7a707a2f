import { kpi, report } from './__testUtils__/trendFigures';
import { renderTrendHtml } from './html/renderTrendHtml';
import { renderTrendMarkdown } from './markdown';
import { trendTables } from './tables';

describe('findings of a trend report on the score', () => {
  it('tell which KPIs its verdict is about, and which moved it most', () => {
    const part = (id: string, now?: number, before?: number) => ({
      id,
      name: `KPI ${id}`,
      weight: 1,
      attainment: now,
      previousAttainment: before,
    });
    const score = kpi({
      id: 'learning-impact-score',
      name: 'Learning impact',
      unit: 'score',
      direction: 'higher',
      verdict: 'worsened',
      pValue: 0.03125,
      n: 4,
      value: 50,
      previous: { n: 3, value: 60 },
      breakdown: [
        part('a', 0.5, 0.8),
        part('b', 0.5, 0.9),
        part('c', 0.2, 0.1),
        part('d', 0.8),
      ],
    });
    const { findings, recommendations } = report({ kpis: [score] });
    expect(findings).toMatchObject([
      {
        rule: 'kpi-worsened',
        text: 'Learning impact worsened: it went from 60.0 of 100 (n = 3) to 50.0 of 100 (n = 4), over the 3 KPIs with data in both by −20 points, most of all through KPI b (−13.3), p = 0.031.',
      },
    ]);
    expect(recommendations).toMatchObject([
      {
        rule: 'find-what-changed',
        text: 'See which figures keep “Learning impact” down the most, and begin with these.',
      },
    ]);
    const better = report({ kpis: [{ ...score, verdict: 'improved' }] });
    expect(better.findings[0].text).toContain('through KPI c (+3.3)');
    expect(better.recommendations).toMatchObject([
      { rule: 'keep-what-worked' },
    ]);
    // As a table, too, where there is something to tell.
    expect(trendTables(better).score.rows).toEqual([
      [
        'KPI a',
        { value: 0.5, unit: 'share' },
        { value: 0.8, unit: 'share' },
        1,
        expect.closeTo(-10, 9),
      ],
      expect.arrayContaining(['KPI b']),
      expect.arrayContaining(['KPI c']),
      ['KPI d', { value: 0.8, unit: 'share' }, undefined, 1, undefined],
    ]);
    expect(renderTrendMarkdown(better)).toContain(
      '## What the score is made of',
    );
    expect(renderTrendHtml(better)).toContain('What the score is made of');
    expect(renderTrendHtml(report())).not.toContain(
      'What the score is made of',
    );
  });
});
