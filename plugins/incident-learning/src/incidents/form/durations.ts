const SECOND = 1000;

/** Milliseconds of the units that a duration can be typed in. */
export const DURATION_UNITS = {
  seconds: SECOND,
  minutes: 60 * SECOND,
  hours: 3600 * SECOND,
  days: 86_400 * SECOND,
  weeks: 604_800 * SECOND,
};

export type DurationUnit = keyof typeof DURATION_UNITS;

/** A duration as typed. */
export interface DurationValue {
  amount: string;
  unit: DurationUnit;
}

/** A duration in the largest unit that it is a whole number of. */
export function durationValueOf(ms: number | undefined): DurationValue {
  if (ms === undefined) {
    return { amount: '', unit: 'hours' };
  }
  const units = Object.keys(DURATION_UNITS).reverse() as DurationUnit[];
  const unit = units.find(name => ms % DURATION_UNITS[name] === 0) ?? 'seconds';
  return { amount: String(ms / DURATION_UNITS[unit]), unit };
}

/** A duration in whole milliseconds; nothing where nothing is typed, or else what is typed. */
export function msOf(value: DurationValue): number | string | undefined {
  const amount = value.amount.trim();
  if (!amount) {
    return undefined;
  }
  const number = Number(amount.replace(',', '.'));
  return Number.isNaN(number)
    ? amount
    : Math.round(number * DURATION_UNITS[value.unit]);
}
