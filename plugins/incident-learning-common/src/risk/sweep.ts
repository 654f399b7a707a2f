import type { RiskScenario } from './model';
import type { RiskSet } from './riskSet';
import type { RiskFlip, ScoreLines } from './sensitivity';

interface Sweep {
  set: RiskSet;
  scenario: RiskScenario;
  lines: ScoreLines;
  /** The present weight. */
  weight: number;
  /** The incident whose decision is asked about. */
  index: number;
  /** Its present decision. */
  priority: boolean;
}

/** A weight at which one score passes another: from there on one more, or one less, is above the incident's. */
interface Passing {
  at: number;
  above: 1 | -1;
}

/** The nearest weight below and above the present one at which an incident's priority changes. */
export function flipsBySweep(sweep: Sweep): RiskFlip[] {
  const { kind, value } = sweep.scenario.model.threshold;
  const weights =
    kind === 'absolute'
      ? crossingOf(sweep, value)
      : [...passingOf(sweep, value, -1), ...passingOf(sweep, value, 1)];
  return weights.map(at => ({
    index: sweep.index,
    at,
    becomesPriority: !sweep.priority,
  }));
}

/** Where the incident's score, a fraction of two lines, meets a fixed threshold. */
function crossingOf({ lines, index, weight }: Sweep, threshold: number) {
  const atZero = lines.rest[index] - threshold * lines.restKnown[index];
  const atOne = lines.value[index] - threshold * lines.known[index];
  const at = atZero / (atZero - atOne);
  return at >= 0 && at <= 1 && at !== weight ? [at] : [];
}

/** Where so many scores have passed the incident's that it changes sides of a quantile. */
function passingOf(
  sweep: Sweep,
  quantile: number,
  direction: 1 | -1,
): number[] {
  const { weight, priority } = sweep;
  const end = direction === 1 ? 1 : 0;
  if (weight === end) {
    return [];
  }
  const passings = passingsBetween(sweep, weight, end).sort(
    (a, b) => (a.at - b.at) * direction,
  );
  const start = (weight + (passings[0]?.at ?? end)) / 2;
  const { above: first, scored } = countAbove(sweep, start);
  // So many scores are at or above the one that the quantile is taken from.
  const room = scored - 1 - Math.ceil(quantile * (scored - 1) - 1e-9);
  let above = first;
  if (above <= room !== priority) {
    return [weight];
  }
  for (const [place, passing] of passings.entries()) {
    above += passing.above * direction;
    const last = passings[place + 1]?.at !== passing.at;
    if (last && above <= room !== priority) {
      return [passing.at];
    }
  }
  return [];
}

function countAbove({ set, lines, index }: Sweep, weight: number) {
  const own = scoreAt(lines, index, weight);
  let above = 0;
  let scored = 0;
  for (let i = 0; i < set.size; i++) {
    const score = set.apart[i] === 1 ? NaN : scoreAt(lines, i, weight);
    scored += score >= 0 ? 1 : 0;
    above += i !== index && score > own ? 1 : 0;
  }
  return { above, scored };
}

function scoreAt(
  { value, known, rest, restKnown }: ScoreLines,
  index: number,
  weight: number,
): number {
  return (
    (weight * value[index] + (1 - weight) * rest[index]) /
    (weight * known[index] + (1 - weight) * restKnown[index])
  );
}

/** Every weight strictly between two at which another score passes the incident's. */
function passingsBetween(
  { set, lines, index }: Sweep,
  from: number,
  to: number,
): Passing[] {
  const low = Math.min(from, to);
  const high = Math.max(from, to);
  const passings: Passing[] = [];
  for (let other = 0; other < set.size; other++) {
    if (other !== index && set.apart[other] === 0) {
      const difference = differenceOf(lines, other, index);
      for (const at of rootsOf(difference)) {
        const slope = difference[1] + 2 * difference[2] * at;
        if (at > low && at < high && slope !== 0) {
          passings.push({ at, above: slope > 0 ? 1 : -1 });
        }
      }
    }
  }
  return passings;
}

type Quadratic = [constant: number, linear: number, square: number];

/** Positive where `a`'s score is above `b`'s: both are fractions of lines, brought to one denominator. */
function differenceOf(lines: ScoreLines, a: number, b: number): Quadratic {
  const { value, known, rest, restKnown } = lines;
  const a0 = rest[a];
  const a1 = value[a] - a0;
  const aKnown0 = restKnown[a];
  const aKnown1 = known[a] - aKnown0;
  const b0 = rest[b];
  const b1 = value[b] - b0;
  const bKnown0 = restKnown[b];
  const bKnown1 = known[b] - bKnown0;
  return [
    a0 * bKnown0 - b0 * aKnown0,
    a0 * bKnown1 + a1 * bKnown0 - b0 * aKnown1 - b1 * aKnown0,
    a1 * bKnown1 - b1 * aKnown1,
  ];
}

/** Real roots by the formula that loses no digits where the square is small. */
function rootsOf([constant, linear, square]: Quadratic): number[] {
  if (Math.abs(square) < 1e-15) {
    return linear === 0 ? [] : [-constant / linear];
  }
  const discriminant = linear * linear - 4 * square * constant;
  if (discriminant <= 0) {
    return [];
  }
  const q = -(linear + (linear < 0 ? -1 : 1) * Math.sqrt(discriminant)) / 2;
  return q === 0 ? [0] : [q / square, constant / q];
}
