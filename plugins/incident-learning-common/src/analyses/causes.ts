import type { CauseType } from '../lessons/schema';
import { analyzeFaultTree } from './faultTree';
import type { FaultTreeAnalysis } from './faultTreeSchema';
import type { Evidence } from './fields';
import { buildFishbone, flattenBone } from './fishbone';
import type { FishboneAnalysis } from './fishboneSchema';
import type { FiveWhysAnalysis } from './fiveWhysSchema';
import { shorten } from './hints';
import type { Analysis } from './schema';
import { orderTimeline } from './timeline';
import type { TimelineAnalysis } from './timelineSchema';

/** What an analysis already knows of a root cause, for a review to take over. @public */
export interface RootCauseDraft {
  /** Absent where it was not told. */
  analysisId?: string;
  nodeId: string;
  /** Up to 1,000 characters. */
  statement: string;
  evidence: Evidence[];
  /** What else the analysis says bears on it, each up to 300 characters. */
  factors?: string[];
  /** What kind of cause it probably is; a proposal to be confirmed. */
  type?: CauseType;
  /** Believed rather than shown. */
  assumed?: boolean;
}

/**
 * The causes named in an analysis, in its own order.
 *
 * @param analysisId - the id under which the review keeps the analysis
 * @public
 */
export function causesOf(
  analysis: Analysis,
  analysisId?: string,
): RootCauseDraft[] {
  return draftsOf(analysis).map(draft => ({
    ...(analysisId !== undefined && { analysisId }),
    ...draft,
    statement: shorten(draft.statement, 1000),
    ...(draft.factors && {
      factors: draft.factors.slice(0, 50).map(factor => shorten(factor, 300)),
    }),
  }));
}

function draftsOf(analysis: Analysis): RootCauseDraft[] {
  switch (analysis.kind) {
    case 'five-whys':
      return fromFiveWhys(analysis);
    case 'fishbone':
      return fromFishbone(analysis);
    case 'fault-tree':
      return fromFaultTree(analysis);
    default:
      return fromTimeline(analysis);
  }
}

function fromFiveWhys({ nodes }: FiveWhysAnalysis): RootCauseDraft[] {
  return nodes
    .filter(({ cause, answer }) => cause && answer !== '')
    .map(({ id, answer, evidence, assumed }) => ({
      nodeId: id,
      statement: answer,
      evidence,
      ...(assumed && { assumed }),
    }));
}

const CATEGORY_TYPES = new Map<string, RootCauseDraft['type']>([
  ['people', 'human'],
  ['process', 'process'],
  ['methods', 'process'],
  ['technology', 'technical'],
  ['materials', 'technical'],
  ['environment', 'organizational'],
]);

function fromFishbone(analysis: FishboneAnalysis): RootCauseDraft[] {
  return buildFishbone(analysis)
    .flatMap(flattenBone)
    .filter(({ cause }) => cause.cause)
    .map(({ cause, category, children }) => {
      const type = CATEGORY_TYPES.get(category.toLowerCase());
      return {
        nodeId: cause.id,
        statement: cause.text,
        evidence: cause.evidence,
        factors: [category, ...children.map(child => child.cause.text)],
        ...(type && { type }),
      };
    });
}

function fromFaultTree(analysis: FaultTreeAnalysis): RootCauseDraft[] {
  const causes = analysis.nodes.flatMap(node =>
    node.type === 'basic' && node.cause ? [node] : [],
  );
  const single = new Set(
    causes.length > 0 ? analyzeFaultTree(analysis).singlePointsOfFailure : [],
  );
  return causes.map(({ id, label, evidence }) => ({
    nodeId: id,
    statement: label,
    evidence,
    ...(single.has(id) && { factors: ['Single point of failure'] }),
  }));
}

function fromTimeline({ events }: TimelineAnalysis): RootCauseDraft[] {
  return orderTimeline(events)
    .filter(({ cause }) => cause)
    .map(({ id, text, evidence, source }) => ({
      nodeId: id,
      statement: text,
      evidence: evidence.length === 0 && source ? [{ text: source }] : evidence,
    }));
}
