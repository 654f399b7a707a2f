import fc from 'fast-check';
import {
  parse,
  forests,
  parentOf,
  expectInside,
  overlapping,
} from './__testUtils__/diagrams';
import { layoutFishbone } from './fishboneLayout';

describe('layoutFishbone', () => {
  it('keeps causes and categories apart, and hangs each on its bone', () => {
    fc.assert(
      fc.property(
        forests,
        fc.integer({ min: 1, max: 9 }),
        (forest, categories) => {
          const names = Array.from(
            { length: categories },
            (_, i) => `Bone ${i}`,
          );
          const layout = layoutFishbone(
            parse<'fishbone'>({
              kind: 'fishbone',
              effect: forest[0].label,
              categories: names,
              causes: forest.map(({ label, cause, parent }, i) => ({
                id: `n${i}`,
                text: label.slice(0, 400),
                cause,
                parentId: parentOf(forest, i),
                category: parentOf(forest, i)
                  ? undefined
                  : names[parent % categories],
              })),
            }),
          );
          expectInside(layout);
          expect(overlapping(layout.nodes)).toEqual([]);
          const spine = layout.edges[0].points[0].y;
          const ribs = layout.edges.filter(({ role }) => role === 'rib');
          expect(ribs).toHaveLength(categories);
          ribs.forEach(rib => expect(rib.points[1].y).toBeCloseTo(spine, 6));
          const twigs = layout.edges.filter(({ role }) => role === 'twig');
          const depths = new Map(layout.nodes.map(n => [n.id, n.depth]));
          for (const twig of twigs) {
            const end = twig.points[1];
            const bones = layout.edges.filter(
              ({ role }) =>
                role === (depths.get(twig.from ?? '') === 1 ? 'rib' : 'branch'),
            );
            expect(bones.some(bone => lies(end, bone.points))).toBe(true);
          }
        },
      ),
      { numRuns: 60 },
    );
  });

  it('draws a fish without causes', () => {
    const empty = layoutFishbone(
      parse<'fishbone'>({ kind: 'fishbone', effect: 'x' }),
    );
    expectInside(empty);
    expect(
      empty.nodes
        .filter(({ empty: nothing }) => nothing)
        .sort((a, b) => a.y - b.y || a.x - b.x)
        .map(({ label }) => label),
    ).toEqual([
      'People',
      'Process',
      'Technology',
      'Environment',
      'Materials',
      'Methods',
    ]);
  });
});

function lies(
  point: { x: number; y: number },
  [a, b]: { x: number; y: number }[],
): boolean {
  const within =
    point.y >= Math.min(a.y, b.y) - 0.01 &&
    point.y <= Math.max(a.y, b.y) + 0.01;
  const x = a.x + ((b.x - a.x) * (point.y - a.y)) / (b.y - a.y);
  return within && Math.abs(x - point.x) < 0.01;
}
