import type { IncidentInput } from '@hindsight/backstage-plugin-incident-learning-common';
import { DAY, HOUR, MINUTE, Span, toIso } from '../clock';
import { DOCUMENTS_URL } from '../company';
import type { PlannedIncident } from '../plan';
import type { Random } from '../random';
import { renderSentences, renderTemplate, Slots } from '../template';
import { Course, drawCourse } from './course';
import { drawParticipants } from './people';
import { OPEN_IMPACTS, OPEN_SUMMARIES, STRUGGLES } from './phrases';
import { drawRisk } from './risk';
import { drawSlots } from './slots';
import { tellTimeline } from './timeline';

/** The source system under which demo incidents are kept. */
export const DEMO_SYSTEM = 'demo';

const MONTH = 30.4 * DAY;

/** Tells a planned incident in full. */
export function tellIncident(
  plan: PlannedIncident,
  id: string,
  span: Span,
  random: Random,
): IncidentInput {
  const course = drawCourse(plan, span, random.fork('course'));
  const monthsIn = (plan.at - span.start) / MONTH;
  const slots = drawSlots(plan, course, monthsIn, random.fork('slots'));
  const { scenario } = plan;
  return {
    ...tellTexts(plan, course, slots, random.fork('texts')),
    kind: plan.kind,
    status: course.status,
    severity: course.severity,
    category: scenario.category,
    attackVector: scenario.attackVector,
    entityRefs: drawEntityRefs(plan, course, random.fork('entities')),
    ...timesOf(course),
    source: { system: DEMO_SYSTEM, id },
    drill: plan.drill,
    tags: [...scenario.tags],
    participants: drawParticipants(plan, course, random.fork('people')),
    timeline: tellTimeline(plan, course, slots, random.fork('timeline')),
    links: drawLinks(plan, course, id, random.fork('links')),
    ...drawSourceData(random.fork('source')),
    ...drawRisk(plan, course, slots, random.fork('risk')),
  };
}

function tellTexts(
  plan: PlannedIncident,
  course: Course,
  slots: Slots,
  random: Random,
): Pick<IncidentInput, 'title' | 'summary' | 'impact'> {
  const { kind, scenario, service } = plan;
  const { titles, summaries, impacts } = scenario;
  // One draw for all, so that lists of one length stay together.
  const index = random.int(0, titles.length * summaries.length * 12 - 1);
  const take = (texts: readonly string[]) => texts[index % texts.length];
  const title = renderTemplate(take(titles), slots, random);
  if (course.status === 'open') {
    return {
      title: titleCase(title, service.name),
      summary: renderSentences(
        random.pick(OPEN_SUMMARIES[kind]),
        slots,
        random,
      ),
      impact: renderSentences(random.pick(OPEN_IMPACTS[kind]), slots, random),
    };
  }
  const summary = renderSentences(take(summaries), slots, random);
  const struggle = random.chance(0.36)
    ? ` ${renderSentences(drawStruggle(plan, course, random), slots, random)}`
    : '';
  const impact = impacts ? take(impacts) : `${slots.harm}.`;
  return {
    title: titleCase(title, service.name),
    summary: summary + struggle,
    impact: renderSentences(impact, slots, random),
  };
}

/** A title starts with a capital, unless with the name of the service as it stands in the catalog. */
function titleCase(title: string, serviceName: string): string {
  return title.startsWith(serviceName)
    ? title
    : title.charAt(0).toUpperCase() + title.slice(1);
}

function drawStruggle(
  { kind }: PlannedIncident,
  { occurredAt, detectedAt }: Course,
  random: Random,
): string {
  const slow = kind === 'security' ? DAY : 45 * MINUTE;
  return random.pick(
    detectedAt - occurredAt > slow && random.chance(0.6)
      ? STRUGGLES.slow
      : STRUGGLES[kind],
  );
}

function drawEntityRefs(
  { assigned, service }: PlannedIncident,
  { severity }: Course,
  random: Random,
): string[] {
  if (!assigned) {
    return [];
  }
  const spreads = {
    critical: 0.6,
    high: 0.5,
    medium: 0.28,
    low: 0.1,
    unknown: 0,
  };
  const others = random.chance(spreads[severity])
    ? random.shuffle(service.alsoHit).slice(0, random.int(1, 2))
    : [];
  return [`component:default/${service.name}`, ...others];
}

function timesOf(course: Course) {
  const times = {
    occurredAt: course.occurredAt,
    detectedAt: course.detectedAt,
    declaredAt: course.declaredAt,
    containedAt: course.containedAt,
    resolvedAt: course.resolvedAt,
    closedAt: course.closedAt,
  };
  return Object.fromEntries(
    Object.entries(times).flatMap(([name, at]) =>
      at === undefined ? [] : [[name, toIso(at)]],
    ),
  );
}

/** What the ticket system knew and the model has no field for. */
function drawSourceData(random: Random): Pick<IncidentInput, 'sourceData'> {
  return random.chance(0.3)
    ? {
        sourceData: {
          ticket: `OPS-${random.int(10_400, 28_900)}`,
          shift: random.pick(['early', 'late', 'night']),
        },
      }
    : {};
}

function drawLinks(
  { service }: PlannedIncident,
  { severity, closedAt, detectedAt }: Course,
  id: string,
  random: Random,
): IncidentInput['links'] {
  const grave = severity === 'critical' || severity === 'high';
  if (!grave || !closedAt || closedAt - detectedAt < HOUR) {
    return [];
  }
  return random
    .shuffle([
      {
        url: `${DOCUMENTS_URL}/incidents/${id.toLowerCase()}`,
        title: 'Notes taken during the call',
      },
      {
        url: `${DOCUMENTS_URL}/runbooks/${service.name}`,
        title: `Runbook of ${service.name}`,
      },
    ])
    .slice(0, random.int(0, 2));
}
