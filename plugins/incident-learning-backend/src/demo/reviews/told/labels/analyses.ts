import { DOCUMENTS_URL } from '../../../company';
import type { ToldAnalysis } from '../../types';
import { shown } from '../helpers';
import type { ToldClock } from '../types';

export function tellAnalyses(at: ToldClock): ToldAnalysis[] {
  return [
    {
      key: 'whys',
      title: 'How labels went out incomplete and nobody knew',
      analysis: {
        kind: 'five-whys',
        problem:
          '2,310 labels were printed without a routing barcode before anybody stopped it',
        nodes: [
          {
            id: 'left-out',
            answer:
              'The new barcode library leaves a symbol out when its text is too long',
            evidence: [
              {
                text: 'Both versions run over the same 19,870 labels: 2,310 differ',
                url: `${DOCUMENTS_URL}/labels/5-17-comparison`,
              },
            ],
          },
          {
            id: 'no-error',
            parentId: 'left-out',
            question: 'How did it come about that nothing reported an error?',
            answer:
              'The library reports it as a warning, and our wrapper only hands on errors',
            evidence: shown('Wrapper code, unchanged for four years'),
          },
          {
            id: 'wrapper',
            parentId: 'no-error',
            answer:
              'When the wrapper was written the library had no warnings. Upgrades are checked for what breaks, not for what is new',
            evidence: shown('Upgrade checklist of the Booking team'),
            cause: true,
          },
          {
            id: 'too-long',
            parentId: 'left-out',
            question: 'How did texts come to be too long?',
            answer:
              'Addresses with two lines make a text of up to 71 characters. The symbol holds 64 by its norm; the old version squeezed it',
            evidence: shown('Norm and measurements, attached to the incident'),
          },
          {
            id: 'test',
            parentId: 'too-long',
            answer:
              'None of the 40 labels in our tests has a second line of address',
            evidence: shown('Test folder, listed during the meeting'),
            cause: true,
          },
          {
            id: 'unseen',
            question: 'How did it go unnoticed for 48 minutes?',
            answer:
              'We watch whether labels are made, not whether they can be read',
            evidence: shown(
              'All alerts of the label service look at response codes and times',
            ),
          },
          {
            id: 'belt',
            parentId: 'unseen',
            answer:
              'The belts measure exactly that, every minute, but their figures stay in the depot',
            evidence: shown(
              'Graph of belt 3: rejects rise from 0.4 % to 11 % at 09:31',
            ),
          },
          {
            id: 'two-worlds',
            parentId: 'belt',
            answer:
              'Depot technology and software grew up as two departments with a monitoring each; no one has ever been asked to join them',
            assumed: true,
            cause: true,
          },
        ],
      },
    },
    {
      key: 'timeline',
      title: 'What was known when',
      analysis: {
        kind: 'timeline',
        events: [
          {
            id: 'release',
            at: at('09:14'),
            kind: 'change',
            text: '5.17.0 on all instances',
            source: 'Release log',
          },
          {
            id: 'belt',
            at: at('09:31'),
            kind: 'symptom',
            text: 'Belt 3 at Northgate rejects 11 % instead of 0.4 %',
            source: 'Belt control',
            knownAt: at('09:52'),
            correction: {
              reason:
                'The shift book says when it was noticed; the belt’s own record says when it began',
              from: { at: at('09:52'), source: 'Shift book' },
            },
          },
          {
            id: 'call',
            at: at('10:02'),
            kind: 'detection',
            text: 'Northgate calls',
            source: 'Telephone',
            marker: 'We know',
          },
          {
            id: 'two-lines',
            at: at('10:19'),
            kind: 'other',
            text: 'What the rejected labels have in common: two lines of address',
          },
          {
            id: 'rollback',
            at: at('10:34'),
            kind: 'decision',
            text: 'Go back to 5.16.2 rather than shorten the text',
            marker: 'Rollback',
            respondsTo: 'two-lines',
          },
          {
            id: 'complete',
            at: at('10:48'),
            kind: 'recovery',
            text: 'New labels are complete',
          },
          {
            id: 'merchants',
            at: at('11:20'),
            kind: 'communication',
            text: 'Merchants with a morning batch are called',
            respondsTo: 'call',
          },
          {
            id: 'done',
            at: at('16:30'),
            kind: 'recovery',
            text: 'Last parcel relabelled',
          },
        ],
      },
    },
  ];
}
