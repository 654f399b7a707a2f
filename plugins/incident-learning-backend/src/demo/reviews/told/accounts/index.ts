import { userRef } from '../../../company';
import { person, shown } from '../helpers';
import type { ToldCase } from '../types';
import { tellAnalyses } from './analyses';
import { tellIncident } from './tellIncident';

/** A security incident: what was known when, and what had to come together. */
export const OPENED_ACCOUNTS: ToldCase = {
  key: 'INC-0603',
  daysAgo: 83,
  weekday: 5,
  incidents: at => [tellIncident(at)],
  review: at => ({
    title: 'Accounts opened through the sign-in of the old app',
    createdAt: at('+10 10:02'),
    createdBy: 'plugin:incident-learning',
    facilitator: userRef('sunniva.hale'),
    participants: [
      person('commander', 'rosa.whitmere'),
      person('responder', 'kenji.aldous'),
      person('responder', 'hugo.bergdal'),
      person('communicator', 'ines.varley'),
      { role: 'owner', entityRef: 'group:default/accounts-billing' },
    ],
    scheduledFor: at('+13 10:00'),
    feedbackDueAt: at('+13 12:00'),
    moves: [
      { at: at('+10 13:20'), by: userRef('sunniva.hale'), to: 'gathering' },
      { at: at('+13 10:05'), by: userRef('sunniva.hale'), to: 'drafting' },
      { at: at('+13 16:00'), by: userRef('sunniva.hale'), to: 'in-review' },
      { at: at('+14 09:30'), by: userRef('rosa.whitmere'), to: 'published' },
    ],
    content: {
      sections: {
        summary:
          'For four days strangers signed in to customer accounts with passwords from a leak elsewhere. They did not use the website, which asks for a picture puzzle after three failures, but an interface that only the 2021 app still calls. It was built before the puzzle and never got one.\n\nAn alert fired on each of the four nights. It is one of some two hundred that arrive every night and are looked at together on Thursdays.',
        impact:
          '- 86 accounts were opened; address, telephone number and parcel history could be read.\n- 11 parcels were redirected. 9 could be stopped, 2 were handed out; their senders were paid (€ 340).\n- 1,900 people could not use the 2021 app for a day. 23 of them complained.',
        whatWentWell:
          '- Support put three calls together that had gone to three people, and told the security desk within the hour.\n- Switching the old interface off took forty minutes from the decision, because somebody had tried it in spring.\n- The mail to the 86 was honest and short. Two wrote back to say thank you.',
        whatCouldImprove:
          '- The alert worked. What did not work is that two hundred others come with it.\n- Redirecting a parcel asks for nothing but being signed in.',
        whereWeGotLucky:
          'They were after parcels, and slowly. With the same access one could have read 86 times as many addresses as they did.',
      },
      analyses: tellAnalyses(at),
      rootCauses: [
        {
          id: 'old-interface',
          statement:
            'An interface for an app of 2021 lives on without an end date, and with the protection of its time',
          type: 'technical',
          role: 'primary',
          factors: [
            '1,900 people still use it',
            'It is missing from the list that the weekly scan works through',
          ],
          evidence: shown(
            '40 failed sign-ins in a test, no challenge',
            'Scan list of that week',
          ),
          from: { analysisId: 'tree', nodeId: 'old-interface' },
        },
        {
          id: 'alerts',
          statement: 'Two hundred alerts a night are read once a week',
          type: 'organizational',
          role: 'contributing',
          factors: [
            'Each rule was added after an incident, none was ever taken away',
          ],
          evidence: shown(
            'Alert archive: the right alert fired on four nights',
          ),
          from: { analysisId: 'tree', nodeId: 'alert-drowned' },
        },
        {
          id: 'redirect',
          statement: 'Whoever is signed in may redirect a parcel at once',
          type: 'process',
          role: 'contributing',
          factors: [],
          evidence: shown(
            '11 redirections, none of them confirmed by the owner',
          ),
        },
      ],
      lessons: [
        {
          statement:
            'Every interface that stays for old clients gets an end date and the protection of the new one',
          detail:
            'We keep old doors open out of kindness to a few. Either they get the same lock, or they get a date on which they close; both are kind.',
          type: 'technical',
          priority: 'critical',
          category: 'exposure',
          owner: 'group:default/platform-security',
          tags: ['legacy', 'sign-in'],
          appliesTo: [
            'component:default/customer-identity',
            'component:default/partner-portal',
            'component:default/courier-app',
          ],
        },
        {
          statement:
            'An alert that nobody acts on within a day is a log line: take it out of the alerts',
          type: 'organizational',
          priority: 'high',
          category: 'detection',
          owner: userRef('hugo.bergdal'),
          tags: ['alerts'],
          appliesTo: ['component:default/customer-identity'],
        },
      ],
      actions: [
        {
          title:
            'Ask for the picture puzzle at every sign-in interface after three failures',
          kind: 'corrective',
          priority: 'critical',
          category: 'sign-in',
          owner: userRef('kenji.aldous'),
          successCriteria:
            'The fourth failure in a test is challenged at each of the seven interfaces.',
          dueInDays: 14,
          today: 'verified',
        },
        {
          title:
            'Cut the nightly alerts to those that somebody acted on last year',
          kind: 'preventive',
          priority: 'high',
          category: 'detection',
          owner: 'group:default/platform-security',
          successCriteria:
            'Fewer than ten a night for two weeks, and the sign-in alert is one of them.',
          dueInDays: 45,
          today: 'in-progress',
        },
        {
          title:
            'Wait 48 hours with redirections after a sign-in from a new device',
          kind: 'preventive',
          priority: 'high',
          category: 'parcels',
          owner: 'group:default/last-mile',
          successCriteria:
            'A redirection in a test is held, and its owner is asked.',
          dueInDays: 30,
          today: 'completed',
        },
        {
          title:
            'Show couriers at the parcel shop that a parcel was redirected today',
          kind: 'preventive',
          priority: 'low',
          category: 'parcels',
        },
      ],
    },
    feedback: [
      {
        entityRef: userRef('rosa.whitmere'),
        answers: {
          wentWell: 'Support. They put it together.',
          couldImprove: 'We should have met the alert on the first night.',
          learnedSomething: true,
          wouldAttendAgain: true,
          responseRating: 4,
        },
      },
      {
        entityRef: userRef('kenji.aldous'),
        answers: {
          surprised: 'That we have seven sign-in interfaces. I knew of four.',
          lessons: 'Make the list from the router, not from memory.',
          learnedSomething: true,
          wouldAttendAgain: true,
          responseRating: 4,
        },
      },
      {
        entityRef: userRef('hugo.bergdal'),
        anonymous: true,
        answers: {
          couldImprove: 'Reading alerts on Thursdays is a ritual. We all knew.',
          learnedSomething: false,
          wouldAttendAgain: true,
          responseRating: 3,
        },
      },
      {
        entityRef: userRef('ines.varley'),
        answers: {
          wentWell: 'I was told early enough to write in peace.',
          learnedSomething: true,
          wouldAttendAgain: true,
          responseRating: 5,
        },
      },
      { entityRef: userRef('leila.farrow') },
    ],
  }),
};
