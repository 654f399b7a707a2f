import { MAX_CUT_SETS, analyzeFaultTree } from './faultTree';
import { FaultTreeNode, faultTreeSchema } from './faultTreeSchema';

/** Writes a tree as gates (`+` joins an OR, `*` an AND) and the probabilities of its basic events. */
function treeOf(
  gates: Record<string, string>,
  probabilities: Record<string, number | undefined>,
) {
  const nodes = [
    ...Object.entries(gates).map(([id, formula]) => ({
      type: formula.includes('*') ? ('and' as const) : ('or' as const),
      id,
      label: id,
      children: formula.split(/[+*]/).map(part => part.trim()),
    })),
    ...Object.entries(probabilities).map(([id, probability]) => ({
      type: 'basic' as const,
      id,
      label: id,
      probability,
    })),
  ];
  return faultTreeSchema.parse({
    kind: 'fault-tree',
    topEvent: Object.keys(gates)[0],
    nodes,
  });
}

function each(ids: string, probability: number) {
  return Object.fromEntries(ids.split(' ').map(id => [id, probability]));
}

describe('analyzeFaultTree', () => {
  it('solves the pressure tank of NUREG-0492, chapter VIII', () => {
    const result = analyzeFaultTree(
      treeOf(
        {
          E1: 'T + E2',
          E2: 'K2 + E3',
          E3: 'S * E4',
          E4: 'S1 + E5',
          E5: 'K1 + R',
        },
        { T: 5e-6, K2: 3e-5, S: 1e-4, K1: 3e-5, R: 1e-4, S1: 3e-5 },
      ),
    );
    expect(result.cutSets?.map(({ events }) => events.join('·'))).toEqual([
      'K2',
      'T',
      'S·R',
      'S·K1',
      'S·S1',
    ]);
    expect(result.cutSets?.map(({ probability }) => probability)).toEqual(
      [3e-5, 5e-6, 1e-8, 3e-9, 3e-9].map(p => expect.closeTo(p, 15)),
    );
    expect(result.singlePointsOfFailure).toEqual(['T', 'K2']);
    // No event is repeated, so that it can be multiplied out by hand.
    const signal = 1 - (1 - 3e-5) * (1 - 3e-5) * (1 - 1e-4);
    const exact = 1 - (1 - 5e-6) * (1 - 3e-5) * (1 - 1e-4 * signal);
    expect(result.probability).toBeCloseTo(exact, 15);
    expect(result.probability).toBeCloseTo(3.5e-5, 6);
    // The two single failures share the risk as 86 to 14 per cent.
    expect(
      result.importances
        ?.slice(0, 2)
        .map(({ id, criticality }) => [id, Math.round(criticality * 100)]),
    ).toEqual([
      ['K2', 86],
      ['T', 14],
    ]);
  });

  it('solves the three-motor system of NUREG-0492, chapter IX, with its repeated events', () => {
    const result = analyzeFaultTree(
      treeOf(
        {
          E1: 'E2 * E3',
          E2: 'K5 + E4',
          E4: 'E13 * E6',
          E6: 'T2 + K5',
          E13: 'K1 + S1 + T1inc + E14 + K2path',
          K2path: 'restart * E3',
          restart: 'E14 + T1inc',
          E14: 'A * B * C',
          A: 'KT1inc + T2inc',
          B: 'KT2inc + T3inc',
          C: 'KT3inc + T4inc',
          E3: 'K2 + T1 + K1 + S1 + T3 + E10',
          E10: 'KT1 * KT3 * E12',
          E12: 'KT2 + T4',
        },
        each(
          'K1 K2 K5 S1 T1 T2 T3 T4 KT1 KT2 KT3 T1inc T2inc T3inc T4inc KT1inc KT2inc KT3inc',
          0.02,
        ),
      ),
    );
    const orders = new Map<number, number>();
    result.cutSets?.forEach(({ events }) =>
      orders.set(events.length, (orders.get(events.length) ?? 0) + 1),
    );
    // OpenFTA, given the handbook's tree, finds the same 54 cut sets for motor 2, and the probability between the bounds of its inclusion-exclusion.
    expect([...orders]).toEqual([
      [2, 7],
      [3, 3],
      [4, 2],
      [5, 26],
      [7, 16],
    ]);
    expect(result.probability).toBeCloseTo(2.720245e-3, 8);
    expect(result.singlePointsOfFailure).toEqual([]);
  });

  it('solves "chinese" of the Aralia benchmark, whose 25 events meet in 392 cut sets', () => {
    const result = analyzeFaultTree(
      treeOf(
        {
          top: 'supply * control',
          supply: 'e1 + e2 + e3 + valves',
          valves: 'feed * pair',
          feed: 'e9 + e10 + e11 + cross1',
          pair: 'e12 + e13',
          cross1: 'x1 * x2',
          x1: 'e17 + e18',
          x2: 'e19 + e20 + e21',
          control: 'power * backup',
          power: 'e4 + e5 + e6 + e7 + bus',
          bus: 'lines * switches',
          lines: 'e14 + e15 + e16 + cross2',
          cross2: 'x3 * x4',
          x3: 'e17 + e18 + e21',
          x4: 'e19 + e20',
          switches: 's1 * s2',
          s1: 'e22 + e23',
          s2: 'e24 + e25',
          backup: 'e8 + both',
          both: 'left * right',
          left: 'e1 + e2 + e3 + bus',
          right: 'e4 + e5 + e6 + e7 + valves',
        },
        each(Array.from({ length: 25 }, (_, i) => `e${i + 1}`).join(' '), 0.01),
      ),
    );
    expect(result.cutSetCount).toBe(392);
    expect(result.cutSets).toHaveLength(392);
    expect(result.probability).toBeCloseTo(1.17058e-3, 8);
  });

  it('solves the bridge network, in which no gate stands for itself', () => {
    const p = 0.1;
    const result = analyzeFaultTree(
      treeOf(
        { top: 'a + b + c + d', a: 'A*B', b: 'C*D', c: 'A*E*D', d: 'C*E*B' },
        each('A B C D E', p),
      ),
    );
    expect(result.cutSetCount).toBe(4);
    // The textbook polynomial of the bridge: 2p² + 2p³ − 5p⁴ + 2p⁵.
    expect(result.probability).toBeCloseTo(
      2 * p ** 2 + 2 * p ** 3 - 5 * p ** 4 + 2 * p ** 5,
      14,
    );
  });

  it('says which probabilities are missing, of events that matter only', () => {
    const gates = { top: 'A + g', g: 'A * B', h: 'C * D' };
    const result = analyzeFaultTree(
      treeOf(
        { top: 'both + h', both: gates.top, g: gates.g, h: gates.h },
        { A: 0.1, B: undefined, C: undefined, D: 0.2 },
      ),
    );
    // B is absorbed: A alone is enough wherever A and B are.
    expect(result.missingProbabilities).toEqual(['C']);
    expect(result.probability).toBeUndefined();
    expect(result.importances).toBeUndefined();
    expect(result.cutSets).toEqual([
      { events: ['A'], probability: 0.1 },
      { events: ['C', 'D'], probability: undefined },
    ]);
  });

  it('counts a gate without children as an event that is not developed yet', () => {
    const nodes: FaultTreeNode[] = [
      { type: 'and', id: 'top', label: 'Outage', children: ['a', 'b'] },
      { type: 'or', id: 'a', label: 'Primary lost', children: [] },
      {
        type: 'basic',
        id: 'b',
        label: 'Replica lost',
        probability: 0.1,
        evidence: [],
        cause: false,
      },
    ];
    expect(analyzeFaultTree({ topEvent: 'top', nodes })).toMatchObject({
      undeveloped: ['a'],
      cutSets: [{ events: ['a', 'b'] }],
      missingProbabilities: ['a'],
    });
    expect(
      analyzeFaultTree({ topEvent: 'b', nodes: nodes.slice(2) }),
    ).toMatchObject({ probability: 0.1, singlePointsOfFailure: ['b'] });
  });

  it('takes certain and impossible events', () => {
    const tree = treeOf({ top: 'A + g', g: 'B * C' }, { A: 0, B: 1, C: 0.25 });
    expect(analyzeFaultTree(tree).probability).toBe(0.25);
    const never = treeOf({ top: 'A * B' }, { A: 0, B: 1 });
    expect(analyzeFaultTree(never)).toMatchObject({
      probability: 0,
      importances: [
        { id: 'A', birnbaum: 1, criticality: 0 },
        { id: 'B', birnbaum: 0, criticality: 0 },
      ],
    });
  });

  it('counts cut sets beyond those it lists, with the probability all the same', () => {
    // Seven choices of one of four: 4⁷ cut sets, and a probability by hand.
    const groups = Array.from({ length: 7 }, (_, g) =>
      [0, 1, 2, 3].map(i => `e${g}${i}`),
    );
    const result = analyzeFaultTree(
      treeOf(
        {
          top: groups.map((_, g) => `g${g}`).join('*'),
          ...Object.fromEntries(
            groups.map((group, g) => [`g${g}`, group.join('+')]),
          ),
        },
        each(groups.flat().join(' '), 0.1),
      ),
    );
    expect(4 ** 7).toBeGreaterThan(MAX_CUT_SETS);
    expect(result.cutSetCount).toBe(4 ** 7);
    expect(result.cutSets).toBeUndefined();
    expect(result.probability).toBeCloseTo((1 - 0.9 ** 4) ** 7, 12);
    expect(result.problem).toBe(
      'The tree has 16,384 minimal cut sets; up to 10,000 are listed. Analyse parts of it on their own to see theirs.',
    );
  });

  it('solves a wide tree of 2,000 nodes and one of a hundred levels', () => {
    const ids = Array.from({ length: 1999 }, (_, i) => `e${i}`);
    const wide = analyzeFaultTree(
      treeOf({ top: ids.join('+') }, each(ids.join(' '), 0.001)),
    );
    expect(wide.singlePointsOfFailure).toHaveLength(1999);
    expect(wide.probability).toBeCloseTo(1 - 0.999 ** 1999, 12);

    const steps = Array.from({ length: 99 }, (_, i) => [
      `g${i}`,
      i === 98 ? 'e98 * last' : `e${i} ${i % 2 ? '*' : '+'} g${i + 1}`,
    ]);
    const deep = analyzeFaultTree(
      treeOf(Object.fromEntries(steps), {
        ...each(ids.slice(0, 99).join(' '), 0.5),
        last: 0.5,
      }),
    );
    expect(deep.cutSetCount).toBe(50);
    expect(deep.probability).toBeCloseTo(2 / 3, 12);
  });

  it('gives up on an entangled tree instead of hanging, and still knows the single points', () => {
    const gates: Record<string, string> = { top: 'single + all' };
    const events = Array.from({ length: 300 }, (_, i) => `e${i}`);
    const pairs = Array.from({ length: 700 }, (_, i) => {
      const [a, b, c] = [i * 7 + 1, i * 131 + 17, i * 61 + i ** 2];
      return [...new Set([a, b, c].map(n => `e${n % 300}`))].join('*');
    });
    gates.all = pairs.map((_, i) => `g${i}`).join('+');
    pairs.forEach((pair, i) => {
      gates[`g${i}`] = pair;
    });
    const used = events.filter(id =>
      pairs.some(p => p.split('*').includes(id)),
    );
    const result = analyzeFaultTree(
      treeOf(gates, { single: 0.1, ...each(used.join(' '), 0.1) }),
    );
    expect(result.singlePointsOfFailure).toEqual(['single']);
    expect(result.cutSets).toBeUndefined();
    expect(result.problem).toMatch(/^The tree is too entangled to compute/);
  });

  it('answers a tree that is no tree with its problem', () => {
    const nodes: FaultTreeNode[] = [
      { type: 'or', id: 'a', label: 'A', children: ['b'] },
      { type: 'or', id: 'b', label: 'B', children: ['a'] },
    ];
    expect(analyzeFaultTree({ topEvent: 'a', nodes }).problem).toMatch(
      'nodes.1.children closes a cycle (a → b → a)',
    );
  });
});
