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
export { PhaseTimeline } from './PhaseTimeline';
export {
  ChartSkeleton,
  LazyDurationChart,
  LazySeverityChart,
  LazySparkline,
} from './lazy';
