import { faultTreeSchema } from './faultTreeSchema';

function problemsOf(value: unknown): [string, string][] {
  const result = faultTreeSchema.safeParse(value);
  return result.success
    ? []
    : result.error.issues.map(({ path, message }) => [path.join('.'), message]);
}

describe('faultTreeSchema', () => {
  it('refuses cycles, strays, repeated and unknown children in a fault tree', () => {
    const gate = (id: string, ...children: string[]) => ({
      type: 'or',
      id,
      label: id,
      children,
    });
    const basic = (id: string) => ({ type: 'basic', id, label: id });
    const tree = (topEvent: string, ...nodes: unknown[]) => ({
      kind: 'fault-tree',
      topEvent,
      nodes,
    });
    expect(
      problemsOf(
        tree(
          'top',
          gate('top', 'g', 'h'),
          gate('g', 'e'),
          gate('h', 'e'),
          basic('e'),
        ),
      ),
    ).toEqual([]);
    expect(
      problemsOf(tree('top', gate('top', 'a'), gate('a', 'b'), gate('b', 'a'))),
    ).toEqual([
      [
        'nodes.2.children',
        'closes a cycle (a → b → a): an event cannot be among its own causes, so remove one of these steps',
      ],
    ]);
    expect(
      problemsOf(
        tree('top', gate('top', 'e', 'e', 'gone'), basic('e'), basic('stray')),
      ),
    ).toEqual([
      [
        'nodes.0.children.1',
        'stands under this gate already ("e"): remove one of the two',
      ],
      [
        'nodes.0.children.2',
        'names no node of this fault tree ("gone"): add that node or remove it here',
      ],
      [
        'nodes.2',
        'hangs on nothing ("stray"): put it under a gate that the top event leads to, or remove it',
      ],
    ]);
    expect(problemsOf(tree('nowhere', basic('e')))).toEqual([
      [
        'topEvent',
        'names no node of this fault tree ("nowhere"): add it to the nodes',
      ],
    ]);
    const ladder = Array.from({ length: 500 }, (_, i) =>
      i === 499 ? basic(`n${i}`) : gate(`n${i}`, `n${i + 1}`),
    );
    expect(problemsOf(tree('n0', ...ladder))).toEqual([
      [
        'nodes.499',
        'lies 500 levels deep: an analysis goes 100 levels deep, so continue in a second one',
      ],
    ]);
    expect(problemsOf(tree('e', { ...basic('e'), probability: 1.2 }))).toEqual([
      ['nodes.0.probability', 'is above 1: it goes from 0 to 1'],
    ]);
    expect(problemsOf(tree('e', { ...basic('e'), type: 'xor' }))).toEqual([
      ['nodes.0.type', 'is no type of node: write and, or, or basic'],
    ]);
  });

  it('bounds the children that gates name in all', () => {
    const shared = Array.from({ length: 1000 }, (_, i) => `e${i}`);
    const gates = Array.from({ length: 11 }, (_, i) => `g${i}`);
    expect(
      problemsOf({
        kind: 'fault-tree',
        topEvent: 'top',
        nodes: [
          { type: 'or', id: 'top', label: 'Top', children: gates },
          ...gates.map(id => ({
            type: 'and',
            id,
            label: id,
            children: shared,
          })),
          ...shared.map(id => ({ type: 'basic', id, label: id })),
        ],
      }),
    ).toEqual([
      ['nodes', 'name more than 10,000 children in all: split the tree in two'],
    ]);
  });
});
