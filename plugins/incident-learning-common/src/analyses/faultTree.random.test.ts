import fc from 'fast-check';
import { analyzeFaultTree } from './faultTree';
import type { FaultTreeNode } from './faultTreeSchema';

describe('analyzeFaultTree', () => {
  it('agrees with all truth assignments of random trees with shared nodes', () => {
    fc.assert(
      fc.property(smallTrees(), tree => {
        const expected = enumerate(tree);
        const result = analyzeFaultTree(tree);
        expect(result.problem).toBeUndefined();
        expect(
          result.cutSets?.map(({ events }) => [...events].sort().join()).sort(),
        ).toEqual(expected.cutSets);
        expect(result.cutSetCount).toBe(expected.cutSets.length);
        expect(result.probability).toBeCloseTo(expected.probability, 12);
        expect([...result.singlePointsOfFailure].sort()).toEqual(
          expected.cutSets.filter(set => !set.includes(',')),
        );
        for (const { id, birnbaum } of result.importances ?? []) {
          expect(birnbaum).toBeCloseTo(expected.birnbaum(id), 12);
        }
      }),
      { numRuns: 300 },
    );
  });
});

/** Up to 8 basic events under up to 6 gates; each gate takes any later nodes as children. */
function smallTrees() {
  return fc
    .tuple(
      fc.array(fc.double({ min: 0, max: 1, noNaN: true }), {
        minLength: 1,
        maxLength: 8,
      }),
      fc.array(
        fc.tuple(
          fc.boolean(),
          fc.array(fc.nat(), { minLength: 1, maxLength: 4 }),
        ),
        { minLength: 1, maxLength: 6 },
      ),
    )
    .map(([probabilities, gates]) => {
      const total = gates.length + probabilities.length;
      const nodes: FaultTreeNode[] = [
        ...gates.map(([and, picks], i) => ({
          type: and ? ('and' as const) : ('or' as const),
          id: `n${i}`,
          label: `n${i}`,
          children: [
            ...new Set(
              picks.map(pick => `n${i + 1 + (pick % (total - i - 1))}`),
            ),
          ],
        })),
        ...probabilities.map((probability, i) => ({
          type: 'basic' as const,
          id: `n${gates.length + i}`,
          label: 'basic',
          probability,
          evidence: [],
          cause: false,
        })),
      ];
      return { topEvent: 'n0', nodes: reachable(nodes) };
    });
}

function reachable(nodes: FaultTreeNode[]): FaultTreeNode[] {
  const kept = new Set(['n0']);
  for (const node of nodes) {
    if (kept.has(node.id) && node.type !== 'basic') {
      node.children.forEach(child => kept.add(child));
    }
  }
  return nodes.filter(({ id }) => kept.has(id));
}

function enumerate(tree: { topEvent: string; nodes: FaultTreeNode[] }) {
  const byId = new Map(tree.nodes.map(node => [node.id, node]));
  const events = tree.nodes.flatMap(node =>
    node.type === 'basic' ? [node] : [],
  );
  const holds = (id: string, chosen: number): boolean => {
    const node = byId.get(id);
    if (!node || node.type === 'basic') {
      return Boolean(chosen & (1 << events.findIndex(e => e.id === id)));
    }
    return node.type === 'and'
      ? node.children.every(child => holds(child, chosen))
      : node.children.some(child => holds(child, chosen));
  };
  const all = Array.from({ length: 2 ** events.length }, (_, chosen) => chosen);
  const cuts = all.filter(chosen => holds(tree.topEvent, chosen));
  const weight = (chosen: number, fixed?: { id: string; to: boolean }) =>
    events.reduce((product, { id, probability = 0 }, i) => {
      const happens = Boolean(chosen & (1 << i));
      if (id === fixed?.id) {
        return happens === fixed.to ? product : 0;
      }
      return product * (happens ? probability : 1 - probability);
    }, 1);
  const total = (fixed?: { id: string; to: boolean }) =>
    cuts.reduce((sum, chosen) => sum + weight(chosen, fixed), 0);
  const minimal = cuts.filter(
    chosen =>
      !cuts.some(other => other !== chosen && (other & chosen) === other),
  );
  return {
    probability: total(),
    birnbaum: (id: string) =>
      total({ id, to: true }) - total({ id, to: false }),
    cutSets: minimal
      .map(chosen =>
        events
          .filter((_, i) => chosen & (1 << i))
          .map(({ id }) => id)
          .sort()
          .join(),
      )
      .sort(),
  };
}
