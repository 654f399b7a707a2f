import { z } from 'zod';
import { entityRefSchema } from '../../incidents/fields';
import { PRIORITIES, Priority } from '../schema';
import type { LessonStanding } from '../applications/schema';

/** Why a lesson is shown for an entity, the closest first. @public */
export const TRAVEL_REASONS = [
  'own',
  'similar-incident',
  'depends-on',
  'pattern',
  'dependency-of',
  'system',
  'tags',
  'type',
] as const;
/** @public */
export type TravelReason = (typeof TRAVEL_REASONS)[number];

/** How a lesson hangs on an entity. @public */
export const LESSON_LINKS = ['applies-to', 'incident', 'applied'] as const;
/** @public */
export type LessonLink = (typeof LESSON_LINKS)[number];

/** One step along a relation of the catalog. @public */
export const travelStepSchema = z.object({
  /** As the catalog names it, such as `dependsOn`. */
  relation: z.string(),
  entityRef: z.string(),
});

/**
 * Why a lesson is shown:
 *
 * - `own`: it hangs on the entity itself
 * - `similar-incident`: it came out of an incident like the one at hand
 * - `depends-on`, `dependency-of`: it hangs on what the entity depends on, or on what depends on it, along `path`
 * - `pattern`: it came out of an incident with a category and attack vector that the entity has had incidents with
 * - `system`, `type`: it hangs on a component of the same system, or of the same type
 * - `tags`: it carries a tag of the entity, or hangs on an entity with the same one
 *
 * @public
 */
export const lessonReasonSchema = z.object({
  kind: z.enum(TRAVEL_REASONS),
  /** What it is worth by itself, 0 to 1. */
  weight: z.number(),
  /** On which entity the lesson hangs, and how: said to apply to it, learned there, or applied there. */
  entityRef: entityRefSchema.optional(),
  link: z.enum(LESSON_LINKS).optional(),
  /** From the entity to that one. */
  path: z.array(travelStepSchema).optional(),
  /** The category and attack vector, the system, the type or the tags in common. */
  shared: z.array(z.string()).optional(),
  /** The incident that is like the one at hand. */
  incident: z.object({ id: z.string(), title: z.string() }).optional(),
  /** Other entities with the same kind of reason, at most 10. */
  others: z.array(z.string()),
});

/** @public */
export type TravelStep = z.output<typeof travelStepSchema>;
/** @public */
export type LessonReason = z.output<typeof lessonReasonSchema>;

const WEIGHTS: Record<TravelReason, number> = {
  own: 0.95,
  'similar-incident': 0.9,
  'depends-on': 0.8,
  pattern: 0.7,
  'dependency-of': 0.6,
  system: 0.4,
  tags: 0.3,
  type: 0.15,
};

/** What each step after the first leaves of a reason. */
const PER_STEP = 0.6;

const MAX_OTHERS = 10;

/**
 * What a reason is worth by itself: own 0.95, a similar incident 0.9 times its likeness, a dependency 0.8, a pattern 0.7,
 * a dependent 0.6, the same system 0.4, tags 0.3, the same type 0.15. A second step along the catalog's relations leaves
 * 60 % of it.
 *
 * @param likeness - of a similar incident, 0 to 1
 * @public
 */
export function reasonWeight(
  kind: TravelReason,
  { steps = 1, likeness = 1 }: { steps?: number; likeness?: number } = {},
): number {
  return WEIGHTS[kind] * PER_STEP ** (steps - 1) * likeness;
}

/**
 * One reason of each kind, the best with the others' entities beside it; the weightiest first.
 *
 * @public
 */
export function mergeReasons(reasons: LessonReason[]): LessonReason[] {
  const best = new Map<TravelReason, LessonReason>();
  const others = new Map<TravelReason, Set<string>>();
  for (const reason of [...reasons].sort(byStrength)) {
    const { kind, entityRef } = reason;
    const first = best.get(kind);
    if (!first) {
      best.set(kind, reason);
      others.set(kind, new Set());
    } else if (entityRef !== undefined && entityRef !== first.entityRef) {
      others.get(kind)?.add(entityRef);
    }
  }
  return [...best.values()].map(reason => ({
    ...reason,
    others: [...(others.get(reason.kind) ?? [])].slice(0, MAX_OTHERS),
  }));
}

function byStrength(a: LessonReason, b: LessonReason): number {
  const linkOf = ({ link }: LessonReason) =>
    link ? LESSON_LINKS.indexOf(link) : LESSON_LINKS.length;
  return (
    b.weight - a.weight ||
    TRAVEL_REASONS.indexOf(a.kind) - TRAVEL_REASONS.indexOf(b.kind) ||
    linkOf(a) - linkOf(b) ||
    compare(a.entityRef ?? '', b.entityRef ?? '')
  );
}

/**
 * How much speaks for a lesson, 0 to 1: reasons of several kinds add up, though never past 1. Of weights w it is
 * 1 − (1 − w₁)(1 − w₂)…
 *
 * @param reasons - one of each kind
 * @public
 */
export function travelScore(reasons: Pick<LessonReason, 'weight'>[]): number {
  return 1 - reasons.reduce((rest, { weight }) => rest * (1 - weight), 1);
}

/** What a ranking looks at. @public */
export interface RankedLesson {
  id: string;
  priority: Priority;
  /** ISO 8601: when it was published, or written where there was no review. */
  at: string;
  score: number;
  /** How it stands at the entity, where it is marked. */
  standing?: LessonStanding;
}

/** What still asks for a word comes before what has one. */
const ORDER: LessonStanding[] = [
  'open',
  'planned',
  'applied',
  'not-applicable',
];

/**
 * Orders lessons for somebody who has to decide on them: unmarked ones first, then planned, applied and not applicable
 * ones; among these by score, priority and recency.
 *
 * @public
 */
export function compareForTravel(a: RankedLesson, b: RankedLesson): number {
  const standing = (one: RankedLesson) => ORDER.indexOf(one.standing ?? 'open');
  const priority = (one: RankedLesson) => PRIORITIES.indexOf(one.priority);
  return (
    standing(a) - standing(b) ||
    b.score - a.score ||
    priority(a) - priority(b) ||
    compare(b.at, a.at) ||
    compare(b.id, a.id)
  );
}

function compare(a: string, b: string): number {
  if (a === b) {
    return 0;
  }
  return a < b ? -1 : 1;
}
