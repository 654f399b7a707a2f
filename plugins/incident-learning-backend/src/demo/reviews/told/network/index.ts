import { GUEST_REF, userRef } from '../../../company';
import { person, shown } from '../helpers';
import type { ToldCase } from '../types';
import { FISHBONE, tellTimeline } from './pictures';
import { tellFirst, tellSecond } from './tellIncidents';
import { TREE, WHYS } from './trees';

/** One review of two incidents with all four kinds of analyses, in front of its readers right now. */
export const DEPOT_CUT_OFF: ToldCase = {
  key: 'INC-0605',
  daysAgo: 9,
  weekday: 2,
  incidents: at => [tellFirst(at), tellSecond(at)],
  review: at => ({
    title: 'Kestrel Park cut off, twice in one week',
    createdAt: at('+3 09:01'),
    createdBy: userRef('marek.dolan'),
    facilitator: GUEST_REF,
    participants: [
      person('commander', 'marek.dolan'),
      person('responder', 'sunniva.hale'),
      person('responder', 'hugo.bergdal'),
      person('communicator', 'ines.varley'),
      { role: 'facilities', entityRef: userRef('yara.pinnock') },
    ],
    scheduledFor: at('+6 10:00'),
    feedbackDueAt: at('+6 12:00'),
    moves: [
      { at: at('+3 09:40'), by: GUEST_REF, to: 'gathering' },
      { at: at('+6 10:00'), by: GUEST_REF, to: 'drafting' },
      { at: at('+7 15:30'), by: GUEST_REF, to: 'in-review' },
    ],
    content: {
      sections: {
        summary:
          'On one evening and again two mornings later the main line between Kestrel Park and the data centre failed. The first time the second line failed, too: it carries **2 Mbit/s**, and since the belts take pictures they send **9**. Six belts stood still for 47 minutes in the busiest two hours of the day.\n\nThe second time the pictures were still switched off, and nobody outside of the call noticed anything.',
        impact:
          '- 11,400 parcels sorted after the vans had left, 2,900 of them a day late\n- Tracking up to 74 minutes behind\n- 38 hours of overtime at Kestrel Park',
        whatWentWell:
          '- Handhelds kept every scan. Not one was lost.\n- Switching the pictures off was an idea of the shift lead, ten minutes before anybody had measured the line.\n- The second incident was boring.',
        whatCouldImprove:
          '- We argued with the carrier about whose screen is right for fourteen minutes.\n- Nobody could see the load of the second line. There is no graph of a line that is not used.',
        whereWeGotLucky:
          'It was Kestrel Park, which has handhelds for every gate. At Torsby Lane half of the scans come from the belts.',
      },
      analyses: [WHYS, TREE, FISHBONE, tellTimeline(at)],
      rootCauses: [
        {
          id: 'lines',
          statement:
            'Projects add traffic to lines that others order, and nothing brings the two together',
          type: 'organizational',
          role: 'primary',
          factors: ['Two budgets', 'No figure for what a line has to carry'],
          evidence: shown(
            'Project plan of the cameras: no entry for lines',
            'Traffic of the main line over twelve months',
          ),
          from: { analysisId: 'whys', nodeId: 'planned' },
        },
        {
          id: 'second-line',
          statement:
            'The second line was never tried, so nobody knew that it could not carry the depot',
          type: 'process',
          role: 'contributing',
          factors: ['Switching over by hand is feared'],
          evidence: shown('Router log: first switch-over in five years'),
          from: { analysisId: 'whys', nodeId: 'never-tried' },
        },
        {
          id: 'asking',
          statement: 'Belts stop when they cannot ask the data centre',
          type: 'technical',
          role: 'contributing',
          factors: [],
          evidence: shown('Belt control: “no answer” from 18:08 on'),
          from: { analysisId: 'tree', nodeId: 'needs-answer' },
        },
      ],
      lessons: [
        {
          statement:
            'A second line, server or person that is never used is not a reserve',
          detail:
            'Use it for an hour each month, in daylight, with everybody watching.',
          type: 'process',
          priority: 'high',
          category: 'resilience',
          owner: 'group:default/depot-systems',
          tags: ['network', 'exercise'],
          appliesTo: ['component:default/scan-ingest'],
        },
        {
          statement:
            'Whoever adds traffic says how much, to those who own the line',
          type: 'organizational',
          priority: 'medium',
          category: 'planning',
          owner: userRef('yara.pinnock'),
          tags: ['network', 'planning'],
          appliesTo: [
            'component:default/scan-ingest',
            'component:default/tracking-service',
          ],
        },
      ],
      actions: [
        {
          title:
            'Give routing answers priority over pictures in all depot routers',
          kind: 'corrective',
          priority: 'high',
          category: 'network',
          owner: userRef('hugo.bergdal'),
          successCriteria:
            'With pictures on and the main line pulled, belts at Kestrel Park keep running.',
          dueInDays: 14,
        },
        {
          title: 'Order second lines of 20 Mbit/s for the four largest depots',
          kind: 'preventive',
          priority: 'high',
          category: 'network',
          owner: 'group:default/depot-systems',
          successCriteria: 'All four are delivered and were used for an hour.',
          dueInDays: 60,
        },
        {
          title: 'Let belts route by postcode when no answer comes',
          kind: 'preventive',
          priority: 'medium',
          category: 'belts',
        },
      ],
    },
    feedback: [
      {
        entityRef: userRef('marek.dolan'),
        answers: {
          wentWell: 'The shift lead’s idea with the pictures.',
          couldImprove:
            'The call with the carrier. We need somebody there who can look at our router.',
          suggestedActions: 'Priority for routing answers. It is a setting.',
          learnedSomething: true,
          wouldAttendAgain: true,
          responseRating: 4,
        },
      },
      {
        entityRef: userRef('sunniva.hale'),
        answers: {
          surprised:
            'Eight times the traffic since spring. I would have said twice.',
          lessons: 'A reserve that is not used is not there.',
          learnedSomething: true,
          wouldAttendAgain: true,
          responseRating: 4,
        },
      },
      {
        entityRef: userRef('hugo.bergdal'),
        anonymous: true,
        answers: {
          couldImprove: 'We own routers that we have never seen.',
          learnedSomething: true,
          wouldAttendAgain: true,
          responseRating: 3,
        },
      },
      { entityRef: userRef('ines.varley') },
      { entityRef: userRef('yara.pinnock') },
    ],
  }),
};
