import type {
  LessonMark,
  LessonStanding,
} from '@hindsight/backstage-plugin-incident-learning-common';

export const STANDING_WORDS: Record<LessonStanding, string> = {
  applied: 'Applied',
  'not-applicable': 'Not applicable',
  planned: 'Planned',
  open: 'Open',
};

/** The marks to choose from, with what each is for. */
export const MARK_WORDS: Record<LessonMark, { title: string; hint: string }> = {
  applied: { title: 'Applied', hint: 'It is done here.' },
  planned: {
    title: 'Planned',
    hint: 'It becomes an action, and counts as applied once that is verified.',
  },
  'not-applicable': {
    title: 'Not applicable',
    hint: 'It has nothing to do with this service.',
  },
};

/** What is asked for beside each mark. */
export const NOTE_WORDS: Record<
  LessonStanding,
  { label: string; hint: string }
> = {
  applied: {
    label: 'What was done',
    hint: 'A sentence or a link; others learn from it',
  },
  planned: { label: 'What is to be done', hint: 'A sentence, if you like' },
  'not-applicable': {
    label: 'Why it does not apply',
    hint: 'So that nobody has to ask again',
  },
  open: { label: 'Why it is open again', hint: 'A sentence, if you like' },
};

/** What coverage is, for whoever wonders. */
export const COVERAGE_DEFINITION =
  'Coverage is the share of services that have applied a lesson, among those to which it applies: the services that it names, the components of the teams and systems that it names, and any that marked it themselves. Services for which it was found not applicable are left out. A plan counts once its action is verified.';
