import {
  LessonReason,
  isContainer,
  reasonWeight,
} from '@hindsight/backstage-plugin-incident-learning-common';
import type { AccessFilter } from '../../access';
import type { Surroundings } from '../../catalog';
import type { LessonTravelStore, LinkRow } from './LessonTravelStore';

/** Among how many of the latest lessons is looked for what only shares tags or a type: that may be nearly all. */
const MAX_FAR = 2_000;

/** Why lessons concern somebody, by the lessons' ids. */
export class FoundReasons {
  private readonly reasons = new Map<string, LessonReason[]>();

  get lessonIds(): string[] {
    return [...this.reasons.keys()];
  }

  of(lessonId: string): LessonReason[] {
    return this.reasons.get(lessonId) ?? [];
  }

  add(lessonId: string, reason: Omit<LessonReason, 'others'>): void {
    const reasons = this.reasons.get(lessonId) ?? [];
    this.reasons.set(lessonId, reasons);
    reasons.push({ ...reason, others: [] });
  }
}

/**
 * Why lessons concern an entity: by what is around it in the catalog, and by what has happened to it.
 *
 * @param own - the entity, or the parts that it stands for
 */
export async function findReasons(
  found: FoundReasons,
  options: {
    store: LessonTravelStore;
    access: AccessFilter;
    entityRef: string;
    own: string[];
    around: Surroundings;
  },
): Promise<void> {
  const { store, access, entityRef, own, around } = options;
  const reasonsAt = reasonsByEntity(own, around);
  const refs = [...reasonsAt.keys()];
  const close = refs.filter(ref => reasonsAt.get(ref)?.some(isClose));
  const search = { access, latest: MAX_FAR };
  const far = refs.filter(ref => !reasonsAt.get(ref)?.some(isClose));
  for (const row of [
    ...(await store.linkedTo(close, { access })),
    ...(await store.linkedTo(far, search)),
  ]) {
    for (const reason of reasonsAt.get(row.entityRef) ?? []) {
      found.add(row.lessonId, withLink(reason, row));
    }
  }
  for (const { lessonId, tag } of await store.tagged(around.tags, search)) {
    const weight = reasonWeight('tags');
    found.add(lessonId, { kind: 'tags', weight, shared: [tag] });
  }
  if (!isContainer(entityRef)) {
    const rows = await store.ofPatternsAt(entityRef, access);
    for (const { lessonId, category, attackVector, ...at } of rows) {
      found.add(lessonId, {
        kind: 'pattern',
        weight: reasonWeight('pattern'),
        shared: [category, attackVector],
        ...at,
      });
    }
  }
}

function isClose({ kind }: Reason): boolean {
  return kind !== 'tags' && kind !== 'type';
}

type Reason = Omit<LessonReason, 'others'>;

function withLink(reason: Reason, { entityRef, link }: LinkRow): Reason {
  return { ...reason, entityRef, link };
}

/** What a lesson of an entity has to do with the one that is asked for. */
function reasonsByEntity(
  own: string[],
  { neighbours, relatives, type }: Surroundings,
): Map<string, Reason[]> {
  const reasons = new Map<string, Reason[]>();
  const add = (ref: string, reason: Reason) =>
    reasons.set(ref, [...(reasons.get(ref) ?? []), reason]);
  for (const ref of own) {
    add(ref, { kind: 'own', weight: reasonWeight('own') });
  }
  for (const { entityRef, direction, path } of neighbours) {
    const weight = reasonWeight(direction, { steps: path.length });
    add(entityRef, { kind: direction, weight, path });
  }
  for (const { entityRef, systems, tags, sameType } of relatives) {
    if (systems.length > 0) {
      const weight = reasonWeight('system');
      add(entityRef, { kind: 'system', weight, shared: systems });
    }
    if (tags.length > 0) {
      const weight = reasonWeight('tags');
      add(entityRef, { kind: 'tags', weight, shared: tags });
    }
    if (sameType && type) {
      const weight = reasonWeight('type');
      add(entityRef, { kind: 'type', weight, shared: [type] });
    }
  }
  return reasons;
}
