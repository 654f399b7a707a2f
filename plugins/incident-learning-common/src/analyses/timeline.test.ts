import {
  importTimeline,
  orderTimeline,
  timelineDelays,
  timelineGaps,
  timelinePhases,
} from './timeline';
import { timelineSchema } from './timelineSchema';

const MINUTE = 60_000;

/** Events at minutes after nine. */
function eventsAt(...events: [string, number, Record<string, unknown>?][]) {
  return timelineSchema.parse({
    kind: 'timeline',
    events: events.map(([id, minute, more]) => ({
      id,
      at: clock(minute),
      text: id,
      ...more,
    })),
  }).events;
}

function clock(minute: number): string {
  return new Date(Date.UTC(2024, 4, 17, 9, minute)).toISOString();
}

describe('orderTimeline', () => {
  it('sorts by time and keeps what was written first at one moment', () => {
    expect(
      orderTimeline(eventsAt(['c', 5], ['a', 1], ['d', 5], ['b', 2])).map(
        ({ id }) => id,
      ),
    ).toEqual(['a', 'b', 'c', 'd']);
  });
});

describe('timelinePhases', () => {
  it('measures between the times that are known', () => {
    expect(
      timelinePhases({
        occurredAt: clock(0),
        detectedAt: clock(14),
        resolvedAt: clock(80),
      }),
    ).toEqual([
      {
        start: 'occurredAt',
        end: 'detectedAt',
        label: 'Undetected',
        from: clock(0),
        to: clock(14),
        durationMs: 14 * MINUTE,
        precision: 'exact',
      },
      {
        start: 'detectedAt',
        end: 'resolvedAt',
        label: 'Resolving',
        from: clock(14),
        to: clock(80),
        durationMs: 66 * MINUTE,
        precision: 'exact',
      },
    ]);
    expect(timelinePhases({ detectedAt: clock(0) })).toEqual([]);
  });

  it('has no duration where times are out of order or too coarse to tell', () => {
    expect(
      timelinePhases({
        occurredAt: clock(0),
        detectedAt: clock(14),
        containedAt: clock(10),
      })[1].durationMs,
    ).toBeUndefined();
    const coarse = timelinePhases({
      occurredAt: '2024-05-17T00:00:00.000Z',
      detectedAt: '2024-05-17T00:00:00.000Z',
      resolvedAt: '2024-05-20T00:00:00.000Z',
      precision: { occurredAt: 'day', resolvedAt: 'day' },
    });
    expect(coarse.map(({ durationMs }) => durationMs)).toEqual([
      undefined,
      3 * 24 * 60 * MINUTE,
    ]);
    expect(coarse[1].precision).toBe('day');
  });
});

describe('timelineGaps', () => {
  it('finds what is long against the median, however long it is', () => {
    const events = eventsAt(
      ['a', 0],
      ['b', 4],
      ['c', 4],
      ['d', 9],
      ['e', 51],
      ['f', 55],
      ['g', 4000],
    );
    // Spacings of 4, 5, 42, 4 and 3945 minutes: the median is 5, so that the threshold is 15.
    expect(timelineGaps(events)).toEqual([
      {
        after: 'd',
        before: 'e',
        from: clock(9),
        to: clock(51),
        durationMs: 42 * MINUTE,
      },
      {
        after: 'f',
        before: 'g',
        from: clock(55),
        to: clock(4000),
        durationMs: 3945 * MINUTE,
      },
    ]);
    expect(timelineGaps(events, { factor: 9 })).toHaveLength(1);
  });

  it('keeps quiet about short stretches, few events and coarse times', () => {
    // Nine minutes are nine times the median, and no gap yet.
    expect(
      timelineGaps(eventsAt(['a', 0], ['b', 1], ['c', 2], ['d', 11])),
    ).toEqual([]);
    expect(timelineGaps(eventsAt(['a', 0], ['b', 500]))).toEqual([]);
    expect(timelineGaps([])).toEqual([]);
    expect(
      timelineGaps(
        eventsAt(
          ['a', 0],
          ['b', 5],
          ['c', 10],
          ['d', 2000, { precision: 'day' }],
        ),
      ),
    ).toEqual([]);
  });
});

describe('timelineDelays', () => {
  it('measures from knowing to the answer that names the event, else to the next one', () => {
    const events = eventsAt(
      ['deploy', 0, { kind: 'change' }],
      ['errors', 2, { kind: 'symptom', knownAt: clock(14) }],
      ['page', 15, { kind: 'detection' }],
      ['rollback', 20, { kind: 'action', respondsTo: 'errors' }],
      ['declare', 22, { kind: 'decision' }],
      ['news', 30, { kind: 'communication', knownAt: clock(31) }],
    );
    expect(timelineDelays(events)).toEqual([
      {
        eventId: 'errors',
        actionId: 'rollback',
        untilKnownMs: 12 * MINUTE,
        untilActedMs: 6 * MINUTE,
        inferred: false,
      },
      {
        eventId: 'page',
        actionId: 'rollback',
        untilActedMs: 5 * MINUTE,
        inferred: true,
      },
    ]);
  });
});

describe('importTimeline', () => {
  it('turns what an incident recorded into events of an analysis that the schema takes', () => {
    const events = importTimeline(
      {
        timeline: [
          {
            at: clock(0),
            kind: 'alert',
            event: 'Latency alert',
            source: 'pager',
          },
          {
            at: clock(9),
            kind: 'Mitigation',
            event: 'Rolled back',
            action: 'v41',
          },
          { at: clock(9), event: '' },
        ],
      },
      index => `t${index}`,
    );
    expect(timelineSchema.parse({ kind: 'timeline', events }).events).toEqual(
      events,
    );
    expect(events.map(({ kind, text }) => [kind, text])).toEqual([
      ['detection', 'Latency alert'],
      ['action', 'Rolled back — v41'],
      ['other', 'Not described'],
    ]);
  });
});
