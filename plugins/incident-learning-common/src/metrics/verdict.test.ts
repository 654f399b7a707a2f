import {
  KpiAccumulator,
  durationAccumulator,
  durationSketchAccumulator,
  severityAccumulator,
  shareAccumulator,
} from './accumulators';
import { normal, randomOf } from './statistics/__testUtils__/random';
import { verdictOf } from './verdict';

const RUNS = 2000;

type Draw = (random: () => number) => number;

const DURATIONS: [name: string, draw: Draw][] = [
  // Its mean is twice its median.
  ['log-normal', random => 3.6e6 * Math.exp(1.2 * normal(random))],
  // Pareto, whose variance is infinite.
  ['heavy-tailed', random => 6e4 * (1 - random()) ** (-1 / 1.1)],
  // Whole quarters of an hour, mostly one to four.
  [
    'with many ties',
    random => 9e5 * Math.ceil(2 * Math.exp(0.8 * normal(random))),
  ],
];

const exact = durationAccumulator<number>(value => value);
const sketch = durationSketchAccumulator<number>(value => value);

/** Of 2,000 seeded pairs of periods, the share with a verdict of change. */
function changes<Fact>(
  accumulator: KpiAccumulator<Fact, unknown>,
  sizes: [number, number],
  current: (random: () => number) => Fact,
  previous = current,
): { improved: number; worsened: number } {
  const random = randomOf(20_240_229);
  const stateOf = (size: number, draw: (random: () => number) => Fact) => {
    const state = accumulator.empty();
    for (let i = 0; i < size; i++) {
      accumulator.add(state, draw(random));
    }
    return state;
  };
  const counts = { improved: 0, worsened: 0 };
  for (let run = 0; run < RUNS; run++) {
    const { verdict } = verdictOf(
      { direction: 'lower' },
      accumulator.compare(
        stateOf(sizes[0], current),
        stateOf(sizes[1], previous),
      ),
    );
    if (verdict === 'improved' || verdict === 'worsened') {
      counts[verdict] += 1 / RUNS;
    }
  }
  return counts;
}

describe.each([
  ['exact', exact],
  ['sketched', sketch],
] as const)('verdicts on %s durations', (_, accumulator) => {
  it.each(DURATIONS)(
    'come in at most 6 %% of periods without change: %s',
    (__, draw) => {
      for (const sizes of [
        [10, 10],
        [60, 60],
        [15, 120],
      ] as [number, number][]) {
        const { improved, worsened } = changes(accumulator, sizes, draw);
        expect(improved + worsened).toBeLessThanOrEqual(0.06);
        // Neither never, nor on one side alone.
        expect(improved).toBeGreaterThan(0.005);
        expect(worsened).toBeGreaterThan(0.005);
      }
    },
  );

  it.each(DURATIONS)('find halved durations of 60 in 80 %%: %s', (__, draw) => {
    const { improved } = changes(
      accumulator,
      [60, 60],
      random => draw(random) / 2,
      draw,
    );
    expect(improved).toBeGreaterThanOrEqual(0.8);
  });
});

describe('verdicts on other figures', () => {
  it('come in at most 6 % of periods without change: shares', () => {
    const share = shareAccumulator<boolean>(fact => fact);
    for (const rate of [0.05, 0.3, 0.5]) {
      for (const size of [10, 60, 400]) {
        const { improved, worsened } = changes(
          share,
          [size, size],
          random => random() < rate,
        );
        expect(improved + worsened).toBeLessThanOrEqual(0.06);
      }
    }
    const { improved } = changes(
      share,
      [200, 200],
      random => random() < 0.1,
      random => random() < 0.25,
    );
    expect(improved).toBeGreaterThan(0.9);
  });

  it('come in at most 6 % of periods without change: severities', () => {
    const severity = severityAccumulator();
    const draw = (random: () => number) => ({
      severity: (['low', 'low', 'medium', 'high', 'unknown'] as const)[
        Math.floor(5 * random())
      ],
    });
    const { improved, worsened } = changes(severity, [60, 60], draw);
    expect(improved + worsened).toBeLessThanOrEqual(0.06);
    expect(
      changes(severity, [60, 60], draw, () => ({ severity: 'high' })).improved,
    ).toBeGreaterThan(0.9);
  });

  it('need ten values in either period, and none that is unknown is one', () => {
    const severity = severityAccumulator();
    const stateOf = (low: number, unknown: number) => ({
      ...severity.unpack(''),
      low,
      unknown,
    });
    const verdict = (low: number, unknown: number) =>
      verdictOf(
        { direction: 'lower' },
        severity.compare(stateOf(low, unknown), stateOf(50, 0)),
      );
    expect(verdict(9, 100)).toEqual({ verdict: 'not-enough-data' });
    expect(verdict(10, 0)).toEqual({
      verdict: 'no-detectable-change',
      pValue: 1,
    });
  });

  it('follow the direction in which a KPI is better', () => {
    const rise = { n: 30, shift: 'higher', pValue: 0.01 } as const;
    expect(verdictOf({ direction: 'higher' }, rise).verdict).toBe('improved');
    expect(verdictOf({ direction: 'lower' }, rise).verdict).toBe('worsened');
    expect(
      verdictOf({ direction: 'lower' }, { ...rise, pValue: 0.05 }),
    ).toEqual({ verdict: 'no-detectable-change', pValue: 0.05 });
  });
});
