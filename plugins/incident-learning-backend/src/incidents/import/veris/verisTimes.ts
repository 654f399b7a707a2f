import {
  coarserPrecision,
  dateOf,
  ImportProblem,
  Precision,
} from '@hindsight/backstage-plugin-incident-learning-common';
import { isRecord, JsonObject } from './json';

interface Time {
  at: string;
  precision: Precision;
}

interface Duration {
  ms: number;
  precision: Precision;
}

/** What a VERIS timeline says, and what of it an incident has no field for. */
export interface VerisTimes {
  times: {
    occurredAt?: string;
    detectedAt?: string;
    containedAt?: string;
    reportedTimeToDetectMs?: number;
    reportedTimeToContainMs?: number;
    precision?: Partial<
      Record<'occurredAt' | 'detectedAt' | 'containedAt', Precision>
    >;
  };
  rest: JsonObject;
}

const HOUR = 3_600_000;

const UNITS: Record<string, Duration> = {
  Seconds: { ms: 1000, precision: 'exact' },
  Minutes: { ms: 60_000, precision: 'exact' },
  Hours: { ms: HOUR, precision: 'exact' },
  Days: { ms: 24 * HOUR, precision: 'day' },
  Weeks: { ms: 7 * 24 * HOUR, precision: 'day' },
  Months: { ms: 730.5 * HOUR, precision: 'month' },
  Years: { ms: 8766 * HOUR, precision: 'year' },
};

const NOT_KNOWN = new Set<unknown>(['NA', 'Never', 'Unknown', undefined]);

/** Reads `timeline` of a VERIS record; what is malformed is warned of and left out. */
export function readTimes(
  timeline: unknown,
  warnings: ImportProblem[],
): VerisTimes {
  if (!isRecord(timeline)) {
    if (timeline !== undefined) {
      const message = 'is no object, so no times are known';
      warnings.push({ path: 'timeline', message });
    }
    return { times: {}, rest: {} };
  }
  const { incident, discovery, containment, ...rest } = timeline;
  const occurred = readDate(incident, warnings);
  const detection = readDuration(discovery, 'timeline.discovery', warnings);
  const containing = readDuration(
    containment,
    'timeline.containment',
    warnings,
  );
  const detected = after(occurred, detection);
  keep(rest, 'incident', occurred ? restOfDate(incident) : incident);
  keep(rest, 'discovery', detection ? undefined : discovery);
  keep(rest, 'containment', containing ? undefined : containment);
  return {
    times: {
      ...timesOf({
        occurredAt: occurred,
        detectedAt: detected,
        containedAt: after(detected, containing),
      }),
      ...(detection && { reportedTimeToDetectMs: detection.ms }),
      ...(containing && { reportedTimeToContainMs: containing.ms }),
    },
    rest,
  };
}

function keep(rest: JsonObject, key: string, value: unknown) {
  if (value !== undefined) {
    rest[key] = value;
  }
}

function timesOf(
  times: Record<'occurredAt' | 'detectedAt' | 'containedAt', Time | undefined>,
): VerisTimes['times'] {
  const read: VerisTimes['times'] = {};
  const precision: NonNullable<VerisTimes['times']['precision']> = {};
  for (const name of ['occurredAt', 'detectedAt', 'containedAt'] as const) {
    const time = times[name];
    if (time) {
      read[name] = time.at;
      if (time.precision !== 'exact') {
        precision[name] = time.precision;
      }
    }
  }
  return { ...read, precision };
}

function readDate(
  incident: unknown,
  warnings: ImportProblem[],
): Time | undefined {
  if (!isRecord(incident) || incident.year === undefined) {
    return undefined;
  }
  const warn = (part: string, message: string) => {
    warnings.push({ path: `timeline.incident.${part}`, message });
    return undefined;
  };
  const parts = ['year', 'month', 'day'] as const;
  const odd = parts.find(
    part => incident[part] !== undefined && !Number.isInteger(incident[part]),
  );
  if (odd) {
    return warn(
      odd,
      'is no whole number, so the date is not known: correct it',
    );
  }
  const [year, month, day] = parts.map(part => incident[part] as number);
  const isMonthless = month === undefined && day !== undefined;
  if (isMonthless) {
    warn('month', 'is missing, so of the date only the year is known');
  }
  const at = dateOf(year, month, isMonthless ? undefined : day);
  if (at) {
    return { at, precision: precisionOf(month, day) };
  }
  if (dateOf(year, month)) {
    return warn('day', 'is a day that does not exist: correct the date');
  }
  return dateOf(year)
    ? warn('month', 'is a month that does not exist: correct the date')
    : warn('year', 'is a year that does not exist: correct the date');
}

function precisionOf(month?: number, day?: number): Precision {
  if (month === undefined) {
    return 'year';
  }
  return day === undefined ? 'month' : 'day';
}

function restOfDate(incident: unknown): JsonObject | undefined {
  const { year, month, day, ...rest } = incident as JsonObject;
  return Object.keys(rest).length > 0 ? rest : undefined;
}

function readDuration(
  duration: unknown,
  path: string,
  warnings: ImportProblem[],
): Duration | undefined {
  if (!isRecord(duration)) {
    return undefined;
  }
  const { unit, value } = duration;
  if (value === undefined || value === null) {
    return undefined;
  }
  const warn = (part: string, message: string) => {
    warnings.push({ path: `${path}.${part}`, message });
    return undefined;
  };
  if (typeof unit !== 'string' || !Object.hasOwn(UNITS, unit)) {
    return NOT_KNOWN.has(unit) && unit !== undefined
      ? undefined
      : warn(
          'unit',
          `is none of ${Object.keys(UNITS).join(
            ', ',
          )}, so the duration is not known: correct it`,
        );
  }
  if (typeof value !== 'number') {
    return warn(
      'value',
      'is no number, so the duration is not known: correct it',
    );
  }
  if (value < 0) {
    return warn(
      'value',
      'is negative, so the duration is left out: correct it',
    );
  }
  const ms = Math.round(value * UNITS[unit].ms);
  return Number.isSafeInteger(ms)
    ? { ms, precision: UNITS[unit].precision }
    : warn('value', 'is longer than can be counted: correct it');
}

const LAST_TIME = Date.parse('9999-12-31T23:59:59.999Z');

function after(start?: Time, duration?: Duration): Time | undefined {
  if (!start || !duration) {
    return undefined;
  }
  const ms = Date.parse(start.at) + duration.ms;
  return ms > LAST_TIME
    ? undefined
    : {
        at: new Date(ms).toISOString(),
        precision: coarserPrecision(start.precision, duration.precision),
      };
}
