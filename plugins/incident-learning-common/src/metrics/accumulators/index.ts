export type { AccumulatedReading, KpiAccumulator } from './accumulator';
export { durationAccumulator, type DurationState } from './durations';
export * from './durationSketch';
export * from './packing';
export * from './severities';
export * from './share';
