import { CHANGE_LEARNINGS } from './changes';
import { CONFIGURATION_LEARNINGS } from './configuration';
import { ESTATE_LEARNINGS } from './estate';
import { LOAD_LEARNINGS } from './load';
import { MISHAP_LEARNINGS } from './mishaps';
import { SECURITY_LEARNINGS } from './security';
import type { Learning } from './types';

const LEARNINGS: readonly Learning[] = [
  ...CHANGE_LEARNINGS,
  ...CONFIGURATION_LEARNINGS,
  ...LOAD_LEARNINGS,
  ...ESTATE_LEARNINGS,
  ...SECURITY_LEARNINGS,
  ...MISHAP_LEARNINGS,
];

/** What reviews of such incidents find, if there is anything to tell. */
export function learningOf(incident: {
  category?: string;
  attackVector?: string;
}): Learning | undefined {
  const { category = '', attackVector = '' } = incident;
  return LEARNINGS.find(
    ({ categories, vectors }) =>
      categories.includes(category) &&
      (!vectors || vectors.includes(attackVector)),
  );
}
