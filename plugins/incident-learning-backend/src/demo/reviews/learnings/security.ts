import type { Learning } from './types';

/** What attacks teach. */
export const SECURITY_LEARNINGS: readonly Learning[] = [
  {
    categories: ['social', 'physical'],
    answers: [
      {
        id: 'convincing',
        text: 'The message looked like one that we send ourselves, down to the wording',
        evidence: 'Both messages side by side',
        bone: 'Materials',
        side: 'arises',
        probability: 0.9,
      },
      {
        id: 'habit',
        under: 'convincing',
        text: 'Our own mails ask people to sign in through a link',
        evidence: '{3-9} of our templates do',
        bone: 'Methods',
        side: 'arises',
        probability: 0.6,
        cause: { type: 'process', factors: ['Our own mails teach the habit'] },
      },
      {
        id: 'password',
        text: 'A password alone was enough to get in',
        evidence: 'Sign-in log: no second step asked',
        bone: 'Technology',
        side: 'passes',
        probability: 0.7,
        cause: { type: 'technical', factors: ['No second factor'] },
      },
      {
        id: 'exempt',
        under: 'password',
        text: 'The second step was put off for this group until a new tool is there, and then forgotten',
        evidence: 'Exception from two years ago, without an end date',
        bone: 'Process',
        side: 'passes',
        probability: 0.4,
        cause: {
          type: 'organizational',
          factors: ['Exceptions without an end date'],
        },
      },
      {
        id: 'report',
        text: 'Several people had doubts and did not know where to report them',
        evidence:
          'Talks with those concerned: four of six had noticed something',
        bone: 'People',
        side: 'passes',
        probability: 0.5,
      },
    ],
    wentWell: [
      'Whoever entered the password said so within the hour. That made all the difference, and we thanked them for it.',
      'Sessions were ended before the passwords were reset, in that order.',
    ],
    couldImprove: [
      'Those concerned were told twice, by two teams, with two texts.',
      'It took a day to list what an account of this kind can see.',
    ],
    lucky: ['The attackers looked around for hours before they did anything.'],
    lessons: [
      {
        statement:
          '[Never ask for a sign-in through a link in our own mails|Our mails lead to the start page, never to a sign-in|If our own mails look like phishing, everybody learns to click]',
        detail:
          'As long as we do it ourselves, nobody can tell ours from theirs.',
        type: 'process',
        category: 'communication',
        tags: ['phishing', 'mail'],
      },
      {
        statement:
          '[Every exception from a security rule ends on a date|No exception without an end and a name|Review exceptions when they end, not when they are abused]',
        type: 'organizational',
        category: 'governance',
        tags: ['exceptions', 'mfa'],
      },
    ],
    actions: [
      {
        title: 'Take sign-in links out of all mails of {ref}',
        kind: 'preventive',
        category: 'communication',
        successCriteria: 'A search over all templates finds none.',
      },
      {
        title: 'Ask for a second step at every sign-in to {service}',
        kind: 'corrective',
        category: 'access',
        successCriteria:
          'Sign-ins without a second step are below one in a thousand for two weeks.',
      },
      {
        title: 'Put a “report this mail” button where everybody finds it',
        kind: 'preventive',
        category: 'detection',
        successCriteria:
          'Half of the people reached by the next exercise report it.',
      },
    ],
  },
  {
    categories: ['hacking', 'malware'],
    answers: [
      {
        id: 'open',
        text: 'A way into {service} was open to everybody that only some were meant to use',
        evidence: 'Request log, and the same request tried in a test',
        bone: 'Technology',
      },
      {
        id: 'legacy',
        under: 'open',
        text: 'It belongs to an older version that is kept for a few {users}',
        evidence: '{3-40} calls a day from known clients',
        bone: 'Environment',
        side: 'arises',
        probability: 0.5,
        cause: {
          type: 'technical',
          factors: ['Old interfaces live on without an end date'],
        },
      },
      {
        id: 'scan',
        under: 'open',
        text: 'Our scans look at what is in the list of interfaces; this one is not in it',
        evidence: 'List and router configuration compared',
        bone: 'Methods',
        side: 'passes',
        probability: 0.6,
        cause: { type: 'process', factors: ['The list is kept by hand'] },
      },
      {
        id: 'late',
        text: 'It went on for {detectIn} before anybody saw it',
        evidence: 'First and last request of this kind in the logs',
        bone: 'Process',
      },
      {
        id: 'noise',
        under: 'late',
        text: 'There was an alert each night, among some two hundred others',
        evidence: 'Alert archive',
        bone: 'People',
        side: 'passes',
        probability: 0.5,
        cause: {
          type: 'organizational',
          factors: ['More alerts than can be read'],
        },
      },
      {
        id: 'reach',
        text: 'The account that {service} runs under may read more than {service} needs',
        evidence: 'Rights compared with the statements of a month',
        bone: 'Materials',
        side: 'passes',
        probability: 0.6,
      },
    ],
    wentWell: [
      'Logs were copied before anything was changed, so that what happened could be told without guessing.',
      'The data protection officer was brought in on the first day.',
    ],
    couldImprove: [
      'We closed one door and watched the next one being tried. All of them at once would have been better.',
      'There was no prepared text for those concerned; writing one took an evening.',
    ],
    lucky: ['What they came for was not there: {store} keeps no payment data.'],
    lessons: [
      {
        statement:
          '[An interface that nobody lists is an interface that nobody guards: make the list from the router|What the router knows is the list of interfaces; documents are not|Find forgotten interfaces before others do: scan ourselves from outside each week]',
        type: 'process',
        category: 'inventory',
        tags: ['inventory', 'web'],
      },
      {
        statement:
          '[Two hundred alerts a night are none: keep those that somebody acts on|An alert that nobody acts on for a month is deleted or repaired|Count alerts for each person on call, and lower the count on purpose]',
        type: 'organizational',
        category: 'detection',
        tags: ['alerts'],
      },
    ],
    actions: [
      {
        title:
          'Close the old interface of {ref} and help its last users to move',
        kind: 'corrective',
        category: 'exposure',
        successCriteria: 'No call for two weeks, then switched off.',
      },
      {
        title:
          'Build the list of interfaces for the weekly scan from the routers',
        kind: 'preventive',
        category: 'inventory',
        successCriteria:
          'A test interface turns up in the next scan by itself.',
      },
      {
        title:
          'Cut the nightly security alerts to those that were acted on last year',
        kind: 'preventive',
        category: 'detection',
        successCriteria:
          'Fewer than ten a night, and none of last year’s incidents would be missed.',
      },
    ],
  },
];
