import { describeAnalysis } from '../analyses/diagrams/describeAnalysis';
import { formatProbability } from '../analyses/diagrams/format';
import { buildFishbone, flattenBone } from '../analyses/fishbone';
import { buildWhyTree, flattenWhys } from '../analyses/fiveWhys';
import type { Analysis } from '../analyses/schema';
import { orderTimeline } from '../analyses/timeline';
import { escapeMarkdown as text, tableLines } from './markdownSource';
import type { Report } from './report';
import { formatMoment } from './reportText';

/** The analyses in words and as lists or tables, as Markdown holds no pictures of its own. */
export function analysesMarkdown({ analyses }: Report): string[] {
  return analyses.length === 0
    ? []
    : [
        '## Analyses',
        ...analyses.flatMap(({ title, analysis }) => {
          const described = describeAnalysis(analysis);
          return [
            `### ${text(title)}`,
            text(`${described.title}. ${described.description}`),
            detailsOf(analysis).join('\n'),
          ];
        }),
      ];
}

function detailsOf(analysis: Analysis): string[] {
  switch (analysis.kind) {
    case 'five-whys':
      return flattenWhys(buildWhyTree(analysis)).map(({ node, depth }) =>
        item(depth, node.answer || 'Not answered', [
          node.cause && 'cause',
          node.assumed && 'assumed',
        ]),
      );
    case 'fishbone':
      return buildFishbone(analysis)
        .filter(({ causes }) => causes.length > 0)
        .flatMap(bone => [
          item(1, bone.category),
          ...flattenBone(bone).map(({ cause, depth }) =>
            item(depth + 1, cause.text, [cause.cause && 'cause']),
          ),
        ]);
    case 'fault-tree':
      return faultTreeTable(analysis);
    default:
      return tableLines(
        ['Time', 'Kind', 'Event', 'Source'],
        orderTimeline(analysis.events).map(event => [
          formatMoment(event.at, event.precision),
          event.kind,
          text(event.text),
          text(event.source ?? ''),
        ]),
      );
  }
}

/** An event may stand under several gates, so a list by gate says more than a tree. */
function faultTreeTable({
  nodes,
}: Extract<Analysis, { kind: 'fault-tree' }>): string[] {
  const labels = new Map(nodes.map(({ id, label }) => [id, text(label)]));
  return tableLines(
    ['Event', 'Comes about by', 'Probability'],
    nodes.map(node => {
      if (node.type === 'basic') {
        const { label, cause, probability } = node;
        return [
          `${text(label)}${cause ? ' (cause)' : ''}`,
          '',
          probability === undefined ? '' : formatProbability(probability),
        ];
      }
      const children = node.children.map(id => labels.get(id) ?? text(id));
      return [
        text(node.label),
        children.join(node.type === 'and' ? ' **and** ' : ' **or** '),
        '',
      ];
    }),
  );
}

function item(
  depth: number,
  content: string,
  notes: (string | false)[] = [],
): string {
  const told = notes.filter(Boolean).join(', ');
  return `${'  '.repeat(depth - 1)}- ${text(content)}${told && ` (${told})`}`;
}
