import type { MetricsQuery } from '@hindsight/backstage-plugin-incident-learning-common';
import type { Period } from '../url';

/** Whose incidents: `org` or an entity ref, and of which time. */
export interface Selection {
  scope: string;
  period: Period;
}

// The API's own defaults are the last year and now; a period without an end has those dated in the future as well.
const BEGINNING = '0001-01-01T00:00:00.000Z';
const END = '9999-12-31T00:00:00.000Z';

/** What `/metrics` and its like are asked. */
export function queryOf(selection: Selection): Partial<MetricsQuery> {
  return { ...boundsOf(selection), interval: selection.period.interval };
}

/** The same for what has no series. */
export function boundsOf({ scope, period }: Selection) {
  const { from = BEGINNING, to = END } = period;
  return { scope, from, to };
}
