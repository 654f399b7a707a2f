import {
  durationDomain,
  durationTicks,
  formatBucket,
  formatCount,
  formatNumber,
  formatPeriod,
  formatQuantity,
  formatTime,
} from './index';

const SECOND = 1000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
const YEAR = 8766 * HOUR;

describe('ticks of a log axis', () => {
  it('ends the axis at round units that hold the data', () => {
    expect(durationDomain(45 * SECOND, 400 * DAY)).toEqual([
      10 * SECOND,
      3 * YEAR,
    ]);
    expect(durationDomain(HOUR, HOUR)).toEqual([HOUR, 10 * HOUR]);
    expect(durationDomain(0.2, 0.2)).toEqual([0.2, 1]);
  });

  it('names every unit where there is room', () => {
    const labels = durationTicks([SECOND, YEAR], 400, 18).map(t => t.label);
    expect(labels).toEqual(
      expect.arrayContaining(['1 s', '1 min', '1 h', '1 d', '1 w', '1 mo']),
    );
    expect(labels[labels.length - 1]).toBe('1 y');
  });

  it('never lets two labels come closer than the gap', () => {
    const length = 120;
    const ticks = durationTicks([SECOND, YEAR], length, 18);
    const perLog = length / Math.log(YEAR / SECOND);
    const gaps = ticks
      .slice(1)
      .map((tick, i) => Math.log(tick.value / ticks[i].value) * perLog);
    expect(Math.min(...gaps)).toBeGreaterThanOrEqual(18);
  });
});

describe('numbers', () => {
  it('groups counts and keeps the decimals of numbers', () => {
    expect(formatCount(5081)).toBe('5,081');
    expect(formatNumber(8.25)).toBe('8.3');
    expect(formatNumber(1234, 0)).toBe('1,234');
    expect(formatQuantity(1, 'incident')).toBe('1 incident');
    expect(formatQuantity(0, 'reply', 'replies')).toBe('0 replies');
  });
});

describe('times', () => {
  it('is no finer than what is known', () => {
    const time = '2013-05-14T09:05:31Z';
    expect(formatTime(time)).toBe('14 May 2013, 09:05 UTC');
    expect(formatTime(time, 'day')).toBe('14 May 2013');
    expect(formatTime(time, 'month')).toBe('May 2013');
    expect(formatTime(time, 'year')).toBe('2013');
    expect(formatTime('soon')).toBe('unknown');
  });

  it('is in UTC whatever zone a time was given in', () => {
    expect(formatTime('2020-01-01T00:30:00+02:00')).toBe(
      '31 Dec 2019, 22:30 UTC',
    );
  });

  it('names buckets and periods by the days they cover', () => {
    expect(formatBucket('2013-05-01T00:00:00Z', 'month')).toBe('May 2013');
    expect(formatBucket('2013-05-13T00:00:00Z', 'week')).toBe(
      'week of 13 May 2013',
    );
    expect(formatBucket('2013-05-13T00:00:00Z', 'day')).toBe('13 May 2013');
    expect(formatPeriod('2013-05-01T00:00:00Z', '2013-06-01T00:00:00Z')).toBe(
      '1 May 2013 – 31 May 2013',
    );
    expect(formatPeriod('2013-05-01T00:00:00Z', '2013-05-02T00:00:00Z')).toBe(
      '1 May 2013',
    );
  });
});
