import { DAY, MINUTE, Span, toWorkday } from '../clock';
import type { Random } from '../random';
import type { Scenario } from '../scenarios';

/** Parcels by month, January first: a long December, a short July. */
const SEASON = [1, 0.85, 0.95, 1, 1, 0.9, 0.7, 0.8, 1, 1.1, 1.5, 1.6];

/** A day within the span; busy months have more of them. */
export function drawDay(span: Span, random: Random): number {
  for (;;) {
    const at = span.start + random.next() * (span.end - span.start);
    if (random.next() * 1.6 < SEASON[new Date(at).getUTCMonth()]) {
      return at;
    }
  }
}

/** Moves a time to the hours in which such a thing happens, on the same day or one near it. */
export function atItsHour(
  at: number,
  hours: Scenario['hours'],
  span: Span,
  random: Random,
): number {
  const midnight = Math.floor(at / DAY) * DAY;
  const day = hours === 'work' ? toWorkday(midnight) : midnight;
  const moved = day + hourOf(hours ?? 'any', random);
  const latest = span.end - 2 * DAY;
  const back = moved > latest ? Math.ceil((moved - latest) / (7 * DAY)) : 0;
  return Math.max(span.start, moved - back * 7 * DAY);
}

/** From and until which hour of the day, UTC. */
const HOURS = {
  any: [0, 24],
  night: [0, 4],
  morning: [5, 9],
  work: [7, 17],
  evening: [16, 21],
} as const;

function hourOf(hours: keyof typeof HOURS, random: Random): number {
  const [from, until] = HOURS[hours];
  return random.int(from * 60, until * 60 - 1) * MINUTE;
}
