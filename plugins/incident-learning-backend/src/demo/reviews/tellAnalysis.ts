import {
  FaultTreeNode,
  FISHBONE_CATEGORIES,
  Incident,
  TimelineKind,
} from '@hindsight/backstage-plugin-incident-learning-common';
import type { Random } from '../random';
import type { Learning, LearningAnswer } from './learnings';
import type { Say } from './tellContent';
import type { ToldAnalysis } from './types';

type Tell = (
  incident: Incident,
  learning: Learning,
  say: Say,
) => Omit<ToldAnalysis, 'key'>;

const TELL: Record<ToldAnalysis['analysis']['kind'], Tell> = {
  'five-whys': tellWhys,
  fishbone: tellFishbone,
  'fault-tree': tellFaultTree,
  timeline: tellTimeline,
};

/** What was found, in one of the ways of finding it. Its key is its kind. */
export function tellAnalysis(
  incident: Incident,
  learning: Learning,
  { say, random }: { say: Say; random: Random },
): ToldAnalysis {
  const key = random.weighted([
    ['five-whys', 5],
    ['fishbone', 3],
    ['fault-tree', 3],
    ['timeline', incident.timeline.length >= 5 ? 2 : 0],
  ] as const);
  return { key, ...TELL[key](incident, learning, say) };
}

function evidenceOf({ evidence }: LearningAnswer, say: Say) {
  return evidence ? [{ text: say(evidence) }] : [];
}

function tellWhys(
  { title }: Incident,
  { answers }: Learning,
  say: Say,
): ReturnType<Tell> {
  return {
    title: 'How it came about',
    analysis: {
      kind: 'five-whys',
      problem: title,
      nodes: answers.map(answer => ({
        id: answer.id,
        parentId: answer.under,
        answer: say(answer.text),
        evidence: evidenceOf(answer, say),
        assumed: !answer.evidence,
        cause: answer.cause !== undefined,
      })),
    },
  };
}

function tellFishbone(
  { title }: Incident,
  { answers }: Learning,
  say: Say,
): ReturnType<Tell> {
  return {
    title: 'What led to it',
    analysis: {
      kind: 'fishbone',
      effect: title,
      categories: [...FISHBONE_CATEGORIES],
      causes: answers.map(answer => ({
        id: answer.id,
        category: answer.bone,
        text: say(answer.text),
        evidence: evidenceOf(answer, say),
        cause: answer.cause !== undefined,
      })),
    },
  };
}

/** It came about, and nothing stopped it. */
function tellFaultTree(
  { title }: Incident,
  { answers }: Learning,
  say: Say,
): ReturnType<Tell> {
  const basic = (side: LearningAnswer['side']) =>
    answers.filter(answer => answer.side === side);
  const idsOf = (side: LearningAnswer['side']) =>
    basic(side).map(({ id }) => id);
  const events = [...basic('arises'), ...basic('passes')].map(
    (answer): FaultTreeNode => ({
      type: 'basic',
      id: answer.id,
      label: say(answer.text),
      probability: answer.probability,
      evidence: evidenceOf(answer, say),
      cause: answer.cause !== undefined,
    }),
  );
  return {
    title: 'What had to come together',
    analysis: {
      kind: 'fault-tree',
      topEvent: 'top',
      nodes: [
        {
          type: 'and',
          id: 'top',
          label: title,
          children: ['arises', 'passes'],
        },
        {
          type: 'or',
          id: 'arises',
          label: 'It comes about',
          children: idsOf('arises'),
        },
        {
          type: 'or',
          id: 'passes',
          label: 'Nothing stops it',
          children: idsOf('passes'),
        },
        ...events,
      ],
    },
  };
}

const KINDS: Readonly<Record<string, TimelineKind>> = {
  trigger: 'change',
  change: 'change',
  symptom: 'symptom',
  detection: 'detection',
  communication: 'communication',
  decision: 'decision',
  mitigation: 'action',
  containment: 'action',
  recovery: 'recovery',
};

function tellTimeline({ timeline }: Incident): ReturnType<Tell> {
  return {
    title: 'What happened when',
    analysis: {
      kind: 'timeline',
      events: timeline.map(({ at, event, kind = '', source }, index) => ({
        id: `event-${index + 1}`,
        at,
        kind: KINDS[kind] ?? 'other',
        text: event,
        source,
        marker: kind === 'decision' ? 'Decision' : undefined,
      })),
    },
  };
}
