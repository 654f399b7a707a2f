import { analyzeFaultTree } from '../faultTree';
import { causesOf } from '../causes';
import { buildFishbone } from '../fishbone';
import { whyDepth } from '../fiveWhys';
import { shorten } from '../hints';
import type { Analysis } from '../schema';
import { IncidentTimes, timelineGaps, timelinePhases } from '../timeline';
import { formatProbability, formatSpan } from './format';

/** The name and the content of an analysis in words, for those who do not see its picture. @public */
export function describeAnalysis(
  analysis: Analysis,
  times?: IncidentTimes,
): { title: string; description: string } {
  const { title, facts } = summarize(analysis, times);
  const causes = causesOf(analysis);
  const named = causes
    .slice(0, 10)
    .map(({ statement }) => `“${shorten(statement, 120)}”`)
    .join('; ');
  const more = causes.length > 10 ? ` and ${causes.length - 10} more` : '';
  return {
    title,
    description: [
      ...facts,
      causes.length > 0
        ? `Named a cause: ${named}${more}.`
        : 'No cause is named yet.',
    ].join(' '),
  };
}

function summarize(
  analysis: Analysis,
  times: IncidentTimes | undefined,
): { title: string; facts: string[] } {
  switch (analysis.kind) {
    case 'five-whys':
      return {
        title: `Five whys: ${shorten(analysis.problem, 160)}`,
        facts: [
          `${count(analysis.nodes.length, 'answer')} on ${count(
            whyDepth(analysis),
            'level',
          )}.`,
        ],
      };
    case 'fishbone':
      return {
        title: `Fishbone: ${shorten(analysis.effect, 160)}`,
        facts: buildFishbone(analysis)
          .filter(({ causes }) => causes.length > 0)
          .map(
            ({ category, causes }) =>
              `${category}: ${causes
                .slice(0, 6)
                .map(({ cause }) => shorten(cause.text, 100))
                .join('; ')}.`,
          ),
      };
    case 'fault-tree':
      return summarizeFaultTree(analysis);
    default:
      return {
        title: `Timeline of ${count(analysis.events.length, 'event')}`,
        facts: [
          ...timelinePhases(times ?? {}).flatMap(({ label, durationMs }) =>
            durationMs === undefined
              ? []
              : [`${label}: ${formatSpan(durationMs)}.`],
          ),
          ...timelineGaps(analysis.events)
            .slice(0, 5)
            .map(
              ({ durationMs }) => `${formatSpan(durationMs)} without an event.`,
            ),
        ],
      };
  }
}

function summarizeFaultTree(
  analysis: Extract<Analysis, { kind: 'fault-tree' }>,
): { title: string; facts: string[] } {
  const labels = new Map(analysis.nodes.map(({ id, label }) => [id, label]));
  const result = analyzeFaultTree(analysis);
  const single = result.singlePointsOfFailure
    .slice(0, 10)
    .map(id => shorten(labels.get(id) ?? id, 100));
  return {
    title: `Fault tree: ${shorten(
      labels.get(analysis.topEvent) ?? analysis.topEvent,
      160,
    )}`,
    facts: [
      ...(result.cutSetCount === undefined
        ? []
        : [`${count(result.cutSetCount, 'minimal cut set')}.`]),
      ...(result.probability === undefined
        ? []
        : [
            `Probability of the top event: ${formatProbability(
              result.probability,
            )}.`,
          ]),
      ...(single.length > 0
        ? [`Single points of failure: ${single.join('; ')}.`]
        : []),
    ],
  };
}

function count(n: number, noun: string): string {
  return `${n.toLocaleString('en')} ${noun}${n === 1 ? '' : 's'}`;
}
