import type { Review } from '@hindsight/backstage-plugin-incident-learning-common';

/** Two answers of one review, in whatever order they came: of each part the newer one. */
export function mergeReviews(before: Review, answer: Review): Review {
  const newer = answer.revision >= before.revision ? answer : before;
  return {
    ...newer,
    sections: answer.sections.map(section => {
      const known = before.sections.find(({ id }) => id === section.id);
      return known && known.revision > section.revision ? known : section;
    }),
    rootCauses:
      before.rootCauses.revision > answer.rootCauses.revision
        ? before.rootCauses
        : answer.rootCauses,
  };
}
