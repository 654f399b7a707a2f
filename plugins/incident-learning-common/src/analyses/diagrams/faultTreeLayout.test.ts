import fc from 'fast-check';
import {
  parse,
  forests,
  parentOf,
  expectInside,
  overlapping,
} from './__testUtils__/diagrams';
import { layoutFaultTree } from './faultTreeLayout';

describe('layoutFaultTree', () => {
  it('keeps gates, events and lists of events apart', () => {
    fc.assert(
      fc.property(forests, forest => {
        const rooted = forest.map((node, i) => ({ ...node, root: i === 0 }));
        const children = (i: number) =>
          rooted.flatMap((_, j) =>
            parentOf(rooted, j) === `n${i}` ? [`n${j}`] : [],
          );
        const layout = layoutFaultTree(
          parse<'fault-tree'>({
            kind: 'fault-tree',
            topEvent: 'n0',
            nodes: rooted.map(({ label, cause }, i) => {
              const node = { id: `n${i}`, label: label.slice(0, 400) };
              return children(i).length > 0
                ? { ...node, type: cause ? 'and' : 'or', children: children(i) }
                : { ...node, type: 'basic', cause };
            }),
          }),
        );
        expectInside(layout);
        expect(overlapping(layout.nodes)).toEqual([]);
        expect(layout.nodes).toHaveLength(forest.length);
        expect(layout.edges).toHaveLength(forest.length - 1);
      }),
      { numRuns: 60 },
    );
  });

  const shared = parse<'fault-tree'>({
    kind: 'fault-tree',
    topEvent: 'top',
    nodes: [
      {
        type: 'or',
        id: 'top',
        label: 'Down',
        children: ['left', 'right', 'dns'],
      },
      { type: 'and', id: 'left', label: 'Left', children: ['power', 'spare'] },
      { type: 'and', id: 'right', label: 'Right', children: ['power', 'todo'] },
      {
        type: 'or',
        id: 'power',
        label: 'No power',
        children: ['grid', 'fuse'],
      },
      { type: 'or', id: 'todo', label: 'Look into this' },
      { type: 'basic', id: 'grid', label: 'Grid', probability: 0.1 },
      { type: 'basic', id: 'fuse', label: 'Fuse', probability: 0.1 },
      { type: 'basic', id: 'spare', label: 'Spare', probability: 0.1 },
      {
        type: 'basic',
        id: 'dns',
        label: 'DNS',
        probability: 0.00001,
        cause: true,
      },
    ],
  });

  it('draws a shared gate once, and as a transfer where it stands again', () => {
    const layout = layoutFaultTree(shared);
    expect(
      layout.nodes
        .filter(({ nodeId }) => nodeId === 'power')
        .map(({ role, uses }) => [role, uses]),
    ).toEqual(
      expect.arrayContaining([
        ['or', 2],
        ['transfer', 2],
      ]),
    );
    expect(layout.nodes.filter(({ nodeId }) => nodeId === 'grid')).toHaveLength(
      1,
    );
  });

  it('marks the top event, single points of failure, causes and what is not developed', () => {
    const byId = new Map(
      layoutFaultTree(shared).nodes.map(node => [node.nodeId, node]),
    );
    expect(byId.get('top')).toMatchObject({
      top: true,
      probability: undefined,
    });
    expect(byId.get('dns')).toMatchObject({
      singlePoint: true,
      cause: true,
      probability: 0.00001,
    });
    expect(byId.get('grid')).toMatchObject({ singlePoint: false, top: false });
    expect(byId.get('todo')?.role).toBe('undeveloped');
  });

  it('draws what it can of a tree that is unsound', () => {
    expect(layoutFaultTree({ topEvent: 'gone', nodes: [] }).nodes).toEqual([]);
    const cyclic = layoutFaultTree({
      topEvent: 'a',
      nodes: [
        { type: 'or', id: 'a', label: 'A', children: ['b'] },
        { type: 'or', id: 'b', label: 'B', children: ['a'] },
      ],
    });
    expect(cyclic.nodes.map(({ label }) => label)).toEqual(['A', 'B']);
  });
});
