import type { Learning } from './types';

/** What releases, migrations and hand-made changes teach. */
export const CHANGE_LEARNINGS: readonly Learning[] = [
  {
    categories: ['change'],
    vectors: ['deployment', 'library upgrade', 'feature flag'],
    answers: [
      {
        id: 'reach',
        text: 'The change reached every instance of {service} within minutes',
        evidence:
          'Roll-out log: from the first to the last instance in {4-11} minutes',
        bone: 'Process',
      },
      {
        id: 'canary',
        under: 'reach',
        text: 'The first instances are compared by their error rate alone, and {call} still answered, only wrongly or late',
        evidence: 'The canary comparison of that release is green throughout',
        bone: 'Technology',
      },
      {
        id: 'signals',
        under: 'canary',
        text: 'What {users} would notice is not among the signals that can stop a roll-out',
        evidence:
          'The roll-out template of {team} lists two signals, both of them technical',
        bone: 'Methods',
        side: 'passes',
        probability: 0.4,
        cause: {
          type: 'process',
          factors: ['One roll-out template for all services of the team'],
        },
      },
      {
        id: 'difference',
        text: 'The faulty path only exists with production settings and production data',
        evidence: 'The same build passed all checks in staging twice',
        bone: 'Environment',
      },
      {
        id: 'fixtures',
        under: 'difference',
        text: 'Test data of {ref} was made by hand three years ago and has been kept tidy since',
        evidence: 'None of the fixtures holds a record of the kind that failed',
        bone: 'Materials',
        side: 'arises',
        probability: 0.25,
        cause: {
          type: 'technical',
          factors: ['Test data is tidier than real data'],
        },
      },
      {
        id: 'friday',
        text: 'The release train carried three changes at once, so that finding the right one took longest',
        bone: 'Process',
        side: 'arises',
        probability: 0.1,
      },
    ],
    wentWell: [
      'Rolling back is one command, is practised every month and worked at the first try.',
      'The thread in the operations channel names each step with its time; this review could be written from it.',
    ],
    couldImprove: [
      'From the first report to the decision to roll back we looked for the cause first. Going back would have been the quicker answer.',
      'Three changes in one release made it hard to say which one it was.',
    ],
    lucky: [
      'The release went out before noon. The evening batch of the merchants would have met it with nobody at their desks.',
    ],
    lessons: [
      {
        statement:
          '[Let what customers notice stop a roll-out, not error rates alone|A roll-out stops when customers notice it, whatever the error rate says|Stop a release of {service} by what its users get done, not by its answers alone]',
        detail:
          'A service can answer every request and still do harm. Bookings a minute, labels a minute, scans a minute: a drop against the same hour of last week is a signal that every service has.',
        type: 'process',
        category: 'release',
        tags: ['release', 'canary'],
      },
      {
        statement:
          '[Feed release checks with a sample of real records, made anonymous|Test with yesterday’s records, made anonymous: nobody invents what customers really send|Keep a sample of the oddest real records and run every release against it]',
        type: 'technical',
        category: 'testing',
        tags: ['test-data'],
      },
    ],
    actions: [
      {
        title:
          'Stop roll-outs of {ref} when {work} falls below 80 % of the week before',
        kind: 'preventive',
        category: 'release',
        successCriteria:
          'A rehearsed faulty release is stopped by itself within five minutes.',
      },
      {
        title:
          'Run the release checks of {ref} on a nightly, anonymised sample of production records',
        kind: 'preventive',
        category: 'testing',
        successCriteria:
          'The record that failed is part of the sample, and the old build fails on it.',
      },
      {
        title: 'Release changes of {ref} one at a time',
        kind: 'corrective',
        category: 'release',
        successCriteria:
          'Four weeks in which no roll-out carries more than one change.',
      },
    ],
  },
  {
    categories: ['change'],
    vectors: ['schema migration', 'manual step'],
    answers: [
      {
        id: 'held',
        text: 'One statement held {store} for {duration} while everything else queued behind it',
        evidence: 'Session list of that time, kept with the incident',
        bone: 'Technology',
      },
      {
        id: 'size',
        under: 'held',
        text: 'In staging the same step takes two seconds: it holds a few percent of the rows',
        evidence: 'Timing of both runs side by side',
        bone: 'Environment',
        side: 'arises',
        probability: 0.3,
        cause: {
          type: 'technical',
          factors: ['Staging is far smaller than production'],
        },
      },
      {
        id: 'tool',
        under: 'held',
        text: 'The tool that runs such steps sets no limit on how long a lock may be held',
        evidence:
          'Default settings of the tool; no service of {team} overrides them',
        bone: 'Methods',
        side: 'passes',
        probability: 0.6,
        cause: { type: 'technical' },
      },
      {
        id: 'when',
        text: 'It was run during working hours, together with the release that needed it',
        evidence: 'Release log',
        bone: 'Process',
      },
      {
        id: 'coupled',
        under: 'when',
        text: 'Releases and data changes are one step in our pipeline; there is no way to do one without the other',
        evidence: 'Pipeline definition, unchanged since the first release',
        bone: 'Process',
        side: 'passes',
        probability: 0.5,
        cause: { type: 'process', factors: ['Pipeline couples code and data'] },
      },
      {
        id: 'review',
        under: 'coupled',
        text: 'Reviewers see the code of a change; how many rows it touches is shown nowhere',
        bone: 'People',
        side: 'passes',
        probability: 0.3,
      },
    ],
    wentWell: [
      'Whoever saw the queue first asked for a second pair of eyes before cancelling anything.',
      'The snapshot of the night was complete and was found within minutes.',
    ],
    couldImprove: [
      'Nobody could say from memory whether cancelling was safe, and the runbook says nothing about it.',
      'The status page stayed green for a quarter of an hour because the text had to be agreed on first.',
    ],
    lucky: [
      'The step ran in one transaction. Half-applied, it would have cost us the afternoon.',
    ],
    lessons: [
      {
        statement:
          '[Give every schema change a lock limit, so that it fails instead of waiting|A schema change that waits for a lock is an outage in waiting: limit how long|Try schema changes on a copy as large as production, with a limit on locks]',
        detail:
          'A change that gives up after a few seconds can be tried again at night. One that waits takes the service with it.',
        type: 'technical',
        category: 'database',
        tags: ['database', 'migration'],
      },
      {
        statement:
          '[Keep releases and data changes apart: the code must run before and after the change|Change data in steps that the old code survives|Two deployments, one data change between them: then either can be taken back]',
        type: 'process',
        category: 'release',
        tags: ['migration', 'release'],
      },
    ],
    actions: [
      {
        title: 'Set a lock limit of five seconds for all changes of {store}',
        kind: 'preventive',
        category: 'database',
        successCriteria:
          'A rehearsed change on a busy table fails after five seconds, and {call} is not disturbed.',
      },
      {
        title: 'Show the number of rows that a change touches in its review',
        kind: 'preventive',
        category: 'tooling',
        successCriteria:
          'Every change to a table above one million rows carries the figure.',
      },
      {
        title: 'Separate data changes from releases in the pipeline of {ref}',
        kind: 'corrective',
        category: 'release',
        successCriteria: 'Three data changes went live without a release.',
      },
    ],
  },
];
