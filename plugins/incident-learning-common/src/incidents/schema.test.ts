import { incidentInputSchema, incidentPatchSchema } from './schema';
import { incidentQuerySchema } from './query';

function messages(input: object): Record<string, string> {
  const parsed = incidentInputSchema.safeParse({ title: 'x', ...input });
  return Object.fromEntries(
    (parsed.error?.issues ?? []).map(issue => [
      issue.path.join('.'),
      issue.message,
    ]),
  );
}

describe('incidentInputSchema', () => {
  it('needs a title alone and fills in the rest', () => {
    expect(incidentInputSchema.parse({ title: '  Down  ' })).toEqual({
      title: 'Down',
      kind: 'operational',
      status: 'open',
      severity: 'unknown',
      entityRefs: [],
      drill: false,
      visibility: 'internal',
      tags: [],
      participants: [],
      timeline: [],
      links: [],
      precision: {},
    });
  });

  it('brings refs and times to one spelling, each ref once', () => {
    expect(
      incidentInputSchema.parse({
        title: 'x',
        entityRefs: ['Component:Checkout', 'component:default/checkout'],
        occurredAt: '2024-05-17T09:30:00+02:00',
        tags: ['a', 'a'],
      }),
    ).toMatchObject({
      entityRefs: ['component:default/checkout'],
      occurredAt: '2024-05-17T07:30:00.000Z',
      tags: ['a'],
    });
  });

  it('says what is wrong and what to write', () => {
    expect(
      messages({
        title: ' ',
        entityRefs: ['checkout'],
        detectedAt: '2018-02-29T00:00:00Z',
        reportedTimeToDetectMs: -1,
        riskFactors: { exposure: 1.0001 },
        confidence: NaN,
        source: { system: 's', id: 'i', url: 'ftp://example.com/x' },
      }),
    ).toEqual({
      title: expect.stringContaining('is empty'),
      'entityRefs.0': expect.stringContaining('write kind:namespace/name'),
      detectedAt: expect.stringContaining('is no date and time that exists'),
      reportedTimeToDetectMs: expect.stringContaining('is negative'),
      'riskFactors.exposure': expect.stringContaining('is above 1'),
      confidence: expect.stringContaining('is no number'),
      'source.url': expect.stringContaining('is no web address'),
    });
  });

  it('refuses fields that it does not know', () => {
    expect(
      incidentInputSchema.safeParse({ title: 'x', colour: 'red' }).success,
    ).toBe(false);
  });
});

describe('incidentPatchSchema', () => {
  it('clears by null what may be unknown, and nothing else', () => {
    expect(
      incidentPatchSchema.parse({ category: null, occurredAt: null }),
    ).toEqual({ category: null, occurredAt: null });
    expect(incidentPatchSchema.safeParse({ title: null }).success).toBe(false);
    expect(incidentPatchSchema.parse({})).toEqual({});
  });
});

describe('incidentQuerySchema', () => {
  it('takes one value or several, dates or times, and sorts by detection', () => {
    expect(
      incidentQuerySchema.parse({
        severity: 'high',
        status: ['open', 'closed'],
        from: '2024-05',
        to: '2024-06-01T00:00:00+02:00',
        scope: 'Group:Payments',
        unassigned: 'false',
        limit: '10',
      }),
    ).toEqual({
      severity: ['high'],
      status: ['open', 'closed'],
      from: '2024-05-01T00:00:00.000Z',
      to: '2024-05-31T22:00:00.000Z',
      scope: 'group:default/payments',
      unassigned: false,
      limit: 10,
      sort: '-periodAt',
    });
  });
});
