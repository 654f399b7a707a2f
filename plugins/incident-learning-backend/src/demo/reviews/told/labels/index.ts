import { userRef } from '../../../company';
import { person, shown } from '../helpers';
import type { ToldCase } from '../types';
import { tellAnalyses } from './analyses';
import { tellIncident } from './tellIncident';

/** Five whys with two branches, and a timeline; feedback by name and without. */
export const UNREADABLE_LABELS: ToldCase = {
  key: 'INC-0601',
  daysAgo: 148,
  weekday: 2,
  incidents: at => [tellIncident(at)],
  review: at => ({
    title: 'Labels of 2,310 parcels printed without a routing barcode',
    createdAt: at('+1 09:21'),
    createdBy: 'plugin:incident-learning',
    facilitator: userRef('yara.pinnock'),
    participants: [
      person('commander', 'adaeze.brandt'),
      person('responder', 'joren.mattis'),
      person('responder', 'sunniva.hale'),
      person('communicator', 'ines.varley'),
      { role: 'owner', entityRef: 'group:default/booking' },
    ],
    scheduledFor: at('+3 13:00'),
    feedbackDueAt: at('+4 10:05'),
    moves: [
      { at: at('+1 10:05'), by: userRef('yara.pinnock'), to: 'gathering' },
      { at: at('+3 13:02'), by: userRef('yara.pinnock'), to: 'drafting' },
      { at: at('+3 15:40'), by: userRef('yara.pinnock'), to: 'in-review' },
      { at: at('+6 10:12'), by: userRef('yara.pinnock'), to: 'published' },
    ],
    content: {
      sections: {
        summary: [
          'On a Tuesday morning the label service began to leave the **routing barcode** out of labels for parcels with two lines of address. It answered every request with “created”; nothing in our monitoring moved. The belts at Northgate noticed 38 minutes later, we 10 minutes after that, when the shift lead called.',
          'Going back to the release before ended it after 94 minutes. The labels that had gone out by then were replaced by hand at the belt until the late afternoon.',
        ].join('\n\n'),
        impact: [
          '| What | How much |',
          '|---|---|',
          '| Labels without routing barcode | 2,310 of 19,870 in that time |',
          '| Delivered a day late | 64 parcels |',
          '| Hours of relabelling | 31, at two depots |',
          '| Credits to merchants | none asked for |',
          '',
          'The count comes from the label archive: every label keeps its picture.',
        ].join('\n'),
        whatWentWell: [
          '- The depot called the number on the wall and reached somebody who could act. That card was an action of an earlier review.',
          '- Nobody tried to be clever. The proposal to shorten the text in a hotfix was on the table, and was set aside for the rollback within three minutes.',
          '- The archive keeps pictures, so that we knew the number of labels exactly within the hour.',
        ].join('\n'),
        whatCouldImprove: [
          '- The depot knew at 09:52 and we knew at 10:02. The belt’s reject rate is measured every minute, and none of us had ever seen that graph.',
          '- Merchants heard from us after 66 minutes. Two of them had started to stick labels by then.',
        ].join('\n'),
        whereWeGotLucky:
          'Tuesday is our quietest morning. The same release was planned for Monday, when merchants send what was ordered at the weekend, about three times as much.',
      },
      analyses: tellAnalyses(at),
      rootCauses: [
        {
          id: 'warnings',
          statement:
            'What a library warns about does not reach us: upgrades are checked for what breaks, not for what is new',
          type: 'process',
          role: 'primary',
          factors: [
            'A wrapper older than the warnings',
            'Release notes of 40 pages',
          ],
          evidence: shown(
            'Upgrade checklist of the Booking team',
            'The warning is described in the release notes of the library, on page 31',
          ),
          from: { analysisId: 'whys', nodeId: 'wrapper' },
        },
        {
          id: 'test-labels',
          statement:
            'The labels in our tests are simpler than those of our customers',
          type: 'technical',
          role: 'contributing',
          factors: ['Test data made by hand'],
          evidence: shown(
            'None of 40 test labels has a second line of address; 12 % of real ones do',
          ),
          from: { analysisId: 'whys', nodeId: 'test' },
        },
        {
          id: 'belt-figures',
          statement:
            'The figures that show whether a label can be read end at the depot’s door',
          type: 'organizational',
          role: 'contributing',
          factors: ['Two departments, two monitorings'],
          evidence: shown('Reject rate of belt 3, minute by minute'),
          from: { analysisId: 'whys', nodeId: 'two-worlds' },
        },
      ],
      lessons: [
        {
          statement:
            'Watch the thing that customers get, not the service that makes it',
          detail:
            'Our service was green for 94 minutes while one label in nine was useless. Somewhere down the line somebody measures the result already: a belt, a scanner, a bank. Find that figure and put it next to your own.',
          type: 'technical',
          priority: 'high',
          category: 'monitoring',
          owner: 'group:default/booking',
          tags: ['monitoring', 'depots'],
          appliesTo: [
            'component:default/label-service',
            'component:default/scan-ingest',
            'component:default/customs-gateway',
          ],
        },
        {
          statement:
            'When you upgrade a library, read what it newly warns about, and let the warning fail a test',
          type: 'process',
          priority: 'medium',
          category: 'release',
          owner: userRef('joren.mattis'),
          tags: ['libraries', 'release'],
          appliesTo: ['component:default/label-service'],
        },
      ],
      actions: [
        {
          title:
            'Show the belts’ reject rate on the dashboard of the label service, and alert above 2 %',
          kind: 'preventive',
          priority: 'high',
          category: 'monitoring',
          owner: 'group:default/depot-systems',
          successCriteria:
            'The data of that Tuesday, played back, alert before 09:35.',
          dueInDays: 28,
          today: 'verified',
        },
        {
          title: 'Make the barcode wrapper fail on warnings',
          kind: 'corrective',
          priority: 'high',
          category: 'labels',
          owner: userRef('joren.mattis'),
          successCriteria: 'A text of 71 characters fails in the tests.',
          dueInDays: 7,
          today: 'completed',
        },
        {
          title:
            'Take 500 labels a night from the archive into the tests, without names',
          kind: 'preventive',
          priority: 'medium',
          category: 'testing',
          owner: userRef('priya.hollund'),
          successCriteria: 'At least a tenth of them has two lines of address.',
          dueInDays: 42,
          today: 'completed',
        },
        {
          title:
            'Ask the maker of the belts whether they can stop a parcel before it is sorted wrongly',
          kind: 'preventive',
          priority: 'low',
          category: 'depots',
        },
      ],
    },
    feedback: [
      {
        entityRef: userRef('sunniva.hale'),
        answers: {
          wentWell:
            'That the card with the number hangs at every belt. I did not have to look for anything.',
          couldImprove: 'Ask us. We see it first, always.',
          suggestedActions:
            'Give the belt figures to the people who make the labels.',
          learnedSomething: true,
          wouldAttendAgain: true,
          responseRating: 4,
        },
      },
      {
        entityRef: userRef('adaeze.brandt'),
        answers: {
          wentWell: 'The decision for the rollback took three minutes.',
          surprised:
            'That the norm says 64 characters. We have been beyond it for years.',
          lessons:
            'A green dashboard tells me about my service, not about my customers.',
          learnedSomething: true,
          wouldAttendAgain: true,
          responseRating: 4,
        },
      },
      {
        entityRef: userRef('joren.mattis'),
        anonymous: true,
        answers: {
          couldImprove:
            'I would have liked to know that the depots had trouble at 09:52. Those ten minutes were the expensive ones.',
          learnedSomething: true,
          wouldAttendAgain: true,
          responseRating: 3,
        },
      },
      {
        entityRef: userRef('ines.varley'),
        anonymous: true,
        answers: {
          wentWell: 'Calm tone in the call.',
          couldImprove:
            'The text for merchants had to be written from nothing.',
          learnedSomething: false,
          wouldAttendAgain: true,
          responseRating: 4,
        },
      },
      {
        entityRef: userRef('priya.hollund'),
        anonymous: true,
        answers: {
          surprised: 'How little our test labels look like real ones.',
          learnedSomething: true,
          wouldAttendAgain: true,
          responseRating: 4,
        },
      },
    ],
  }),
};
