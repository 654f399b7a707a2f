import type { FiveWhysAnalysis, WhyNode } from './fiveWhysSchema';
import { AnalysisHint, childrenByParent, shorten } from './hints';

/** An answer with those that explain it. @public */
export interface WhyBranch {
  node: WhyNode;
  /** As the facilitator put it, or as it follows from what the answer explains. */
  question: string;
  /** From 1, the first answers to the problem. */
  depth: number;
  children: WhyBranch[];
}

/** A chain of at least this many answers without a branch gets a hint. */
const LONG_CHAIN = 3;

/**
 * The question that leads on from a statement. It asks how rather than why, which invites an account of the conditions
 * rather than a defence.
 *
 * @public
 */
export function whyQuestion(statement: string): string {
  const said = shorten(statement, 140).replace(/[.!?\s]+$/, '');
  return said ? `How did “${said}” come about?` : 'How did this come about?';
}

/** The answers as a tree under the problem. @public */
export function buildWhyTree(
  analysis: Pick<FiveWhysAnalysis, 'problem' | 'nodes'>,
): WhyBranch[] {
  const children = childrenByParent(analysis.nodes);
  const grow = (
    parentId: string | undefined,
    statement: string,
    depth: number,
  ): WhyBranch[] =>
    (children.get(parentId) ?? []).map(node => ({
      node,
      question: node.question ?? whyQuestion(statement),
      depth,
      children: grow(node.id, node.answer, depth + 1),
    }));
  return grow(undefined, analysis.problem, 1);
}

/** How many answers the longest chain has; 0 without answers. @public */
export function whyDepth(
  analysis: Pick<FiveWhysAnalysis, 'problem' | 'nodes'>,
): number {
  return flattenWhys(buildWhyTree(analysis)).reduce(
    (deepest, { depth }) => Math.max(deepest, depth),
    0,
  );
}

/** Every branch of a tree, parents before their children. @public */
export function flattenWhys(branches: WhyBranch[]): WhyBranch[] {
  return branches.flatMap(branch => [branch, ...flattenWhys(branch.children)]);
}

/** What a facilitator may want to look at, in the order of the tree. @public */
export function findFiveWhysHints(
  analysis: Pick<FiveWhysAnalysis, 'problem' | 'nodes'>,
): AnalysisHint[] {
  const tree = buildWhyTree(analysis);
  const all = flattenWhys(tree);
  const hints: AnalysisHint[] = [];
  if (tree.length === 1 && isChain(tree[0]) && all.length >= LONG_CHAIN) {
    hints.push({
      code: 'single-chain',
      message: `All ${all.length} answers follow one line. Incidents seldom have one cause: at each step, ask what else had to be so.`,
    });
  }
  for (const { node, question, children } of all) {
    if (node.answer === '') {
      hints.push({
        code: 'unanswered',
        nodeId: node.id,
        message: `Not answered yet: ${question}`,
      });
    } else if (children.length === 0 && node.evidence.length === 0) {
      hints.push({
        code: 'without-evidence',
        nodeId: node.id,
        message: node.assumed
          ? `“${shorten(node.answer, 80)}” is assumed. What would show it?`
          : `“${shorten(
              node.answer,
              80,
            )}” ends a branch without evidence: add some, or mark it assumed.`,
      });
    }
  }
  if (all.length > 0 && !all.some(({ node }) => node.cause)) {
    hints.push({
      code: 'no-cause',
      message: 'No answer is named a cause yet.',
    });
  }
  return hints;
}

function isChain(branch: WhyBranch): boolean {
  return (
    branch.children.length === 0 ||
    (branch.children.length === 1 && isChain(branch.children[0]))
  );
}
