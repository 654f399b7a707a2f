import type { IncidentInput } from '@hindsight/backstage-plugin-incident-learning-common';
import { event, person } from '../helpers';
import type { ToldClock } from '../types';

export function tellIncident(at: ToldClock): Omit<IncidentInput, 'source'> {
  return {
    title: 'Morning tours planned without the Eskholm depot',
    summary:
      'The nightly planning run left the Eskholm depot out: its list of parcels came in after the run had begun, and an empty list counts as a depot on holiday. 41 vans stood at the ramp without a tour at 05:30.',
    impact:
      '3,270 parcels were delivered a day late. 41 couriers waited for two hours, and the afternoon shift stayed until nine.',
    kind: 'operational',
    status: 'closed',
    severity: 'critical',
    category: 'data',
    attackVector: 'input file',
    entityRefs: [
      'component:default/route-planner',
      'component:default/courier-app',
    ],
    occurredAt: at('01:30'),
    detectedAt: at('05:34'),
    declaredAt: at('05:41'),
    containedAt: at('07:25'),
    resolvedAt: at('21:05'),
    closedAt: at('+3 09:00'),
    tags: ['planning', 'batch'],
    participants: [
      person('commander', 'tomas.lindeval'),
      person('responder', 'nadia.sorrel'),
      person('responder', 'marek.dolan'),
      person('communicator', 'ines.varley'),
    ],
    timeline: [
      event(at('01:30'), 'change', 'The planning run begins, as every night', {
        source: 'Job log',
      }),
      event(
        at('01:52'),
        'symptom',
        'The parcel list of Eskholm arrives, 22 minutes late: a belt had been repaired',
        { source: 'Transfer log' },
      ),
      event(
        at('03:40'),
        'symptom',
        'The run ends without an error; six of seven depots have tours',
        { source: 'Job log' },
      ),
      event(
        at('05:34'),
        'detection',
        'Eskholm calls: no tours on 41 handhelds',
        {
          action: 'Paged whoever is on call for Last Mile',
          source: 'Telephone',
        },
      ),
      event(
        at('05:50'),
        'investigation',
        'The run took the missing list for a day without parcels',
      ),
      event(
        at('06:05'),
        'decision',
        'Plan Eskholm alone with yesterday’s settings rather than start the whole run again',
      ),
      event(at('07:10'), 'mitigation', 'Tours for Eskholm are ready'),
      event(at('07:25'), 'containment', 'The first vans leave the ramp'),
      event(
        at('08:00'),
        'communication',
        'Recipients in the area of Eskholm get a message with the new day',
      ),
      event(
        at('21:05'),
        'recovery',
        'The last van is back; what is left goes out tomorrow',
      ),
    ],
  };
}
