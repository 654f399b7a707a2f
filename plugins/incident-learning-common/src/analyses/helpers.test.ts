import { causesOf } from './causes';
import {
  buildFishbone,
  findFishboneHints,
  fishboneCategories,
} from './fishbone';
import {
  buildWhyTree,
  findFiveWhysHints,
  whyDepth,
  whyQuestion,
} from './fiveWhys';
import { AnalysisInput, analysisSchema } from './schema';

function parse<K extends AnalysisInput['kind']>(
  input: Extract<AnalysisInput, { kind: K }>,
) {
  return analysisSchema.parse(input) as Extract<
    ReturnType<typeof analysisSchema.parse>,
    { kind: K }
  >;
}

const evidence = [
  { text: 'Pool metrics', url: 'https://grafana.example/pool' },
];

const checkout = parse<'five-whys'>({
  kind: 'five-whys',
  problem: 'Checkout failed for 40 minutes.',
  nodes: [
    { id: 'pool', answer: 'The connection pool ran dry', evidence },
    {
      id: 'retry',
      parentId: 'pool',
      answer: 'Retries had no limit',
      cause: true,
      evidence,
    },
    {
      id: 'page',
      answer: 'The page went to a team that had moved',
      assumed: true,
    },
    {
      id: 'open',
      parentId: 'page',
      question: 'Who keeps the rota?',
    },
  ],
});

describe('five whys', () => {
  it('asks how, from what was said', () => {
    expect(whyQuestion(' The pool\n ran dry.. ')).toBe(
      'How did “The pool ran dry” come about?',
    );
    expect(whyQuestion('')).toBe('How did this come about?');
    expect(whyQuestion('word '.repeat(60)).length).toBeLessThan(170);
  });

  it('grows a tree of several branches with its questions', () => {
    const tree = buildWhyTree(checkout);
    expect(
      tree.map(({ node, question, children }) => [
        node.id,
        question,
        children.map(child => [child.node.id, child.question, child.depth]),
      ]),
    ).toEqual([
      [
        'pool',
        'How did “Checkout failed for 40 minutes” come about?',
        [['retry', 'How did “The connection pool ran dry” come about?', 2]],
      ],
      [
        'page',
        'How did “Checkout failed for 40 minutes” come about?',
        [['open', 'Who keeps the rota?', 2]],
      ],
    ]);
    expect(whyDepth(checkout)).toBe(2);
    expect(whyDepth({ problem: 'x', nodes: [] })).toBe(0);
  });

  it('points at open questions, at ends without evidence, and at a single chain', () => {
    expect(findFiveWhysHints(checkout)).toEqual([
      {
        code: 'unanswered',
        nodeId: 'open',
        message: 'Not answered yet: Who keeps the rota?',
      },
    ]);
    const chain = parse<'five-whys'>({
      kind: 'five-whys',
      problem: 'Checkout failed',
      nodes: ['a', 'b', 'c'].map((id, i, ids) => ({
        id,
        parentId: ids[i - 1],
        answer: `Because ${id}`,
        assumed: id === 'c',
      })),
    });
    expect(
      findFiveWhysHints(chain).map(({ code, nodeId }) => [code, nodeId]),
    ).toEqual([
      ['single-chain', undefined],
      ['without-evidence', 'c'],
      ['no-cause', undefined],
    ]);
    expect(
      findFiveWhysHints({ ...chain, nodes: chain.nodes.slice(0, 2) }).map(
        ({ code }) => code,
      ),
    ).toEqual(['without-evidence', 'no-cause']);
    expect(findFiveWhysHints({ ...chain, nodes: [] })).toEqual([]);
  });
});

const fish = parse<'fishbone'>({
  kind: 'fishbone',
  effect: 'Deploys take a day',
  categories: ['Process', 'Technology'],
  causes: [
    {
      id: 'manual',
      category: 'Process',
      text: 'Sign-off by hand',
      cause: true,
    },
    {
      id: 'one',
      parentId: 'manual',
      text: 'One person may sign',
      cause: true,
      evidence,
    },
  ],
});

describe('fishbone', () => {
  it('hangs sub-causes on the category of their parent', () => {
    expect([...fishboneCategories(fish)]).toEqual([
      ['manual', 'Process'],
      ['one', 'Process'],
    ]);
    const [process, technology] = buildFishbone(fish);
    expect(process.causes[0].children[0]).toMatchObject({
      cause: { id: 'one' },
      depth: 2,
    });
    expect(technology.causes).toEqual([]);
  });

  it('points at empty categories and causes without evidence', () => {
    expect(findFishboneHints(fish)).toEqual([
      {
        code: 'empty-category',
        message: 'Nothing under Technology yet: has it been asked about?',
      },
      {
        code: 'without-evidence',
        nodeId: 'manual',
        message:
          '“Sign-off by hand” is named a cause without evidence: add what shows it.',
      },
    ]);
  });
});

describe('causesOf', () => {
  it('takes over statement, evidence and whereabouts from every kind', () => {
    expect(causesOf(checkout, 'whys')).toEqual([
      {
        analysisId: 'whys',
        nodeId: 'retry',
        statement: 'Retries had no limit',
        evidence,
      },
    ]);
    expect(causesOf(fish, 'fish')).toEqual([
      {
        analysisId: 'fish',
        nodeId: 'manual',
        statement: 'Sign-off by hand',
        evidence: [],
        factors: ['Process', 'One person may sign'],
        type: 'process',
      },
      {
        analysisId: 'fish',
        nodeId: 'one',
        statement: 'One person may sign',
        evidence,
        factors: ['Process'],
        type: 'process',
      },
    ]);
    const tree = parse<'fault-tree'>({
      kind: 'fault-tree',
      topEvent: 'top',
      nodes: [
        { type: 'or', id: 'top', label: 'Down', children: ['dns', 'both'] },
        { type: 'and', id: 'both', label: 'No database', children: ['a', 'b'] },
        { type: 'basic', id: 'dns', label: 'DNS wrong', cause: true },
        {
          type: 'basic',
          id: 'a',
          label: 'Primary lost',
          cause: true,
          evidence,
        },
        { type: 'basic', id: 'b', label: 'Replica lost' },
      ],
    });
    expect(causesOf(tree)).toEqual([
      {
        nodeId: 'dns',
        statement: 'DNS wrong',
        evidence: [],
        factors: ['Single point of failure'],
      },
      { nodeId: 'a', statement: 'Primary lost', evidence },
    ]);
    const timeline = parse<'timeline'>({
      kind: 'timeline',
      events: [
        {
          id: 'b',
          at: '2024-05-17T09:40:00Z',
          text: 'Page lost',
          cause: true,
          evidence,
        },
        {
          id: 'a',
          at: '2024-05-17T09:30:00Z',
          text: 'Flag turned on for all',
          source: 'flags/audit',
          cause: true,
        },
      ],
    });
    expect(causesOf(timeline, 'line')).toEqual([
      {
        analysisId: 'line',
        nodeId: 'a',
        statement: 'Flag turned on for all',
        evidence: [{ text: 'flags/audit' }],
      },
      { analysisId: 'line', nodeId: 'b', statement: 'Page lost', evidence },
    ]);
  });

  it('leaves out an answer that is still empty, and tells what is only assumed', () => {
    const whys = parse<'five-whys'>({
      kind: 'five-whys',
      problem: 'x',
      nodes: [
        { id: 'a', cause: true },
        { id: 'b', answer: 'Believed', cause: true, assumed: true },
      ],
    });
    expect(causesOf(whys)).toEqual([
      { nodeId: 'b', statement: 'Believed', evidence: [], assumed: true },
    ]);
  });
});
