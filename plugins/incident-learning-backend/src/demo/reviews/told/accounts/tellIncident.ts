import type { IncidentInput } from '@hindsight/backstage-plugin-incident-learning-common';
import { event, person } from '../helpers';
import type { ToldClock } from '../types';

export function tellIncident(at: ToldClock): Omit<IncidentInput, 'source'> {
  return {
    title: '86 customer accounts opened through the sign-in of the old app',
    summary:
      'Passwords from a leak elsewhere were tried against the sign-in that the 2021 app still uses. It has no challenge after failed attempts. 86 accounts were opened in four days; for 11 of them a parcel was sent to a parcel shop that the owner had never heard of.',
    impact:
      '86 customers were told and given new passwords. 11 parcels were redirected, 9 of them stopped in time; two were handed out. No payment data is kept in these accounts.',
    kind: 'security',
    status: 'closed',
    severity: 'high',
    category: 'hacking',
    attackVector: 'Stolen credentials',
    entityRefs: [
      'component:default/customer-identity',
      'component:default/courier-app',
    ],
    occurredAt: at('21:40'),
    detectedAt: at('+4 09:10'),
    declaredAt: at('+4 09:35'),
    containedAt: at('+4 11:20'),
    resolvedAt: at('+5 17:00'),
    closedAt: at('+10 10:00'),
    tags: ['account-takeover', 'customers', 'legacy'],
    participants: [
      person('commander', 'rosa.whitmere'),
      person('responder', 'kenji.aldous'),
      person('responder', 'hugo.bergdal'),
      person('communicator', 'ines.varley'),
    ],
    timeline: [
      event(
        at('21:40'),
        'symptom',
        'First sign-in with a leaked password succeeds',
        { source: 'Sign-in log, found later' },
      ),
      event(
        at('+1 03:00'),
        'symptom',
        'Nightly alert “unusual sign-ins” fires, as it does most nights',
        { source: 'Alert archive' },
      ),
      event(at('+2 03:00'), 'symptom', 'Nightly alert fires again', {
        source: 'Alert archive',
      }),
      event(
        at('+3 14:25'),
        'symptom',
        'First parcel is redirected to a parcel shop',
        { source: 'Tracking' },
      ),
      event(
        at('+4 09:10'),
        'detection',
        'Three customers ask on one morning why their parcel went elsewhere; support tells the security desk',
        { source: 'Support queue' },
      ),
      event(
        at('+4 09:35'),
        'communication',
        'Security desk opens a case with Accounts and Billing',
      ),
      event(
        at('+4 10:05'),
        'investigation',
        'All three signed in through the old interface, from addresses never seen before',
      ),
      event(
        at('+4 10:40'),
        'decision',
        'Switch the old interface off at once, although 1,900 people still use the 2021 app',
      ),
      event(
        at('+4 11:20'),
        'containment',
        'The old interface answers nobody any more; all sessions made through it are ended',
      ),
      event(
        at('+4 13:00'),
        'mitigation',
        'Parcels redirected since the first day are held: 9 of 11 can be stopped',
      ),
      event(
        at('+4 16:30'),
        'communication',
        'The authority and the 86 customers are informed',
      ),
      event(
        at('+5 17:00'),
        'recovery',
        'The 2021 app shows a notice with a link to the new one; support has a text',
      ),
    ],
  };
}
