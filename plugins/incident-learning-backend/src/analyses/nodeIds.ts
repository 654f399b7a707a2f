import type { Analysis } from '@hindsight/backstage-plugin-incident-learning-common';

/** The nodes of an analysis that a root cause can be taken from. */
export function nodeIdsOf(analysis: Analysis): string[] {
  switch (analysis.kind) {
    case 'five-whys':
    case 'fault-tree':
      return analysis.nodes.map(({ id }) => id);
    case 'fishbone':
      return analysis.causes.map(({ id }) => id);
    case 'timeline':
      return analysis.events.map(({ id }) => id);
    default:
      throw new Error(`Unknown kind of analysis ${analysis satisfies never}`);
  }
}
