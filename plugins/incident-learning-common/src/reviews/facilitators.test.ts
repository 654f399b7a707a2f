import { FacilitatorRecord, nextFacilitator } from './facilitators';

const ada = { entityRef: 'user:default/ada', reviews: 2, lastAt: '2024-01-01' };
const bob = { entityRef: 'user:default/bob', reviews: 1, lastAt: '2024-03-01' };
const cleo = {
  entityRef: 'user:default/cleo',
  reviews: 1,
  lastAt: '2024-02-01',
};

describe('nextFacilitator', () => {
  it('takes who led the fewest, then who did the longest ago, then by name', () => {
    expect(nextFacilitator([ada, bob])).toBe(bob.entityRef);
    expect(nextFacilitator([ada, bob, cleo])).toBe(cleo.entityRef);
    const never = { entityRef: 'user:default/zoe', reviews: 1 };
    expect(nextFacilitator([ada, bob, cleo, never])).toBe(never.entityRef);
    const twin = { ...cleo, entityRef: 'user:default/amy' };
    expect(nextFacilitator([cleo, twin])).toBe(twin.entityRef);
  });

  it('avoids somebody only as long as another is free', () => {
    const avoid = [cleo.entityRef];
    expect(nextFacilitator([ada, bob, cleo], avoid)).toBe(bob.entityRef);
    expect(nextFacilitator([cleo], avoid)).toBe(cleo.entityRef);
    expect(nextFacilitator([], avoid)).toBeUndefined();
  });

  it('comes round to everybody alike', () => {
    const records = new Map<string, FacilitatorRecord>(
      ['a', 'b', 'c'].map(name => [name, { entityRef: name, reviews: 0 }]),
    );
    const turns = Array.from({ length: 9 }, (_, day) => {
      const next = nextFacilitator([...records.values()]) ?? '';
      const reviews = (records.get(next)?.reviews ?? 0) + 1;
      const lastAt = `2024-01-0${day + 1}`;
      records.set(next, { entityRef: next, reviews, lastAt });
      return next;
    });
    expect(turns.join('')).toBe('abcabcabc');
  });
});
