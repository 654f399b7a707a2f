import type { Learning } from './types';

/** What too much load, and what we depend on, teach. */
export const LOAD_LEARNINGS: readonly Learning[] = [
  {
    categories: ['capacity', 'software'],
    answers: [
      {
        id: 'exhausted',
        text: '{service} used up something that it has only so much of, and stopped serving {users} altogether',
        evidence:
          'Resource graphs of all instances reach their limit within minutes of each other',
        bone: 'Technology',
      },
      {
        id: 'slow',
        under: 'exhausted',
        text: 'Use had been growing for weeks, by a few percent a day',
        evidence: 'The same graph over ninety days',
        bone: 'Environment',
        side: 'arises',
        probability: 0.5,
        cause: {
          type: 'technical',
          factors: ['Growth slower than any alert looks at'],
        },
      },
      {
        id: 'threshold',
        under: 'slow',
        text: 'Alerts look at the last five minutes. Nothing looks at where a trend will be next week',
        evidence: 'Alert rules of {team}',
        bone: 'Methods',
        side: 'passes',
        probability: 0.6,
        cause: { type: 'process' },
      },
      {
        id: 'retry',
        under: 'exhausted',
        text: 'Callers tried again at once, which doubled the load on whatever was still up',
        evidence:
          '{call} was called {2-4} times as often as in the same hour of the week before',
        bone: 'Technology',
        side: 'arises',
        probability: 0.4,
        cause: { type: 'technical', factors: ['Retries without a pause'] },
      },
      {
        id: 'restart',
        text: 'Restarting helped each time, and so the question of why was put off',
        evidence:
          '{3-9} restarts of {ref} in the month before, none with a ticket',
        bone: 'People',
        side: 'passes',
        probability: 0.5,
      },
      {
        id: 'limit',
        text: 'The limits were copied from a service a tenth as large',
        evidence: 'Commit of the first deployment',
        bone: 'Materials',
        side: 'arises',
        probability: 0.2,
      },
    ],
    wentWell: [
      'Turning away part of the traffic kept the rest of {work} going.',
      'The second person on call was brought in early and took over talking to support.',
    ],
    couldImprove: [
      'The dashboard shows the mean of all instances. The one that was full could not be seen in it.',
      'We added instances first, which made it worse: each one opened its own connections.',
    ],
    lucky: ['The peak of the day had just passed.'],
    lessons: [
      {
        statement:
          '[Alert on when a resource will run out, not on how full it is|Days until full is a better alarm than percent full|Look two weeks ahead: a straight line is enough to see a disk fill up]',
        detail:
          'Four days of warning turn an outage into a ticket. A straight line through the last two weeks is good enough.',
        type: 'technical',
        category: 'monitoring',
        tags: ['capacity', 'monitoring'],
      },
      {
        statement:
          '[Every client waits longer after each failed try, and gives up in the end|Retries without a limit turn a stumble into an outage|Give retries a budget: no more than a tenth of all calls]',
        type: 'technical',
        category: 'resilience',
        tags: ['retries', 'resilience'],
      },
    ],
    actions: [
      {
        title:
          'Alert four days before a limit of {ref} is reached at the present rate',
        kind: 'preventive',
        category: 'monitoring',
        successCriteria:
          'The rule would have fired four days before this incident when run over its data.',
      },
      {
        title:
          'Make clients of {call} wait twice as long after each failed try',
        kind: 'corrective',
        category: 'resilience',
        successCriteria:
          'In a load test the number of calls does not rise when half of the instances are gone.',
      },
      {
        title: 'Review the limits of {ref} against last year’s peak',
        kind: 'preventive',
        category: 'capacity',
        successCriteria:
          'Each limit carries the figure that it was derived from.',
      },
    ],
  },
  {
    categories: ['dependency'],
    answers: [
      {
        id: 'wait',
        text: 'Requests to {vendor} waited for a minute each, until no worker of {service} was left',
        evidence:
          'Worker pool full from the third minute on; the provider’s own status page followed {14-50} minutes later',
        bone: 'Technology',
      },
      {
        id: 'timeout',
        under: 'wait',
        text: 'The client library waits for sixty seconds unless told otherwise, and nobody had told it',
        evidence: 'Settings of the client; the default is documented',
        bone: 'Technology',
        side: 'arises',
        probability: 0.6,
        cause: { type: 'technical', factors: ['Default timeouts'] },
      },
      {
        id: 'shared',
        under: 'wait',
        text: 'Calls to {vendor} share their workers with everything else that {service} does',
        evidence: 'Pages that need nothing from outside were slow, too',
        bone: 'Methods',
        side: 'passes',
        probability: 0.7,
        cause: { type: 'technical' },
      },
      {
        id: 'fallback',
        text: 'There is a way to work without {vendor}, but it must be switched on by hand and nobody on shift had done that before',
        evidence: 'Chat of the first half hour',
        bone: 'People',
      },
      {
        id: 'practice',
        under: 'fallback',
        text: 'The fallback was last tried when it was built, two years ago',
        evidence: 'No exercise on record since',
        bone: 'Process',
        side: 'passes',
        probability: 0.5,
        cause: { type: 'process', factors: ['Fallback without practice'] },
      },
      {
        id: 'contract',
        text: 'Our contract promises an answer within four working hours; in the evening nobody is obliged to pick up',
        evidence: 'Support annex of the contract',
        bone: 'Environment',
        side: 'arises',
        probability: 0.3,
      },
    ],
    wentWell: [
      'We did not wait for the provider’s status page and told our own {users} first.',
      'Requests were kept and sent later; nothing had to be entered twice.',
    ],
    couldImprove: [
      'Half an hour went into proving that the fault was not ours. The same proof took two minutes once somebody knew where to look.',
      'Nobody knew the telephone number of the provider’s night desk.',
    ],
    lucky: ['It was over before the morning run, which cannot be repeated.'],
    lessons: [
      {
        statement:
          '[Give every outside call a timeout that the caller can bear, and workers of its own|A slow partner must not take our workers: keep its calls apart|No call leaves {service} without a timeout shorter than that of its caller]',
        detail:
          'What another company does slowly must not be able to stop what we do ourselves.',
        type: 'technical',
        category: 'resilience',
        tags: ['third-party', 'timeouts'],
      },
      {
        statement:
          '[A fallback that is not used at least every quarter does not exist|Switch to the fallback on purpose, in daylight, once a quarter|A fallback that nobody has tried fails when it is needed]',
        type: 'process',
        category: 'resilience',
        tags: ['fallback', 'exercise'],
      },
    ],
    actions: [
      {
        title:
          'Limit calls of {ref} to {vendor} to two seconds and ten workers',
        kind: 'corrective',
        category: 'resilience',
        successCriteria:
          'With the provider made slow in a test, everything else keeps its response time.',
      },
      {
        title: 'Switch {ref} to its fallback for an hour each quarter',
        kind: 'preventive',
        category: 'exercise',
        successCriteria: 'Two exercises on record, each led by somebody else.',
      },
      {
        title: 'Put the provider’s night desk into the runbook of {ref}',
        kind: 'corrective',
        category: 'runbook',
        successCriteria: 'A test call outside working hours was answered.',
      },
    ],
  },
];
