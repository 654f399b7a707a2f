/** Kinds of entities that incidents happen to. */
export const AFFECTED_KINDS = [
  'component',
  'api',
  'resource',
  'system',
  'domain',
] as const;

/** Kinds of entities that take part in a response. */
export const PARTICIPANT_KINDS = ['user', 'group'] as const;

/** Kinds of entities that a lesson can apply to; a group stands for what it owns. */
export const LESSON_KINDS = [...AFFECTED_KINDS, 'group'] as const;
