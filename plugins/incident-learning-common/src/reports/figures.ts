import { formatProbability } from '../analyses/diagrams/format';
import { formatDuration, formatShare } from '../format';
import type { TrendFinding } from './schema';

type Unit = TrendFinding['figures'][number]['unit'];

const POINTS = new Intl.NumberFormat('en-US', {
  maximumFractionDigits: 1,
  signDisplay: 'exceptZero',
});

/** A figure in words with its unit: `2 h 5 min`, `12.5 %`, `8.0 of 10`. @public */
export function formatFigure(value: number, unit: Unit): string {
  switch (unit) {
    case 'ms':
      return formatDuration(value);
    case 'business-days':
      return `${decimal(value, Number.isInteger(value) ? 0 : 1)} business day${
        value === 1 ? '' : 's'
      }`;
    case 'share':
      return formatShare(value);
    case 'rating':
      return `${decimal(value, 1)} of 10`;
    case 'score':
      return `${decimal(value, 1)} of 100`;
    case 'probability':
      return formatProbability(value);
    default:
      return value.toLocaleString('en-US');
  }
}

/**
 * A figure beside its target: with a decimal more where both would read the same though they differ, such as
 * `7.96 of 10` where `8.0 of 10` would seem to be met.
 *
 * @public
 */
export function formatAgainst(
  value: number,
  target: number | 'trend',
  unit: Unit,
): string {
  const text = formatFigure(value, unit);
  if (
    target === 'trend' ||
    value === target ||
    text !== formatFigure(target, unit)
  ) {
    return text;
  }
  switch (unit) {
    case 'share':
      return `${decimal(value * 100, 2)} %`;
    case 'rating':
      return `${decimal(value, 2)} of 10`;
    case 'score':
      return `${decimal(value, 2)} of 100`;
    default:
      return text;
  }
}

/** What was set by a person, as round as it was set: `5 %`, `8 of 10`. */
export function formatTarget(target: number, unit: Unit): string {
  return formatFigure(target, unit).replace(/\.0(?= )/, '');
}

function decimal(value: number, decimals: number): string {
  return value.toLocaleString('en-US', {
    minimumFractionDigits: decimals,
    maximumFractionDigits: decimals,
  });
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
