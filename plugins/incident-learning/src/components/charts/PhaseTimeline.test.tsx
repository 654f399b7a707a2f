import { render, screen, within } from '@testing-library/react';
import { PhaseTimeline } from './PhaseTimeline';
import { PhaseTimes } from './types';

function texts(list: string) {
  return within(screen.getByRole('list', { name: list }))
    .getAllByRole('listitem')
    .map(item => item.textContent);
}

function show(incident: PhaseTimes) {
  render(<PhaseTimeline incident={incident} />);
}

describe('PhaseTimeline', () => {
  it('names the times in their order and the durations between them', () => {
    show({
      status: 'closed',
      occurredAt: '2025-03-01T02:10:00Z',
      detectedAt: '2025-03-04T06:10:00Z',
      declaredAt: '2025-03-04T06:32:00Z',
      containedAt: '2025-03-04T08:00:00Z',
      resolvedAt: '2025-03-19T10:00:00Z',
      closedAt: '2025-04-02T10:00:00Z',
      timeToDetectMs: 76 * 3_600_000,
      timeToContainMs: 110 * 60_000,
      timeToResolveMs: 15 * 86_400_000,
    });
    expect(texts('Times')).toEqual([
      'Occurred1 Mar 2025, 02:10 UTC',
      'Detected4 Mar 2025, 06:10 UTC',
      'Declared4 Mar 2025, 06:32 UTC',
      'Contained4 Mar 2025, 08:00 UTC',
      'Resolved19 Mar 2025, 10:00 UTC',
      'Closed2 Apr 2025, 10:00 UTC',
    ]);
    expect(texts('Durations')).toEqual([
      'Time to detect3 d 4 h',
      'Time to contain1 h 50 min',
      'Time to resolve15 d',
    ]);
    expect(screen.getByText(/^Not to scale/)).toBeInTheDocument();
  });

  it('is no finer than what is known, and says where a duration comes from', () => {
    show({
      occurredAt: '2013-05-01T00:00:00Z',
      detectedAt: '2013-01-01T00:00:00Z',
      precision: { occurredAt: 'month', detectedAt: 'year' },
      timeToDetectMs: 90 * 86_400_000,
      reportedTimeToDetectMs: 90 * 86_400_000,
    });
    // A year is not before a month within it.
    expect(texts('Times').slice(0, 3)).toEqual([
      'OccurredMay 2013',
      'Detected2013',
      'Declarednot known',
    ]);
    expect(texts('Durations')).toEqual([
      'Time to detect90 dreported by its source',
      'Time to containnot known',
      'Time to resolvenot known',
    ]);
  });

  it('flags times out of order, and tells what is still to come', () => {
    show({
      status: 'contained',
      occurredAt: '2025-03-01T02:10:00Z',
      detectedAt: '2025-02-26T06:20:00Z',
      containedAt: '2025-02-20T08:00:00Z',
      timeToDetectMs: -67 * 3_600_000,
      timeToContainMs: -142 * 3_600_000,
    });
    expect(texts('Times')).toEqual([
      'Occurred1 Mar 2025, 02:10 UTC',
      'Detected26 Feb 2025, 06:20 UTCbefore it occurred',
      'Declarednot known',
      'Contained20 Feb 2025, 08:00 UTCbefore it was detected',
      'Resolvednot yet',
      'Closednot yet',
    ]);
    expect(texts('Durations')[0]).toBe(
      'Time to detect−2 d 19 hends before it starts',
    );
    expect(texts('Durations')[2]).toBe('Time to resolvenot yet');
  });
});
