import type {
  Analysis,
  AnalysisKind,
} from '@hindsight/backstage-plugin-incident-learning-common';

/** What a kind of analysis is called. */
export const KIND_WORDS: Record<AnalysisKind, string> = {
  'five-whys': 'Five whys',
  fishbone: 'Fishbone',
  'fault-tree': 'Fault tree',
  timeline: 'Timeline',
};

/** When to take which kind. */
export const KIND_HINTS: Record<AnalysisKind, string> = {
  'five-whys':
    'Ask how it came about, and how that came about, as far as it helps.',
  'fault-tree':
    'Take one event apart into what had to happen together, and what was enough alone.',
  timeline:
    'What happened when, what was known when, and what was decided on it.',
  fishbone: 'Collect what may have contributed, by category.',
};

/** The kinds in the order in which they are offered. */
export const KIND_ORDER: AnalysisKind[] = [
  'five-whys',
  'fault-tree',
  'timeline',
  'fishbone',
];

/** How much there is in an analysis, such as `4 answers`. */
export function sizeOf(analysis: Analysis): { count: number; noun: string } {
  switch (analysis.kind) {
    case 'five-whys':
      return { count: analysis.nodes.length, noun: 'answer' };
    case 'fishbone':
      return { count: analysis.causes.length, noun: 'cause' };
    case 'fault-tree':
      return { count: analysis.nodes.length, noun: 'event' };
    default:
      return { count: analysis.events.length, noun: 'event' };
  }
}
