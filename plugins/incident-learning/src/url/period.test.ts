import { ALL_TIME, LAST_YEAR } from './usePeriod';
import {
  periodBefore,
  periodOf,
  periodProblem,
  readPeriodChoice,
  recentQuarters,
  writePeriodChoice,
} from './period';
import { patchParams } from './useUrlParams';

const NOW = Date.parse('2024-07-01T15:30:00Z');

function read(query: string) {
  return readPeriodChoice(new URLSearchParams(query), LAST_YEAR);
}

describe('a period in the address', () => {
  it.each([
    ['', LAST_YEAR],
    ['period=90d', { kind: 'days', days: 90 }],
    ['period=91d', LAST_YEAR],
    ['period=all', ALL_TIME],
    ['period=2024-Q2', { kind: 'quarter', year: 2024, quarter: 2 }],
    ['period=2024-Q5', LAST_YEAR],
    [
      'from=2024-01-01&until=2024-03-31',
      { kind: 'custom', from: '2024-01-01', until: '2024-03-31' },
    ],
    [
      'from=2024-03-31&until=2024-01-01',
      { kind: 'custom', from: '2024-01-01', until: '2024-03-31' },
    ],
    ['from=2024-01-01', { kind: 'custom', from: '2024-01-01' }],
    ['from=2023-02-29&period=all', ALL_TIME],
    ['from=2023', LAST_YEAR],
  ])('reads %p', (query, choice) => {
    expect(read(query)).toEqual(choice);
  });

  it('is read as it was written, whatever stood there before', () => {
    const choices = [
      ALL_TIME,
      LAST_YEAR,
      { kind: 'quarter', year: 2024, quarter: 1 } as const,
      { kind: 'custom', from: '2024-01-01', until: undefined } as const,
    ];
    let params = new URLSearchParams('scope=group:default/payments');
    for (const choice of [...choices, ...choices.reverse()]) {
      params = patchParams(params, writePeriodChoice(choice));
      expect(readPeriodChoice(params, ALL_TIME)).toEqual(choice);
      expect(params.get('scope')).toBe('group:default/payments');
    }
  });
});

describe('what is wrong with the period of an address', () => {
  const told = (query: string) => periodProblem(new URLSearchParams(query));

  it.each([
    '',
    'period=90d',
    'period=2024-Q3',
    'period=all',
    'from=2024-05-17&until=2024-06-01',
  ])('is nothing of “%s”', query => {
    expect(told(query)).toBeUndefined();
  });

  it.each([
    ['period=9999', /“9999” of the address is no period/],
    ['period=2024-Q9', /“2024-Q9” of the address is no period/],
    ['from=2026-13-45', /“2026-13-45” of the address is no day/],
    ['from=2024-05-17&until=soon', /“soon” of the address is no day/],
    [`period=${'x'.repeat(200)}`, /“x{40}…” of the address is no period/],
  ])('is told of “%s”', (query, problem) => {
    expect(told(query)).toMatch(problem);
  });
});

describe('a period for the API', () => {
  it('ends with today, in UTC', () => {
    expect(periodOf({ kind: 'days', days: 30 }, NOW)).toMatchObject({
      from: '2024-06-02T00:00:00.000Z',
      to: '2024-07-02T00:00:00.000Z',
    });
  });

  it('is a whole quarter, or as much of it as there was', () => {
    expect(
      periodOf({ kind: 'quarter', year: 2023, quarter: 4 }, NOW),
    ).toMatchObject({
      from: '2023-10-01T00:00:00.000Z',
      to: '2024-01-01T00:00:00.000Z',
      interval: 'week',
    });
    const [latest, before] = recentQuarters(NOW, 2);
    const period = periodOf(latest, NOW);
    expect(period).toMatchObject({
      from: '2024-07-01T00:00:00.000Z',
      to: '2024-07-02T00:00:00.000Z',
    });
    expect(periodBefore(period, NOW)).toEqual({
      from: '2024-06-30T00:00:00.000Z',
      to: '2024-07-01T00:00:00.000Z',
    });
    expect(before).toEqual({ kind: 'quarter', year: 2024, quarter: 2 });
  });

  it('includes the last day of two', () => {
    expect(
      periodOf(
        { kind: 'custom', from: '2024-02-28', until: '2024-02-28' },
        NOW,
      ),
    ).toMatchObject({
      from: '2024-02-28T00:00:00.000Z',
      to: '2024-02-29T00:00:00.000Z',
    });
  });

  it.each([
    [{ kind: 'days', days: 30 }, 'day'],
    [{ kind: 'days', days: 90 }, 'week'],
    [{ kind: 'days', days: 180 }, 'week'],
    [{ kind: 'days', days: 365 }, 'month'],
    [{ kind: 'all' }, 'month'],
    [{ kind: 'custom', from: '2024-06-20' }, 'day'],
    [{ kind: 'custom', until: '2024-06-20' }, 'month'],
  ] as const)('divides %j by %s', (choice, interval) => {
    expect(periodOf(choice, NOW).interval).toBe(interval);
  });
});
