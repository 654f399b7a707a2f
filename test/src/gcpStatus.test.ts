import {
  deriveIncident,
  IncidentContent,
  incidentInputSchema,
} from '@hindsight/backstage-plugin-incident-learning-common';
import { existsSync } from 'fs';
import { resolve } from 'path';
import { GcpOutage, readIncidents, toIncident } from './gcpStatus';
import { inRoot } from './paths';

const path = resolve(
  process.env.HINDSIGHT_DATA ?? inRoot('..', 'shared', 'data'),
  'gcp-status.jsonl.gz',
);
const describeData = existsSync(path) ? describe : describe.skip;
const NOW = '2026-01-01T00:00:00.000Z';

describe('gcpStatus', () => {
  it('maps an outage, with its times as they are', () => {
    const outage: GcpOutage = {
      id: 'x1',
      service: 'Cloud DNS',
      serviceId: 'cloud-dns',
      title: 'Lookups fail',
      severity: 'high',
      impact: 'SERVICE_OUTAGE',
      start: '2021-05-04T22:35:00Z',
      detected: '2021-05-04T22:30:00Z',
      end: '2021-05-04T22:20:00Z',
      snapshots: 2,
      products: ['Cloud DNS'],
      updates: [
        { at: '2021-05-04T23:00:00Z', status: 'AVAILABLE', text: 'Over.' },
        { at: '2021-05-04T22:30:00Z', status: null, text: 'We look.' },
        { at: '2021-05-04T22:29:00Z', status: null, text: ' ' },
      ],
    };
    const source = 'Google Cloud status page';
    expect(toIncident(outage)).toEqual({
      title: 'Lookups fail',
      kind: 'operational',
      status: 'resolved',
      severity: 'high',
      impact: 'Service outage',
      entityRefs: ['component:default/cloud-dns'],
      occurredAt: '2021-05-04T22:35:00Z',
      detectedAt: '2021-05-04T22:30:00Z',
      resolvedAt: '2021-05-04T22:20:00Z',
      source: {
        system: 'gcp-status',
        id: expect.stringMatching(
          /^cloud-dns 2021-05-04T22:35:00Z [0-9a-f]{12}$/,
        ),
        url: 'https://status.cloud.google.com/incidents/x1',
      },
      timeline: [
        { at: '2021-05-04T22:30:00Z', event: 'We look.', source },
        {
          at: '2021-05-04T23:00:00Z',
          kind: 'Available',
          event: 'Over.',
          source,
        },
      ],
      sourceData: {
        service: 'Cloud DNS',
        products: ['Cloud DNS'],
        snapshots: 2,
      },
    });
  });
});

describeData(
  '1,045 real outages (skipped without the optional data folder, see HINDSIGHT_DATA)',
  () => {
    it('are all incidents, and their dirty times are found', async () => {
      const ids = new Set<string>();
      const findings: Record<string, number> = {};
      let lines = 0;
      for await (const line of readIncidents(path)) {
        const incident = incidentInputSchema.parse(
          JSON.parse(line),
        ) as IncidentContent;
        const { dataQuality } = deriveIncident(incident, {
          createdAt: NOW,
          now: NOW,
        });
        for (const { code, path: field } of dataQuality) {
          findings[`${code} ${field}`] =
            (findings[`${code} ${field}`] ?? 0) + 1;
        }
        ids.add(incident.source?.id ?? '');
        lines += 1;
      }
      expect(lines).toBe(1045);
      // Four outages come twice, under two spellings of their service.
      expect(ids.size).toBe(1041);
      expect(findings).toEqual({
        'missing containedAt': 1045,
        'missing resolvedAt': 39,
        'negative timeToDetectMs': 5,
        'negative timeToResolveMs': 93,
      });
    });
  },
);
