import type {
  BulletinPattern,
  Period,
} from '@hindsight/backstage-plugin-incident-learning-common';
import type { PatternStore } from '../patterns';
import type { BulletinSelection, Listed } from './BulletinStore';

/**
 * What became a pattern in a week: a category and attack vector with an incident of the week, that has two or more
 * within the look-back up to the week's end, at one service or across several, and had at most one within the look-back
 * before the week. Incidents that the reader may not know of make no pattern.
 */
export async function newPatterns(
  store: PatternStore,
  selection: BulletinSelection,
  options: { week: Period; lookBackMs: number; limit: number },
): Promise<Listed<BulletinPattern>> {
  const { week, lookBackMs, limit } = options;
  const from = week.from - lookBackMs;
  const upToEnd = { ...selection, period: { from, to: week.to } };
  const { groups } = await store.groups(upToEnd, 'pattern');
  const recent = groups.filter(({ lastAt }) => Date.parse(lastAt) >= week.from);
  if (recent.length === 0) {
    return { count: 0, items: [] };
  }
  const before = { ...selection, period: { from, to: week.from } };
  const known = await store.groups(before, 'pattern');
  const knownKeys = new Set(known.groups.map(({ key }) => key));
  const fresh = recent.filter(({ key }) => !knownKeys.has(key));
  const told = fresh.slice(0, limit);
  const details = await store.details(upToEnd, told);
  const items = told.map(({ count, firstAt, lastAt }, index) => {
    const { category, attackVector, severities, services, serviceCount } =
      details[index];
    return {
      category,
      attackVector,
      count,
      severities,
      firstAt,
      lastAt,
      services,
      serviceCount,
    };
  });
  return { count: fresh.length, items };
}
