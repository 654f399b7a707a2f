import { parse, expectInside, overlapping } from './__testUtils__/diagrams';
import { layoutTimeline } from './timelineLayout';

describe('layoutTimeline', () => {
  const at = (minute: number) =>
    new Date(Date.UTC(2024, 4, 17, 9, minute)).toISOString();
  const line = parse<'timeline'>({
    kind: 'timeline',
    events: [
      {
        id: 'fix',
        at: at(60),
        kind: 'action',
        text: 'Rolled back',
        respondsTo: 'error',
      },
      {
        id: 'deploy',
        at: at(0),
        kind: 'change',
        text: 'Deployed',
        source: 'ci',
      },
      {
        id: 'error',
        at: at(2),
        kind: 'symptom',
        text: 'Errors',
        knownAt: at(10),
        correction: { reason: 'wrong clock', from: { at: at(122) } },
      },
      {
        id: 'call',
        at: at(11),
        kind: 'decision',
        text: 'Declared',
        marker: 'SEV-1',
      },
      {
        id: 'after',
        at: '2024-05-18T00:00:00Z',
        precision: 'day',
        text: 'Refunds',
      },
    ],
  });

  it('lists days, milestones, events and gaps in the order of time', () => {
    const layout = layoutTimeline(line, {
      occurredAt: at(1),
      detectedAt: at(10),
      resolvedAt: at(62),
    });
    expectInside(layout);
    expect(overlapping(layout.nodes)).toEqual([]);
    expect(
      layout.nodes.map(({ role, time, label, phase }) => [
        role,
        time,
        label,
        phase,
      ]),
    ).toEqual([
      ['day', '', 'Fri, 17 May 2024, UTC', undefined],
      ['event', '09:00', 'Deployed', undefined],
      ['milestone', '09:01', 'Occurred', 0],
      ['event', '09:02', 'Errors', 0],
      ['milestone', '09:10', 'Detected, 9 min after it occurred', 1],
      ['event', '09:11', 'Declared', 1],
      ['gap', '', '49 min without an event', 1],
      ['event', '10:00', 'Rolled back', 1],
      [
        'milestone',
        '10:02',
        'Resolved, 52 min after it was detected',
        undefined,
      ],
      ['day', '', 'Sat, 18 May 2024, UTC', undefined],
      ['event', 'that day', 'Refunds', undefined],
    ]);
    expect(
      layout.nodes.find(({ nodeId }) => nodeId === 'error')?.details,
    ).toEqual([
      'Known 09:10, 8 min after it happened',
      'Answered 50 min later: “Rolled back”',
      'Corrected from 11:02: wrong clock',
    ]);
    expect(layout.scale).toMatchObject({
      from: '09:00',
      to: '10:02 UTC',
      phases: [{ label: 'Undetected 9 min' }, { label: 'Resolving 52 min' }],
      gaps: [{ text: '49 min' }],
    });
    expect(layout.scale?.events.map(({ nodeId }) => nodeId)).toEqual([
      'deploy',
      'error',
      'call',
      'fix',
    ]);
  });

  it('does with one event, and with none', () => {
    expect(
      layoutTimeline({ events: line.events.slice(0, 1) }).scale,
    ).toBeUndefined();
    expect(layoutTimeline({ events: [] }).nodes).toEqual([]);
  });
});
