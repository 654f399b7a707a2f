import { formatProbability, formatSpan } from '../analyses/diagrams/format';
import type { TrendFinding } from './schema';

type Unit = TrendFinding['figures'][number]['unit'];

const DECIMAL = new Intl.NumberFormat('en-US', { maximumFractionDigits: 1 });

const POINTS = new Intl.NumberFormat('en-US', {
  maximumFractionDigits: 1,
  signDisplay: 'exceptZero',
});

/** A figure in words with its unit: `2 h 5 min`, `12.5 %`, `8.1 of 10`. @public */
export function formatFigure(value: number, unit: Unit): string {
  switch (unit) {
    case 'ms':
      return formatSpan(value);
    case 'business-days':
      return `${DECIMAL.format(value)} business day${value === 1 ? '' : 's'}`;
    case 'share':
      return `${DECIMAL.format(value * 100)} %`;
    case 'rating':
      return `${DECIMAL.format(value)} of 10`;
    case 'score':
      return `${DECIMAL.format(value)} of 100`;
    case 'probability':
      return formatProbability(value);
    default:
      return value.toLocaleString('en-US');
  }
}

/** How far a score moved: `+2.3`, `−15`. */
export function formatPoints(points: number): string {
  return POINTS.format(points).replace('-', '−');
}

/** A figure that may be absent. */
export function formatOptional(value: number | undefined, unit: Unit): string {
  return value === undefined ? 'no data' : formatFigure(value, unit);
}

/** The day on which a bucket begins, such as `2024-05-17`, where days begin in a time zone. */
export function bucketDay(start: string, timeZone: string): string {
  // Swedish writes dates as ISO 8601 does.
  return new Date(start).toLocaleDateString('sv-SE', { timeZone });
}
