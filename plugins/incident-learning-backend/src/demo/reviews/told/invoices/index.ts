import { userRef } from '../../../company';
import { person, shown } from '../helpers';
import type { ToldCase } from '../types';
import { FISHBONE, STOPS } from './analyses';
import { tellIncident } from './tellIncident';

const SECTIONS = {
  summary:
    'The monthly invoice run stopped a fifth of the way through. It was started again as the runbook says, and began at the beginning: the runbook was written for the old run, which knew where it had stopped. So 1,140 merchants were invoiced twice, and 212 of them were debited twice, because the file for the bank is built from whatever invoices there are at six in the morning.',
  impact:
    '€ 418,000 were taken from 212 accounts a second time, € 61,000 from the largest. Everything was back after three bank days. Three merchants had to ask their bank for an overdraft in between; we carried the interest (€ 94). One merchant left.',
  whatWentWell: [
    '- Leila’s team told the merchants before most of them had noticed, with the date on which the money would be back. That date held.',
    '- Invoice numbers are never used twice, so that void ones could be told apart without doubt.',
  ].join('\n'),
  whatCouldImprove: [
    '- “6,440 invoices” stood in the log at 04:55, three hours before the first call and an hour before the bank had the file.',
    '- At night the runbook is all there is. It was right when it was written.',
  ].join('\n'),
  whereWeGotLucky:
    'The run stopped after a fifth. After four fifths the same step would have moved € 1.6 million.',
};

const AFTERWORD =
  'Five weeks later the bank’s report showed that it offers a check for duplicates, which would have held the file. We had never ordered it.';

/** A fishbone, and a second version of the report. */
export const DOUBLE_INVOICES: ToldCase = {
  key: 'INC-0602',
  daysAgo: 'year',
  weekday: 2,
  incidents: at => [tellIncident(at)],
  review: at => ({
    title: '1,140 merchants were invoiced twice',
    createdAt: at('+6 10:01'),
    createdBy: 'plugin:incident-learning',
    facilitator: userRef('marek.dolan'),
    participants: [
      person('commander', 'leila.farrow'),
      person('responder', 'kenji.aldous'),
      person('responder', 'emil.castellan'),
      person('communicator', 'ines.varley'),
      { role: 'owner', entityRef: 'group:default/accounts-billing' },
    ],
    scheduledFor: at('+8 09:00'),
    feedbackDueAt: at('+9 12:00'),
    moves: [
      { at: at('+6 11:30'), by: userRef('marek.dolan'), to: 'gathering' },
      { at: at('+8 09:05'), by: userRef('marek.dolan'), to: 'drafting' },
      { at: at('+9 16:10'), by: userRef('marek.dolan'), to: 'in-review' },
      { at: at('+10 11:00'), by: userRef('marek.dolan'), to: 'published' },
      {
        at: at('+41 09:15'),
        by: userRef('marek.dolan'),
        to: 'drafting',
        reason:
          'The bank’s report names another way in which the second file could have been stopped',
      },
      { at: at('+41 10:40'), by: userRef('marek.dolan'), to: 'in-review' },
      { at: at('+42 09:00'), by: userRef('marek.dolan'), to: 'published' },
    ],
    content: {
      sections: SECTIONS,
      analyses: [FISHBONE],
      rootCauses: [
        {
          id: 'no-memory',
          statement:
            'The invoice run does not remember whom it has invoiced, so starting it again repeats its work',
          type: 'technical',
          role: 'primary',
          factors: [
            'Rewritten last year without a resume',
            'No uniqueness of merchant and month in the data',
          ],
          evidence: shown(
            'A second start over a copy of that night makes the same 1,140 invoices again',
          ),
          from: { analysisId: 'fishbone', nodeId: 'restart' },
        },
        {
          id: 'old-runbook',
          statement: 'Jobs are rewritten and their runbooks stay as they were',
          type: 'process',
          role: 'contributing',
          factors: ['Runbooks live in another place than the code'],
          evidence: shown(
            'Eleven of 34 runbooks describe something that exists no more',
          ),
          from: { analysisId: 'fishbone', nodeId: 'runbook' },
        },
        {
          id: 'late-totals',
          statement: 'Totals are compared after the bank has the file',
          type: 'organizational',
          role: 'contributing',
          factors: [],
          evidence: shown(
            'Work instruction of finance: 10:00; transfer: 06:00',
          ),
          from: { analysisId: 'fishbone', nodeId: 'totals' },
        },
      ],
      lessons: [
        {
          statement:
            'A job that moves money can be started twice without harm, or it cannot be started by hand',
          detail:
            'At night somebody will start it again; that is what one does. Let the data refuse the second invoice, not the person.',
          type: 'technical',
          priority: 'critical',
          category: 'batch',
          owner: 'group:default/accounts-billing',
          tags: ['batch', 'idempotency', 'money'],
          appliesTo: [
            'component:default/billing-service',
            'component:default/customs-gateway',
            'component:default/notification-service',
          ],
        },
        {
          statement: 'Check totals before they leave the house',
          type: 'process',
          priority: 'high',
          category: 'finance',
          owner: userRef('leila.farrow'),
          tags: ['money', 'monitoring'],
          appliesTo: ['component:default/billing-service'],
        },
      ],
      actions: [
        {
          title:
            'Let the database refuse a second invoice for a merchant and month',
          kind: 'corrective',
          priority: 'critical',
          category: 'batch',
          owner: userRef('kenji.aldous'),
          successCriteria:
            'Starting the run twice over a copy makes no second invoice.',
          dueInDays: 14,
          today: 'verified',
        },
        {
          title:
            'Hold the direct debit file when its total differs by more than 10 % from the month before',
          kind: 'preventive',
          priority: 'high',
          category: 'finance',
          owner: 'group:default/accounts-billing',
          successCriteria:
            'The file of that night, sent again, is held and pages.',
          dueInDays: 30,
          today: 'verified',
        },
        {
          title:
            'Walk through all 34 runbooks and strike what no longer exists',
          kind: 'corrective',
          priority: 'medium',
          category: 'runbook',
          owner: userRef('emil.castellan'),
          successCriteria:
            'Each runbook carries a date not older than six months.',
          dueInDays: 60,
          today: 'completed',
        },
      ],
    },
    amended: {
      analyses: [FISHBONE, STOPS],
      sections: { ...SECTIONS, summary: `${SECTIONS.summary}\n\n${AFTERWORD}` },
    },
    feedback: [
      {
        entityRef: userRef('leila.farrow'),
        answers: {
          wentWell: 'One mail to everybody before ten.',
          couldImprove:
            'We need a second person to ask at night, if only by telephone.',
          learnedSomething: true,
          wouldAttendAgain: true,
          responseRating: 4,
        },
      },
      {
        entityRef: userRef('kenji.aldous'),
        answers: {
          surprised: 'That the bank has no button to hold a file.',
          suggestedActions: 'A unique key. It is one line.',
          learnedSomething: true,
          wouldAttendAgain: true,
          responseRating: 3,
        },
      },
      {
        entityRef: userRef('emil.castellan'),
        answers: {
          wentWell:
            'I followed the runbook, and nobody in the review made a point of that. Thank you.',
          lessons: 'A runbook is part of the code.',
          learnedSomething: true,
          wouldAttendAgain: true,
          responseRating: 4,
        },
      },
      { entityRef: userRef('ines.varley') },
    ],
  }),
};
