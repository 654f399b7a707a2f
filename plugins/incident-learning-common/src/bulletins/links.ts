import { portalPath } from '../reports/links';
import type { Bulletin, BulletinPattern } from './schema';

/** The bulletin's own page. @public */
export function bulletinLink({
  week,
  scope,
}: Pick<Bulletin, 'week' | 'scope'>): string {
  return portalPath('bulletin', {
    week,
    scope: scope === 'org' ? undefined : scope,
  });
}

/** Addresses of what a bulletin tells of: paths within the portal. @public */
export const bulletinItemLinks = {
  lesson: ({ id }: { id: string }) => portalPath(`lessons/${id}`),
  review: ({ id }: { id: string }) => portalPath(`reviews/${id}/report`),
  action: ({ id }: { id: string }) => portalPath(`actions/${id}`),
  /** All that is overdue by now. */
  overdue: ({ scope }: Pick<Bulletin, 'scope'>) =>
    portalPath('actions', {
      overdue: 'true',
      scope: scope === 'org' || scope === 'mine' ? undefined : scope,
      mine: scope === 'mine' ? 'true' : undefined,
    }),
  /** Its incidents up to the end of the week. */
  pattern: (
    { category, attackVector, firstAt }: BulletinPattern,
    { scope, to }: Pick<Bulletin, 'scope' | 'to'>,
  ) =>
    portalPath('incidents', {
      scope: scope === 'org' || scope === 'mine' ? undefined : scope,
      from: firstAt.slice(0, 10),
      until: new Date(Date.parse(to) - 1).toISOString().slice(0, 10),
      drill: 'false',
      category: category ?? 'unknown',
      attackVector: attackVector ?? 'unknown',
    }),
};
