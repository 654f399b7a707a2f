import fc from 'fast-check';
import { deriveIncident } from './derive';
import { Incident, incidentInputSchema } from './schema';
import { similarityReasons } from './similar';
import { tellingWords, textSimilarity } from './textSimilarity';

const NOW = '2024-06-01T00:00:00.000Z';

function incident(values: object): Incident {
  const content = incidentInputSchema.parse({ title: 'Untold', ...values });
  return {
    ...content,
    ...deriveIncident(content, { createdAt: NOW, now: NOW }),
    id: 'id',
    revision: 1,
    createdAt: NOW,
    updatedAt: NOW,
    createdBy: 'user:default/ada',
  };
}

const scoreOf = (one: object, other: object) =>
  similarityReasons(incident(one), incident(other)).reduce(
    (sum, { score }) => sum + score,
    0,
  );

describe('what makes incidents alike', () => {
  it('adds up pattern, entity and wording', () => {
    const self = {
      title: 'Ledger drops bookings',
      category: 'change',
      attackVector: 'deployment',
      entityRefs: ['component:default/ledger'],
    };
    expect(scoreOf(self, self)).toBeCloseTo(1, 9);
    expect(scoreOf(self, { ...self, title: 'Other' })).toBeCloseTo(0.7, 9);
    expect(
      scoreOf(self, { category: 'change', attackVector: 'deployment' }),
    ).toBeCloseTo(0.4, 9);
    expect(scoreOf(self, { category: 'change' })).toBeCloseTo(0.2, 9);
    // Two of three words in common: 0.3 × 2 × 2 ÷ (3 + 3).
    expect(scoreOf(self, { title: 'Bookings dropped by ledger' })).toBeCloseTo(
      0.2,
      9,
    );
    expect(
      scoreOf(self, { title: 'Ledger is slow on Monday mornings, users say' }),
    ).toBe(0);
    expect(
      scoreOf({ category: 'Unknown' }, { category: 'Unknown', title: 'B' }),
    ).toBe(0);
  });

  it('is the same both ways, and stays within 0 and 1', () => {
    const word = fc.constantFrom('disk', 'full', 'cache', 'lost', 'the', 'api');
    const told = fc.record({
      title: fc.array(word, { minLength: 1 }).map(words => words.join(' ')),
      summary: fc.option(
        fc.array(word, { minLength: 1 }).map(words => words.join(' ')),
        { nil: undefined },
      ),
      category: fc.option(word, { nil: undefined }),
      attackVector: fc.option(word, { nil: undefined }),
    });
    fc.assert(
      fc.property(told, told, (one, other) => {
        const score = scoreOf(one, other);
        expect(score).toBeCloseTo(scoreOf(other, one), 9);
        expect(score).toBeGreaterThanOrEqual(0);
        expect(score).toBeLessThanOrEqual(1 + 1e-9);
      }),
    );
  });

  it('reads words that tell something, however they are written', () => {
    expect(tellingWords('The Disks of the API are full, full!')).toEqual([
      'disk',
      'api',
      'full',
    ]);
    expect(
      textSimilarity({ title: 'Of the' }, { title: 'Of the' }).likeness,
    ).toBe(0);
  });
});
