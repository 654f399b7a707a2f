import { readAll } from '../__testUtils__/files';
import { mapVeris } from '../__testUtils__/veris';
import { VerisIncidentImporter } from './VerisIncidentImporter';

describe('VerisIncidentImporter', () => {
  it('maps a record, and keeps what an incident has no field for', async () => {
    const { incident, warnings } = await mapVeris({
      incident_id: 'A-1',
      summary: 'A laptop was lost.  It was not encrypted.',
      reference: 'https://a.example/1,2; http://b.example/x',
      action: {
        hacking: {
          variety: ['Use of stolen creds'],
          vector: ['VPN', 'Unknown'],
        },
        error: { variety: ['Loss'], vector: ['Carelessness', 'VPN'] },
      },
      timeline: {
        incident: { year: 2013, month: 5, day: 3, time: '12:00' },
        discovery: { unit: 'Days', value: 2 },
        containment: { unit: 'Hours', value: 1.5 },
        exfiltration: { unit: 'Minutes', value: 5 },
      },
      impact: { overall_rating: 'Damaging' },
      victim: { victim_id: 'Acme, Inc.', country: ['US'] },
      plus: { analyst: 'jane' },
    });
    expect(warnings).toEqual([]);
    expect(incident).toEqual({
      title: 'A laptop was lost.',
      summary: 'A laptop was lost.  It was not encrypted.',
      kind: 'security',
      status: 'closed',
      severity: 'high',
      category: 'error+hacking',
      attackVector: 'Carelessness+VPN',
      entityRefs: ['component:default/acme-inc'],
      occurredAt: '2013-05-03T00:00:00.000Z',
      detectedAt: '2013-05-05T00:00:00.000Z',
      containedAt: '2013-05-05T01:30:00.000Z',
      precision: { occurredAt: 'day', detectedAt: 'day', containedAt: 'day' },
      reportedTimeToDetectMs: 172_800_000,
      reportedTimeToContainMs: 5_400_000,
      source: { system: 'veris', id: 'A-1' },
      links: [{ url: 'https://a.example/1,2' }, { url: 'http://b.example/x' }],
      sourceData: {
        action: expect.anything(),
        impact: { overall_rating: 'Damaging' },
        timeline: {
          incident: { time: '12:00' },
          exfiltration: { unit: 'Minutes', value: 5 },
        },
        victim: { victim_id: 'Acme, Inc.', country: ['US'] },
        plus: { analyst: 'jane' },
      },
      drill: false,
      visibility: 'internal',
      tags: [],
      participants: [],
      timeline: [],
    });
  });

  it.each([
    [{ year: 2014 }, { unit: 'Months', value: 2 }, 'year', '2014-03-02T21:00'],
    [
      { year: 2014, month: 2 },
      { unit: 'Seconds', value: 30 },
      'month',
      '2014-02-01T00:00',
    ],
    [
      { year: 2014, month: 2, day: 3 },
      { unit: 'Weeks', value: 1 },
      'day',
      '2014-02-10T00:00',
    ],
    [
      { year: 2014, month: 2, day: 3 },
      { unit: 'Years', value: 1.5 },
      'year',
      '2015-08-04T21:00',
    ],
  ])(
    'dates the detection as finely as %j and %j allow',
    async (date, discovery, precision, at) => {
      const { incident } = await mapVeris({
        incident_id: 'A',
        timeline: { incident: date, discovery },
      });
      expect(incident?.precision.detectedAt).toBe(precision);
      expect(incident?.detectedAt).toContain(at);
    },
  );

  it('knows no time where a unit stands alone, is not known, or has no date to start from', async () => {
    const discoveries = [
      { unit: 'Months' },
      { unit: 'Unknown', value: 3 },
      { unit: 'NA' },
      { unit: 'Never' },
    ];
    for (const discovery of discoveries) {
      const { incident, warnings } = await mapVeris({
        incident_id: 'A',
        timeline: { incident: { year: 2014 }, discovery },
      });
      expect(warnings).toEqual([]);
      expect(incident?.detectedAt).toBeUndefined();
      expect(incident?.reportedTimeToDetectMs).toBeUndefined();
      expect(incident?.sourceData).toEqual({ timeline: { discovery } });
    }
    const { incident } = await mapVeris({
      incident_id: 'A',
      timeline: { discovery: { unit: 'Days', value: 1 } },
    });
    expect(incident?.reportedTimeToDetectMs).toBe(86_400_000);
    expect(incident?.detectedAt).toBeUndefined();
  });

  it('warns of what is malformed and keeps it, without rejecting the record', async () => {
    const timeline = {
      incident: { year: 2018, month: 2, day: 29 },
      discovery: { unit: 'Days', value: -1 },
      containment: { unit: 'Fortnights', value: 1 },
    };
    const { incident, warnings } = await mapVeris({
      incident_id: 'A',
      summary: 17,
      action: { error: { vector: 'Carelessness' } },
      timeline,
      impact: { overall_rating: 'Awful' },
      victim: { victim_id: 9 },
      reference: 'see http://a.example/ (20140101)',
    });
    expect(warnings).toEqual([
      'timeline.incident.day is a day that does not exist: correct the date',
      'timeline.discovery.value is negative, so the duration is left out: correct it',
      expect.stringContaining('timeline.containment.unit is none of Seconds'),
      'summary is no text: correct it',
      'action.error.vector is no list of texts, so it is left out: correct it',
      expect.stringContaining('impact.overall_rating is none of'),
      'victim.victim_id is no text, so the victim is not known: name it',
    ]);
    expect(incident).toMatchObject({
      title: 'Error',
      category: 'error',
      severity: 'unknown',
      entityRefs: [],
      precision: {},
      links: [{ url: 'http://a.example/' }],
      sourceData: {
        summary: 17,
        reference: 'see http://a.example/ (20140101)',
        timeline,
      },
    });
    expect(incident?.occurredAt).toBeUndefined();
  });

  it.each([
    [{ year: 2018, month: 13 }, 'timeline.incident.month is a month that'],
    [{ year: 0 }, 'timeline.incident.year is a year that does not exist'],
    [{ year: '2018' }, 'timeline.incident.year is no whole number'],
    [{ year: 2018, day: 3 }, 'timeline.incident.month is missing'],
  ])('warns of the date %j', async (date, warning) => {
    const { incident, warnings } = await mapVeris({
      incident_id: 'A',
      timeline: { incident: date },
    });
    expect(warnings).toEqual([expect.stringContaining(warning)]);
    expect(incident?.occurredAt).toBe(
      'day' in date ? '2018-01-01T00:00:00.000Z' : undefined,
    );
  });

  it('rejects only what is no object or has no id', async () => {
    const records = await readAll(
      new VerisIncidentImporter(),
      '[{"incident_id":"A","action":{"unknown":{}}}, 17, {"incident_id":" "}]',
    );
    expect(records).toEqual([
      {
        line: 1,
        incident: expect.objectContaining({
          title: 'Security incident',
          category: 'unknown',
        }),
      },
      {
        line: 1,
        problems: [
          { path: '', message: expect.stringContaining('no JSON object') },
        ],
      },
      {
        line: 1,
        problems: [
          {
            path: 'incident_id',
            message: expect.stringContaining('give it an id'),
          },
        ],
      },
    ]);
  });
});
