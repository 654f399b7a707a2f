import {
  LessonReason,
  RankedLesson,
  TravelReason,
  compareForTravel,
  mergeReasons,
  reasonWeight,
  travelScore,
} from './reasons';

function reason(
  kind: TravelReason,
  entityRef: string,
  steps = 1,
): LessonReason {
  const weight = reasonWeight(kind, { steps });
  return { kind, weight, entityRef, link: 'applies-to', others: [] };
}

describe('reasons of lessons', () => {
  it('weigh what is close more than what is far', () => {
    expect(reasonWeight('depends-on')).toBe(0.8);
    expect(reasonWeight('depends-on', { steps: 2 })).toBeCloseTo(0.48);
    expect(reasonWeight('similar-incident', { likeness: 0.5 })).toBe(0.45);
    expect(reasonWeight('own')).toBeGreaterThan(reasonWeight('type'));
  });

  it('are one of each kind, the nearest, with the others beside it', () => {
    const merged = mergeReasons([
      reason('type', 'component:default/d'),
      reason('depends-on', 'component:default/b', 2),
      reason('depends-on', 'component:default/a'),
      { ...reason('depends-on', 'component:default/a'), link: 'applied' },
      reason('depends-on', 'component:default/c'),
    ]);
    expect(merged).toEqual([
      {
        ...reason('depends-on', 'component:default/a'),
        others: ['component:default/c', 'component:default/b'],
      },
      reason('type', 'component:default/d'),
    ]);
  });

  it('add up and never pass 1', () => {
    expect(travelScore([])).toBe(0);
    expect(travelScore([{ weight: 0.5 }, { weight: 0.5 }])).toBe(0.75);
    const all = [0.95, 0.9, 0.8, 0.7, 0.6].map(weight => ({ weight }));
    expect(travelScore(all)).toBeLessThan(1);
    expect(travelScore(all)).toBeGreaterThan(travelScore(all.slice(1)));
  });
});

describe('the order of lessons for an entity', () => {
  const lesson = (id: string, rest: Partial<RankedLesson>): RankedLesson => ({
    id,
    priority: 'medium',
    at: '2024-01-01T00:00:00.000Z',
    score: 0.5,
    ...rest,
  });

  it('puts what is decided below what is not, then goes by score, priority and recency', () => {
    const ordered = [
      lesson('better', { score: 0.9 }),
      lesson('urgent', { priority: 'critical' }),
      lesson('later', { at: '2024-06-01T00:00:00.000Z' }),
      lesson('earlier', {}),
      lesson('given up', { standing: 'open', score: 0.1 }),
      lesson('planned', { standing: 'planned', score: 0.99 }),
      lesson('applied', { standing: 'applied', score: 0.99 }),
      lesson('not', { standing: 'not-applicable', score: 1 }),
    ];
    expect([...ordered].reverse().sort(compareForTravel)).toEqual(ordered);
  });
});
