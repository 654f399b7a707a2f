import { formatProbability, formatSpan } from '../analyses/diagrams/format';
import type { TrendFinding } from './schema';

type Unit = TrendFinding['figures'][number]['unit'];

const DECIMAL = new Intl.NumberFormat('en-US', { maximumFractionDigits: 1 });

/** A figure in words with its unit: `2 h 5 min`, `12.5 %`, `8.1 of 10`. */
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

/** A figure that may be absent. */
export function formatOptional(value: number | undefined, unit: Unit): string {
  return value === undefined ? 'no data' : formatFigure(value, unit);
}
