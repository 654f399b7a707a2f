import type { z } from 'zod';
import { decisionEvents, decisionInputSchema } from './decisions';
import { RISK_RULES, deriveRiskFactor, resolveRiskFactors } from './derivation';
import { riskEvaluationInputSchema } from './evaluation';
import { missingForAdoption, reflectionSchema } from './experiments';
import { DEFAULT_RISK_MODEL, riskModelSchema } from './model';
import { normalizeWeights, withWeight } from './weights';

const { weights, threshold } = DEFAULT_RISK_MODEL;

function problemsOf(schema: z.ZodType, value: unknown): string[] {
  const { error } = schema.safeParse(value);
  return (error?.issues ?? []).map(
    ({ path, message }) => `${path.join('.')} ${message}`,
  );
}

describe('a model', () => {
  it.each([
    [
      'weights that sum to more than 1',
      { weights: { ...weights, exposure: 0.5 }, threshold },
      'weights sum to 1.25 instead of 1: in the same proportions they are Exposure 0.4, Severity 0.2, Control gap 0.16, Activity 0.12, Business impact 0.12',
    ],
    [
      'weights that sum to 0',
      {
        weights: {
          exposure: 0,
          severity: 0,
          controlGap: 0,
          activity: 0,
          businessImpact: 0,
        },
        threshold,
      },
      'weights sum to 0: at least one factor has to count',
    ],
    [
      'a negative weight',
      { weights: { ...weights, activity: -0.15 }, threshold },
      'weights.activity is negative: a weight is 0 or more',
    ],
    [
      'a weight that is no number',
      { weights: { ...weights, activity: NaN }, threshold },
      'weights.activity is no number: give a weight from 0 to 1',
    ],
    [
      'a quantile above 1',
      { weights, threshold: { kind: 'quantile', value: 1.2 } },
      'threshold.value is 1.2: a quantile goes from 0 to 1, such as 0.8 for the highest fifth',
    ],
    [
      'a score below 0',
      { weights, threshold: { kind: 'absolute', value: -0.1 } },
      'threshold.value is below 0: it goes from 0 to 1',
    ],
    [
      'another kind of threshold',
      { weights, threshold: { kind: 'top', value: 5 } },
      'threshold.kind is no kind of threshold: write absolute or quantile',
    ],
  ])('is refused with %s', (_, model, problem) => {
    expect(problemsOf(riskModelSchema, model)).toEqual([problem]);
  });

  it('takes weights as they come out of normalizing and moving one', () => {
    const thirds = normalizeWeights({ ...weights, exposure: 1 / 3 });
    for (const own of [thirds, withWeight(thirds, 'severity', 0.1)]) {
      expect(problemsOf(riskModelSchema, { weights: own, threshold })).toEqual(
        [],
      );
    }
    expect(
      withWeight({ ...thirds, ...zeroBut('severity') }, 'severity', 0.2),
    ).toEqual({
      exposure: 0.2,
      severity: 0.2,
      controlGap: 0.2,
      activity: 0.2,
      businessImpact: 0.2,
    });
    expect(() => normalizeWeights({ ...weights, activity: -1 })).toThrow(
      'The weight of activity is -1',
    );
  });

  it('is told which factor of which incident is wrong', () => {
    const incidents = [
      { id: 'a', factors: { exposure: 1 } },
      { id: 'b', factors: { exposure: 1.0001 } },
    ];
    expect(problemsOf(riskEvaluationInputSchema, { incidents })).toEqual([
      'incidents.1.factors.exposure is above 1: it goes from 0 to 1',
    ]);
    expect(
      problemsOf(riskEvaluationInputSchema, { incidents: [], filter: {} }),
    ).toEqual([
      'incidents cannot be sent with a filter: send the one or the other',
    ]);
  });
});

function zeroBut(factor: string) {
  return Object.fromEntries(
    Object.keys(weights).map(name => [name, name === factor ? 1 : 0]),
  );
}

describe('factors that nobody has stated', () => {
  it('follow the rules, in their order', () => {
    expect(
      resolveRiskFactors(undefined, {
        severity: 'high',
        exposure: ' Public ',
        criticality: 'tier-1',
        lifecycle: 'experimental',
        openActions: 2,
        earlierRepeats: 17,
      }),
    ).toEqual({
      values: {
        exposure: 1,
        severity: 0.75,
        controlGap: 0.6,
        activity: 1,
        businessImpact: 0.9,
      },
      derived: [
        'exposure',
        'severity',
        'controlGap',
        'activity',
        'businessImpact',
      ],
    });
    expect(
      deriveRiskFactor('businessImpact', {
        severity: 'low',
        criticality: 'constructor',
        lifecycle: 'production',
      }),
    ).toEqual({
      value: 0.6,
      rule: RISK_RULES.find(({ id }) => id === 'lifecycle'),
    });
  });

  it('stay unknown where nothing is known, and what a person states goes first', () => {
    expect(resolveRiskFactors({}, { severity: 'unknown' })).toEqual({
      values: {},
      derived: [],
    });
    expect(
      resolveRiskFactors(
        { severity: 0 },
        { severity: 'critical', openActions: 0 },
      ),
    ).toEqual({
      values: { severity: 0, controlGap: 0.2 },
      derived: ['controlGap'],
    });
  });

  it('never fall as what they are derived from grows', () => {
    for (const rule of RISK_RULES.filter(({ values }) => '0' in values)) {
      const counts = Array.from({ length: 12 }, (_, count) =>
        deriveRiskFactor(rule.factor, {
          severity: 'unknown',
          [rule.reads]: count,
        }),
      ).map(found => found?.value ?? NaN);
      expect(counts).toEqual([...counts].sort((a, b) => a - b));
    }
  });
});

describe('an experiment', () => {
  const reflection = reflectionSchema.parse({
    whatChanged: 'Exposure from 0.25 to 0.4',
    metricBefore: '20 of 96',
    metricAfter: '20 of 96',
    interpretation: 'Only the order changes',
    limitOfData: ' \n ',
    evidenceNeeded: 'Three months',
  });
  const before = { model: DEFAULT_RISK_MODEL };

  it('wants every answer, and another model, before it is adopted', () => {
    expect(missingForAdoption({ reflection, before, after: before })).toEqual([
      expect.objectContaining({ path: 'reflection.limitOfData' }),
      expect.objectContaining({ path: 'reflection.deploymentRisk' }),
      expect.objectContaining({ path: 'after.model' }),
    ]);
  });
});

describe('a decision', () => {
  const decision = {
    containmentOption: 'Isolate the host',
    outcome: 'approved' as const,
    decidedBy: 'user:default/ada',
    decidedAt: '2024-05-17T09:30:00.000Z',
  };

  it('cannot come before it was asked for', () => {
    expect(
      problemsOf(decisionInputSchema, {
        ...decision,
        requestedAt: '2024-05-17T12:00:00+02:00',
      }),
    ).toEqual([
      'requestedAt is after decidedAt: a decision follows what asks for it',
    ]);
    expect(
      problemsOf(decisionInputSchema, {
        ...decision,
        requestedAt: '2024-05-17T11:00:00+02:00',
      }),
    ).toEqual([]);
  });

  it('stands on the timeline unless it was corrected', () => {
    const stored = {
      ...decision,
      id: 'first',
      incidentId: 'incident',
      recordedAt: decision.decidedAt,
      recordedBy: 'user:default/bob',
    };
    expect(
      decisionEvents([{ ...stored, correctedBy: 'second' }, stored]),
    ).toEqual([
      {
        at: decision.decidedAt,
        kind: 'decision',
        event: 'Containment approved: Isolate the host',
        action: undefined,
        source: 'user:default/ada',
      },
    ]);
  });
});
