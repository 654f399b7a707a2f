import { userRef } from '../../../company';
import { person, shown } from '../helpers';
import type { ToldCase } from '../types';
import { TREE } from './analyses';
import { tellIncident } from './tellIncident';

/** A fault tree with probabilities: how likely it is to happen again. */
export const MISSING_TOURS: ToldCase = {
  key: 'INC-0604',
  daysAgo: 255,
  weekday: 5,
  incidents: at => [tellIncident(at)],
  review: at => ({
    title: 'Morning tours planned without the Eskholm depot',
    createdAt: at('+3 09:01'),
    createdBy: 'plugin:incident-learning',
    facilitator: userRef('yara.pinnock'),
    participants: [
      person('commander', 'tomas.lindeval'),
      person('responder', 'nadia.sorrel'),
      person('responder', 'marek.dolan'),
      person('communicator', 'ines.varley'),
      { role: 'owner', entityRef: 'group:default/last-mile' },
    ],
    scheduledFor: at('+5 13:30'),
    feedbackDueAt: at('+6 11:00'),
    moves: [
      { at: at('+3 11:00'), by: userRef('yara.pinnock'), to: 'gathering' },
      { at: at('+5 13:30'), by: userRef('yara.pinnock'), to: 'drafting' },
      { at: at('+6 15:10'), by: userRef('yara.pinnock'), to: 'in-review' },
      { at: at('+7 08:50'), by: userRef('yara.pinnock'), to: 'published' },
    ],
    content: {
      sections: {
        summary:
          'The planning run begins at 01:30 with whatever parcel lists are there. Eskholm’s came at 01:52, because a belt had been repaired in the evening. For the run, a depot without a list is a depot on holiday; it planned the other six and reported success. 41 vans stood at the ramp at half past five.\n\nEskholm was then planned by itself, which nobody had done before. It took an hour and a half.',
        impact:
          '3,270 parcels came a day late. By our fault tree this would happen on **2.5 %** of all nights, about nine times a year; in the seven nights with a late list so far, somebody happened to be awake.',
        whatWentWell:
          '- The depot called within four minutes of the first courier switching on a handheld.\n- Planning one depot by itself turned out to be possible. The steps were written down while they were taken.\n- Recipients got their message before they could wonder.',
        whatCouldImprove:
          '- The run knew at 03:40 that it had planned six depots, and the calendar knew that there are seven. Nobody had introduced the two.\n- The repaired belt was known since the evening before, in another channel.',
        whereWeGotLucky:
          'Eskholm is the smallest of the seven. Kestrel Park sends out five times as many vans.',
      },
      analyses: [TREE],
      rootCauses: [
        {
          id: 'holiday',
          statement:
            'The planning run takes a missing list for a day without parcels',
          type: 'technical',
          role: 'primary',
          factors: ['One meaning for “nothing to do” and “not known”'],
          evidence: shown(
            'A run over an empty folder ends with success and no tours',
          ),
          from: { analysisId: 'tree', nodeId: 'taken-for-holiday' },
        },
        {
          id: 'no-look',
          statement:
            'Between the end of the run and the first van nobody is there to see its result',
          type: 'organizational',
          role: 'contributing',
          factors: ['The night shift sees belts, not tours'],
          evidence: shown('Shift plans of the depots and of Last Mile'),
          from: { analysisId: 'tree', nodeId: 'nobody-looks' },
        },
      ],
      lessons: [
        {
          statement:
            'Nothing received is not the same as nothing to do: say which of the two you mean, and stop for the first',
          detail:
            'An empty list must be sent as an empty list. What does not arrive is a fault.',
          type: 'technical',
          priority: 'critical',
          category: 'interfaces',
          owner: 'group:default/last-mile',
          tags: ['batch', 'interfaces'],
          appliesTo: [
            'component:default/route-planner',
            'component:default/billing-service',
            'component:default/customs-gateway',
          ],
        },
        {
          statement:
            'A run that ends at night needs somebody, or something, that compares its result with what was to be expected',
          type: 'process',
          priority: 'high',
          category: 'planning',
          owner: userRef('nadia.sorrel'),
          tags: ['batch', 'monitoring'],
          appliesTo: ['component:default/route-planner'],
        },
      ],
      actions: [
        {
          title:
            'Stop the planning run when a depot that works that day has sent no list',
          kind: 'corrective',
          priority: 'critical',
          category: 'planning',
          owner: userRef('tomas.lindeval'),
          successCriteria: 'A run without Eskholm’s list pages at 01:35.',
          dueInDays: 10,
          today: 'verified',
        },
        {
          title:
            'Put “plan one depot by itself” into the runbook and try it twice',
          kind: 'preventive',
          priority: 'high',
          category: 'runbook',
          owner: userRef('nadia.sorrel'),
          successCriteria:
            'Somebody who was not there plans a depot in under thirty minutes.',
          dueInDays: 35,
          today: 'verified',
        },
        {
          title: 'Send late lists after the run as an addition',
          kind: 'preventive',
          priority: 'medium',
          category: 'interfaces',
          owner: 'group:default/depot-systems',
          successCriteria: 'A list at 02:00 is planned by 03:00.',
          dueInDays: 60,
          today: 'cancelled',
        },
      ],
    },
    feedback: [
      {
        entityRef: userRef('tomas.lindeval'),
        answers: {
          wentWell: 'We asked “how could that look right?” and not “who”.',
          learnedSomething: true,
          wouldAttendAgain: true,
          responseRating: 4,
        },
      },
      {
        entityRef: userRef('nadia.sorrel'),
        answers: {
          couldImprove:
            'I planned Eskholm with notes on paper. That belongs into the runbook.',
          suggestedActions: 'Practise it.',
          learnedSomething: true,
          wouldAttendAgain: true,
          responseRating: 3,
        },
      },
      {
        entityRef: userRef('marek.dolan'),
        answers: {
          surprised: 'That a late list and a holiday look the same.',
          learnedSomething: true,
          wouldAttendAgain: false,
          responseRating: 3,
        },
      },
      { entityRef: userRef('ines.varley') },
    ],
  }),
};
