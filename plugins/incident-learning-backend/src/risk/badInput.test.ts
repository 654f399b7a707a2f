import { factorsOf, startRiskBackend } from './__testUtils__/riskBackend';

jest.setTimeout(60_000);

const STANDARD = {
  weights: factorsOf(0.25, 0.25, 0.2, 0.15, 0.15),
  threshold: { kind: 'quantile', value: 0.8 },
};

describe('bad input', () => {
  it.each([
    [
      { model: { ...STANDARD, weights: factorsOf(0, 0, 0, 0, 0) } },
      'model.weights sum to 0: at least one factor has to count',
    ],
    [
      { model: { ...STANDARD, weights: factorsOf(0.5, 0.5, 0.5, 0, -0.5) } },
      'model.weights.businessImpact is negative: a weight is 0 or more',
    ],
    [
      { model: { ...STANDARD, weights: factorsOf(NaN, 0.5, 0.5, 0, 0) } },
      'model.weights.exposure is no number: give a weight from 0 to 1',
    ],
    [
      { model: { ...STANDARD, weights: factorsOf(0.3, 0.3, 0.3, 0.3, 0.3) } },
      'model.weights sum to 1.5 instead of 1: in the same proportions they are Exposure 0.2, Severity 0.2, Control gap 0.2, Activity 0.2, Business impact 0.2',
    ],
    [
      { model: { ...STANDARD, threshold: { kind: 'quantile', value: 1.2 } } },
      'model.threshold.value is 1.2: a quantile goes from 0 to 1, such as 0.8 for the highest fifth',
    ],
  ])('is answered with what to do: %#', async (profile, message) => {
    const { as } = await startRiskBackend();
    const { status, body } = await as('ada').post('/risk/profiles', {
      name: 'Mine',
      ...profile,
    });
    expect(status).toBe(422);
    expect(body.error.message).toBe(message);
  });

  it('names the factor of an incident', async () => {
    const { as } = await startRiskBackend();
    const incident = await as('ada').post('/incidents', {
      title: 'Something',
      riskFactors: { exposure: 1.0001 },
    });
    expect(incident.body.error.message).toBe(
      'riskFactors.exposure is above 1: it goes from 0 to 1',
    );
    const equal = Array.from({ length: 3 }, (_, id) => ({
      id: String(id),
      factors: factorsOf(0.5, 0.5, 0.5, 0.5, 0.5),
    }));
    const { body } = await as('ada').post('/risk/evaluations', {
      incidents: equal,
    });
    expect(body).toMatchObject({
      priorityCount: 3,
      notes: [{ code: 'all-equal' }],
    });
    equal[1].factors.activity = 1.0001;
    const wrong = await as('ada').post('/risk/evaluations', {
      incidents: equal,
    });
    expect(wrong.body.error.message).toBe(
      'incidents.1.factors.activity is above 1: it goes from 0 to 1',
    );
  });
});
