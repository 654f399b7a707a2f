import { useState } from 'react';
import { render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { Incident } from '@hindsight/backstage-plugin-incident-learning-common';
import type { AnalysisOf } from '../types';
import { TimelineEditor } from './TimelineEditor';
import { readLines } from './readLines';

jest.setTimeout(180_000);

const INCIDENT = {
  title: 'Routed twice',
  detectedAt: '2024-05-17T09:30:00.000Z',
  resolvedAt: '2024-05-17T11:00:00.000Z',
  timeline: [
    { at: '2024-05-17T09:00:00.000Z', kind: 'deploy', event: 'Release 41' },
    { at: '2024-05-17T09:30:00.000Z', kind: 'alert', event: 'Queue grows' },
  ],
} as Incident;

function setUp() {
  const now: { analysis: AnalysisOf<'timeline'> } = {
    analysis: { kind: 'timeline', events: [] },
  };
  function Host() {
    const [analysis, setAnalysis] = useState(now.analysis);
    now.analysis = analysis;
    return (
      <TimelineEditor
        analysis={analysis}
        incidents={[INCIDENT]}
        onChange={setAnalysis}
        onTakeCause={setAnalysis}
      />
    );
  }
  render(<Host />);
  return { now, user: userEvent.setup({ delay: null }) };
}

it('takes over, reads, corrects with a reason, and measures', async () => {
  const { now, user } = setUp();
  await user.click(
    screen.getByRole('button', { name: 'Take over 2 events of the incident' }),
  );
  expect(
    screen.queryByRole('button', { name: /^Take over/ }),
  ).not.toBeInTheDocument();

  const lines = screen.getByLabelText('Add events, one a line');
  await user.click(lines);
  await user.paste(
    '09:45 decision: Roll back\n10:00 Rolled back\nand then?\n2024-05-17 11:50 Belts run empty',
  );
  await user.click(screen.getByRole('button', { name: 'Add 3 events' }));
  expect(lines).toHaveValue('and then?');
  expect(screen.getByText(/“and then\?” begins with no time/)).toBeVisible();
  const list = screen.getByRole('list', { name: 'Events' });
  expect(
    within(list)
      .getAllByRole('listitem')
      .map(item => item.textContent),
  ).toEqual([
    expect.stringContaining('17 May 2024, 09:00 UTCRelease 41'),
    expect.stringContaining('09:30 UTCQueue grows'),
    expect.stringContaining('09:45 UTCRoll backDecision'),
    expect.stringContaining('10:00 UTCRolled back'),
    expect.stringContaining('1 h 50 min without an event'),
  ]);
  const delays = screen.getByRole('table', { name: /^From knowing to acting/ });
  expect(delays).toHaveTextContent('Queue growsRoll back (the next)15 min');
  expect(screen.getByRole('table', { name: /^Phases/ })).toHaveTextContent(
    '1 h 30 min',
  );

  // What is recorded is not changed without a reason.
  await user.click(
    screen.getByRole('button', { name: 'Correct: Queue grows' }),
  );
  expect(screen.getByLabelText('What happened')).toHaveFocus();
  await user.keyboard(' fast{Enter}');
  expect(screen.getByText(/Say why the record is changed/)).toBeVisible();
  await user.type(
    screen.getByLabelText(/^Reason for the correction/),
    'The graph shows it',
  );
  await user.click(screen.getByRole('button', { name: 'Correct' }));
  expect(
    screen.getByRole('button', { name: 'Correct: Queue grows fast' }),
  ).toHaveFocus();
  expect(
    screen.getByText(
      'corrected: The graph shows it · said before: “Queue grows”',
    ),
  ).toBeVisible();

  // What was only just written is.
  await user.click(screen.getByRole('button', { name: 'Correct: Roll back' }));
  await user.type(screen.getByLabelText('Marker'), 'The turn');
  await user.click(screen.getByRole('button', { name: 'Done' }));
  expect(screen.getByText('Decision: The turn')).toBeVisible();

  await user.click(screen.getByRole('button', { name: 'Remove: Rolled back' }));
  await user.click(
    screen.getByRole('button', { name: 'Take as cause: Release 41' }),
  );
  expect(now.analysis.events.map(({ text, cause }) => [text, cause])).toEqual([
    ['Release 41', true],
    ['Queue grows fast', false],
    ['Roll back', false],
    ['Belts run empty', false],
  ]);
});

it('reads lines as people write them', () => {
  const { events, problems } = readLines(
    [
      '2024-05-17 09:30 Queue grows',
      '- 9:45 UTC – Detection: the desk is called',
      '',
      '[10:00:30] Rolled back',
      '2024-05-18T01:00+02:00 | Belts run empty',
      '2024-05-19 Report written',
      '25:00 Never',
      '2024-02-30 10:00 Nor this',
      '11:00',
    ].join('\r\n'),
  );
  expect(events).toEqual([
    { at: '2024-05-17T09:30:00.000Z', kind: 'other', text: 'Queue grows' },
    {
      at: '2024-05-17T09:45:00.000Z',
      kind: 'detection',
      text: 'the desk is called',
    },
    { at: '2024-05-17T10:00:30.000Z', kind: 'other', text: 'Rolled back' },
    { at: '2024-05-17T23:00:00.000Z', kind: 'other', text: 'Belts run empty' },
    {
      at: '2024-05-19T00:00:00.000Z',
      precision: 'day',
      kind: 'other',
      text: 'Report written',
    },
  ]);
  expect(
    problems.map(({ line, message }) => [line, message.split(':')[0]]),
  ).toEqual([
    [7, 'has a time that does not exist'],
    [8, 'has a time that does not exist'],
    [9, 'says only when'],
  ]);
  expect(readLines('09:30 Queue grows').problems[0].message).toMatch(
    /^has a time without a date/,
  );
});
