import type { ToldAnalysis } from '../../types';
import { shown } from '../helpers';
import type { ToldClock } from '../types';

export const FISHBONE: ToldAnalysis = {
  key: 'fishbone',
  title: 'What made one broken module stop six belts',
  analysis: {
    kind: 'fishbone',
    effect: 'One broken module stopped six belts for 47 minutes',
    causes: [
      {
        id: 'shift',
        category: 'People',
        text: 'The shift knows no way to sort by hand at this rate',
      },
      {
        id: 'carrier',
        category: 'People',
        text: 'The carrier’s desk trusts its own screen: “your line is up”',
        evidence: shown('Recording of the call'),
      },
      {
        id: 'facilities',
        category: 'Process',
        text: 'Lines are ordered by facilities, traffic is made by projects',
        cause: true,
      },
      {
        id: 'no-review',
        parentId: 'facilities',
        text: 'No project has to say what it will send over the lines',
      },
      {
        id: 'narrow',
        category: 'Technology',
        text: 'The second line carries a fifth of what the belts send',
        evidence: shown('Router log'),
      },
      {
        id: 'router',
        category: 'Technology',
        text: 'One router for both lines',
      },
      {
        id: 'priority',
        parentId: 'router',
        text: 'Pictures and routing answers have the same priority',
      },
      {
        id: 'peak',
        category: 'Environment',
        text: 'Evening peak: three of four parcels of the day in two hours',
      },
      {
        id: 'module',
        category: 'Materials',
        text: 'Modules of a series that the carrier had called back in summer',
        evidence: shown('Mail of the carrier, after the second failure'),
      },
      {
        id: 'exercise',
        category: 'Methods',
        text: 'Switching over has never been practised',
        cause: true,
      },
    ],
  },
};

export function tellTimeline(at: ToldClock): ToldAnalysis {
  return {
    key: 'timeline',
    title: 'The evening and the second morning',
    analysis: {
      kind: 'timeline',
      events: [
        {
          id: 'down',
          at: at('18:06'),
          kind: 'symptom',
          text: 'Main line down',
          source: 'Router log',
          knownAt: at('18:27'),
        },
        {
          id: 'overrun',
          at: at('18:08'),
          kind: 'symptom',
          text: 'Second line drops three packets in four',
          source: 'Router log',
          knownAt: at('18:36'),
        },
        {
          id: 'alert',
          at: at('18:09'),
          kind: 'detection',
          text: 'No scans from Kestrel Park',
          source: 'Alerting',
          marker: 'Alert',
        },
        {
          id: 'belts',
          at: at('18:11'),
          kind: 'symptom',
          text: 'Belts 1 to 6 stop',
          source: 'Shift book',
        },
        {
          id: 'pictures-off',
          at: at('18:41'),
          kind: 'decision',
          text: 'Switch the pictures off to make room',
          marker: 'Pictures off',
          respondsTo: 'overrun',
        },
        {
          id: 'scans',
          at: at('18:58'),
          kind: 'recovery',
          text: 'Scans come through, belts run',
        },
        {
          id: 'replaced',
          at: at('21:40'),
          kind: 'action',
          text: 'The carrier replaces the module',
          respondsTo: 'down',
        },
        {
          id: 'again',
          at: at('+2 06:48'),
          kind: 'symptom',
          text: 'Main line down again',
          source: 'Router log',
        },
        {
          id: 'holds',
          at: at('+2 07:05'),
          kind: 'recovery',
          text: 'The second line holds without pictures',
          marker: 'It holds',
        },
        {
          id: 'series',
          at: at('+2 09:30'),
          kind: 'action',
          text: 'A module of another series',
          respondsTo: 'again',
          correction: {
            reason:
              'The carrier’s mail gives the time of the work, the ticket that of its end',
            from: { at: at('+2 09:52') },
          },
        },
      ],
    },
  };
}
