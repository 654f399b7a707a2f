import type { ToldAnalysis } from '../../types';
import { shown } from '../helpers';

/** Probabilities are those of one night. */
export const TREE: ToldAnalysis = {
  key: 'tree',
  title: 'How a depot can be left without tours',
  analysis: {
    kind: 'fault-tree',
    topEvent: 'no-tours',
    nodes: [
      {
        type: 'or',
        id: 'no-tours',
        label: 'A depot has no tours at 05:30',
        children: ['left-out', 'run-fails', 'not-delivered'],
      },
      {
        type: 'and',
        id: 'left-out',
        label: 'The depot is left out unnoticed',
        children: ['no-list', 'taken-for-holiday', 'nobody-looks'],
      },
      {
        type: 'or',
        id: 'no-list',
        label: 'Its parcel list is not there at 01:30',
        children: ['late', 'lost'],
      },
      {
        type: 'basic',
        id: 'late',
        label: 'The list is late',
        probability: 0.02,
        evidence: shown('Transfer log: 7 nights in a year'),
      },
      {
        type: 'basic',
        id: 'lost',
        label: 'The list is lost on the way',
        probability: 0.002,
        evidence: shown('Once in two years'),
      },
      {
        type: 'basic',
        id: 'taken-for-holiday',
        label: 'No list counts as a holiday',
        probability: 1,
        cause: true,
        evidence: shown(
          'Code of the planning run, and a test with an empty folder',
        ),
      },
      {
        type: 'basic',
        id: 'nobody-looks',
        label: 'Nobody compares the tours with the calendar before 05:30',
        probability: 0.95,
        cause: true,
        evidence: shown('The night shift has no view of the tours'),
      },
      {
        type: 'and',
        id: 'run-fails',
        label: 'The run fails and cannot be repeated in time',
        children: ['run-stops', 'no-time'],
      },
      {
        type: 'basic',
        id: 'run-stops',
        label: 'The run stops',
        probability: 0.01,
        evidence: shown('4 nights in a year'),
      },
      {
        type: 'basic',
        id: 'no-time',
        label: 'Less than two hours are left',
        probability: 0.3,
      },
      {
        type: 'basic',
        id: 'not-delivered',
        label: 'Tours do not reach the handhelds',
        probability: 0.001,
      },
    ],
  },
};
