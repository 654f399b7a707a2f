import { parseEntityRef } from '@backstage/catalog-model';
import type { ActionStatus } from '../../actions/schema';
import type { LessonCounts } from './coverageSchema';
import { LESSON_STANDINGS, LessonStanding } from './schema';

/** What stands for its parts: a mark is made for each of these. */
const CONTAINERS = ['group', 'system', 'domain'];

/** Whether an entity stands for others that belong to it, such as a system for its components. @public */
export function isContainer(entityRef: string): boolean {
  return CONTAINERS.includes(parseEntityRef(entityRef).kind);
}

/** Whether a lesson can be applied to an entity: neither a person nor what stands for its parts. @public */
export function canBeMarked(entityRef: string): boolean {
  return !isContainer(entityRef) && parseEntityRef(entityRef).kind !== 'user';
}

/**
 * How a lesson stands where it is marked. A plan is kept once somebody has verified that its action did what it was to
 * do; a plan whose action was given up is none.
 *
 * @param status - of the action of a plan; absent where it is gone
 * @public
 */
export function standingOf(
  mark: LessonStanding,
  status: ActionStatus | undefined,
): LessonStanding {
  if (mark !== 'planned') {
    return mark;
  }
  if (status === 'verified') {
    return 'applied';
  }
  return status === undefined || status === 'cancelled' ? 'open' : 'planned';
}

/**
 * Counts the standings of a lesson. Coverage is the share that has applied it among those to which it applies: entities
 * for which it was found not applicable are none of these.
 *
 * @public
 */
export function countStandings(standings: LessonStanding[]): LessonCounts {
  const of = (standing: LessonStanding) =>
    standings.filter(one => one === standing).length;
  const [applied, notApplicable, planned, open] = LESSON_STANDINGS.map(of);
  const n = applied + planned + open;
  return {
    entities: standings.length,
    applied,
    notApplicable,
    planned,
    open,
    n,
    ...(n > 0 ? { coverage: applied / n } : {}),
  };
}
