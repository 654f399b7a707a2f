import { WhyBranch, buildWhyTree } from '../fiveWhys';
import type { FiveWhysAnalysis } from '../fiveWhysSchema';
import type { DiagramEdge, DiagramLayout, DiagramNode } from './geometry';
import { wrapText } from './text';
import { placeTree } from './tidyTree';

/** @public */
export interface FiveWhysDiagramNode extends DiagramNode<'problem' | 'answer'> {
  /** The facilitator's own question, wrapped; empty where it follows from the answer before. */
  question: string[];
  unanswered: boolean;
  assumed: boolean;
  cause: boolean;
  evidence: number;
}

/** @public */
export type FiveWhysLayout = DiagramLayout<
  FiveWhysDiagramNode,
  DiagramEdge<'answers'>
>;

/** Measures that drawing needs as well. @public */
export const FIVE_WHYS_METRICS = {
  margin: 24,
  cardWidth: 236,
  padding: 12,
  fontSize: 13,
  lineHeight: 18,
  smallFontSize: 11,
  smallLineHeight: 15,
  tagHeight: 24,
  tagsPerRow: 2,
  columnGap: 64,
  /** From a card to where its branches part. */
  stem: 38,
};

interface Item {
  card: FiveWhysDiagramNode;
  children: Item[];
}

/**
 * Lays five whys out from left to right: the problem, then the answers to it, then what explains each.
 *
 * @public
 */
export function layoutFiveWhys(
  analysis: Pick<FiveWhysAnalysis, 'problem' | 'nodes'>,
): FiveWhysLayout {
  const m = FIVE_WHYS_METRICS;
  const root: Item = {
    card: sized({
      ...blank(''),
      id: 'problem',
      role: 'problem',
      label: analysis.problem,
      lines: wrapAnswer(analysis.problem, true),
    }),
    children: buildWhyTree(analysis).map(itemOf),
  };
  const placed = placeTree(root, {
    children: item => item.children,
    breadth: item => item.card.height,
    gap: 16,
  });
  const nodes: FiveWhysDiagramNode[] = [];
  const edges: DiagramEdge<'answers'>[] = [];
  let height = 0;
  let width = 0;
  for (const [{ card }, { depth, middle }] of placed) {
    card.x = m.margin + depth * (m.cardWidth + m.columnGap);
    card.y = m.margin + middle - card.height / 2;
    nodes.push(card);
    width = Math.max(width, card.x + card.width + m.margin);
    height = Math.max(height, card.y + card.height + m.margin);
  }
  for (const { card, children } of placed.keys()) {
    edges.push(...children.map(child => edgeBetween(card, child.card)));
  }
  return { kind: 'five-whys', width, height, nodes, edges };
}

function itemOf({ node, children }: WhyBranch): Item {
  const m = FIVE_WHYS_METRICS;
  const text = node.answer || 'Not answered yet';
  return {
    card: sized({
      ...blank(node.id),
      nodeId: node.id,
      label: text,
      lines: wrapAnswer(text, node.cause),
      question: node.question
        ? wrapText(node.question, {
            width: m.cardWidth - 2 * m.padding,
            fontSize: m.smallFontSize,
            maxLines: 3,
          })
        : [],
      unanswered: node.answer === '',
      assumed: node.assumed,
      cause: node.cause,
      evidence: node.evidence.length,
    }),
    children: children.map(itemOf),
  };
}

function blank(nodeId: string): FiveWhysDiagramNode {
  return {
    id: `node:${nodeId}`,
    role: 'answer',
    x: 0,
    y: 0,
    width: FIVE_WHYS_METRICS.cardWidth,
    height: 0,
    lines: [],
    label: '',
    question: [],
    unanswered: false,
    assumed: false,
    cause: false,
    evidence: 0,
  };
}

function wrapAnswer(text: string, bold: boolean): string[] {
  const m = FIVE_WHYS_METRICS;
  return wrapText(text, {
    width: m.cardWidth - 2 * m.padding - 4,
    fontSize: m.fontSize,
    bold,
    maxLines: 6,
  });
}

function sized(card: FiveWhysDiagramNode): FiveWhysDiagramNode {
  const m = FIVE_WHYS_METRICS;
  const tags = [card.cause, card.assumed, card.evidence > 0].filter(Boolean);
  const question = card.question.length * m.smallLineHeight;
  return {
    ...card,
    height:
      2 * m.padding +
      card.lines.length * m.lineHeight +
      (question > 0 ? question + 4 : 0) +
      Math.ceil(tags.length / m.tagsPerRow) * m.tagHeight -
      4,
  };
}

function edgeBetween(
  from: FiveWhysDiagramNode,
  to: FiveWhysDiagramNode,
): DiagramEdge<'answers'> {
  const start = { x: from.x + from.width, y: from.y + from.height / 2 };
  const end = { x: to.x, y: to.y + to.height / 2 };
  const turn = start.x + FIVE_WHYS_METRICS.stem;
  return {
    id: `${from.id}>${to.id}`,
    from: from.id,
    to: to.id,
    role: 'answers',
    points: [start, { x: turn, y: start.y }, { x: turn, y: end.y }, end],
  };
}
