import { formatAgainst, formatFigure } from './figures';
import { goalOf } from './tables';

describe('figures in words', () => {
  it('carry their unit', () => {
    expect(formatFigure(0.18, 'share')).toBe('18.0 %');
    expect(formatFigure(139 * 60_000 + 40_000, 'ms')).toBe('2 h 20 min');
    expect(formatFigure(8, 'rating')).toBe('8.0 of 10');
    expect(formatFigure(64.84, 'score')).toBe('64.8 of 100');
    expect(formatFigure(1, 'business-days')).toBe('1 business day');
    expect(formatFigure(4.04, 'business-days')).toBe('4.0 business days');
    expect(formatFigure(1234, 'count')).toBe('1,234');
  });

  it('are never rounded to a target that they miss, or only just meet', () => {
    expect(formatAgainst(7.96, 8, 'rating')).toBe('7.96 of 10');
    expect(formatAgainst(0.0496, 0.05, 'share')).toBe('4.96 %');
    expect(formatAgainst(8, 8, 'rating')).toBe('8.0 of 10');
    expect(formatAgainst(7.9, 8, 'rating')).toBe('7.9 of 10');
    expect(formatAgainst(0.5, 'trend', 'share')).toBe('50.0 %');
  });

  it('aim at what a person has set, as round as that', () => {
    const goal = { direction: 'lower', unit: 'share' } as const;
    expect(goalOf({ ...goal, target: 0.05 })).toBe('under 5 %');
    expect(goalOf({ ...goal, target: 0.125 })).toBe('under 12.5 %');
    expect(goalOf({ ...goal, target: 0 })).toBe('0 %');
    expect(goalOf({ direction: 'higher', unit: 'rating', target: 8 })).toBe(
      'over 8 of 10',
    );
    expect(goalOf({ ...goal, target: 'trend' })).toBe('falling');
  });
});
