import { ReactElement } from 'react';
import { MemoryRouter } from 'react-router-dom';
import { render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import {
  DurationChartProps,
  LazyDurationChart,
  LazySeverityChart,
  LazySparkline,
} from './index';

const HOUR = 3_600_000;
const from = '2024-01-01T00:00:00.000Z';
const to = '2024-07-01T00:00:00.000Z';
const period = { from, to, interval: 'month' as const };

const durations: DurationChartProps = {
  ...period,
  points: [
    {
      id: 'i2',
      at: '2024-03-05T10:00:00.000Z',
      precision: 'month',
      valueMs: 76 * HOUR,
      series: 'detect',
      label: 'Payments slow',
      href: '/incidents/i2',
    },
    {
      id: 'i1',
      at: '2024-01-14T10:00:00.000Z',
      valueMs: HOUR,
      series: 'detect',
      label: 'Search down',
    },
    {
      id: 'i1',
      at: '2024-01-14T10:00:00.000Z',
      valueMs: 0,
      series: 'contain',
      label: 'Search down',
    },
    {
      id: 'i3',
      at: '2024-02-02T10:00:00.000Z',
      valueMs: -HOUR,
      series: 'resolve',
      label: 'Clock wrong',
    },
  ],
  medians: [
    {
      series: 'detect',
      start: '2024-03-01T00:00:00.000Z',
      value: 76 * HOUR,
      n: 1,
    },
    { series: 'detect', start: '2024-01-01T00:00:00.000Z', value: HOUR, n: 1 },
    { series: 'contain', start: '2024-01-01T00:00:00.000Z', value: 0, n: 1 },
  ],
};

// Loading the code for the first time may take longer than a query waits.
beforeAll(async () => {
  await Promise.all([
    import('./DurationChart'),
    import('./SeverityChart'),
    import('./Sparkline'),
  ]);
}, 60_000);

function show(chart: ReactElement) {
  return render(<MemoryRouter>{chart}</MemoryRouter>);
}

/** The texts of a table, row by row. */
function texts(table: HTMLElement) {
  return within(table)
    .getAllByRole('row')
    .map(row => Array.from(row.children).map(cell => cell.textContent));
}

describe('DurationChart', () => {
  it('has a name, and a summary for those who do not see it', async () => {
    show(<LazyDurationChart {...durations} title="Durations" />);
    expect(
      await screen.findByRole('application', { name: 'Durations' }),
    ).toBeInTheDocument();
    expect(
      screen.getByRole('figure', { name: 'Durations' }),
    ).toHaveAccessibleDescription(
      'Time to detect: 2 incidents from 1 h to 3 d 4 h; median 1 h in Jan 2024, 3 d 4 h in Mar 2024. ' +
        'Time to contain: 1 incident from 0 s to 0 s; median 0 s in Jan 2024, 0 s in Jan 2024. ' +
        'Time to resolve: no data.',
    );
    expect(
      screen.getByText('Not drawn: 1 negative duration.'),
    ).toBeInTheDocument();
  });

  it('shows the same data as tables, without a row for an empty bucket', async () => {
    show(<LazyDurationChart {...durations} />);
    await userEvent.click(
      await screen.findByRole('button', { name: 'Show as table' }),
    );
    const medians = screen.getByRole('table', { name: /^Median by month/ });
    expect(texts(medians)).toEqual([
      ['Month', 'Duration', 'Median', '95 % interval', 'n'],
      ['Jan 2024', 'Time to detect', '1 h', 'n too small', '1'],
      ['Jan 2024', 'Time to contain', '0 s', 'n too small', '1'],
      ['Mar 2024', 'Time to detect', '3 d 4 h', 'n too small', '1'],
    ]);
    const incidents = screen.getByRole('table', { name: 'Incidents' });
    expect(texts(incidents).slice(1)).toEqual([
      ['Search down', '14 Jan 2024', 'Time to detect', '1 h'],
      ['Search down', '14 Jan 2024', 'Time to contain', '0 s'],
      ['Payments slow', 'Mar 2024', 'Time to detect', '3 d 4 h'],
    ]);
    expect(
      within(incidents).getByRole('columnheader', { name: 'Incident' }),
    ).toHaveAttribute('scope', 'col');
    expect(
      within(incidents).getByRole('rowheader', { name: 'Payments slow' }),
    ).toHaveAttribute('scope', 'row');
    expect(screen.getByRole('link', { name: 'Payments slow' })).toHaveAttribute(
      'href',
      '/incidents/i2',
    );
    await userEvent.click(
      screen.getByRole('button', { name: 'Show as chart' }),
    );
    expect(screen.getByRole('application')).toBeInTheDocument();
  });

  it('is walked by keyboard from one tab stop, and tells each mark', async () => {
    const onSelect = jest.fn();
    show(<LazyDurationChart {...durations} onSelect={onSelect} />);
    const chart = await screen.findByRole('application');
    // Past the toggle and the three entries of the legend.
    for (let i = 0; i < 5; i++) {
      await userEvent.tab();
    }
    expect(chart).toHaveFocus();
    await userEvent.keyboard('{ArrowRight}');
    expect(
      screen.getByText(
        'Search down. Time to detect: 1 h. 14 Jan 2024. Time to detect, incidents, 1 of 2',
      ),
    ).toBeInTheDocument();
    await userEvent.keyboard('{ArrowRight}{Enter}');
    expect(onSelect).toHaveBeenLastCalledWith('i2');
    await userEvent.keyboard('{ArrowDown}');
    expect(
      screen.getByText(
        'Median time to detect, Mar 2024. 3 d 4 h, n 1. Time to detect, medians, 2 of 2',
      ),
    ).toBeInTheDocument();
    await userEvent.keyboard('{Enter}');
    expect(onSelect).toHaveBeenCalledTimes(1);
    await userEvent.keyboard('{Escape}');
    expect(screen.queryByText(/2 of 2/)).not.toBeInTheDocument();
    await userEvent.tab();
    expect(chart).not.toHaveFocus();
  });

  it('takes a series out and back by its legend', async () => {
    show(<LazyDurationChart {...durations} />);
    const chart = await screen.findByRole('application');
    const entry = screen.getByRole('button', { name: /Time to detect/ });
    await userEvent.click(entry);
    expect(entry).toHaveAttribute('aria-pressed', 'false');
    chart.focus();
    await userEvent.keyboard('{ArrowRight}');
    expect(
      screen.getByText(/^Search down. Time to contain: 0 s/),
    ).toBeVisible();
  });

  it('says that there is no data instead of drawing nothing', async () => {
    show(
      <LazyDurationChart
        {...durations}
        points={[]}
        medians={[]}
        emptyText="Choose a longer period."
      />,
    );
    expect(
      await screen.findByText('Choose a longer period.'),
    ).toBeInTheDocument();
    expect(screen.queryByRole('application')).not.toBeInTheDocument();
    expect(
      screen.queryByRole('button', { name: 'Show as table' }),
    ).not.toBeInTheDocument();
  });
});

describe('SeverityChart', () => {
  const buckets = [
    { start: '2024-03-01T00:00:00.000Z', counts: { critical: 1, low: 3 } },
    { start: '2024-02-01T00:00:00.000Z', counts: {} },
    { start: '2024-01-01T00:00:00.000Z', counts: { critical: 2, unknown: 1 } },
  ];

  it('shows counts as a table, without the empty bucket', async () => {
    show(<LazySeverityChart {...period} buckets={buckets} />);
    await userEvent.click(
      await screen.findByRole('button', { name: 'Show as table' }),
    );
    expect(texts(screen.getByRole('table'))).toEqual([
      ['Month', 'Critical', 'High', 'Medium', 'Low', 'Unknown', 'All'],
      ['Jan 2024', '2', '0', '0', '0', '1', '3'],
      ['Mar 2024', '1', '0', '0', '3', '0', '4'],
    ]);
  });

  it('is walked by keyboard along a level and up and down the stack', async () => {
    const onSelect = jest.fn();
    show(
      <LazySeverityChart {...period} buckets={buckets} onSelect={onSelect} />,
    );
    (await screen.findByRole('application')).focus();
    await userEvent.keyboard('{ArrowRight}{ArrowDown}');
    expect(
      screen.getByText('Jan 2024. Critical: 2 of 3 (66.7 %). Critical, 1 of 2'),
    ).toBeInTheDocument();
    await userEvent.keyboard('{ArrowRight}{Enter}');
    expect(onSelect).toHaveBeenCalledWith(
      '2024-03-01T00:00:00.000Z',
      'critical',
    );
  });

  it('sums up in words', async () => {
    show(<LazySeverityChart {...period} title="Severity" buckets={buckets} />);
    await screen.findByRole('application');
    expect(screen.getByRole('figure')).toHaveAccessibleDescription(
      '7 incidents in 2 months with incidents: 3 critical, 0 high, 0 medium, 3 low, 1 unknown. Most in Mar 2024: 4.',
    );
  });
});

describe('Sparkline', () => {
  it('reads out its ends and extremes', async () => {
    show(
      <LazySparkline
        {...period}
        kind="share"
        label="Repeat incidents"
        points={[
          { start: '2024-04-01T00:00:00.000Z', value: 0.1161 },
          { start: '2024-01-01T00:00:00.000Z', value: 0.05 },
          { start: '2024-02-01T00:00:00.000Z', value: 0.2 },
        ]}
      />,
    );
    expect(
      await screen.findByRole('img', {
        name: 'Repeat incidents, 3 months with data: 5.0 % in Jan 2024, 11.6 % in Apr 2024; lowest 5.0 % in Jan 2024, highest 20.0 % in Feb 2024',
      }),
    ).toBeInTheDocument();
  });

  it('says when there is nothing to draw', async () => {
    show(
      <LazySparkline {...period} kind="duration" label="Median" points={[]} />,
    );
    expect(
      await screen.findByRole('img', { name: 'Median: no data' }),
    ).toBeInTheDocument();
  });
});
