import type { ToldAnalysis } from '../../types';
import { shown } from '../helpers';
import type { ToldClock } from '../types';

export function tellAnalyses(at: ToldClock): ToldAnalysis[] {
  return [
    {
      key: 'tree',
      title: 'What had to come together',
      analysis: {
        kind: 'fault-tree',
        topEvent: 'opened',
        nodes: [
          {
            type: 'and',
            id: 'opened',
            label: 'Accounts are opened by strangers for days',
            children: ['fits', 'no-challenge', 'not-seen'],
          },
          {
            type: 'basic',
            id: 'fits',
            label: 'Leaked passwords that fit are in circulation',
            probability: 0.95,
            evidence: shown('Public leak, 41,000 of our addresses in it'),
          },
          {
            type: 'or',
            id: 'no-challenge',
            label: 'No second hurdle at sign-in',
            children: ['old-interface', 'exempt'],
          },
          {
            type: 'basic',
            id: 'old-interface',
            label: 'The old interface has no challenge',
            probability: 1,
            cause: true,
            evidence: shown('Code of 2021, and 40 attempts in a test'),
          },
          {
            type: 'basic',
            id: 'exempt',
            label: 'A client is exempt from the challenge',
            probability: 0.02,
          },
          {
            type: 'or',
            id: 'not-seen',
            label: 'Nobody notices within a day',
            children: ['alert-drowned', 'alert-blind'],
          },
          {
            type: 'basic',
            id: 'alert-drowned',
            label: 'The nightly alert is one of two hundred',
            probability: 0.8,
            cause: true,
            evidence: shown('Alert archive: fired on all four nights'),
          },
          {
            type: 'basic',
            id: 'alert-blind',
            label: 'Attempts stay below the alert’s threshold',
            probability: 0.3,
          },
        ],
      },
    },
    {
      key: 'timeline',
      title: 'Four days, and what we knew on each',
      analysis: {
        kind: 'timeline',
        events: [
          {
            id: 'first',
            at: at('21:40'),
            kind: 'symptom',
            text: 'First account is opened',
            source: 'Sign-in log',
            knownAt: at('+4 10:05'),
          },
          {
            id: 'alert-1',
            at: at('+1 03:00'),
            kind: 'detection',
            text: 'Alert “unusual sign-ins”',
            source: 'Alert archive',
            knownAt: at('+4 10:30'),
            marker: 'Alert',
          },
          {
            id: 'alert-2',
            at: at('+2 03:00'),
            kind: 'detection',
            text: 'The same alert',
            source: 'Alert archive',
            knownAt: at('+4 10:30'),
          },
          {
            id: 'parcel',
            at: at('+3 14:25'),
            kind: 'symptom',
            text: 'First parcel is redirected',
            source: 'Tracking',
            knownAt: at('+4 09:10'),
          },
          {
            id: 'support',
            at: at('+4 09:10'),
            kind: 'detection',
            text: 'Three customers ask about their parcels',
            source: 'Support queue',
            marker: 'We know',
          },
          {
            id: 'off',
            at: at('+4 10:40'),
            kind: 'decision',
            text: 'Switch the old interface off at once',
            marker: 'Decision',
            respondsTo: 'support',
          },
          {
            id: 'closed',
            at: at('+4 11:20'),
            kind: 'action',
            text: 'The old interface is off, its sessions are ended',
            respondsTo: 'first',
          },
          {
            id: 'held',
            at: at('+4 13:00'),
            kind: 'action',
            text: 'Redirected parcels are held',
            respondsTo: 'parcel',
          },
          {
            id: 'told',
            at: at('+4 16:30'),
            kind: 'communication',
            text: 'The authority and 86 customers are informed',
          },
          {
            id: 'notice',
            at: at('+5 17:00'),
            kind: 'recovery',
            text: 'The 2021 app shows the way to the new one',
          },
        ],
      },
    },
  ];
}
