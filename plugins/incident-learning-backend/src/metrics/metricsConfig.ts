import type { RootConfigService } from '@backstage/backend-plugin-api';
import { readDurationFromConfig } from '@backstage/config';
import { InputError } from '@backstage/errors';
import { durationToMilliseconds } from '@backstage/types';
import {
  AnyMetricKpi,
  BucketCalendar,
  DAYS_OF_WEEK,
  DEFAULT_BUCKET_CALENDAR,
  DEFAULT_SCORE_WEIGHTS,
  KPI_DEFINITIONS,
  KpiDefinition,
  STANDARD_KPIS,
  isTimeZone,
} from '@hindsight/backstage-plugin-incident-learning-common';
import { z } from 'zod';
import { readSettings } from '../http';

const KEY = 'incidentLearning.metrics';
const DAY_MS = 24 * 60 * 60 * 1000;

const settingsSchema = z.strictObject({
  targets: z
    .record(z.string(), z.union([z.number(), z.string(), z.looseObject({})]))
    .default({}),
  weights: z
    .record(
      z.string(),
      z
        .number({ message: 'is no number: give a weight from 0 on' })
        .min(0, 'is below 0: give a weight from 0 on'),
    )
    .default({}),
  timeZone: z
    .string()
    .refine(isTimeZone, {
      message: 'is no time zone: give its name, such as Europe/Berlin',
    })
    .default(DEFAULT_BUCKET_CALENDAR.timeZone),
  firstDayOfWeek: z.enum(DAYS_OF_WEEK).default('monday'),
  defaultPeriodDays: z
    .number({ message: 'is no number of days' })
    .positive('is not above 0: give a number of days')
    .max(36_500, 'is above 36500 days: give a smaller number')
    .default(365),
});

/** What the configuration and modules say of the metrics. */
export interface MetricsSettings {
  /** With the targets that are configured. */
  kpis: readonly AnyMetricKpi[];
  score: KpiDefinition;
  /** What each KPI counts in the score, by id. */
  weights: Readonly<Record<string, number>>;
  calendar: BucketCalendar;
  /** How long a period is whose start is not said. */
  defaultPeriodMs: number;
}

/** What holds where nothing is configured and no module adds anything. */
export const DEFAULT_METRICS_SETTINGS: MetricsSettings = {
  kpis: STANDARD_KPIS,
  score: KPI_DEFINITIONS['learning-impact-score'],
  weights: DEFAULT_SCORE_WEIGHTS,
  calendar: DEFAULT_BUCKET_CALENDAR,
  defaultPeriodMs: 365 * DAY_MS,
};

/**
 * @param added - KPIs that modules add
 * @throws InputError that names each setting that is wrong
 */
export function readMetricsSettings(
  config: RootConfigService,
  added: readonly AnyMetricKpi[] = [],
): MetricsSettings {
  const parsed = readSettings(config, KEY, settingsSchema);
  const { timeZone, firstDayOfWeek, defaultPeriodDays, ...byKpi } = parsed;
  const { kpis, score } = DEFAULT_METRICS_SETTINGS;
  const all = [...kpis, ...added];
  const definitions = [...all.map(kpi => kpi.definition), score];
  checkIds('weights', byKpi.weights, definitions.slice(0, -1));
  checkIds('targets', byKpi.targets, definitions);
  const withTarget = (definition: KpiDefinition) =>
    definition.id in byKpi.targets
      ? { ...definition, target: readTarget(config, definition) }
      : definition;
  return {
    kpis: all.map(kpi => ({ ...kpi, definition: withTarget(kpi.definition) })),
    score: withTarget(score),
    weights: { ...DEFAULT_SCORE_WEIGHTS, ...byKpi.weights },
    calendar: {
      timeZone,
      firstDayOfWeek: DAYS_OF_WEEK.indexOf(firstDayOfWeek) + 1,
    },
    defaultPeriodMs: defaultPeriodDays * DAY_MS,
  };
}

function checkIds(
  setting: string,
  given: Record<string, unknown>,
  definitions: KpiDefinition[],
): void {
  const ids = definitions.map(({ id }) => id);
  const unknown = Object.keys(given).find(id => !ids.includes(id));
  if (unknown !== undefined) {
    throw new InputError(
      `${KEY}.${setting}.${unknown} is of no KPI: write one of ${ids.join(
        ', ',
      )}`,
    );
  }
}

/** The highest value of each unit that is not without end. */
const HIGHEST: Partial<Record<KpiDefinition['unit'], number>> = {
  share: 1,
  rating: 10,
  score: 100,
};

function readTarget(
  config: RootConfigService,
  { id, unit }: KpiDefinition,
): KpiDefinition['target'] {
  const key = `${KEY}.targets.${id}`;
  const value = config.get(key);
  if (value === 'trend') {
    return value;
  }
  if (unit === 'ms') {
    return readDuration(config, key);
  }
  const highest = HIGHEST[unit] ?? Infinity;
  if (typeof value !== 'number' || !(value >= 0 && value <= highest)) {
    const upTo = highest === Infinity ? 'on' : `to ${highest}`;
    throw new InputError(
      `${key} is ${JSON.stringify(
        value,
      )}: give a number from 0 ${upTo}, or trend`,
    );
  }
  return value;
}

function readDuration(config: RootConfigService, key: string): number {
  try {
    return durationToMilliseconds(readDurationFromConfig(config, { key }));
  } catch {
    throw new InputError(
      `${key} is ${JSON.stringify(
        config.get(key),
      )}: give a duration, such as 4h or { hours: 4 }, or trend`,
    );
  }
}
