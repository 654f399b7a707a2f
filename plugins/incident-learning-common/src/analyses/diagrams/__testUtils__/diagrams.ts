import fc from 'fast-check';
import { AnalysisInput, analysisSchema } from '../../schema';
import type { DiagramLayout, DiagramNode } from '../geometry';

export function parse<K extends AnalysisInput['kind']>(
  input: Extract<AnalysisInput, { kind: K }>,
) {
  return analysisSchema.parse(input) as Extract<
    ReturnType<typeof analysisSchema.parse>,
    { kind: K }
  >;
}

export const labels = fc
  .array(
    fc.constantFrom(
      'pool',
      'ran',
      'dry',
      'WWWWWWWW',
      'a/b',
      '漢字',
      'x'.repeat(70),
    ),
    {
      minLength: 1,
      maxLength: 30,
    },
  )
  .map(words => words.join(' '));

/** Numbers of parents: each node hangs on an earlier one, or on none. */
export const forests = fc.array(
  fc.record({
    parent: fc.nat(),
    root: fc.boolean(),
    label: labels,
    cause: fc.boolean(),
  }),
  { minLength: 1, maxLength: 40 },
);

export type Forest = {
  parent: number;
  root: boolean;
  label: string;
  cause: boolean;
}[];

export function parentOf(forest: Forest, i: number): string | undefined {
  return i === 0 || forest[i].root ? undefined : `n${forest[i].parent % i}`;
}

export function expectInside({ nodes, edges, width, height }: DiagramLayout) {
  for (const node of nodes) {
    expect(node.x).toBeGreaterThanOrEqual(0);
    expect(node.y).toBeGreaterThanOrEqual(0);
    expect(node.x + node.width).toBeLessThanOrEqual(width);
    expect(node.y + node.height).toBeLessThanOrEqual(height);
  }
  for (const { x, y } of edges.flatMap(edge => edge.points)) {
    expect(x).toBeGreaterThanOrEqual(0);
    expect(y).toBeGreaterThanOrEqual(0);
    expect(x).toBeLessThanOrEqual(width);
    expect(y).toBeLessThanOrEqual(height);
  }
  expect(new Set(nodes.map(({ id }) => id)).size).toBe(nodes.length);
  expect(new Set(edges.map(({ id }) => id)).size).toBe(edges.length);
}

export function overlapping(nodes: DiagramNode[]): string[] {
  return nodes.flatMap((a, i) =>
    nodes
      .slice(i + 1)
      .filter(
        b =>
          a.x < b.x + b.width - 0.01 &&
          b.x < a.x + a.width - 0.01 &&
          a.y < b.y + b.height - 0.01 &&
          b.y < a.y + a.height - 0.01,
      )
      .map(b => `${a.id} over ${b.id}`),
  );
}
