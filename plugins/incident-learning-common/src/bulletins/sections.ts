import type { IncidentGroup } from '../patterns';
import { entityName, words } from '../reviews/reportText';
import type { Bulletin } from './schema';

/** The sections of a bulletin, in the order in which they are read. @public */
export const BULLETIN_SECTIONS = [
  'lessons',
  'reviews',
  'verified',
  'patterns',
  'overdue',
] as const;
/** @public */
export type BulletinSectionId = (typeof BULLETIN_SECTIONS)[number];

interface SectionWords {
  title: string;
  one: string;
  many: string;
  /** What to say where there is none. */
  none: string;
}

/** @public */
export const BULLETIN_WORDS: Record<BulletinSectionId, SectionWords> = {
  lessons: {
    title: 'New lessons',
    one: 'new lesson',
    many: 'new lessons',
    none: 'No lesson was published.',
  },
  reviews: {
    title: 'Published reviews',
    one: 'published review',
    many: 'published reviews',
    none: 'No review was published.',
  },
  verified: {
    title: 'Verified actions',
    one: 'verified action',
    many: 'verified actions',
    none: 'No action was verified.',
  },
  patterns: {
    title: 'New patterns',
    one: 'new pattern',
    many: 'new patterns',
    none: 'No kind of incident became a pattern.',
  },
  overdue: {
    title: 'Overdue actions',
    one: 'overdue action',
    many: 'overdue actions',
    none: 'No action is overdue.',
  },
};

type Counted = Pick<Bulletin, BulletinSectionId>;

/** Whether a bulletin has nothing to tell. @public */
export function isEmptyBulletin(bulletin: Counted): boolean {
  return BULLETIN_SECTIONS.every(id => (bulletin[id]?.count ?? 0) === 0);
}

/** `3 new lessons, 1 published review`: of what there is; empty where there is nothing. @public */
export function bulletinSummary(bulletin: Counted): string {
  return BULLETIN_SECTIONS.flatMap(id => {
    const count = bulletin[id]?.count ?? 0;
    const { one, many } = BULLETIN_WORDS[id];
    return count > 0
      ? [`${count.toLocaleString('en-US')} ${count === 1 ? one : many}`]
      : [];
  }).join(', ');
}

/** Whose bulletin it is. @public */
export function bulletinScopeTitle(scope: string): string {
  if (scope === 'org') {
    return 'whole organisation';
  }
  return scope === 'mine' ? 'my groups' : entityName(scope);
}

/** `Certificate · expiry`, as far as it is known. @public */
export function patternTitle({
  category,
  attackVector,
}: Pick<IncidentGroup, 'category' | 'attackVector'>): string {
  return [category, attackVector]
    .flatMap(part => (part === undefined ? [] : [words(part)]))
    .join(' · ');
}
