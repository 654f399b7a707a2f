import type { IncidentInput } from '@hindsight/backstage-plugin-incident-learning-common';
import { event, person } from '../helpers';
import type { ToldClock } from '../types';

export function tellIncident(at: ToldClock): Omit<IncidentInput, 'source'> {
  return {
    title: 'Labels of 2,310 parcels printed without a routing barcode',
    summary:
      'From 09:14 to 10:48 the label service answered every request, but left the routing barcode out of labels for parcels with two lines of address. Depots could not sort them by machine. The service itself looked healthy throughout.',
    impact:
      '2,310 parcels reached Northgate and Alderbrook with labels that the belts could not read; 64 of them were delivered a day late. Two merchants printed their morning batch again.',
    kind: 'operational',
    status: 'closed',
    severity: 'high',
    category: 'change',
    attackVector: 'library upgrade',
    entityRefs: [
      'component:default/label-service',
      'component:default/partner-portal',
    ],
    occurredAt: at('09:14'),
    detectedAt: at('10:02'),
    declaredAt: at('10:11'),
    containedAt: at('10:48'),
    resolvedAt: at('16:30'),
    closedAt: at('+1 09:20'),
    tags: ['release', 'labels'],
    participants: [
      person('commander', 'adaeze.brandt'),
      person('responder', 'joren.mattis'),
      person('responder', 'sunniva.hale'),
      person('communicator', 'ines.varley'),
    ],
    timeline: [
      event(
        at('09:14'),
        'change',
        'label-service 5.17.0 is on all instances; it carries a new version of the barcode library',
        { source: 'Release log' },
      ),
      event(
        at('09:52'),
        'symptom',
        'Northgate: belt 3 rejects one parcel in nine',
        { source: 'Shift book' },
      ),
      event(
        at('10:02'),
        'detection',
        'Northgate calls: labels without the long barcode',
        { action: 'Paged whoever is on call for Booking', source: 'Telephone' },
      ),
      event(
        at('10:11'),
        'communication',
        'Declared as high in the on-call channel',
      ),
      event(
        at('10:19'),
        'investigation',
        'All rejected labels have two lines of address',
      ),
      event(
        at('10:31'),
        'investigation',
        'The old and the new library disagree on what is too long for the symbol; the new one leaves it out without an error',
      ),
      event(
        at('10:34'),
        'decision',
        'Go back to 5.16.2 rather than shorten the text',
      ),
      event(
        at('10:48'),
        'containment',
        '5.16.2 is on all instances; new labels are complete',
      ),
      event(
        at('11:20'),
        'communication',
        'Merchants with a morning batch were called and asked to print it again',
      ),
      event(
        at('16:30'),
        'recovery',
        'The last of the 2,310 parcels was relabelled at the belt',
      ),
    ],
  };
}
