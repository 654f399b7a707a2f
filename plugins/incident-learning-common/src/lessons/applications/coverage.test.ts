import { canBeMarked, countStandings, standingOf } from './coverage';

describe('the standing of a lesson at an entity', () => {
  it('is its mark, and follows the action of a plan', () => {
    expect(standingOf('applied', undefined)).toBe('applied');
    expect(standingOf('not-applicable', 'verified')).toBe('not-applicable');
    expect(standingOf('planned', 'idea')).toBe('planned');
    expect(standingOf('planned', 'completed')).toBe('planned');
    expect(standingOf('planned', 'verified')).toBe('applied');
    expect(standingOf('planned', 'cancelled')).toBe('open');
    expect(standingOf('planned', undefined)).toBe('open');
  });

  it('is of entities that are neither people nor stand for their parts', () => {
    const marked = ['component', 'api', 'resource', 'group', 'system', 'user']
      .map(kind => `${kind}:default/x`)
      .filter(canBeMarked);
    expect(marked).toEqual([
      'component:default/x',
      'api:default/x',
      'resource:default/x',
    ]);
  });
});

describe('coverage', () => {
  it('is the share of those to which a lesson applies', () => {
    expect(
      countStandings(['applied', 'not-applicable', 'planned', 'open']),
    ).toEqual({
      entities: 4,
      applied: 1,
      notApplicable: 1,
      planned: 1,
      open: 1,
      n: 3,
      coverage: 1 / 3,
    });
  });

  it('is unknown where there is nothing to apply a lesson to', () => {
    expect(countStandings(['not-applicable'])).toEqual({
      entities: 1,
      applied: 0,
      notApplicable: 1,
      planned: 0,
      open: 0,
      n: 0,
    });
  });
});
