import { z } from 'zod';
import { analysisSchema } from './schema';

function problemsOf(value: unknown): [string, string][] {
  const result = analysisSchema.safeParse(value);
  return result.success
    ? []
    : result.error.issues.map(({ path, message }) => [path.join('.'), message]);
}

function chain(length: number) {
  return Array.from({ length }, (_, i) => ({
    id: `n${i}`,
    ...(i > 0 && { parentId: `n${i - 1}` }),
    answer: `Answer ${i}`,
  }));
}

describe('analysisSchema', () => {
  it('fills in defaults of every kind', () => {
    expect(
      analysisSchema.parse({
        kind: 'five-whys',
        problem: ' Checkout failed ',
        nodes: [{ id: 'a' }],
      }),
    ).toEqual({
      kind: 'five-whys',
      problem: 'Checkout failed',
      nodes: [
        { id: 'a', answer: '', evidence: [], assumed: false, cause: false },
      ],
    });
    expect(
      analysisSchema.parse({ kind: 'fishbone', effect: 'Checkout failed' }),
    ).toMatchObject({
      categories: [
        'People',
        'Process',
        'Technology',
        'Environment',
        'Materials',
        'Methods',
      ],
      causes: [],
    });
    expect(
      analysisSchema.parse({
        kind: 'fault-tree',
        topEvent: 't',
        nodes: [{ type: 'or', id: 't', label: 'Outage' }],
      }),
    ).toMatchObject({ nodes: [{ children: [] }] });
    expect(
      analysisSchema.parse({
        kind: 'timeline',
        events: [
          { id: 'e', at: '2024-05-17T11:30:00+02:00', text: 'Deployed' },
        ],
      }),
    ).toMatchObject({
      events: [{ at: '2024-05-17T09:30:00.000Z', kind: 'other' }],
    });
  });

  it('names the kinds when it knows none such', () => {
    expect(problemsOf({ kind: 'six-hats' })).toEqual([
      [
        'kind',
        'is no kind of analysis: write one of five-whys, fishbone, fault-tree, timeline',
      ],
    ]);
  });

  it('tells of wrong fields and wrong structure at once, each at its path', () => {
    expect(
      problemsOf({
        kind: 'five-whys',
        problem: '',
        nodes: [
          { id: 'a', answer: 7 },
          { id: 'a', answer: 'Twice' },
          { id: 'b', parentId: 'gone', answer: 'Stray' },
          { id: 'c d', answer: 'x'.repeat(2001) },
          {
            id: 'e',
            answer: 'x',
            evidence: [{ text: 'x', url: 'data:text/html,x' }],
          },
        ],
      }),
    ).toEqual([
      ['problem', 'is empty: write something or leave it out'],
      ['nodes.0.answer', 'is no text'],
      ['nodes.3.id', 'has other characters than letters, digits and . _ : -'],
      ['nodes.3.answer', 'is longer than 2000 characters: shorten it'],
      [
        'nodes.4.evidence.0.url',
        'is no web address: it starts with https:// or http://',
      ],
      [
        'nodes.1.id',
        'is used more than once ("a"): give each node an id of its own',
      ],
      [
        'nodes.2.parentId',
        'names no node of this analysis ("gone"): add that node or choose another parent',
      ],
    ]);
  });

  it('names the cycle in a chain of answers, and what hangs on it is no second one', () => {
    expect(
      problemsOf({
        kind: 'five-whys',
        problem: 'Checkout failed',
        nodes: [
          { id: 'a', parentId: 'c', answer: 'A' },
          { id: 'b', parentId: 'a', answer: 'B' },
          { id: 'c', parentId: 'b', answer: 'C' },
          { id: 'd', parentId: 'c', answer: 'D' },
          { id: 'self', parentId: 'self', answer: 'Self' },
        ],
      }),
    ).toEqual([
      [
        'nodes.1.parentId',
        'closes a cycle (b → c → a → b): give one of these nodes another parent',
      ],
      [
        'nodes.4.parentId',
        'closes a cycle (self → self): give one of these nodes another parent',
      ],
    ]);
  });

  it('takes a hundred levels and 2,000 nodes, and says what to do with more', () => {
    const whys = (nodes: unknown[]) => ({
      kind: 'five-whys',
      problem: 'Checkout failed',
      nodes,
    });
    expect(problemsOf(whys(chain(100)))).toEqual([]);
    expect(problemsOf(whys(chain(500).reverse()))).toEqual([
      [
        'nodes.0.parentId',
        'lies 500 levels deep: an analysis goes 100 levels deep, so continue in a second one',
      ],
    ]);
    const wide = Array.from({ length: 2001 }, (_, i) => ({ id: `n${i}` }));
    expect(problemsOf(whys(wide.slice(1)))).toEqual([]);
    expect(problemsOf(whys(wide))).toEqual([
      ['nodes', 'has more than 2,000 entries: split the analysis in two'],
    ]);
  });

  it('keeps a cause in a category of its fishbone and a sub-cause with its parent', () => {
    const known =
      'write one of People, Process, Technology, Environment, Materials, Methods';
    expect(
      problemsOf({
        kind: 'fishbone',
        effect: 'Checkout failed',
        causes: [
          { id: 'a', text: 'Nobody on call knew it', category: 'People' },
          { id: 'b', text: 'No training', parentId: 'a' },
          { id: 'c', text: 'Moved', parentId: 'a', category: 'Process' },
          { id: 'd', text: 'Homeless' },
          { id: 'e', text: 'Elsewhere', category: 'Money' },
          { id: 'f', text: 'Loop', parentId: 'f' },
        ],
      }),
    ).toEqual([
      [
        'causes.5.parentId',
        'closes a cycle (f → f): give one of these nodes another parent',
      ],
      [
        'causes.2.category',
        'is "Process" under a cause in "People": leave it out, a sub-cause lies where its parent does',
      ],
      ['causes.3.category', `is missing: ${known}`],
      [
        'causes.4.category',
        `is no category of this fishbone ("Money"): ${known}, or add it to them`,
      ],
    ]);
    expect(
      problemsOf({ kind: 'fishbone', effect: 'x', categories: ['A', 'A'] }),
    ).toEqual([['categories', 'names a category twice: name each once']]);
  });

  it('refuses a timeline whose answers point nowhere or at themselves', () => {
    const at = '2024-05-17T09:30:00Z';
    expect(
      problemsOf({
        kind: 'timeline',
        events: [
          { id: 'a', at, text: 'Alert', respondsTo: 'gone' },
          { id: 'b', at, text: 'Page', respondsTo: 'b' },
          { id: 'b', at, text: 'Page' },
          {
            id: 'c',
            at,
            text: 'Fix',
            correction: { reason: 'Clock', from: {} },
          },
        ],
      }),
    ).toEqual([
      ['events.3.correction.from', 'is empty: keep what the event said before'],
      [
        'events.2.id',
        'is used more than once ("b"): give each node an id of its own',
      ],
      [
        'events.0.respondsTo',
        'names no event of this timeline ("gone"): add it or leave this out',
      ],
      [
        'events.1.respondsTo',
        'names the event itself: name the event that it answers',
      ],
    ]);
  });

  it('is not led astray by ids that mean something to JavaScript', () => {
    expect(
      problemsOf({
        kind: 'five-whys',
        problem: 'x',
        nodes: [
          { id: '__proto__', answer: 'a' },
          { id: 'constructor', parentId: '__proto__', answer: 'b' },
          { id: 'a', parentId: 'toString', answer: 'c' },
        ],
      }).map(([path]) => path),
    ).toEqual(['nodes.2.parentId']);
  });

  it('can be described as JSON schema', () => {
    const described = z.toJSONSchema(analysisSchema, { io: 'input' });
    expect(Object.keys(described.$defs ?? {})).toEqual(
      expect.arrayContaining([
        'FiveWhysAnalysis',
        'FishboneAnalysis',
        'FaultTreeAnalysis',
        'TimelineAnalysis',
        'AnalysisEvidence',
      ]),
    );
  });
});
