import {
  Analysis,
  analysisSchema,
} from '@hindsight/backstage-plugin-incident-learning-common';

/** What can be saved of an analysis as it is being written, or what is wrong with it. */
export type Savable =
  | { analysis: Analysis; problems?: undefined }
  | { analysis?: undefined; problems: string[] };

/** Leaves out lines that nothing is written in yet, and checks the rest. */
export function savable(analysis: Analysis): Savable {
  const parsed = analysisSchema.safeParse(withoutBlanks(analysis));
  return parsed.success
    ? { analysis: parsed.data }
    : {
        problems: [
          ...new Set(
            parsed.error.issues.map(({ path, message }) =>
              sentence(analysis, path, message),
            ),
          ),
        ],
      };
}

/** An analysis without the lines that nothing is written in yet. */
export function withoutBlanks<T extends Analysis>(analysis: T): T {
  return strip(analysis) as T;
}

function strip(analysis: Analysis): Analysis {
  switch (analysis.kind) {
    case 'five-whys':
      return {
        ...analysis,
        nodes: analysis.nodes.map(node => ({
          ...node,
          question: node.question?.trim() || undefined,
          evidence: filled(node.evidence),
        })),
      };
    case 'fishbone':
      return {
        ...analysis,
        causes: blankLeavesGone(analysis.causes, cause =>
          analysis.causes.some(({ parentId }) => parentId === cause.id),
        ).map(cause => ({ ...cause, evidence: filled(cause.evidence) })),
      };
    case 'fault-tree':
      return { ...analysis, nodes: namedNodes(analysis) };
    default:
      return {
        ...analysis,
        events: analysis.events.map(event => ({
          ...event,
          evidence: filled(event.evidence),
        })),
      };
  }
}

function filled<T extends { text: string; url?: string }>(evidence: T[]): T[] {
  return evidence
    .filter(({ text, url }) => text.trim() || url?.trim())
    .map(({ url, ...entry }) => ({
      ...entry,
      ...(url?.trim() && { url: url.trim() }),
    })) as T[];
}

function blankLeavesGone<T extends { text: string }>(
  nodes: T[],
  hasChildren: (node: T) => boolean,
): T[] {
  return nodes.filter(node => node.text.trim() || hasChildren(node));
}

function namedNodes({
  nodes,
  topEvent,
}: Extract<Analysis, { kind: 'fault-tree' }>) {
  const kept = nodes.filter(
    node =>
      node.id === topEvent ||
      node.label.trim() ||
      (node.type !== 'basic' && node.children.length > 0),
  );
  const ids = new Set(kept.map(({ id }) => id));
  return kept.map(node =>
    node.type === 'basic'
      ? { ...node, evidence: filled(node.evidence) }
      : { ...node, children: node.children.filter(id => ids.has(id)) },
  );
}

const FIELD_NAMES: Record<string, string> = {
  at: 'the time',
  text: 'the text',
  label: 'the name',
  answer: 'the answer',
  problem: 'The problem',
  effect: 'The effect',
  url: 'the link of the evidence',
  probability: 'the probability',
  question: 'the question',
  children: 'what stands under it',
};

function sentence(
  analysis: Analysis,
  path: PropertyKey[],
  message: string,
): string {
  const [list, index] = path;
  const field = String(
    [...path].reverse().find(part => typeof part === 'string') ?? '',
  );
  const name = FIELD_NAMES[field] ?? field;
  const nodes = (analysis as unknown as Record<string, unknown>)[String(list)];
  const node =
    Array.isArray(nodes) && typeof index === 'number'
      ? nodes[index]
      : undefined;
  const called = node && (node.text || node.label || node.answer);
  return `${
    called ? `“${String(called).slice(0, 60)}”: ` : ''
  }${name} ${message}`;
}
