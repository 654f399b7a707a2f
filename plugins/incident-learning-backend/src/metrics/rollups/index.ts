export type { FiguresVersion } from './FiguresVersions';
export * from './MetricRollups';
export * from './inStep';
export type { RepeatFlip, RollupLedger } from './RollupLedger';
export type { ReviewRules } from './rollupSubjects';
export * from './scheduleRollups';
export * from './RollupService';
