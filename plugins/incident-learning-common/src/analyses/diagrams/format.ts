const UNITS: [string, number][] = [
  ['d', 86_400_000],
  ['h', 3_600_000],
  ['min', 60_000],
  ['s', 1000],
];

/** A duration in its two largest units, such as `1 h 5 min`. */
export function formatSpan(ms: number): string {
  const sign = ms < 0 ? '−' : '';
  const whole = Math.abs(ms);
  const first = UNITS.findIndex(([, size]) => whole >= size);
  if (first < 0) {
    return whole === 0 ? 'no time' : `${sign}${Math.round(whole)} ms`;
  }
  const [unit, size] = UNITS[first];
  const count = Math.floor(whole / size);
  const next = UNITS[first + 1];
  const rest = next ? Math.floor((whole - count * size) / next[1]) : 0;
  // Seconds beside minutes are noise.
  const minor = rest > 0 && next[0] !== 's' ? ` ${rest} ${next[0]}` : '';
  return `${sign}${count} ${unit}${minor}`;
}

const SUPERSCRIPTS = '⁰¹²³⁴⁵⁶⁷⁸⁹';

/**
 * A probability with two significant figures, such as `0.05` or `3.5×10⁻⁵`; in few characters `3.5e-5`.
 *
 * @public
 */
export function formatProbability(
  probability: number,
  style: 'full' | 'short' = 'full',
): string {
  if (probability === 0 || (probability >= 0.001 && probability < 0.9995)) {
    return String(Number(probability.toPrecision(2)));
  }
  if (probability >= 0.9995) {
    return probability === 1 ? '1' : '> 0.999';
  }
  const [digits, exponent] = probability.toExponential(1).split('e');
  const mantissa = digits.replace('.0', '');
  if (style === 'short') {
    return `${mantissa}e${exponent}`;
  }
  const power = [...exponent]
    .map(digit => (digit === '-' ? '⁻' : SUPERSCRIPTS[Number(digit)] ?? ''))
    .join('');
  return `${mantissa}×10${power}`;
}

const DAY = new Intl.DateTimeFormat('en-GB', {
  timeZone: 'UTC',
  weekday: 'short',
  day: 'numeric',
  month: 'short',
  year: 'numeric',
});

/** A day in UTC, such as `Fri, 17 May 2024`. */
export function formatDay(at: string): string {
  return DAY.format(Date.parse(at));
}

/** The time of day in UTC; seconds only where there are some. */
export function formatClock(at: string): string {
  const time = new Date(at).toISOString();
  return time.slice(17, 19) === '00' ? time.slice(11, 16) : time.slice(11, 19);
}
