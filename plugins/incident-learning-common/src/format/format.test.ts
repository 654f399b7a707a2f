import { formatDuration, formatShare } from '.';

const SECOND = 1000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
const YEAR = 8766 * HOUR;

describe('formatDuration', () => {
  it.each([
    [0, '0 s'],
    [0.4, '< 1 ms'],
    [850, '850 ms'],
    [999.7, '999 ms'],
    [45 * SECOND, '45 s'],
    [59_600, '1 min'],
    [12 * MINUTE + 5 * SECOND, '12 min 5 s'],
    [HOUR - 400, '1 h'],
    [3 * HOUR + 20 * MINUTE, '3 h 20 min'],
    [24 * HOUR - 1, '1 d'],
    [3 * DAY + 4 * HOUR, '3 d 4 h'],
    [3 * DAY + 10 * SECOND, '3 d'],
    [10 * DAY - 1, '10 d'],
    [355 * DAY, '355 d'],
    [365 * DAY, '1.0 y'],
    [2.1 * YEAR, '2.1 y'],
    [9.97 * YEAR, '10 y'],
    [1200 * YEAR, '1,200 y'],
    [-90 * SECOND, '−1 min 30 s'],
    [Number.NaN, 'unknown'],
  ])('writes %d ms as %s', (ms, text) => {
    expect(formatDuration(ms)).toBe(text);
  });
});

describe('formatShare', () => {
  it('writes shares without claiming none or all when it is not', () => {
    expect(formatShare(0.1161)).toBe('11.6 %');
    expect(formatShare(0.12)).toBe('12.0 %');
    expect(formatShare(0)).toBe('0 %');
    expect(formatShare(1)).toBe('100 %');
    expect(formatShare(0.0001)).toBe('< 0.1 %');
    expect(formatShare(0.9999)).toBe('> 99.9 %');
  });
});
