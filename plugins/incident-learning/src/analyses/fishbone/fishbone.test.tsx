import { useState } from 'react';
import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { FISHBONE_CATEGORIES } from '@hindsight/backstage-plugin-incident-learning-common';
import type { AnalysisOf } from '../types';
import { FishboneEditor } from './FishboneEditor';

jest.setTimeout(180_000);

function setUp() {
  const now: { analysis: AnalysisOf<'fishbone'> } = {
    analysis: {
      kind: 'fishbone',
      effect: 'Routed twice',
      categories: [...FISHBONE_CATEGORIES],
      causes: [],
    },
  };
  function Host() {
    const [analysis, setAnalysis] = useState(now.analysis);
    now.analysis = analysis;
    return (
      <FishboneEditor
        analysis={analysis}
        incidents={[]}
        onChange={setAnalysis}
        onTakeCause={setAnalysis}
      />
    );
  }
  render(<Host />);
  return { now, user: userEvent.setup({ delay: null }) };
}

it('collects causes by category, moves them, and renames categories', async () => {
  const { now, user } = setUp();
  await user.click(
    screen.getByRole('button', { name: 'Add a cause in Technology' }),
  );
  await user.keyboard(
    'Late acknowledgement{Control>}{Enter}{/Control}Default changed{Enter}Nobody read it',
  );
  expect(screen.getByLabelText('Technology 1.2')).toHaveValue('Nobody read it');
  await user.keyboard('{Shift>}{Tab}{/Shift}');
  expect(screen.getByLabelText('Technology 2')).toHaveFocus();
  // It is the outermost: it stays.
  await user.keyboard('{Shift>}{Tab}{/Shift}');
  expect(screen.getByLabelText('Technology 2')).toHaveFocus();
  await user.keyboard('{Control>}.{/Control}');
  await user.click(screen.getByRole('menuitem', { name: 'Move to Process' }));
  await user.click(
    screen.getByRole('button', { name: 'Take as cause: Default changed' }),
  );
  expect(
    now.analysis.causes.map(({ text, category, parentId, cause }) => ({
      text,
      category,
      sub: parentId !== undefined,
      cause,
    })),
  ).toEqual([
    {
      text: 'Late acknowledgement',
      category: 'Technology',
      sub: false,
      cause: false,
    },
    { text: 'Nobody read it', category: 'Process', sub: false, cause: false },
    { text: 'Default changed', category: undefined, sub: true, cause: true },
  ]);

  await user.click(screen.getByText('Other categories'));
  const field = screen.getByLabelText('Categories');
  await user.clear(field);
  await user.type(field, 'People');
  expect(screen.getByText(/“Technology” has causes: keep it/)).toBeVisible();
  await user.clear(field);
  await user.type(field, 'People{Enter}Rules{Enter}Technology');
  expect(screen.getByText(/“Process” has causes/)).toBeVisible();
  await user.clear(field);
  await user.type(
    field,
    'People{Enter}Rules{Enter}Technology{Enter}Environment{Enter}Materials{Enter}Methods',
  );
  await user.click(
    screen.getByRole('button', { name: 'Use these categories' }),
  );
  expect(screen.getByLabelText('Rules 1')).toHaveValue('Nobody read it');
});
