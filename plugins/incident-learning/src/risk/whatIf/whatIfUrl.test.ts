import { DEFAULT_RISK_MODEL } from '@hindsight/backstage-plugin-incident-learning-common';
import { patchParams } from '../../url';
import { changesAnything, readScenario, writeScenario } from './whatIfUrl';

const base = DEFAULT_RISK_MODEL;

function read(query: string) {
  return readScenario(new URLSearchParams(query), base);
}

describe('a what-if in the address', () => {
  it('is read as it was written, and leaves other parameters alone', () => {
    const scenario = {
      model: {
        weights: {
          exposure: 0.4,
          severity: 0.2,
          controlGap: 0.16,
          activity: 0.12,
          businessImpact: 0.12,
        },
        threshold: { kind: 'absolute', value: 0.55 } as const,
      },
      assumptions: { missing: 0.5, shift: { controlGap: -0.2 } },
    };
    const params = patchParams(
      new URLSearchParams('scope=group:default/payments'),
      writeScenario(scenario, base),
    );
    expect(params.toString()).toBe(
      'scope=group%3Adefault%2Fpayments&weights=0.4%2C0.2%2C0.16%2C0.12%2C0.12&threshold=absolute%3A0.55&missing=0.5&shift=controlGap%3A-0.2',
    );
    const { scenario: found, problems } = readScenario(params, base);
    expect(problems).toEqual([]);
    expect(found.model.threshold).toEqual(scenario.model.threshold);
    expect(found.assumptions).toEqual(scenario.assumptions);
    for (const [factor, weight] of Object.entries(scenario.model.weights)) {
      expect(
        found.model.weights[factor as keyof typeof found.model.weights],
      ).toBeCloseTo(weight, 9);
    }
    expect(changesAnything(found, base)).toBe(true);
  });

  it('says nothing where nothing differs', () => {
    const { scenario } = read('');
    expect(scenario.model).toEqual(base);
    expect(changesAnything(scenario, base)).toBe(false);
    const params = patchParams(
      new URLSearchParams('weights=1,0,0,0,0&missing=1'),
      writeScenario(scenario, base),
    );
    expect(params.toString()).toBe('');
  });

  it('brings weights of any sum to 1', () => {
    expect(read('weights=2,1,1,0,0').scenario.model.weights).toMatchObject({
      exposure: 0.5,
      severity: 0.25,
    });
  });

  it.each([
    ['weights=0,0,0,0,0', 'sum to 0'],
    ['weights=-0.1,0.5,0.2,0.2,0.2', 'a weight is 0 or more'],
    ['weights=a,b,c,d,e', 'a weight is 0 or more'],
    ['weights=,,,,', 'a weight is 0 or more'],
    ['weights=0.5,0.5', '2 weights instead of 5'],
    ['threshold=quantile:1.2', 'a quantile goes from 0 to 1'],
    ['threshold=best:1', 'write absolute or quantile'],
    ['missing=1.0001', 'missing'],
    ['shift=exposure:2', 'shift exposure'],
    ['shift=luck:0.1', 'Assumption'],
  ])(
    'tells what is wrong with %s, and stays with what stands',
    (query, words) => {
      const { scenario, problems } = read(query);
      expect(problems).toHaveLength(1);
      expect(problems[0]).toContain(words);
      expect(scenario.model).toEqual(base);
      expect(scenario.assumptions).toBeUndefined();
    },
  );
});
