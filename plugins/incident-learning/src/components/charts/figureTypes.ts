import type { Interval } from '@hindsight/backstage-plugin-incident-learning-common';
import type { ChartBaseProps, DurationSeries } from './types';

/**
 * One bucket of a series.
 *
 * @public
 */
export interface SeriesPoint {
  /** Start of the bucket, ISO 8601 in UTC. */
  start: string;
  /** Milliseconds for `duration`, 0 to 1 for `share`, else a plain number. */
  value: number;
  n: number;
  /** The 95 % interval, in the unit of the value. */
  ci?: [number, number];
}

/**
 * Props of the chart of a figure over time.
 *
 * @public
 */
export interface SeriesChartProps extends ChartBaseProps {
  /** What is drawn, such as "Median time to detect". */
  label: string;
  /** Buckets with data; an empty bucket is absent and stays a gap. */
  points: SeriesPoint[];
  /** Start of the period, ISO 8601 in UTC, included. */
  from: string;
  /** End of the period, ISO 8601 in UTC, excluded. */
  to: string;
  interval: Interval;
  /** How a value reads. Durations are drawn on a log scale; what is counted in full has no interval. */
  kind: 'duration' | 'share' | 'number' | 'count';
  /** Drawn as a line across, in the unit of the value. */
  target?: number;
  /** Called with the start of a bucket on a click, or Enter. */
  onSelect?: (start: string) => void;
}

/**
 * Durations of one group of incidents, such as those of a period.
 *
 * @public
 */
export interface DistributionRow {
  key: string;
  /** Such as "This period". */
  label: string;
  /** Milliseconds, zero or more. */
  values: {
    id: string;
    label: string;
    valueMs: number;
    /** Address of the incident's page. */
    href?: string;
  }[];
  /** Those that the median stands on; more than `values` where these are a sample. */
  n: number;
  /** Milliseconds. */
  median?: number;
  p90?: number;
  /** The 95 % interval of the median in milliseconds. */
  ci?: [number, number];
}

/**
 * Props of the chart of how durations are spread.
 *
 * @public
 */
export interface DistributionChartProps extends ChartBaseProps {
  /** Which duration, for the marks. */
  series: DurationSeries;
  /** One below the other, on one scale. */
  rows: DistributionRow[];
  /** Called with the incident's id on a click on its dot, or Enter. */
  onSelect?: (id: string) => void;
}

/**
 * One group of a funnel plot.
 *
 * @public
 */
export interface FunnelPoint {
  /** Handed to `onSelect`. */
  key: string;
  label: string;
  /** 0 to 1. */
  value: number;
  n: number;
  /** The 95 % interval of the value. */
  ci?: [number, number];
}

/**
 * Props of the funnel plot.
 *
 * @public
 */
export interface FunnelChartProps extends ChartBaseProps {
  /** What the value is, such as "Repeat incidents". */
  valueName: string;
  points: FunnelPoint[];
  /** The share of all, which the limits are drawn around. */
  center: number;
  /** Called with the key of a group on a click on its mark, or Enter. */
  onSelect?: (key: string) => void;
}
