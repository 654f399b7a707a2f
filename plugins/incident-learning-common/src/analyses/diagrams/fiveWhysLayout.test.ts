import fc from 'fast-check';
import {
  parse,
  forests,
  parentOf,
  expectInside,
  overlapping,
} from './__testUtils__/diagrams';
import { layoutFiveWhys } from './fiveWhysLayout';

describe('layoutFiveWhys', () => {
  it('keeps all cards apart, inside, and each in the column of its depth', () => {
    fc.assert(
      fc.property(forests, forest => {
        const layout = layoutFiveWhys(
          parse<'five-whys'>({
            kind: 'five-whys',
            problem: 'Checkout failed',
            nodes: forest.map(({ label, cause }, i) => ({
              id: `n${i}`,
              parentId: parentOf(forest, i),
              answer: label,
              cause,
              question: cause ? label.slice(0, 200) : undefined,
            })),
          }),
        );
        expectInside(layout);
        expect(overlapping(layout.nodes)).toEqual([]);
        expect(layout.edges).toHaveLength(forest.length);
        const byId = new Map(layout.nodes.map(node => [node.id, node]));
        for (const { from = '', to = '' } of layout.edges) {
          const gap = (byId.get(to)?.x ?? 0) - (byId.get(from)?.x ?? 0);
          expect(gap).toBe(300);
        }
      }),
      { numRuns: 60 },
    );
  });

  it('does with a problem alone, and with the longest chain there may be', () => {
    expect(layoutFiveWhys({ problem: 'x', nodes: [] }).nodes).toHaveLength(1);
    const chain = parse<'five-whys'>({
      kind: 'five-whys',
      problem: 'x',
      nodes: Array.from({ length: 100 }, (_, i) => ({
        id: `n${i}`,
        parentId: i > 0 ? `n${i - 1}` : undefined,
        answer: 'x',
      })),
    });
    expect(layoutFiveWhys(chain).nodes).toHaveLength(101);
  });
});
