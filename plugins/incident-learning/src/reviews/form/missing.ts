import {
  Action,
  Lesson,
  Missing,
  Review,
  RootCause,
  missingForTransition,
} from '@hindsight/backstage-plugin-incident-learning-common';

/** All that publishing will need, whatever the state that the review is in now. */
export function missingToPublish(written: {
  review: Review;
  /** Texts of sections as they are being written. */
  typed: ReadonlyMap<string, string>;
  rootCauses: RootCause[];
  timelineEvents: number;
  lessons: Lesson[];
  actions: Action[];
}): Missing[] {
  const { review, typed, rootCauses, lessons } = written;
  return missingForTransition('published', {
    ...written,
    review: {
      ...review,
      state: 'in-review',
      sections: review.sections.map(section => ({
        ...section,
        text: typed.get(section.id) ?? section.text,
      })),
      rootCauses: { ...review.rootCauses, items: rootCauses },
    },
    lessons: lessons.length,
  });
}

const NAMES: Record<string, string> = {
  facilitator: 'Facilitator',
  participants: 'Participants',
  timeline: 'Timeline',
  rootCauses: 'Root causes',
  lessons: 'Lessons',
  reason: 'Reason',
  to: 'The next state',
};

/** One thing that is missing, as a sentence that names its field. */
export function describeMissing(
  { path, message }: Missing,
  review: Pick<Review, 'sections'>,
): string {
  const [field, id] = path.split('.');
  if (field === 'actions') {
    return message;
  }
  const section = review.sections.find(other => other.id === id);
  const name =
    field === 'sections' && section ? section.title : NAMES[field] ?? path;
  return `${name} ${message}`;
}
