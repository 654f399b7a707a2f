import type { ToldAnalysis } from '../../types';
import { shown } from '../helpers';

export const WHYS: ToldAnalysis = {
  key: 'whys',
  title: 'How the belts came to stand still',
  analysis: {
    kind: 'five-whys',
    problem:
      'All belts at Kestrel Park stood still for 47 minutes in the evening peak',
    nodes: [
      {
        id: 'answers',
        answer:
          'Belts ask the data centre for each parcel and stop when no answer comes',
        evidence: shown('Belt control: “no answer” from 18:08 on'),
      },
      {
        id: 'both',
        parentId: 'answers',
        question: 'How did both lines come to fail within two minutes?',
        answer:
          'The second line was overrun as soon as it had to carry everything',
        evidence: shown('Router log: 9 Mbit/s offered, 2 Mbit/s possible'),
      },
      {
        id: 'pictures',
        parentId: 'both',
        answer:
          'Since spring the belts send a picture of each parcel, which made the traffic eight times what it was',
        evidence: shown('Traffic of the main line over twelve months'),
      },
      {
        id: 'planned',
        parentId: 'pictures',
        question:
          'How did the pictures come to be added without anybody looking at the lines?',
        answer:
          'The project asked for space in the data centre and for cameras. Lines are ordered by facilities, who were not asked',
        evidence: shown('Project plan: no entry for lines'),
        cause: true,
      },
      {
        id: 'never-tried',
        parentId: 'both',
        answer:
          'The second line has not been used since it was put in five years ago',
        evidence: shown('Router log: first switch-over on record'),
        cause: true,
      },
      {
        id: 'no-local',
        parentId: 'answers',
        question: 'How do belts come to need an answer for each parcel?',
        answer:
          'They have never sorted by postcode themselves, though that would do for 97 % of the parcels',
        assumed: true,
      },
      {
        id: 'design',
        parentId: 'no-local',
        answer:
          'Asking was the simplest thing when a depot had two belts and the data centre stood next door',
        evidence: shown('Design note of the first depot, eleven years old'),
        cause: true,
      },
      { id: 'open', parentId: 'no-local', answer: '' },
    ],
  },
};

export const TREE: ToldAnalysis = {
  key: 'tree',
  title: 'When a depot is cut off',
  analysis: {
    kind: 'fault-tree',
    topEvent: 'cut-off',
    nodes: [
      {
        type: 'and',
        id: 'cut-off',
        label: 'The belts of a depot stand still',
        children: ['no-line', 'needs-answer'],
      },
      {
        type: 'or',
        id: 'no-line',
        label: 'No line carries the traffic',
        children: ['both-lines', 'router'],
      },
      {
        type: 'and',
        id: 'both-lines',
        label: 'Both lines fail',
        children: ['main', 'second'],
      },
      {
        type: 'or',
        id: 'main',
        label: 'The main line fails',
        children: ['module', 'cable'],
      },
      {
        type: 'basic',
        id: 'module',
        label: 'A module of the carrier fails',
        probability: 0.15,
        evidence: shown('Twice in this week, four times in two years'),
      },
      {
        type: 'basic',
        id: 'cable',
        label: 'A cable is cut',
        probability: 0.05,
      },
      {
        type: 'or',
        id: 'second',
        label: 'The second line fails',
        children: ['too-narrow', 'same-duct'],
      },
      {
        type: 'basic',
        id: 'too-narrow',
        label: 'It is too narrow for the traffic',
        probability: 0.9,
        cause: true,
        evidence: shown('2 Mbit/s for 9 Mbit/s'),
      },
      {
        type: 'basic',
        id: 'same-duct',
        label: 'It lies in the same duct',
        probability: 0.1,
        evidence: shown('Plan of the site'),
      },
      {
        type: 'basic',
        id: 'router',
        label: 'The one router fails',
        probability: 0.02,
        cause: true,
        evidence: shown('Photo of the rack: one router, one power supply'),
      },
      {
        type: 'basic',
        id: 'needs-answer',
        label: 'Belts cannot sort without an answer',
        probability: 1,
        cause: true,
      },
    ],
  },
};
