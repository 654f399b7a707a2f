export type {
  AccumulatedReading,
  KpiAccumulator,
  KpiComparison,
} from './accumulator';
export { mergePacked } from './accumulator';
export { durationAccumulator, type DurationState } from './durations';
export * from './durationSketch';
export * from './packing';
export * from './ratings';
export * from './severities';
export * from './share';
