import type {
  Incident,
  RootCause,
} from '@hindsight/backstage-plugin-incident-learning-common';
import { DAY, Span, inWords } from '../clock';
import { TEAMS, userRef } from '../company';
import type { Random } from '../random';
import {
  CATALOG_SERVICES,
  DemoService,
  OFFICE,
  UNKNOWN_SERVICE,
} from '../services';
import { renderSentences, Slots } from '../template';
import { LearningAnswer, learningOf } from './learnings';
import { tellAnalysis } from './tellAnalysis';
import type { ToldAction, ToldContent, ToldMove } from './types';

/** How a template of one review is filled in. */
export type Say = (template: string) => string;

interface ContentOptions {
  facilitator: string;
  span: Span;
  moves: ToldMove[];
  random: Random;
}

/** What a review of these incidents says, from the building blocks of their kind. */
export function tellContent(
  incidents: Incident[],
  { moves, random, span }: ContentOptions,
): ToldContent {
  const [incident] = incidents;
  const learning = learningOf(incident);
  const service = serviceOf(incident);
  if (!learning) {
    throw new Error(`Nothing to learn from ${incident.source?.id}`);
  }
  const slots = slotsOf(incident, service);
  const say: Say = template =>
    renderSentences(template, slots, random.fork(template));
  const owner = `group:default/${service.owner}`;
  const analysis = tellAnalysis(incident, learning, { say, random });
  const published = moves.find(({ to }) => to === 'published')?.at;
  return {
    sections: {
      summary: incidents.map(told => summaryOf(told)).join('\n\n'),
      impact: incidents
        .map(({ impact }) => impact ?? '')
        .join('\n\n')
        .trim(),
      whatWentWell: listOf(learning.wentWell, say),
      whatCouldImprove: listOf(learning.couldImprove, say),
      whereWeGotLucky: random.chance(0.6) ? listOf(learning.lucky, say) : '',
    },
    analyses: [analysis],
    rootCauses: causesOf(learning.answers, say, analysis.key),
    lessons: random
      .shuffle(learning.lessons)
      .slice(0, random.int(1, 2))
      .map(({ statement, detail, ...lesson }) => ({
        ...lesson,
        statement: say(statement),
        detail: detail && say(detail),
        priority: random.pick(['critical', 'high', 'high', 'medium'] as const),
        owner,
        appliesTo: incident.entityRefs.slice(0, 3),
      })),
    actions: random
      .shuffle(learning.actions)
      .slice(0, random.int(2, 3))
      .map(({ title, successCriteria, ...action }) => ({
        ...action,
        title: say(title),
        successCriteria: say(successCriteria),
        priority: random.pick([
          'critical',
          'high',
          'medium',
          'medium',
          'low',
        ] as const),
        ...commitment(published, { owner, service, span, random }),
      })),
  };
}

/** Who has promised it by when, and what has become of it; some stay ideas. */
function commitment(
  published: string | undefined,
  options: { owner: string; service: DemoService; span: Span; random: Random },
): Pick<ToldAction, 'owner' | 'dueInDays' | 'today'> {
  const { owner, random, service, span } = options;
  if (random.chance(0.12)) {
    return {};
  }
  const dueInDays = random.pick([14, 21, 30, 45, 60]);
  const someone = userRef(random.pick(TEAMS[service.owner].users));
  const late =
    published !== undefined &&
    span.end - Date.parse(published) > dueInDays * DAY;
  return {
    owner: random.chance(0.6) ? someone : owner,
    dueInDays,
    today: late
      ? random.weighted([
          ['verified', 45],
          ['completed', 35],
          ['in-progress', 9],
          ['cancelled', 5],
          [undefined, 6],
        ] as const)
      : random.pick(['in-progress', undefined]),
  };
}

function causesOf(
  answers: readonly LearningAnswer[],
  say: Say,
  analysisId: string,
): RootCause[] {
  return answers
    .filter(({ cause }) => cause)
    .map(({ id, text, evidence, cause }, index) => ({
      id,
      statement: say(text),
      type: cause?.type ?? 'technical',
      role: index === 0 ? 'primary' : 'contributing',
      factors: cause?.factors ?? [],
      evidence: evidence ? [{ text: say(evidence) }] : [],
      ...(analysisId === 'timeline'
        ? {}
        : { from: { analysisId, nodeId: id } }),
    }));
}

function summaryOf(incident: Incident): string {
  const { summary, title, timeToDetectMs, timeToContainMs } = incident;
  const lasted = [
    timeToDetectMs !== undefined &&
      timeToDetectMs > 0 &&
      `It was noticed after ${inWords(timeToDetectMs)}`,
    timeToContainMs !== undefined &&
      timeToContainMs > 0 &&
      `contained ${inWords(timeToContainMs)} later`,
  ].filter(Boolean);
  return [
    summary ?? `${title}.`,
    lasted.length === 2 ? `${lasted.join(' and ')}.` : '',
  ]
    .join(' ')
    .trim();
}

function listOf(texts: readonly string[], say: Say): string {
  return texts.map(text => `- ${say(text)}`).join('\n');
}

function serviceOf({ entityRefs }: Incident): DemoService {
  const known = [...CATALOG_SERVICES, UNKNOWN_SERVICE];
  return (
    known.find(({ name }) =>
      entityRefs.includes(`component:default/${name}`),
    ) ?? OFFICE
  );
}

/** Words whose own texts draw numbers stay out: the incident has drawn its own. */
function slotsOf(
  incident: Incident,
  { name, owner, words }: DemoService,
): Slots {
  const { service, users, work, call, store, peer, vendor, job } = words;
  return {
    ...{ service, users, work, call, store, peer, vendor, job },
    ref: name,
    team: TEAMS[owner].title,
    detectIn: inWords(Math.max(incident.timeToDetectMs ?? 0, 10 * 60_000)),
    duration: inWords(Math.max(incident.timeToContainMs ?? 0, 10 * 60_000)),
  };
}
