import type { IncidentInput } from '@hindsight/backstage-plugin-incident-learning-common';
import { event, person } from '../helpers';
import type { ToldClock } from '../types';

type Told = Omit<IncidentInput, 'source'>;

const ALIKE = {
  kind: 'operational',
  status: 'closed',
  category: 'hardware',
  attackVector: 'network link',
  entityRefs: [
    'component:default/scan-ingest',
    'component:default/tracking-service',
  ],
  tags: ['depot', 'network'],
} as const;

export function tellFirst(at: ToldClock): Told {
  return {
    ...ALIKE,
    entityRefs: [...ALIKE.entityRefs],
    tags: [...ALIKE.tags],
    title: 'Kestrel Park cut off: no scans for 52 minutes in the evening peak',
    summary:
      'The line between Kestrel Park and the data centre failed at 18:06. The second line took over and failed two minutes later: it was made for a tenth of today’s traffic. Handhelds kept their scans, the belts stopped.',
    impact:
      '11,400 parcels were sorted after the vans had left; 2,900 of them came a day late. Tracking showed the state of 18:06 until 19:20.',
    severity: 'high',
    occurredAt: at('18:06'),
    detectedAt: at('18:09'),
    declaredAt: at('18:15'),
    containedAt: at('18:58'),
    resolvedAt: at('21:40'),
    closedAt: at('+1 08:40'),
    participants: [
      person('commander', 'marek.dolan'),
      person('responder', 'sunniva.hale'),
      person('responder', 'hugo.bergdal'),
      person('communicator', 'ines.varley'),
    ],
    timeline: [
      event(
        at('18:06'),
        'symptom',
        'The main line of Kestrel Park is down; the router goes over to the second one',
        { source: 'Router log' },
      ),
      event(
        at('18:08'),
        'symptom',
        'The second line drops three packets in four',
        { source: 'Router log' },
      ),
      event(at('18:09'), 'detection', 'Alert: no scans from Kestrel Park', {
        action: 'Paged whoever is on call for Depot Systems',
        source: 'Alerting',
      }),
      event(
        at('18:11'),
        'symptom',
        'Belts 1 to 6 stop: they get no routing answers',
        { source: 'Shift book' },
      ),
      event(
        at('18:15'),
        'communication',
        'Declared as high; the shift lead joins the call',
      ),
      event(
        at('18:27'),
        'investigation',
        'The carrier sees the main line as “up”',
      ),
      event(
        at('18:41'),
        'decision',
        'Cut the second line’s load: camera pictures are switched off',
      ),
      event(
        at('18:58'),
        'containment',
        'Scans come through again, without pictures',
      ),
      event(
        at('19:20'),
        'recovery',
        'The handhelds have delivered what they had kept',
      ),
      event(
        at('21:40'),
        'recovery',
        'The carrier has replaced a module; the main line carries everything again',
      ),
    ],
  };
}

export function tellSecond(at: ToldClock): Told {
  return {
    ...ALIKE,
    entityRefs: [...ALIKE.entityRefs],
    tags: [...ALIKE.tags],
    title: 'Kestrel Park cut off again for 17 minutes',
    summary:
      'The replaced module failed at 06:48. This time the second line held, because the pictures were still switched off.',
    impact:
      'No belt stopped. Scans of 17 minutes came late, all of them before the vans left.',
    severity: 'medium',
    occurredAt: at('+2 06:48'),
    detectedAt: at('+2 06:49'),
    declaredAt: at('+2 06:55'),
    containedAt: at('+2 07:05'),
    resolvedAt: at('+2 09:30'),
    closedAt: at('+3 09:00'),
    participants: [
      person('commander', 'sunniva.hale'),
      person('responder', 'marek.dolan'),
    ],
    timeline: [
      event(
        at('+2 06:48'),
        'symptom',
        'The main line is down; the second one takes over',
        { source: 'Router log' },
      ),
      event(
        at('+2 06:49'),
        'detection',
        'Alert: main line of Kestrel Park down',
        { source: 'Alerting' },
      ),
      event(
        at('+2 07:05'),
        'containment',
        'Scans come through the second line at the usual rate',
      ),
      event(
        at('+2 09:30'),
        'recovery',
        'The carrier has put in a module of another series',
      ),
    ],
  };
}
