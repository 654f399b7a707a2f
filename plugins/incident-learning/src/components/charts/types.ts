import { ReactNode } from 'react';
import type {
  IncidentStatus,
  IncidentTime,
  Interval,
  Precision,
  Severity,
} from '@hindsight/backstage-plugin-incident-learning-common';

/**
 * The three durations of an incident's response.
 *
 * @public
 */
export type DurationSeries = 'detect' | 'contain' | 'resolve';

/**
 * What every chart of the kit takes.
 *
 * @public
 */
export interface ChartBaseProps {
  /** Heading of the chart, also its accessible name. */
  title?: string;
  /** One or two sentences: what is drawn, of what, by which definition. */
  description?: ReactNode;
  /** Element of the heading, so that the page's outline holds. Default `h3`. */
  headingLevel?: 'h2' | 'h3' | 'h4' | 'h5';
  /** Height of the drawing in pixels, the same while it loads. */
  height?: number;
  /** Said in place of the chart when there is nothing to draw. */
  emptyText?: ReactNode;
  /** A line under the chart, such as how many incidents it leaves out and why. */
  note?: ReactNode;
}

/**
 * One incident's duration.
 *
 * @public
 */
export interface DurationPoint {
  /** Incident id, handed to `onSelect`. */
  id: string;
  /** Time of the incident, ISO 8601 in UTC. */
  at: string;
  /** Duration in milliseconds, zero or more. Negative ones are left out and told. */
  valueMs: number;
  series: DurationSeries;
  /** How finely `at` is known. Default `day`. */
  precision?: Precision;
  /** Title of the incident. */
  label: string;
  /** Address of the incident's page: makes the row of the table a link. */
  href?: string;
}

/**
 * Median of one bucket. A bucket without data has no entry.
 *
 * @public
 */
export interface DurationMedian {
  series: DurationSeries;
  /** Start of the bucket, ISO 8601 in UTC. */
  start: string;
  /** Median in milliseconds. */
  value: number;
  /** Incidents in the bucket that have this duration. */
  n: number;
  /** The 95 % interval of the median in milliseconds, where n is enough for one. */
  ci?: [number, number];
}

/**
 * Props of the duration chart.
 *
 * @public
 */
export interface DurationChartProps extends ChartBaseProps {
  points: DurationPoint[];
  medians: DurationMedian[];
  /** Start of the period, ISO 8601 in UTC, included. */
  from: string;
  /** End of the period, ISO 8601 in UTC, excluded. */
  to: string;
  interval: Interval;
  /** Called with the incident's id on a click on its dot, or Enter. */
  onSelect?: (id: string) => void;
}

/**
 * Counts of one bucket by severity. A level that is left out counts 0.
 *
 * @public
 */
export interface SeverityBucket {
  /** Start of the bucket, ISO 8601 in UTC. */
  start: string;
  counts: Partial<Record<Severity, number>>;
}

/**
 * Props of the severity chart.
 *
 * @public
 */
export interface SeverityChartProps extends ChartBaseProps {
  /** Buckets with data; an empty bucket is absent. */
  buckets: SeverityBucket[];
  /** Start of the period, ISO 8601 in UTC, included. */
  from: string;
  /** End of the period, ISO 8601 in UTC, excluded. */
  to: string;
  interval: Interval;
  /** Called with the bucket and the level of a bar on a click, or Enter. */
  onSelect?: (start: string, severity: Severity) => void;
}

/**
 * One bucket of a sparkline.
 *
 * @public
 */
export interface SparklinePoint {
  /** Start of the bucket, ISO 8601 in UTC. */
  start: string;
  /** Milliseconds for `duration`, 0 to 1 for `share`, else a plain number. */
  value: number;
  n?: number;
}

/**
 * Props of the sparkline.
 *
 * @public
 */
export interface SparklineProps {
  /** What is drawn, such as "Median time to detect". */
  label: string;
  /** Buckets with data; an empty bucket is absent and stays a gap. */
  points: SparklinePoint[];
  from: string;
  to: string;
  interval: Interval;
  /** How a value reads. Durations are drawn on a log scale. */
  kind: 'duration' | 'share' | 'number';
  /** Height in pixels. Default 32. */
  height?: number;
}

/**
 * The part of an incident that its time line shows; an incident fits as it is.
 *
 * @public
 */
export interface PhaseTimes {
  /** Tells times that are still to come from those that nobody knows. */
  status?: IncidentStatus;
  occurredAt?: string;
  detectedAt?: string;
  declaredAt?: string;
  containedAt?: string;
  resolvedAt?: string;
  closedAt?: string;
  /** Per time; a time without an entry is exact. */
  precision?: Partial<Record<IncidentTime, Precision>>;
  timeToDetectMs?: number;
  timeToContainMs?: number;
  timeToResolveMs?: number;
  /** Present when the source gave the duration itself. */
  reportedTimeToDetectMs?: number;
  reportedTimeToContainMs?: number;
}

/**
 * Props of the phase time line.
 *
 * @public
 */
export interface PhaseTimelineProps {
  incident: PhaseTimes;
  /** Accessible name. Default "Phases of the incident". */
  label?: string;
}

/**
 * A table that holds the data of a chart. The first cell of a row is its header.
 *
 * @public
 */
export interface ChartTable {
  caption: string;
  columns: { header: string; numeric?: boolean }[];
  rows: { key: string; cells: ReactNode[] }[];
}

/**
 * Props of the frame around a chart.
 *
 * @public
 */
export interface ChartFrameProps extends ChartBaseProps {
  title: string;
  height: number;
  /** What the chart says, in a sentence or two, for those who do not see it. */
  summary: string;
  legend?: ReactNode;
  /** The same data as tables. No rows in any of them means no data. */
  tables: ChartTable[];
  /** Draws into the given width, in pixels. */
  children: (size: { width: number; height: number }) => ReactNode;
}
