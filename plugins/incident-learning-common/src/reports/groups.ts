import type { IncidentGroup } from '../patterns';
import type { TrendFigures } from './schema';

/** The same kind at the same service so often is more than a repeat. */
const RECURRING = 3;
/** So many services make a pattern everybody's. */
const CROSSING = 3;

/** Groups of one signature that a finding can be about. */
export function recurringGroups({ repeats }: TrendFigures): IncidentGroup[] {
  return repeats.filter(({ count }) => count >= RECURRING);
}

/** Groups of one pattern that a finding can be about. */
export function crossingGroups({ patterns }: TrendFigures): IncidentGroup[] {
  return patterns.filter(({ serviceCount }) => serviceCount >= CROSSING);
}
