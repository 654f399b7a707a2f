import type { FishboneCause } from '@hindsight/backstage-plugin-incident-learning-common';
import {
  OutlineCommands,
  deepen,
  insertAfter,
  moveBy,
  newNodeId,
  raise,
  withoutBranch,
} from '../outline';
import type { AnalysisOf } from '../types';

/** A cause whose parent is another cause or, at the top, its category. */
export type Bone = FishboneCause & { parentId: string };

const PREFIX = 'category ';

/** What the causes of a category stand under; no node has an id with a space. */
export function rootOf(category: string): string {
  return PREFIX + category;
}

/** The causes, those at the top under their categories. */
export function bonesOf({ causes }: AnalysisOf<'fishbone'>): Bone[] {
  return causes.map(cause => ({
    ...cause,
    parentId: cause.parentId ?? rootOf(cause.category ?? ''),
  }));
}

/** The causes as they are stored. */
export function causesOfBones(bones: Bone[]): FishboneCause[] {
  return bones.map(({ parentId, category: _, ...cause }) =>
    parentId.startsWith(PREFIX)
      ? { ...cause, category: parentId.slice(PREFIX.length) }
      : { ...cause, parentId },
  );
}

/** What the keys do to a fishbone. */
export function boneCommands(
  bones: Bone[],
  onChange: (bones: Bone[], subject?: string) => void,
): OutlineCommands & {
  set: (id: string, patch: Partial<Bone>, subject?: string) => void;
} {
  const set = (id: string, patch: Partial<Bone>, subject?: string) =>
    onChange(
      bones.map(bone => (bone.id === id ? { ...bone, ...patch } : bone)),
      subject,
    );
  const moved = (id: string, next: Bone[] | undefined) => {
    if (next) {
      onChange(next);
    }
    return next && id;
  };
  const blank = (parentId: string): Bone => ({
    id: newNodeId(),
    parentId,
    text: '',
    evidence: [],
    cause: false,
  });
  return {
    set,
    setText: (id, text) =>
      set(id, { text }, `text ${id} ${text.split(/\s+/).length}`),
    addAfter: id => {
      const bone = blank('');
      onChange(insertAfter(bones, id, bone));
      return bone.id;
    },
    addWithin: parentId => {
      const bone = blank(parentId);
      onChange([...bones, bone]);
      return bone.id;
    },
    deeper: id => moved(id, deepen(bones, id)),
    shallower: id => moved(id, raise(bones, id)),
    move: (id, step) => moved(id, moveBy(bones, id, step)),
    remove: id => onChange(withoutBranch(bones, id)),
  };
}
