import { render, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import {
  FigureTile,
  RepeatChip,
  SeverityChip,
  StatusChip,
  describeCounts,
} from './index';

describe('FigureTile', () => {
  it('shows the figure with all that it takes to trust it', () => {
    render(
      <FigureTile
        name="Time to detect"
        definition="From occurrence to detection."
        value="12 d"
        valueLabel="median"
        secondary="mean 355 d · P90 3.1 y"
        counts={{ n: 915, missing: 5081, invalid: 3, missingWhat: 'a time' }}
        interval="95 % interval 8 d – 16 d"
        previous={{ value: '14 d', n: 43 }}
        tags="No detectable change"
        approximate
      />,
    );
    expect(screen.getByRole('group', { name: 'Time to detect' })).toBeVisible();
    expect(
      screen.getByRole('heading', { name: 'Time to detect' }),
    ).toBeVisible();
    expect(screen.getByText('≈ 12 d')).toBeVisible();
    expect(screen.getByText('median')).toBeVisible();
    expect(
      screen.getByText(
        'n 915 · 5,081 without a time · 3 invalid · approximate, within 1 %',
      ),
    ).toBeVisible();
    expect(screen.getByText('Before: 14 d, n 43')).toBeVisible();
    expect(screen.getByText('95 % interval 8 d – 16 d')).toBeVisible();
    expect(screen.getByText('No detectable change')).toBeVisible();
  });

  it('says that there is no data and why, never zero', () => {
    render(
      <FigureTile
        name="Time to resolve"
        definition="From detection to resolution."
        absentReason="No incident has a time of resolution."
        secondary="mean 0 s"
        sparkline={<span>line</span>}
        counts={{ n: 0, missing: 12 }}
        previous={{ n: 0 }}
      />,
    );
    expect(screen.getByText('No data')).toBeVisible();
    expect(
      screen.getByText('No incident has a time of resolution.'),
    ).toBeVisible();
    expect(screen.getByText('n 0 · 12 without a value')).toBeVisible();
    expect(screen.getByText('Before: no data')).toBeVisible();
    expect(screen.queryByText('mean 0 s')).not.toBeInTheDocument();
    expect(screen.queryByText('line')).not.toBeInTheDocument();
  });

  it('opens and closes its definition by keyboard', async () => {
    render(
      <FigureTile name="Repeats" definition="Seen before." value="11.6 %" />,
    );
    await userEvent.tab();
    const button = screen.getByRole('button', { name: 'What is Repeats?' });
    expect(button).toHaveFocus();
    await userEvent.keyboard('{Enter}');
    expect(
      await screen.findByRole('dialog', { name: 'Repeats' }),
    ).toHaveTextContent('Seen before.');
    await userEvent.keyboard('{Escape}');
    await waitFor(() =>
      expect(screen.queryByRole('dialog')).not.toBeInTheDocument(),
    );
    expect(button).toHaveFocus();
  });
});

it('leaves out of the counts what is zero, but for n', () => {
  expect(describeCounts({ n: 0, missing: 0, invalid: 0 })).toBe('n 0');
  expect(describeCounts({ n: 12, undated: 2 })).toBe('n 12 · 2 undated');
});

it('says severity, status and repeats in words', () => {
  render(
    <>
      <SeverityChip severity="critical" />
      <SeverityChip severity="unknown" />
      <StatusChip status="contained" />
      <RepeatChip state="suspected" />
      <RepeatChip state="confirmed" />
      <RepeatChip state="rejected" />
    </>,
  );
  for (const text of [
    'Critical',
    'Unknown',
    'Contained',
    'Suspected repeat',
    'Confirmed repeat',
    'Not a repeat',
  ]) {
    expect(screen.getByText(text)).toBeVisible();
  }
});
