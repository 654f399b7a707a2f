import type { Review } from '@hindsight/backstage-plugin-incident-learning-common';

const WORDS: Record<string, string> = {
  title: 'the title',
  facilitator: 'the facilitator',
  participants: 'the participants',
  scheduledFor: 'the meeting’s time',
  feedbackDueAt: 'when feedback is due',
  incidentIds: 'the incidents',
  rootCauses: 'the root causes',
  analyses: 'an analysis',
  lessons: 'the lessons',
  actions: 'the actions',
  state: 'the state',
  reason: 'the reason',
};

/**
 * A part of a review in the middle of a sentence.
 *
 * @param path - as the history has it, such as `sections.summary`
 */
export function partWords(
  path: string,
  { sections }: Pick<Review, 'sections'>,
): string {
  const [part, id] = path.split('.');
  const section = sections.find(other => other.id === id);
  return part === 'sections' && section
    ? `“${section.title}”`
    : WORDS[part] ?? path;
}
