export {
  NO_PERIOD,
  PERIOD_DAYS,
  periodBefore,
  periodOf,
  periodProblem,
  readDay,
  recentQuarters,
  writePeriodChoice,
  type Period,
  type PeriodChoice,
  type PeriodDays,
} from './period';
export { ALL_TIME, LAST_YEAR, usePeriod } from './usePeriod';
export { useCompare } from './useCompare';
export { useScope, useScopeProblem } from './useScope';
export { patchParams, useUrlParams, type UrlPatch } from './useUrlParams';
export { usePortalPath } from './usePortalPath';
