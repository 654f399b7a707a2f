import { DEFAULT_RISK_MODEL } from '@hindsight/backstage-plugin-incident-learning-common';
import { ModelValues, modelOf, modelValuesOf, normalized } from './modelValues';

function typed(patch: Partial<ModelValues['weights']>): ModelValues {
  const values = modelValuesOf();
  return { ...values, weights: { ...values.weights, ...patch } };
}

describe('a model as it is typed', () => {
  it('is the model that it was made from', () => {
    expect(modelOf(modelValuesOf()).model).toEqual(DEFAULT_RISK_MODEL);
    const third = 1 / 3;
    const { model } = modelOf(
      modelValuesOf({
        weights: {
          exposure: third,
          severity: third,
          controlGap: third,
          activity: 0,
          businessImpact: 0,
        },
        threshold: { kind: 'absolute', value: 0.5 },
      }),
    );
    expect(model?.weights.severity).toBeCloseTo(third, 5);
  });

  it('is told in which proportions weights would sum to 1, and brought there', () => {
    const values = typed({ exposure: '0.5' });
    expect(modelOf(values).problems.weights).toContain('sum to 1.25');
    expect(modelOf(normalized(values)).model?.weights).toEqual({
      exposure: 0.4,
      severity: 0.2,
      controlGap: 0.16,
      activity: 0.12,
      businessImpact: 0.12,
    });
  });

  it.each([
    [typed({ exposure: '-0.1' }), 'exposure', 'negative'],
    [typed({ exposure: '' }), 'exposure', 'no number'],
    [typed({ exposure: '1.0001' }), 'exposure', 'above 1'],
    [{ ...modelValuesOf(), value: '1.2' }, 'threshold', '1.2'],
  ])('names the field that is wrong', (values, field, words) => {
    const { model, problems } = modelOf(values);
    expect(model).toBeUndefined();
    expect(problems[field]).toContain(words);
  });

  it('cannot be brought to 1 where all weights are 0', () => {
    const zero = typed({
      exposure: '0',
      severity: '0',
      controlGap: '0',
      activity: '0',
      businessImpact: '0',
    });
    expect(modelOf(zero).problems.weights).toContain('sum to 0');
    expect(normalized(zero)).toEqual(zero);
  });
});
