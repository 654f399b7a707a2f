import fc from 'fast-check';
import { INCIDENT_KINDS, SEVERITIES } from '../../incidents/vocabulary';
import type { MetricFact } from '../fact';
import { INCIDENT_KPIS } from '../kpis';
import { mergePacked } from './accumulator';
import { durationAccumulator } from './durations';
import { ratingAccumulator } from './ratings';
import { severityAccumulator } from './severities';
import { shareAccumulator } from './share';

function folded<Fact, State>(
  accumulator: {
    empty(): State;
    add(state: State, fact: Fact): void;
  },
  facts: Fact[],
): State {
  const state = accumulator.empty();
  facts.forEach(fact => accumulator.add(state, fact));
  return state;
}

describe('the duration accumulator', () => {
  const durations = durationAccumulator<{ ms?: number }>(fact => fact.ms);

  it('reads median, mean and 90th percentile of the valid ones', () => {
    const facts = [60, 5, 20, 15, -3, -1, undefined].map(ms => ({ ms }));
    // The valid ones in order are 5, 15, 20, 60.
    expect(durations.read(folded(durations, facts))).toEqual({
      n: 4,
      missing: 1,
      invalid: 2,
      value: 17.5,
      stats: { mean: 25, median: 17.5, p90: expect.closeTo(48, 9) },
    });
  });

  it('has an interval of the median from six on', () => {
    const upTo = (n: number) =>
      durations.read(
        folded(
          durations,
          Array.from({ length: n }, (_, index) => ({ ms: index + 1 })),
        ),
      ).stats?.ci;
    expect(upTo(5)).toBeUndefined();
    expect(upTo(6)).toEqual([1, 6]);
    expect(upTo(10)).toEqual([2, 9]);
  });

  it('counts zero as a duration, and has no value where there is none', () => {
    expect(durations.read(folded(durations, [{ ms: 0 }]))).toMatchObject({
      n: 1,
      value: 0,
    });
    expect(durations.read(folded(durations, [{}, { ms: -1 }]))).toEqual({
      n: 0,
      missing: 1,
      invalid: 1,
    });
  });

  it('refuses to remove what was never added', () => {
    const state = folded(durations, [{ ms: 5 }]);
    expect(() => durations.remove(state, { ms: 6 })).toThrow(RangeError);
    expect(() => durations.remove(state, {})).toThrow(RangeError);
    expect(() => durations.remove(state, { ms: -1 })).toThrow(RangeError);
    expect(durations.read(state)).toMatchObject({ n: 1, value: 5 });
  });
});

describe('the share accumulator', () => {
  const share = shareAccumulator<boolean>(fact => fact);

  it('reads numerator and denominator', () => {
    expect(share.read(folded(share, [true, false, false, false]))).toEqual({
      n: 4,
      missing: 0,
      invalid: 0,
      value: 0.25,
      share: {
        numerator: 1,
        denominator: 4,
        ci: [expect.closeTo(0.0456, 4), expect.closeTo(0.6994, 4)],
      },
    });
    expect(share.read(share.empty())).toEqual({ n: 0, missing: 0, invalid: 0 });
  });

  it('counts facts that stand for several, and leaves out those it is not of', () => {
    const answers = shareAccumulator<{ yes: number; of: number } | undefined>(
      fact => fact && { numerator: fact.yes, denominator: fact.of },
    );
    const state = folded(answers, [
      { yes: 2, of: 3 },
      undefined,
      { yes: 0, of: 2 },
    ]);
    expect(answers.read(state)).toMatchObject({ n: 5, value: 0.4 });
    answers.remove(state, undefined);
    answers.remove(state, { yes: 2, of: 3 });
    expect(answers.read(state)).toMatchObject({ n: 2, value: 0 });
  });

  it('refuses to remove what was never added', () => {
    const state = folded(share, [true]);
    expect(() => share.remove(state, false)).toThrow(RangeError);
    share.remove(state, true);
    expect(() => share.remove(state, true)).toThrow(RangeError);
  });
});

describe('the severity accumulator', () => {
  const severity = severityAccumulator();
  const of = (...levels: MetricFact['severity'][]) =>
    severity.read(
      folded(
        severity,
        levels.map(level => ({ severity: level })),
      ),
    );

  it('reads the share of critical or high among the known ones', () => {
    expect(
      of('critical', 'high', 'high', 'medium', 'low', 'unknown', 'unknown'),
    ).toEqual({
      n: 7,
      missing: 2,
      invalid: 0,
      value: 0.6,
      share: {
        numerator: 3,
        denominator: 5,
        ci: [expect.closeTo(0.2307, 4), expect.closeTo(0.8824, 4)],
      },
      distribution: { critical: 1, high: 2, medium: 1, low: 1, unknown: 2 },
    });
  });

  it('has a distribution but no headline where no severity is known', () => {
    expect(of('unknown', 'unknown')).toEqual({
      n: 2,
      missing: 2,
      invalid: 0,
      distribution: { critical: 0, high: 0, medium: 0, low: 0, unknown: 2 },
    });
    expect(of()).toEqual({ n: 0, missing: 0, invalid: 0 });
  });

  it('refuses to remove what was never added', () => {
    const state = folded(severity, [{ severity: 'low' as const }]);
    expect(() => severity.remove(state, { severity: 'high' })).toThrow(
      RangeError,
    );
  });
});

describe('the rating accumulator', () => {
  const ratings = ratingAccumulator<number | undefined>(rating => rating);

  it('reads the mean of the valid ones', () => {
    const state = folded(ratings, [9, 10, 8, 9, undefined, 0, 11, 7.5]);
    expect(ratings.read(state)).toEqual({
      n: 4,
      missing: 1,
      invalid: 3,
      value: 9,
      stats: { mean: 9, median: 9, p90: expect.closeTo(9.7, 9) },
    });
    expect(ratings.read(ratings.empty()).value).toBeUndefined();
  });

  it('refuses to remove what was never added, and to read what it has not written', () => {
    const state = folded(ratings, [9]);
    expect(() => ratings.remove(state, 8)).toThrow(RangeError);
    expect(() => ratings.remove(state, undefined)).toThrow(RangeError);
    expect(() => ratings.unpack('AAAAAAAAAAAAAAAAB')).toThrow(RangeError);
  });
});

const ratingOf = ratingAccumulator<MetricFact>(({ timeToDetectMs }) =>
  timeToDetectMs === undefined ? undefined : timeToDetectMs % 12,
);

describe.each([
  ...INCIDENT_KPIS.flatMap(({ definition, accumulator, sketch }) => [
    [definition.id, accumulator] as const,
    ...(sketch ? [[`${definition.id}, sketched`, sketch] as const] : []),
  ]),
  ['a rating', ratingOf] as const,
])('the laws of the accumulator of %s', (_, accumulator) => {
  const duration = fc.option(
    fc.oneof(
      fc.integer({ min: -10, max: 1_000_000_000 }),
      fc.double({ min: 0, max: 2e18, noNaN: true }),
    ),
    { nil: undefined },
  );
  const fact: fc.Arbitrary<MetricFact> = fc.record({
    at: fc.constant(0),
    precision: fc.constant('exact' as const),
    kind: fc.constantFrom(...INCIDENT_KINDS),
    severity: fc.constantFrom(...SEVERITIES),
    timeToDetectMs: duration,
    timeToContainMs: duration,
    timeToResolveMs: duration,
    repeat: fc.boolean(),
  });
  const facts = fc.array(fact, { maxLength: 60 });
  const read = (of: MetricFact[]) => accumulator.read(folded(accumulator, of));

  it('reads the same however the facts are ordered and split', () => {
    fc.assert(
      fc.property(facts, facts, (some, others) => {
        const whole = read([...some, ...others]);
        const state = folded(accumulator, some);
        accumulator.merge(state, folded(accumulator, others));
        expect(accumulator.read(state)).toEqual(whole);
        expect(read([...others, ...some].reverse())).toEqual(whole);
      }),
    );
  });

  it('removes what was added, in any order', () => {
    fc.assert(
      fc.property(facts, facts, (kept, gone) => {
        const state = folded(accumulator, [...gone, ...kept]);
        [...gone].reverse().forEach(one => accumulator.remove(state, one));
        expect(accumulator.read(state)).toEqual(read(kept));
      }),
    );
  });

  it('packs all of a state, the same for all that hold the same facts', () => {
    fc.assert(
      fc.property(facts, facts, (some, others) => {
        const whole = folded(accumulator, [...some, ...others]);
        const packed = accumulator.pack(whole);
        const unpacked = accumulator.unpack(packed);
        expect(accumulator.read(unpacked)).toEqual(accumulator.read(whole));
        expect(accumulator.pack(unpacked)).toBe(packed);

        const merged = folded(accumulator, [...others].reverse());
        accumulator.merge(merged, folded(accumulator, some));
        expect(accumulator.pack(merged)).toBe(packed);
        const added = folded(accumulator, others);
        mergePacked(
          accumulator,
          added,
          accumulator.pack(folded(accumulator, some)),
        );
        expect(accumulator.pack(added)).toBe(packed);

        others.forEach(one => accumulator.remove(unpacked, one));
        expect(accumulator.pack(unpacked)).toBe(
          accumulator.pack(folded(accumulator, some)),
        );
        some.forEach(one => accumulator.remove(unpacked, one));
        expect(accumulator.pack(unpacked)).toBe('');
      }),
    );
  });

  it('leaves a merged state as it was', () => {
    fc.assert(
      fc.property(facts, facts, (some, others) => {
        const other = folded(accumulator, others);
        const before = JSON.stringify(other);
        const state = folded(accumulator, some);
        accumulator.merge(state, other);
        accumulator.merge(state, accumulator.empty());
        expect(JSON.stringify(other)).toBe(before);
        expect(accumulator.read(state)).toEqual(read([...some, ...others]));
      }),
    );
  });
});
