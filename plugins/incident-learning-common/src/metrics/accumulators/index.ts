export type { AccumulatedReading, KpiAccumulator } from './accumulator';
export * from './durations';
export * from './severities';
export * from './share';
