import type { Learning } from './types';

/** What mishaps with data that others may not see teach. */
export const MISHAP_LEARNINGS: readonly Learning[] = [
  {
    categories: ['error', 'misuse'],
    answers: [
      {
        id: 'easy',
        text: 'The wrong thing was as easy to do as the right one: one click, no difference to be seen',
        evidence: 'Screen of {service}, tried again with a test record',
        bone: 'Technology',
        side: 'arises',
        probability: 0.5,
        cause: {
          type: 'human',
          factors: ['No difference to be seen between safe and unsafe'],
        },
      },
      {
        id: 'default',
        under: 'easy',
        text: 'The default is the widest choice',
        evidence: 'Settings of a fresh installation',
        bone: 'Technology',
        side: 'arises',
        probability: 0.4,
        cause: { type: 'technical', factors: ['Unsafe defaults'] },
      },
      {
        id: 'pressure',
        text: 'Month’s end: three times the usual work with the usual number of people',
        evidence: 'Figures of the weeks around it',
        bone: 'Environment',
        side: 'arises',
        probability: 0.3,
      },
      {
        id: 'rights',
        text: 'Rights are given for a task and stay when the task is done',
        evidence:
          '{20-70} % of the rights in {service} were not used for half a year',
        bone: 'Process',
        side: 'passes',
        probability: 0.6,
        cause: { type: 'process', factors: ['No review of rights'] },
      },
      {
        id: 'seen',
        text: 'Nothing looks at what leaves the company in bulk',
        evidence: 'No rule for exports above a certain size',
        bone: 'Methods',
        side: 'passes',
        probability: 0.5,
      },
    ],
    wentWell: [
      'It was reported by the people to whom it happened, at once.',
      'Recipients answered quickly and confirmed in writing that they had deleted what they got.',
    ],
    couldImprove: [
      'We had no list of who has to be told within which time.',
      'The first question in the call was who it was. The second one, how it could happen, was the useful one.',
    ],
    lucky: ['The recipients were merchants whom we know.'],
    lessons: [
      {
        statement:
          '[Make the safe way the default, and the other one visibly different|Let the safe choice be the one that takes no click|Show how many will see it before something is sent or shared]',
        type: 'human',
        category: 'design',
        tags: ['defaults', 'usability'],
      },
      {
        statement:
          '[Rights end with the task that they were given for|Give rights for a time, and ask before they are renewed|Take away what was not used for half a year]',
        type: 'process',
        category: 'access',
        tags: ['access', 'least-privilege'],
      },
    ],
    actions: [
      {
        title:
          'Ask once more, with names and numbers, before {ref} sends or opens anything to the outside',
        kind: 'preventive',
        category: 'design',
        successCriteria: 'Five colleagues notice a wrong recipient in a trial.',
      },
      {
        title: 'Take away rights in {ref} that were not used for ninety days',
        kind: 'corrective',
        category: 'access',
        successCriteria: 'The monthly report shows none older.',
      },
      {
        title: 'Write down who must be told of lost data within which time',
        kind: 'preventive',
        category: 'runbook',
        successCriteria:
          'The next exercise needs no question to the legal team.',
      },
    ],
  },
];
