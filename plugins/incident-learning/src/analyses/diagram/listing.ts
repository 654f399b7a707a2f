import {
  Analysis,
  buildFishbone,
  buildWhyTree,
  flattenBone,
  flattenWhys,
  orderTimeline,
} from '@hindsight/backstage-plugin-incident-learning-common';
import { formatTime } from '../../components';

/** One line of an analysis as a list. */
export interface ListedNode {
  key: string;
  /** From 0. */
  depth: number;
  /** What stands before the text, such as a question or a time. */
  lead?: string;
  text: string;
  /** What else is to be known of it. */
  notes: string[];
}

/** An analysis as a list that is read from top to bottom. */
export function listAnalysis(analysis: Analysis): ListedNode[] {
  switch (analysis.kind) {
    case 'five-whys':
      return [
        { key: 'problem', depth: 0, text: analysis.problem, notes: [] },
        ...flattenWhys(buildWhyTree(analysis)).map(
          ({ node, question, depth }) => ({
            key: node.id,
            depth,
            lead: question,
            text: node.answer || 'Not answered yet',
            notes: notesOf(node, node.assumed && 'assumed'),
          }),
        ),
      ];
    case 'fishbone':
      return buildFishbone(analysis).flatMap(bone => [
        {
          key: `category ${bone.category}`,
          depth: 0,
          text: bone.category,
          notes: bone.causes.length === 0 ? ['nothing yet'] : [],
        },
        ...flattenBone(bone).map(({ cause, depth }) => ({
          key: cause.id,
          depth,
          text: cause.text,
          notes: notesOf(cause),
        })),
      ]);
    case 'fault-tree':
      return listFaultTree(analysis);
    default:
      return orderTimeline(analysis.events).map(event => ({
        key: event.id,
        depth: 0,
        lead: formatTime(event.at, event.precision),
        text: event.text,
        notes: notesOf(
          event,
          event.kind !== 'other' && event.kind,
          event.marker,
          event.correction && `corrected: ${event.correction.reason}`,
        ),
      }));
  }
}

function notesOf(
  node: { cause: boolean; evidence: { text: string }[] },
  ...others: (string | false | undefined)[]
): string[] {
  return [
    node.cause && 'named a cause',
    ...others,
    node.evidence.length > 0 &&
      `evidence: ${node.evidence.map(({ text }) => text).join('; ')}`,
  ].filter((note): note is string => Boolean(note));
}

function listFaultTree(
  tree: Extract<Analysis, { kind: 'fault-tree' }>,
): ListedNode[] {
  const byId = new Map(tree.nodes.map(node => [node.id, node]));
  const shown = new Set<string>();
  const walk = (id: string, depth: number, path: string): ListedNode[] => {
    const node = byId.get(id);
    if (!node) {
      return [];
    }
    const again = shown.has(id);
    shown.add(id);
    const key = `${path}/${id}`;
    const line = { key, depth, text: node.label };
    if (node.type === 'basic') {
      const likely =
        node.probability !== undefined && `probability ${node.probability}`;
      return [{ ...line, notes: notesOf(node, likely) }];
    }
    const gate =
      node.type === 'and' ? 'when all of these happen' : 'when any happens';
    const notes = [node.children.length > 0 ? gate : 'not taken apart yet'];
    return again
      ? [{ ...line, notes: ['taken apart above'] }]
      : [
          { ...line, notes },
          ...node.children.flatMap(child => walk(child, depth + 1, key)),
        ];
  };
  return walk(tree.topEvent, 0, '');
}
