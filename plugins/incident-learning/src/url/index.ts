export {
  PERIOD_DAYS,
  periodOf,
  readDay,
  type Period,
  type PeriodChoice,
  type PeriodDays,
} from './period';
export { ALL_TIME, LAST_YEAR, usePeriod } from './usePeriod';
export { useScope } from './useScope';
export { patchParams, useUrlParams, type UrlPatch } from './useUrlParams';
