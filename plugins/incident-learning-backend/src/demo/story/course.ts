import type {
  IncidentKind,
  IncidentStatus,
  Severity,
} from '@hindsight/backstage-plugin-incident-learning-common';
import { DAY, HOUR, MINUTE, progressAt, Span, wholeMinutes } from '../clock';
import type { PlannedIncident } from '../plan';
import type { Random } from '../random';
import type { Scenario } from '../scenarios';

/** How an incident went, in epoch milliseconds; what has not happened yet is absent. */
export interface Course {
  severity: Severity;
  status: IncidentStatus;
  /** The present, as far as the story goes. */
  toldAt: number;
  occurredAt: number;
  detectedAt: number;
  declaredAt: number;
  containedAt?: number;
  resolvedAt?: number;
  closedAt?: number;
}

type Graded = Record<Exclude<Severity, 'unknown'>, number>;

const SEVERITY_WEIGHTS: Record<Scenario['gravity'], Graded> = {
  grave: { critical: 24, high: 44, medium: 26, low: 6 },
  usual: { critical: 4, high: 22, medium: 48, low: 26 },
  light: { critical: 0, high: 6, medium: 36, low: 58 },
};

/** Medians, the spread in log units, and the factor by which the median changes over the whole span. */
interface Pace {
  median: Graded;
  spread: number;
  drift: number;
}

const PACE: Record<
  IncidentKind,
  Record<'detect' | 'contain' | 'resolve' | 'close', Pace>
> = {
  operational: {
    detect: {
      median: graded(MINUTE, 7, 11, 26, 75),
      spread: 1.35,
      drift: 0.42,
    },
    contain: {
      median: graded(MINUTE, 58, 50, 64, 130),
      spread: 0.95,
      drift: 0.95,
    },
    resolve: {
      median: graded(MINUTE, 210, 120, 70, 60),
      spread: 1.1,
      drift: 0.75,
    },
    close: { median: graded(DAY, 9, 6, 3.5, 2), spread: 0.6, drift: 1.1 },
  },
  security: {
    detect: { median: graded(HOUR, 30, 38, 26, 9), spread: 1.8, drift: 0.85 },
    contain: {
      median: graded(HOUR, 9, 11, 8, 6),
      spread: 1.15,
      drift: 1.8,
    },
    resolve: { median: graded(HOUR, 70, 50, 30, 14), spread: 1, drift: 1 },
    close: { median: graded(DAY, 16, 11, 7, 4), spread: 0.6, drift: 1 },
  },
};

function graded(
  unit: number,
  ...[critical, high, medium, low]: [number, number, number, number]
): Graded {
  return {
    critical: critical * unit,
    high: high * unit,
    medium: medium * unit,
    low: low * unit,
  };
}

/** Draws severity and times, and cuts off what lies after the end of the span. */
export function drawCourse(
  plan: PlannedIncident,
  span: Span,
  random: Random,
): Course {
  const { at, kind, scenario, service } = plan;
  const progress = progressAt(at, span);
  const severity = drawSeverity(plan, progress, random);
  const draw = (step: keyof (typeof PACE)['security'], drift = 1) => {
    const pace = PACE[kind][step];
    const change = (pace.drift * drift) ** progress;
    return wholeMinutes(
      random.logNormal(pace.median[severity] * change, pace.spread),
    );
  };
  const detect = Math.min(
    draw('detect', service.detectionDrift),
    scenario.category === 'physical' ? 2 * DAY : Infinity,
  );
  const contain = draw('contain');
  const detectedAt = at + detect;
  const declared =
    kind === 'security' ? random.int(10, 240) : random.int(2, 15);
  const containedAt = detectedAt + contain;
  const resolvedAt = containedAt + draw('resolve');
  const course: Course = {
    severity,
    status: 'closed',
    toldAt: span.end,
    occurredAt: at,
    detectedAt,
    declaredAt: Math.min(
      detectedAt + declared * MINUTE,
      detectedAt + wholeMinutes(contain / 2),
    ),
    containedAt,
    resolvedAt,
    closedAt: random.chance(0.04)
      ? undefined
      : inOfficeHours(resolvedAt + draw('close'), random),
  };
  return cutOff(course, plan.stage);
}

/** The office closes incidents, on the next workday. */
function inOfficeHours(at: number, random: Random): number {
  const nextDay = (Math.floor(at / DAY) + 1) * DAY;
  // Not `toWorkday`: Saturday's would lie before the time itself.
  const weekend = { 6: 2 * DAY, 0: DAY }[new Date(nextDay).getUTCDay()] ?? 0;
  return nextDay + weekend + random.int(8 * 60, 16 * 60) * MINUTE;
}

function drawSeverity(
  { scenario, stage }: PlannedIncident,
  progress: number,
  random: Random,
): keyof Graded {
  if (stage === 'open') {
    return random.pick(['high', 'medium']);
  }
  const weights = SEVERITY_WEIGHTS[scenario.gravity];
  // Grave ones become somewhat rarer.
  const grave = 1.15 - 0.4 * progress;
  return random.weighted([
    ['critical', weights.critical * grave],
    ['high', weights.high * grave],
    ['medium', weights.medium],
    ['low', weights.low],
  ]);
}

function cutOff(course: Course, stage?: string): Course {
  const end = course.toldAt;
  const kept = { ...course };
  const age = end - course.occurredAt;
  if (kept.detectedAt > end - MINUTE) {
    kept.detectedAt = course.occurredAt + wholeMinutes(age / 4);
  }
  if (kept.declaredAt < kept.detectedAt || kept.declaredAt > end - MINUTE) {
    kept.declaredAt = kept.detectedAt + wholeMinutes(age / 20);
  }
  if (stage === 'contained') {
    kept.containedAt = Math.max(
      kept.declaredAt,
      Math.min(course.containedAt ?? end, end - wholeMinutes(age / 4)),
    );
  }
  if (stage === 'open' || (kept.containedAt ?? end) > end - MINUTE) {
    kept.containedAt = undefined;
  }
  if (stage || !kept.containedAt || (kept.resolvedAt ?? end) > end - MINUTE) {
    kept.resolvedAt = undefined;
  }
  if (!kept.resolvedAt || (kept.closedAt ?? end) > end - MINUTE) {
    kept.closedAt = undefined;
  }
  return { ...kept, status: statusOf(kept) };
}

function statusOf(course: Course): IncidentStatus {
  if (!course.containedAt) {
    return 'open';
  }
  if (!course.resolvedAt) {
    return 'contained';
  }
  return course.closedAt ? 'closed' : 'resolved';
}
