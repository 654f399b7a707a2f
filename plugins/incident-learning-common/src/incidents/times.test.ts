import { coarserPrecision, dateOf, isOutOfOrder, readTime } from './times';

describe('readTime', () => {
  it.each([
    ['2024-05-17T09:30:00Z', '2024-05-17T09:30:00.000Z', 'exact'],
    ['2024-05-17T09:30:00+02:00', '2024-05-17T07:30:00.000Z', 'exact'],
    ['2024-05-17 09:30:00Z', '2024-05-17T09:30:00.000Z', 'exact'],
    ['2024-05-17', '2024-05-17T00:00:00.000Z', 'day'],
    ['2024-05', '2024-05-01T00:00:00.000Z', 'month'],
    [' 2024 ', '2024-01-01T00:00:00.000Z', 'year'],
    ['2020-02-29', '2020-02-29T00:00:00.000Z', 'day'],
  ])('reads %s', (text, at, precision) => {
    expect(readTime(text)).toEqual({ at, precision });
  });

  it.each([
    '2018-02-29',
    '2018-02-29T00:00:00Z',
    '2024-13',
    '2024-00-10',
    '2024-05-17T09:30:00',
    '17.05.2024',
    '1715938200',
    'yesterday',
    '',
  ])('takes %s for no time', text => {
    expect(readTime(text)).toBeUndefined();
  });
});

describe('dateOf', () => {
  it('gives the start of what is known, as far as the calendar has it', () => {
    expect(dateOf(99)).toBe('0099-01-01T00:00:00.000Z');
    expect(dateOf(2013, 5)).toBe('2013-05-01T00:00:00.000Z');
    expect(dateOf(2013, 5, 31)).toBe('2013-05-31T00:00:00.000Z');
    expect(dateOf(2013, 4, 31)).toBeUndefined();
    expect(dateOf(2013, 13)).toBeUndefined();
    expect(dateOf(0)).toBeUndefined();
    expect(dateOf(12345)).toBeUndefined();
  });
});

describe('isOutOfOrder', () => {
  const day = (at: string) => ({
    at: `${at}T00:00:00.000Z`,
    precision: 'day' as const,
  });
  const exact = (at: string) => ({ at, precision: 'exact' as const });
  const month = (at: string) => ({
    at: `${at}-01T00:00:00.000Z`,
    precision: 'month' as const,
  });

  it('compares only as finely as the coarser time is known', () => {
    expect(
      isOutOfOrder(exact('2013-05-03T10:00:00.000Z'), month('2013-05')),
    ).toBe(false);
    expect(
      isOutOfOrder(exact('2013-06-03T10:00:00.000Z'), month('2013-05')),
    ).toBe(true);
    expect(
      isOutOfOrder(day('2013-05-03'), exact('2013-05-03T00:00:00.000Z')),
    ).toBe(false);
    expect(
      isOutOfOrder(
        exact('2013-05-03T00:00:00.001Z'),
        exact('2013-05-03T00:00:00.000Z'),
      ),
    ).toBe(true);
    expect(coarserPrecision('day', 'year')).toBe('year');
    expect(coarserPrecision('month', 'exact')).toBe('month');
  });
});
