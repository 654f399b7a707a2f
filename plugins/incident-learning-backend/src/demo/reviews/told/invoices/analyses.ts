import type { ToldAnalysis } from '../../types';
import { shown } from '../helpers';

export const FISHBONE: ToldAnalysis = {
  key: 'fishbone',
  title: 'What led to the second invoices',
  analysis: {
    kind: 'fishbone',
    effect: '1,140 merchants got two invoices and 212 were debited twice',
    causes: [
      {
        id: 'night',
        category: 'People',
        text: 'One person on call at night, with no one to ask',
        evidence: shown('On-call plan'),
      },
      {
        id: 'new',
        parentId: 'night',
        text: 'First month on call; the run had not stopped in living memory',
      },
      {
        id: 'runbook',
        category: 'Process',
        text: 'The runbook says “start again” and was written for the old run',
        evidence: shown('Last change of the page: 26 months before'),
        cause: true,
      },
      {
        id: 'review',
        parentId: 'runbook',
        text: 'Runbooks are not part of the review when a job is rewritten',
      },
      {
        id: 'restart',
        category: 'Technology',
        text: 'The run does not remember whom it has invoiced',
        evidence: shown(
          'A second start over a copy makes the same 1,140 again',
        ),
        cause: true,
      },
      {
        id: 'connection',
        parentId: 'restart',
        text: 'The database closes connections that are idle for ten minutes, and the run waits for the tariff service longer than that',
      },
      {
        id: 'bank',
        category: 'Environment',
        text: 'The bank takes the file at 06:00 sharp; there is no way to hold it after that',
        evidence: shown('Agreement with the bank, annex 2'),
      },
      {
        id: 'month-end',
        category: 'Environment',
        text: 'The largest run of the month: everything is twice as slow',
      },
      {
        id: 'numbers',
        category: 'Materials',
        text: 'Nothing in the data says that one month is invoiced once: any number of invoices is valid',
        evidence: shown('Schema of the invoice table'),
      },
      {
        id: 'totals',
        category: 'Methods',
        text: 'Totals are compared by finance at ten in the morning, after the bank',
        evidence: shown('Work instruction of finance'),
        cause: true,
      },
      {
        id: 'alert',
        parentId: 'totals',
        text: 'The job alerts when it does too little, never when it does too much',
      },
    ],
  },
};

/** Of the amendment. */
export const STOPS: ToldAnalysis = {
  key: 'stops',
  title: 'Where the second file could have been stopped',
  analysis: {
    kind: 'fault-tree',
    topEvent: 'debited',
    nodes: [
      {
        type: 'and',
        id: 'debited',
        label: 'Merchants are debited twice',
        children: ['twice', 'unchecked', 'bank-passes'],
      },
      {
        type: 'or',
        id: 'twice',
        label: 'The run invoices twice',
        children: ['restart', 'double-start'],
      },
      {
        type: 'basic',
        id: 'restart',
        label: 'Started again after a stop',
        probability: 0.2,
        cause: true,
        evidence: shown('Two stops in ten months'),
      },
      {
        type: 'basic',
        id: 'double-start',
        label: 'Two starts at once',
        probability: 0.01,
      },
      {
        type: 'or',
        id: 'unchecked',
        label: 'Totals are not checked before six',
        children: ['no-check', 'check-unread'],
      },
      {
        type: 'basic',
        id: 'no-check',
        label: 'No automatic check of totals',
        probability: 1,
        cause: true,
      },
      {
        type: 'basic',
        id: 'check-unread',
        label: 'The check’s page is not answered at night',
        probability: 0.05,
      },
      {
        type: 'basic',
        id: 'bank-passes',
        label: 'The bank’s duplicate check is off for us',
        probability: 1,
        cause: true,
        evidence: shown(
          'The bank’s report: the option exists and was never ordered',
        ),
      },
    ],
  },
};
