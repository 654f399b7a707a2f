import type { Learning } from './types';

/** What devices and data teach. */
export const ESTATE_LEARNINGS: readonly Learning[] = [
  {
    categories: ['hardware'],
    answers: [
      {
        id: 'single',
        text: 'One device carried all of {work} for a part of the company',
        evidence: 'Wiring plan, checked on site',
        bone: 'Technology',
        side: 'passes',
        probability: 0.8,
        cause: { type: 'technical', factors: ['Single point of failure'] },
      },
      {
        id: 'plan',
        under: 'single',
        text: 'The second one that the plan shows was never ordered: the budget ended with the year',
        evidence: 'Purchase list of the year before last',
        bone: 'Process',
        side: 'passes',
        probability: 0.5,
        cause: {
          type: 'organizational',
          factors: ['Redundancy cut without the risk being written down'],
        },
      },
      {
        id: 'age',
        text: 'The device was older than its maker expects it to last',
        evidence: 'Inventory: in use for {6-9} years',
        bone: 'Materials',
        side: 'arises',
        probability: 0.3,
      },
      {
        id: 'warning',
        text: 'It had been warning for weeks, in a log that is collected and not read',
        evidence: '{40-900} entries of the same kind',
        bone: 'Methods',
        side: 'arises',
        probability: 0.5,
        cause: { type: 'process' },
      },
      {
        id: 'spare',
        text: 'The spare was in another depot, and the list says otherwise',
        evidence: 'List and shelf compared after the incident',
        bone: 'Environment',
        side: 'passes',
        probability: 0.2,
      },
    ],
    wentWell: [
      'The shift on site went over to paper within ten minutes and lost no parcel.',
      'Photos from the rack told us more than the monitoring did.',
    ],
    couldImprove: [
      'On site nobody could see what we saw, and the other way round. A shared call came late.',
      'The list of spare parts was wrong and had been for a year.',
    ],
    lucky: ['A technician happened to be in the building for something else.'],
    lessons: [
      {
        statement:
          '[Where redundancy is cut, write down the risk and who carries it|A spare that was saved is a risk that somebody has to sign for|Name what stops when a single part of {service} does, and who accepted that]',
        type: 'organizational',
        category: 'planning',
        tags: ['redundancy', 'budget'],
      },
      {
        statement:
          '[Devices announce their end: read the warnings of disks, power and links as alerts|Collect the warnings of hardware in one place and let them page somebody|Replace on the first warning of a disk, not on its failure]',
        type: 'technical',
        category: 'monitoring',
        tags: ['hardware', 'monitoring'],
      },
    ],
    actions: [
      {
        title: 'Put in the second device that the plan of {ref} shows',
        kind: 'corrective',
        category: 'infrastructure',
        successCriteria: 'Pulling either cable in a rehearsal disturbs nobody.',
      },
      {
        title: 'Alert on device warnings in all depots',
        kind: 'preventive',
        category: 'monitoring',
        successCriteria: 'A warning made on purpose pages within five minutes.',
      },
      {
        title: 'Count spare parts every quarter',
        kind: 'preventive',
        category: 'infrastructure',
        successCriteria: 'List and shelf agree in two counts running.',
      },
    ],
  },
  {
    categories: ['data'],
    answers: [
      {
        id: 'accepted',
        text: '{service} took in data that it could not handle, and went on with half of it',
        evidence: 'Records before and after, compared with {store}',
        bone: 'Technology',
      },
      {
        id: 'silent',
        under: 'accepted',
        text: 'What cannot be read is skipped without a count: a run with a tenth of its rows is a success',
        evidence: 'The job reported “done” each night',
        bone: 'Technology',
        side: 'passes',
        probability: 0.7,
        cause: {
          type: 'technical',
          factors: ['Jobs without a plausibility check'],
        },
      },
      {
        id: 'notice',
        under: 'accepted',
        text: 'The format had been announced, in a mail to somebody who has changed teams since',
        evidence: 'Mail of {3-8} weeks before',
        bone: 'People',
        side: 'arises',
        probability: 0.4,
        cause: {
          type: 'organizational',
          factors: ['Announcements go to people instead of teams'],
        },
      },
      {
        id: 'found',
        text: 'It was noticed by {users}, after {detectIn}',
        evidence: 'First report in the support queue',
        bone: 'Environment',
      },
      {
        id: 'totals',
        under: 'found',
        text: 'Totals from one day to the next are compared by nobody',
        evidence: 'The drop can be seen with bare eyes in the figures of {job}',
        bone: 'Process',
        side: 'passes',
        probability: 0.5,
        cause: { type: 'process' },
      },
    ],
    wentWell: [
      'All of it could be computed again from {store}; nothing was lost for good.',
      'Finance was told before the first customer called them.',
    ],
    couldImprove: [
      'We repaired the visible records first and had to do it again for the rest.',
      'There is no way to say “do not send anything out yet” to the jobs that come after.',
    ],
    lucky: ['The month had not been closed yet.'],
    lessons: [
      {
        statement:
          '[A job that handles far fewer rows than the day before has failed, whatever it reports|Alert on how much a nightly job did, not only on how it ended|Success without records is no success: compare each run with the last]',
        type: 'technical',
        category: 'data quality',
        tags: ['batch', 'monitoring'],
      },
      {
        statement:
          '[Announcements of partners go to a team’s address that is read in turn|Nobody’s mailbox may be the only one that a partner writes to|Put announced changes of partners into our own calendar of changes]',
        type: 'organizational',
        category: 'ownership',
        tags: ['partners', 'ownership'],
      },
    ],
    actions: [
      {
        title:
          'Stop {job} when its totals differ by more than a fifth from the day before',
        kind: 'preventive',
        category: 'data quality',
        successCriteria: 'The run of that night, done again, stops.',
      },
      {
        title: 'Count and show the rows that {ref} leaves out',
        kind: 'corrective',
        category: 'monitoring',
        successCriteria:
          'The figure is on the team’s dashboard and alerts above one percent.',
      },
      {
        title: 'Move all partner contacts of {team} to the team’s address',
        kind: 'preventive',
        category: 'ownership',
        successCriteria: 'Every partner has confirmed the new address.',
      },
    ],
  },
];
