export {
  NO_PERIOD,
  PERIOD_DAYS,
  periodBefore,
  periodOf,
  readDay,
  recentQuarters,
  writePeriodChoice,
  type Period,
  type PeriodChoice,
  type PeriodDays,
} from './period';
export { ALL_TIME, LAST_YEAR, usePeriod } from './usePeriod';
export { useCompare } from './useCompare';
export { useScope } from './useScope';
export { patchParams, useUrlParams, type UrlPatch } from './useUrlParams';
export { usePortalPath } from './usePortalPath';
