import type { IncidentInput } from '@hindsight/backstage-plugin-incident-learning-common';
import { event, person } from '../helpers';
import type { ToldClock } from '../types';

export function tellIncident(at: ToldClock): Omit<IncidentInput, 'source'> {
  return {
    title: '1,140 merchants were invoiced twice',
    summary:
      'The monthly invoice run was started again by hand after it had stopped at 02:10, and began at the beginning instead of where it had stopped. 1,140 merchants got a second invoice with a number of its own; 212 of them pay by direct debit, and the bank had the file at 06:00.',
    impact:
      '€ 418,000 were debited a second time from 212 accounts. All of it was returned within three bank days. Customer service answered 460 calls.',
    kind: 'operational',
    status: 'closed',
    severity: 'critical',
    category: 'data',
    attackVector: 'batch job',
    entityRefs: ['component:default/billing-service'],
    occurredAt: at('02:41'),
    detectedAt: at('08:05'),
    declaredAt: at('08:12'),
    containedAt: at('09:30'),
    resolvedAt: at('+3 15:00'),
    closedAt: at('+6 10:00'),
    tags: ['batch', 'money'],
    participants: [
      person('commander', 'leila.farrow'),
      person('responder', 'kenji.aldous'),
      person('responder', 'emil.castellan'),
      person('communicator', 'ines.varley'),
    ],
    timeline: [
      event(
        at('02:10'),
        'symptom',
        'The invoice run stops after 1,140 of 5,300 merchants: the database closed its connection',
        { source: 'Job log' },
      ),
      event(at('02:24'), 'detection', 'Alert: invoice run not finished', {
        source: 'Alerting',
      }),
      event(
        at('02:41'),
        'change',
        'The run is started again, as the runbook says',
        { source: 'Job log' },
      ),
      event(
        at('04:55'),
        'symptom',
        'The run ends: 6,440 invoices instead of 5,300',
        { source: 'Job log' },
      ),
      event(at('06:00'), 'change', 'The direct debit file goes to the bank', {
        source: 'Transfer log',
      }),
      event(
        at('08:05'),
        'detection',
        'First merchant calls about two invoices',
        {
          action: 'Paged whoever is on call for Accounts and Billing',
          source: 'Telephone',
        },
      ),
      event(
        at('08:30'),
        'investigation',
        'Two invoices each for the first 1,140 merchants, by number',
      ),
      event(
        at('08:52'),
        'decision',
        'Ask the bank to hold the file; it has been executed already',
      ),
      event(
        at('09:30'),
        'containment',
        'Second invoices marked as void; nothing further is sent',
      ),
      event(
        at('10:15'),
        'communication',
        'All 1,140 merchants have a mail with an apology and the date of the return',
      ),
      event(
        at('+3 15:00'),
        'recovery',
        'The bank confirms the last of 212 returns',
      ),
    ],
  };
}
