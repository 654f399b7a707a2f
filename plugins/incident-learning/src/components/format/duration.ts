const SECOND = 1000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
const WEEK = 7 * DAY;
// The lengths that durations given in months and years are converted by.
const MONTH = 730.5 * HOUR;
const YEAR = 8766 * HOUR;

const LOG_TICKS: { value: number; label: string; weight: number }[] = [
  { value: 1, label: '1 ms', weight: 3 },
  { value: 10, label: '10 ms', weight: 1 },
  { value: 100, label: '100 ms', weight: 1 },
  { value: SECOND, label: '1 s', weight: 3 },
  { value: 10 * SECOND, label: '10 s', weight: 1 },
  { value: MINUTE, label: '1 min', weight: 3 },
  { value: 10 * MINUTE, label: '10 min', weight: 1 },
  { value: HOUR, label: '1 h', weight: 3 },
  { value: 6 * HOUR, label: '6 h', weight: 1 },
  { value: DAY, label: '1 d', weight: 3 },
  { value: WEEK, label: '1 w', weight: 2 },
  { value: MONTH, label: '1 mo', weight: 3 },
  { value: 3 * MONTH, label: '3 mo', weight: 1 },
  { value: YEAR, label: '1 y', weight: 3 },
  { value: 3 * YEAR, label: '3 y', weight: 1 },
  { value: 10 * YEAR, label: '10 y', weight: 2 },
  { value: 30 * YEAR, label: '30 y', weight: 1 },
  { value: 100 * YEAR, label: '100 y', weight: 2 },
];

/**
 * A tick of a log axis of durations, in milliseconds.
 *
 * @public
 */
export interface DurationTick {
  value: number;
  label: string;
}

/**
 * The ends of a log axis that holds durations from `min` to `max` milliseconds
 * (both above zero), each at a round unit.
 *
 * @public
 */
export function durationDomain(min: number, max: number): [number, number] {
  const below = LOG_TICKS.filter(tick => tick.value <= min).pop();
  const above = LOG_TICKS.find(tick => tick.value >= max);
  const low = below?.value ?? min;
  const high = above?.value ?? max;
  return low < high ? [low, high] : [low, low * 10];
}

/**
 * Ticks for a log axis of durations, at units people know (1 s, 1 min, 1 h,
 * 1 d, 1 w, 1 mo, 1 y), the less common ones only where at least `minGap` of
 * the axis' `length` (both in pixels) stays free between neighbours.
 *
 * @public
 */
export function durationTicks(
  domain: [number, number],
  length: number,
  minGap: number,
): DurationTick[] {
  const [low, high] = domain;
  const perLog = length / Math.log(high / low);
  const inside = LOG_TICKS.filter(
    tick => tick.value >= low * 0.999 && tick.value <= high * 1.001,
  );
  const chosen: typeof inside = [];
  for (const weight of [3, 2, 1]) {
    for (const tick of inside.filter(item => item.weight === weight)) {
      const free = chosen.every(
        other =>
          Math.abs(Math.log(tick.value / other.value)) * perLog >= minGap,
      );
      if (free) {
        chosen.push(tick);
      }
    }
  }
  return chosen
    .sort((a, b) => a.value - b.value)
    .map(({ value, label }) => ({ value, label }));
}
