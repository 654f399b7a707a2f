import { screen, within } from '@testing-library/react';
import type { Kpi } from '@hindsight/backstage-plugin-incident-learning-common';
import { FakeLearningApi, SAMPLE_NOW, renderView } from '../../__testUtils__';
import { ScorePart } from './ScorePart';

const BREAKDOWN: NonNullable<Kpi['breakdown']> = [
  {
    id: 'mttd',
    name: 'Time to detect',
    weight: 1,
    attainment: 0.5,
    previousAttainment: 1,
  },
  {
    id: 'review-completion-rate',
    name: 'Review completion',
    weight: 3,
    attainment: 0.8,
    previousAttainment: 0.7,
  },
  { id: 'mttr', name: 'Time to resolve', weight: 1, attainment: 0.5 },
  {
    id: 'action-effectiveness',
    name: 'Action effectiveness',
    weight: 1,
    previousAttainment: 0.9,
  },
];

async function rowsOf(compared: boolean, breakdown = BREAKDOWN) {
  await renderView(<ScorePart breakdown={breakdown} compared={compared} />, {
    api: new FakeLearningApi({ incidents: [], now: SAMPLE_NOW }),
    path: '/incident-learning/overview',
  });
  const table = await screen.findByRole('table', {
    name: 'The figures behind the score',
  });
  return within(table)
    .getAllByRole('row')
    .map(row => Array.from(row.children).map(cell => cell.textContent));
}

describe('the parts of a score', () => {
  it('stand beside those of the period before, with what moved it', async () => {
    expect(await rowsOf(true)).toEqual([
      [
        'Figure',
        'How far it meets its target',
        'Met',
        'Before',
        'Share of the score',
        'Adds',
        'Moves it by',
      ],
      // A quarter of what has data in both periods, by −50 %.
      ['Time to detect', '', '50.0 %', '100 %', '20.0 %', '10.0', '−12.5'],
      ['Review completion', '', '80.0 %', '70.0 %', '60.0 %', '48.0', '+7.5'],
      ['Time to resolve', '', '50.0 %', 'no data', '20.0 %', '10.0', 'no data'],
      [
        'Action effectiveness',
        '',
        'no data',
        '90.0 %',
        'no data',
        'no data',
        'no data',
      ],
    ]);
  });

  it('stand alone where there is no period before, without weights that are all alike', async () => {
    const alike = BREAKDOWN.map(part => ({ ...part, weight: 2 }));
    expect(await rowsOf(false, alike)).toEqual([
      ['Figure', 'How far it meets its target', 'Met', 'Adds'],
      ['Time to detect', '', '50.0 %', '16.7'],
      ['Review completion', '', '80.0 %', '26.7'],
      ['Time to resolve', '', '50.0 %', '16.7'],
    ]);
  });
});
