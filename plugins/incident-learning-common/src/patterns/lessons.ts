import type { IncidentGroup } from './schema';

/** What a published lesson tells of where it came from and where it applies. @public */
export interface PublishedLesson {
  id: string;
  statement: string;
  category?: string;
  /** Entities that it is said to apply to, or was applied to. */
  appliesTo: string[];
  /** The incidents of the review that it came out of. */
  incidents: {
    category?: string;
    attackVector?: string;
    entityRefs: string[];
  }[];
}

/** As many lessons as one group tells. */
const MAX_LESSONS = 10;

/**
 * Finds the lessons of a group's kind, and which of the services that it hit have one.
 *
 * A lesson is of its kind if it came out of a review of an incident with the same category and attack vector, or names
 * the group's category as its own. It reaches a service if it came out of an incident that touched it, is said to apply
 * to it, or was applied there.
 *
 * @public
 */
export function lessonsOfGroup(
  group: Pick<IncidentGroup, 'category' | 'attackVector' | 'services'>,
  lessons: PublishedLesson[],
): Pick<IncidentGroup, 'lessons' | 'services'> {
  const alike = lessons.filter(lesson => isOfKind(group, lesson));
  const reached = new Set(
    alike.flatMap(({ appliesTo, incidents }) => [
      ...appliesTo,
      ...incidents.flatMap(({ entityRefs }) => entityRefs),
    ]),
  );
  return {
    lessons: alike
      .slice(0, MAX_LESSONS)
      .map(({ id, statement }) => ({ id, statement })),
    services: group.services.map(service => ({
      ...service,
      lesson: reached.has(service.entityRef),
    })),
  };
}

function isOfKind(
  { category, attackVector }: Pick<IncidentGroup, 'category' | 'attackVector'>,
  lesson: PublishedLesson,
): boolean {
  return (
    (category !== undefined &&
      lesson.category?.toLowerCase() === category.toLowerCase()) ||
    lesson.incidents.some(
      incident =>
        knownPart(incident.category) === category &&
        knownPart(incident.attackVector) === attackVector,
    )
  );
}

/** A category or attack vector, unless it says only that it is not known. @public */
export function knownPart(part: string | undefined): string | undefined {
  return part === undefined || part.toLowerCase() === 'unknown'
    ? undefined
    : part;
}
