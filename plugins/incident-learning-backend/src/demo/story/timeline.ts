import type {
  IncidentKind,
  TimelineEvent,
} from '@hindsight/backstage-plugin-incident-learning-common';
import { DAY, MINUTE, toIso, wholeMinutes } from '../clock';
import type { PlannedIncident } from '../plan';
import type { Random } from '../random';
import { renderSentences, Slots } from '../template';
import type { Course } from './course';
import {
  CLOSURES,
  CONTAINMENTS,
  DECISIONS,
  DECLARATIONS,
  DETECTIONS,
  RECOVERIES,
  UPDATES,
} from './phrases';

/** How much of the course somebody wrote down. */
type Depth = 'full' | 'usual' | 'brief';

interface Entry {
  at: number;
  kind: string;
  text: string;
  action?: string;
  source?: string;
}

/** Where those on call keep their notes. */
const NOTES: Record<IncidentKind, string> = {
  operational: 'on-call channel',
  security: 'case notes',
};

/** Texts tell by their first words where they come from. */
const SOURCES: [RegExp, string][] = [
  [
    /^(alert|synthetic|deadline|job monitor|error-rate|latency|pool|queue)/i,
    'alerting',
  ],
  [/^(support|customer service|account managers)/i, 'customer service'],
  [/^status page/i, 'status page'],
  [
    /^(release|version|roll-out|flag|migration|policy|new limits)\b/i,
    'change log',
  ],
];

function sourceOf(text: string): string | undefined {
  return SOURCES.find(([pattern]) => pattern.test(text))?.[1];
}

/** The time line as those on call would have written it: long for grave incidents, a few lines for light ones. */
export function tellTimeline(
  plan: PlannedIncident,
  course: Course,
  slots: Slots,
  random: Random,
): TimelineEvent[] {
  const depth = depthOf(course, random);
  const entries = [
    ...beginning(plan, course, depth, random),
    ...work(plan, course, depth, random),
    ...ending(plan, course, depth, random),
  ].sort((a, b) => a.at - b.at);
  const words = { ...slots, severity: course.severity };
  return entries.map(({ at, kind, text, action, source = sourceOf(text) }) => ({
    at: toIso(at),
    kind,
    event: renderSentences(text, words, random),
    ...(action && { action: renderSentences(action, words, random) }),
    ...(source && { source }),
  }));
}

function depthOf({ severity }: Course, random: Random): Depth {
  if (severity === 'critical' || severity === 'high') {
    return 'full';
  }
  if (severity === 'medium') {
    return random.chance(0.25) ? 'full' : 'usual';
  }
  return random.chance(0.3) ? 'usual' : 'brief';
}

function beginning(
  { kind, scenario }: PlannedIncident,
  course: Course,
  depth: Depth,
  random: Random,
): Entry[] {
  const late = kind === 'security' ? DAY : 30 * MINUTE;
  const speed = course.detectedAt - course.occurredAt > late ? 'late' : 'soon';
  const detection: Entry = {
    at: course.detectedAt,
    kind: 'detection',
    text: random.pick(scenario.detection ?? DETECTIONS[speed][kind]),
  };
  if (depth === 'brief') {
    return [detection];
  }
  return [
    {
      at: course.occurredAt,
      kind: 'trigger',
      text: scenario.trigger,
    },
    { ...detection, action: 'Paged whoever is on call for {team}' },
    ...(depth === 'full'
      ? [
          {
            at: course.declaredAt,
            kind: 'communication',
            text: random.pick(DECLARATIONS[kind]),
            source: NOTES[kind],
          },
        ]
      : []),
  ];
}

/** What lies between declaration and containment; of an open incident, what has been found so far. */
function work(
  { kind, scenario, stage }: PlannedIncident,
  course: Course,
  depth: Depth,
  random: Random,
): Entry[] {
  const findings = scenario.findings.map(text => ({
    kind: 'investigation',
    text,
  }));
  const fixes = scenario.fixes.map(text => ({ kind: 'mitigation', text }));
  const decision = { kind: 'decision', text: random.pick(DECISIONS[kind]) };
  const update = {
    kind: 'communication',
    text: random.pick(UPDATES[kind]),
  };
  const open = stage === 'open' || !course.containedAt;
  const steps: Record<Depth, Omit<Entry, 'at'>[]> = {
    full: open
      ? [update, ...findings.slice(0, 1)]
      : [
          ...findings.slice(0, 1),
          ...(random.chance(0.7) ? [update] : []),
          ...findings.slice(1),
          ...(random.chance(0.75) ? [decision] : []),
          ...fixes,
        ],
    usual: open
      ? findings.slice(0, 1)
      : [random.pick(findings), ...fixes.slice(0, random.int(1, 2))],
    brief: open ? [] : [random.pick(fixes)],
  };
  const until =
    course.containedAt ??
    Math.min(course.declaredAt + 40 * MINUTE, course.toldAt);
  return spread(steps[depth], course.declaredAt, until, random);
}

function ending(
  { kind }: PlannedIncident,
  { containedAt, resolvedAt, closedAt }: Course,
  depth: Depth,
  random: Random,
): Entry[] {
  const entries: Entry[] = [];
  if (containedAt && depth === 'full') {
    entries.push({
      at: containedAt,
      kind: 'containment',
      text: random.pick(CONTAINMENTS[kind]),
    });
  }
  if (resolvedAt && (depth !== 'brief' || random.chance(0.4))) {
    entries.push({
      at: resolvedAt,
      kind: 'recovery',
      text: random.pick(RECOVERIES[kind]),
    });
  }
  if (closedAt && depth === 'full' && random.chance(0.4)) {
    entries.push({
      at: closedAt,
      kind: 'communication',
      text: random.pick(CLOSURES),
    });
  }
  return entries;
}

/** Puts steps between two times in their order, at uneven distances. */
function spread(
  steps: Omit<Entry, 'at'>[],
  from: number,
  to: number,
  random: Random,
): Entry[] {
  const gaps = steps.map(() => 0.3 + random.next());
  const total = gaps.reduce((sum, gap) => sum + gap, 0) + 0.3;
  let passed = 0;
  return steps.map((step, index) => {
    passed += gaps[index];
    const offset = wholeMinutes((passed / total) * (to - from));
    return { ...step, at: Math.min(to, from + offset) };
  });
}
