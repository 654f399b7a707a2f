import type { RootConfigService } from '@backstage/backend-plugin-api';

const DAY_MS = 24 * 60 * 60 * 1000;

/**
 * How far back an incident can repeat an earlier one, in milliseconds.
 *
 * @throws Error that names the setting when it is wrong
 */
export function readLookBackMs(config: RootConfigService): number {
  const key = 'incidentLearning.repeats.lookBackDays';
  const days = config.getOptionalNumber(key) ?? 365;
  if (!(days > 0)) {
    throw new Error(`${key} is ${days}: give a number of days above 0`);
  }
  return days * DAY_MS;
}
