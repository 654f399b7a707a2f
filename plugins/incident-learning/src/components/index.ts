export * from './charts';
export * from './figures';
export * from './format';
export * from './states';
export type {
  BucketInterval,
  IncidentStatusValue,
  RepeatVerdict,
  SeverityLevel,
  TimePrecision,
} from './types';
