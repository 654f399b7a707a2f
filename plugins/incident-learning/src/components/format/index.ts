export {
  durationDomain,
  durationTicks,
  formatDuration,
  type DurationTick,
} from './duration';
export {
  formatCount,
  formatNumber,
  formatPoints,
  formatQuantity,
  formatRange,
  formatShare,
} from './numbers';
export { formatBucket, formatPeriod, formatTime, monthName } from './dates';
