import type { WhyNode } from '@hindsight/backstage-plugin-incident-learning-common';
import {
  OutlineCommands,
  deepen,
  insertAfter,
  moveBy,
  newNodeId,
  raise,
  withoutBranch,
} from '../outline';
import type { EditorProps } from '../types';

/** What the keys do to five whys. */
export function whyCommands({
  analysis,
  onChange,
}: EditorProps<'five-whys'>): OutlineCommands & {
  /** Adds a first answer. */
  addFirst: () => string;
  set: (id: string, patch: Partial<WhyNode>, subject?: string) => void;
} {
  const { nodes } = analysis;
  const put = (next: WhyNode[] | undefined, subject?: string) =>
    next && onChange({ ...analysis, nodes: next }, subject);
  const set = (id: string, patch: Partial<WhyNode>, subject?: string) =>
    put(
      nodes.map(node => (node.id === id ? { ...node, ...patch } : node)),
      subject,
    );
  const moved = (id: string, next: WhyNode[] | undefined) => {
    put(next);
    return next && id;
  };
  return {
    set,
    setText: (id, answer) =>
      set(id, { answer }, `answer ${id} ${answer.split(/\s+/).length}`),
    addFirst: () => {
      const node = blank();
      put([...nodes, node]);
      return node.id;
    },
    addAfter: id => {
      const question = nodes.find(node => node.id === id)?.question;
      const node = { ...blank(), question };
      put(insertAfter(nodes, id, node));
      return node.id;
    },
    addWithin: id => {
      const node = blank(id);
      put([...nodes, node]);
      return node.id;
    },
    // Under another answer, another question is asked.
    deeper: id => moved(id, withoutQuestion(deepen(nodes, id), id)),
    shallower: id => moved(id, withoutQuestion(raise(nodes, id), id)),
    move: (id, step) => moved(id, moveBy(nodes, id, step)),
    remove: id => put(withoutBranch(nodes, id)),
  };
}

function blank(parentId?: string): WhyNode {
  return {
    id: newNodeId(),
    parentId,
    answer: '',
    evidence: [],
    assumed: false,
    cause: false,
  };
}

function withoutQuestion(
  nodes: WhyNode[] | undefined,
  id: string,
): WhyNode[] | undefined {
  return nodes?.map(node =>
    node.id === id ? { ...node, question: undefined } : node,
  );
}
