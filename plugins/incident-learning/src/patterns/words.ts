import type { IncidentGroup } from '@hindsight/backstage-plugin-incident-learning-common';
import { formatTime } from '../components';

/** What the incidents of a group have in common: `certificate · expired certificate`. */
export function describeKind({
  category,
  attackVector,
}: Pick<IncidentGroup, 'category' | 'attackVector'>): string {
  return `${category ?? 'category not known'} · ${
    attackVector ?? 'attack vector not known'
  }`;
}

/** The days between which a group happened. */
export function describeSpan({ firstAt, lastAt }: IncidentGroup): string {
  const first = formatTime(firstAt, 'day');
  const last = formatTime(lastAt, 'day');
  return first === last ? first : `${first} – ${last}`;
}
