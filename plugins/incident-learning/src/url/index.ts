export {
  PERIOD_DAYS,
  readDay,
  type Period,
  type PeriodChoice,
  type PeriodDays,
} from './period';
export { usePeriod } from './usePeriod';
export { useScope } from './useScope';
export { patchParams, useUrlParams, type UrlPatch } from './useUrlParams';
