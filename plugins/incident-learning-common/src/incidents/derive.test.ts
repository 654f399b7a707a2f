import { describeFinding } from './dataQuality';
import { canRepeat, deriveIncident } from './derive';
import { IncidentInput, incidentInputSchema } from './schema';

const HOUR = 60 * 60 * 1000;
const context = {
  createdAt: '2024-06-01T00:00:00.000Z',
  now: '2024-06-01T00:00:00.000Z',
};

function derive(input: Omit<IncidentInput, 'title'>) {
  return deriveIncident(
    incidentInputSchema.parse({ title: 'Something', ...input }),
    context,
  );
}

function findings(input: Omit<IncidentInput, 'title'>): string[] {
  return derive(input).dataQuality.map(({ code, path }) => `${code} ${path}`);
}

const known: Omit<IncidentInput, 'title'> = {
  status: 'closed',
  occurredAt: '2024-05-01T00:00:00Z',
  detectedAt: '2024-05-01T02:00:00Z',
  declaredAt: '2024-05-01T02:10:00Z',
  containedAt: '2024-05-01T05:00:00Z',
  resolvedAt: '2024-05-01T09:00:00Z',
  closedAt: '2024-05-02T00:00:00Z',
};

describe('deriveIncident', () => {
  it('computes durations from times, and finds nothing wrong where nothing is', () => {
    expect(derive(known)).toEqual({
      periodAt: '2024-05-01T02:00:00.000Z',
      periodPrecision: 'exact',
      timeToDetectMs: 2 * HOUR,
      timeToContainMs: 3 * HOUR,
      timeToResolveMs: 7 * HOUR,
      signature: 'unknown-unknown-unknown',
      dataQuality: [],
    });
  });

  it('takes a reported duration before a computed one, zero too', () => {
    const derived = derive({
      ...known,
      reportedTimeToDetectMs: 0,
      reportedTimeToContainMs: HOUR,
    });
    expect(derived.timeToDetectMs).toBe(0);
    expect(derived.timeToContainMs).toBe(HOUR);
  });

  it('leaves out what is not known, and says what is missing by status', () => {
    const open = derive({ status: 'open' });
    expect(open).not.toMatchObject({ timeToDetectMs: expect.anything() });
    expect(findings({ status: 'open' })).toEqual([
      'missing occurredAt',
      'missing detectedAt',
    ]);
    expect(findings({ status: 'closed', reportedTimeToContainMs: 5 })).toEqual([
      'missing occurredAt',
      'missing detectedAt',
      'missing resolvedAt',
      'missing closedAt',
    ]);
  });

  it('files an incident under detection, else declaration, occurrence, creation', () => {
    const period = (input: Omit<IncidentInput, 'title'>) => {
      const { periodAt, periodPrecision } = derive(input);
      return `${periodAt.slice(0, 10)} ${periodPrecision}`;
    };
    const occurred = {
      occurredAt: '2013-01-01T00:00:00Z',
      precision: { occurredAt: 'year' as const, declaredAt: 'day' as const },
    };
    const declared = { ...occurred, declaredAt: '2014-01-01T00:00:00Z' };
    expect(period({ ...declared, detectedAt: '2015-01-01T00:00:00Z' })).toBe(
      '2015-01-01 exact',
    );
    expect(period(declared)).toBe('2014-01-01 day');
    expect(period(occurred)).toBe('2013-01-01 year');
    expect(period({})).toBe('2024-06-01 exact');
  });

  it('finds what cannot be true and what is known too coarsely', () => {
    expect(
      findings({
        ...known,
        occurredAt: '2024-05-01T03:00:00Z',
        closedAt: '2024-05-01T08:00:00Z',
      }),
    ).toEqual([
      'negative timeToDetectMs',
      'out-of-order declaredAt',
      'out-of-order closedAt',
    ]);
    expect(findings({ ...known, closedAt: '2031-01-01T00:00:00Z' })).toEqual([
      'in-the-future closedAt',
    ]);
    expect(
      findings({
        ...known,
        occurredAt: '2024-01-01T00:00:00Z',
        precision: { occurredAt: 'year', detectedAt: 'day' },
      }),
    ).toEqual(['coarse occurredAt']);
  });

  it('tells each finding with a remedy', () => {
    expect(
      describeFinding({ code: 'in-the-future', path: 'detectedAt' }),
    ).toEqual({
      problem:
        'The time of detection lay in the future when this was recorded.',
      remedy:
        'Correct the time of detection; check the clock and time zone of its source.',
    });
    expect(describeFinding({ code: 'missing', path: 'closedAt' }).problem).toBe(
      'It is not known when it was closed.',
    );
  });
});

describe('signatures', () => {
  const service = { entityRefs: ['component:default/checkout'] };

  it('name category, vector and primary entity, a missing part as unknown', () => {
    expect(
      derive({
        category: 'error',
        attackVector: 'Carelessness',
        entityRefs: ['Component:checkout', 'component:default/ledger'],
      }).signature,
    ).toBe('error-Carelessness-component:default/checkout');
    expect(derive({ category: 'error', ...service }).signature).toBe(
      'error-unknown-component:default/checkout',
    );
  });

  it('repeat only where service and kind are known, and never as a drill', () => {
    const repeats = (input: Omit<IncidentInput, 'title'>) =>
      canRepeat(incidentInputSchema.parse({ title: 'Something', ...input }));
    expect(repeats({ ...service, category: 'error' })).toBe(true);
    expect(repeats({ ...service, attackVector: 'Phishing' })).toBe(true);
    expect(repeats({ ...service, category: 'Unknown' })).toBe(false);
    expect(repeats(service)).toBe(false);
    expect(repeats({ category: 'error' })).toBe(false);
    expect(repeats({ ...service, category: 'error', drill: true })).toBe(false);
  });
});
