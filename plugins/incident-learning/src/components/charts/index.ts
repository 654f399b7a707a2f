export type {
  ChartBaseProps,
  ChartFrameProps,
  ChartTable,
  DurationChartProps,
  DurationMedian,
  DurationPoint,
  DurationSeries,
  PhaseTimelineProps,
  PhaseTimes,
  SeverityBucket,
  SeverityChartProps,
  SparklinePoint,
  SparklineProps,
} from './types';
export type {
  SeriesPoint,
  SeriesChartProps,
  DistributionRow,
  DistributionChartProps,
  FunnelPoint,
  FunnelChartProps,
} from './figureTypes';
export {
  IntervalTable,
  type IntervalRow,
  type IntervalTableProps,
} from './IntervalTable';
export { PhaseTimeline } from './PhaseTimeline';
export {
  ChartSkeleton,
  LazyDistributionChart,
  LazyDurationChart,
  LazyFunnelChart,
  LazySeriesChart,
  LazySeverityChart,
  LazySparkline,
} from './lazy';
