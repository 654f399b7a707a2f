import {
  FacilitatorRecord,
  Incident,
  addBusinessDays,
  nextFacilitator,
} from '@hindsight/backstage-plugin-incident-learning-common';
import { DAY, HOUR, MINUTE, Span, progressAt, toIso } from '../clock';
import { GUEST_REF, TEAMS, userRef } from '../company';
import { Random, createRandom } from '../random';
import { learningOf } from './learnings';
import { CURRENT, Standing, withRecentSuccess } from './standing';
import { tellContent } from './tellContent';
import { tellFeedback } from './tellFeedback';
import type { ToldMove, ToldReview } from './types';

const SEED = 1906;
const PLUGIN = 'plugin:incident-learning';

/** Those who lead reviews in turn, as the demo's configuration has it. */
const FACILITATORS = [
  ...TEAMS['depot-systems'].users.map(userRef),
  ...TEAMS['last-mile'].users.map(userRef),
  GUEST_REF,
];

const CANCELLED: Readonly<Record<number, string>> = {
  14: 'The same cause as the month before: its review covers both, and its actions are under way.',
  33: 'The provider’s own report answers all our questions; it is linked from the incident.',
  52: 'The service is switched off next week, and nothing of it lives on.',
};

/**
 * The reviews of the demo company's graver incidents, from building blocks; the same incidents give the same reviews.
 *
 * @param incidents - of the demo company; those that are no longer to be reviewed left out
 */
export function tellReviews(
  incidents: readonly Incident[],
  span: Span,
): ToldReview[] {
  const random = createRandom(SEED);
  const ended = groupAlike(
    incidents.filter(incident => needsReview(incident, span)),
  );
  const records = new Map<string, FacilitatorRecord>();
  return ended.flatMap((group, index) => {
    const own = random.fork(keyOf(group));
    const fromEnd = ended.length - 1 - index;
    const { state, publishedDaysAgo }: Standing = CURRENT[fromEnd] ?? {
      state: CANCELLED[index] ? 'cancelled' : 'published',
    };
    // In the beginning fewer were reviewed than today.
    const progress = progressAt(endOf(group), span);
    if (
      state === 'published' &&
      publishedDaysAgo === undefined &&
      !own.chance(0.45 + 0.5 * progress)
    ) {
      return [];
    }
    return tellReview(group, {
      state,
      publishedDaysAgo,
      reason: CANCELLED[index],
      facilitator: nextIn(records, group),
      progress,
      span,
      random: own,
    });
  });
}

function needsReview(incident: Incident, span: Span): boolean {
  const { severity, drill, visibility, timeline } = incident;
  return (
    (severity === 'critical' || severity === 'high') &&
    !drill &&
    timeline.length > 0 &&
    visibility !== 'restricted' &&
    endOf([incident]) < span.end - 3 * HOUR &&
    learningOf(incident) !== undefined
  );
}

/** Incidents by when they ended; those alike that ended within three weeks are reviewed together. */
function groupAlike(incidents: readonly Incident[]): Incident[][] {
  const groups: Incident[][] = [];
  const sorted = [...incidents].sort(
    (a, b) => endOf([a]) - endOf([b]) || keyOf([a]).localeCompare(keyOf([b])),
  );
  for (const incident of sorted) {
    const alike = groups.find(
      group =>
        group.length < 3 &&
        group[0].signature === incident.signature &&
        endOf([incident]) - endOf(group) < 21 * DAY,
    );
    if (alike) {
      alike.push(incident);
    } else {
      groups.push([incident]);
    }
  }
  return groups.sort((a, b) => endOf(a) - endOf(b));
}

function endOf(incidents: Incident[]): number {
  return Math.max(
    ...incidents.map(({ closedAt, resolvedAt }) =>
      Date.parse(closedAt ?? resolvedAt ?? ''),
    ),
  );
}

function keyOf([{ source }]: Incident[]): string {
  return source?.id ?? '';
}

/** Whose turn it is, as the scheduling finds it. */
function nextIn(
  records: Map<string, FacilitatorRecord>,
  group: Incident[],
): string {
  const facilitator =
    nextFacilitator(
      FACILITATORS.map(
        entityRef => records.get(entityRef) ?? { entityRef, reviews: 0 },
      ),
      group.flatMap(({ participants }) =>
        participants
          .filter(({ role }) => role === 'commander')
          .map(({ entityRef }) => entityRef),
      ),
    ) ?? FACILITATORS[0];
  records.set(facilitator, {
    entityRef: facilitator,
    reviews: (records.get(facilitator)?.reviews ?? 0) + 1,
    lastAt: toIso(endOf(group)),
  });
  return facilitator;
}

interface Plan extends Standing {
  reason?: string;
  facilitator: string;
  progress: number;
  span: Span;
  random: Random;
}

function tellReview(group: Incident[], plan: Plan): ToldReview[] {
  const { facilitator, random, span, state } = plan;
  const createdAt = endOf(group) + random.int(1, 5) * MINUTE;
  const scheduledFor = atOffice(createdAt + 2 * DAY, random);
  const moves = movesOf(createdAt, plan);
  if (moves.some(({ at }) => Date.parse(at) > span.end)) {
    return [];
  }
  const written = moves.some(({ to }) => to === 'drafting');
  const content = tellContent(group, { facilitator, span, random, moves });
  const gathered = moves.find(({ to }) => to === 'gathering')?.at;
  return [
    {
      key: keyOf(group),
      incidents: group,
      title:
        group.length > 1
          ? `${group[0].title}, and ${group.length - 1} more`
          : group[0].title,
      createdAt: toIso(createdAt),
      createdBy: PLUGIN,
      facilitator,
      participants: participantsOf(group, state, facilitator),
      scheduledFor: toIso(scheduledFor),
      feedbackDueAt: toIso(Date.parse(gathered ?? toIso(createdAt)) + 3 * DAY),
      moves,
      content: written
        ? withRecentSuccess(content, plan)
        : {
            sections: {},
            analyses: [],
            rootCauses: [],
            lessons: [],
            actions: [],
          },
      feedback: tellFeedback(group, { state, random: random.fork('feedback') }),
    },
  ];
}

function participantsOf(
  group: Incident[],
  state: Plan['state'],
  facilitator: string,
): Incident['participants'] {
  const all = group.flatMap(({ participants }) => participants);
  const once = all.filter(
    ({ entityRef }, index) =>
      all.findIndex(other => other.entityRef === entityRef) === index,
  );
  // Whoever looks at the demo is asked something, too.
  const asked =
    state === 'gathering' && facilitator !== GUEST_REF
      ? [{ role: 'responder', entityRef: GUEST_REF }]
      : [];
  return [
    ...once.filter(({ entityRef }) => entityRef !== GUEST_REF || !asked.length),
    ...asked,
  ];
}

/** When it moved on; from its end to publication it takes business days, fewer today than in the beginning. */
function movesOf(createdAt: number, plan: Plan): ToldMove[] {
  const { facilitator: by, progress, random, reason, span, state } = plan;
  const days = Math.max(
    1,
    Math.round(random.logNormal(7.5 - 3.6 * progress, 0.45)),
  );
  const { publishedDaysAgo } = plan;
  const published = atOffice(
    publishedDaysAgo === undefined
      ? Date.parse(addBusinessDays(toIso(createdAt), days))
      : Math.max(span.end - publishedDaysAgo * DAY, createdAt + DAY),
    random,
  );
  const open = span.end - createdAt;
  const at = (share: number) =>
    toIso(
      createdAt +
        Math.round(
          (share * (state === 'published' ? published - createdAt : open)) /
            MINUTE,
        ) *
          MINUTE,
    );
  const steps: ToldMove[] = [
    { at: at(0.08), by, to: 'gathering' },
    { at: at(0.5), by, to: 'drafting' },
    { at: at(0.85), by, to: 'in-review' },
    { at: at(1), by, to: 'published' },
  ];
  switch (state) {
    case 'scheduled':
      return [];
    case 'gathering':
      return steps.slice(0, 1);
    case 'drafting':
      return steps.slice(0, 2);
    case 'in-review':
      return steps.slice(0, 3);
    case 'cancelled':
      return [
        { at: toIso(createdAt + 26 * HOUR), by, to: 'cancelled', reason },
      ];
    default:
      return steps;
  }
}

/** The same day at a time when people meet; on a weekend, the Monday after. */
function atOffice(at: number, random: Random): number {
  const midnight = Math.floor(at / DAY) * DAY;
  const weekend = { 6: 2 * DAY, 0: DAY }[new Date(midnight).getUTCDay()] ?? 0;
  return midnight + weekend + random.int(18, 32) * 30 * MINUTE;
}
