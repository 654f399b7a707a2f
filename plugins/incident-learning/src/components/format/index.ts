export {
  formatDuration,
  formatShare,
} from '@hindsight/backstage-plugin-incident-learning-common';
export { durationDomain, durationTicks, type DurationTick } from './duration';
export {
  formatCount,
  formatNumber,
  formatPoints,
  formatQuantity,
  formatRange,
} from './numbers';
export { formatBucket, formatPeriod, formatTime, monthName } from './dates';
