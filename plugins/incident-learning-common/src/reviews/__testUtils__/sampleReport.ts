import { Report, reportSchema } from '../report';
import { sampleAnalyses } from './sampleAnalyses';

const stored = {
  revision: 1,
  createdAt: '2026-05-12T09:00:00.000Z',
  updatedAt: '2026-05-12T09:00:00.000Z',
  createdBy: 'user:default/nadia.osei',
};

/** A report as teams write them, for tests; its second version. */
export const sampleReport: Report = reportSchema.parse({
  reviewId: '0196c1aa-0000-7000-8000-000000000001',
  version: 2,
  publishedAt: '2026-05-20T13:30:00.000Z',
  publishedBy: 'user:default/nadia.osei',
  title:
    'Parcel labels could not be printed in three depots after the certificate of the label service expired',
  facilitator: 'user:default/nadia.osei',
  participants: [
    { role: 'commander', entityRef: 'user:default/tomas.lindqvist' },
    { role: 'responder', entityRef: 'user:default/priya.raman' },
    { role: 'responder', entityRef: 'user:default/joao.batista' },
    { role: 'observer', entityRef: 'group:default/depot-operations' },
  ],
  amendReason: 'The depot in Malmö reported its own count of reprinted labels.',
  changed: ['sections.impact', 'rootCauses', 'lessons'],
  incidents: [
    {
      id: 'inc-1',
      title: 'Label printing fails in Malmö, Aarhus and Kiel',
      kind: 'operational',
      severity: 'high',
      status: 'closed',
      category: 'expiry',
      attackVector: 'certificate',
      entityRefs: [
        'component:default/label-service',
        'component:default/depot-terminal',
        'resource:edge/ingress-north',
      ],
      occurredAt: '2026-05-08T22:00:00.000Z',
      detectedAt: '2026-05-09T03:42:00.000Z',
      declaredAt: '2026-05-09T04:05:00.000Z',
      containedAt: '2026-05-09T04:51:00.000Z',
      resolvedAt: '2026-05-09T07:20:00.000Z',
      closedAt: '2026-05-11T12:00:00.000Z',
      precision: {},
      timeToDetectMs: 20_520_000,
      timeToContainMs: 4_140_000,
      timeToResolveMs: 13_080_000,
      timeline: [
        {
          at: '2026-05-08T22:00:00.000Z',
          kind: 'symptom',
          event:
            'Certificate of label-service expires. Terminals with an open connection keep printing.',
          source: 'Certificate transparency log',
        },
        {
          at: '2026-05-09T03:30:00.000Z',
          kind: 'symptom',
          event:
            'Night shift in Malmö restarts its terminals; none of them prints.',
          source: 'Depot log',
        },
        {
          at: '2026-05-09T03:42:00.000Z',
          kind: 'detection',
          event: 'The depot calls the service desk. No alert has fired.',
          action: 'Ticket with priority 2',
          source: 'Service desk',
        },
        {
          at: '2026-05-09T04:05:00.000Z',
          kind: 'decision',
          event: 'Two more depots call. Incident is declared.',
          action: 'On-call engineer and commander join the bridge',
        },
        {
          at: '2026-05-09T04:51:20.000Z',
          kind: 'action',
          event:
            'Terminals are pointed at the standby in Gothenburg, whose certificate is valid.',
          action: 'Labels print again, at half the rate',
          source: 'Change 20418',
        },
        {
          at: '2026-05-09T07:20:00.000Z',
          kind: 'recovery',
          event: 'New certificate is issued and rolled out to all ingresses.',
          source: 'Pipeline',
        },
      ],
    },
    {
      id: 'inc-2',
      title: 'Reprinted labels carry the parcel number twice',
      kind: 'operational',
      severity: 'medium',
      status: 'closed',
      category: 'data',
      entityRefs: ['component:default/label-service'],
      occurredAt: '2026-05-09T00:00:00.000Z',
      detectedAt: '2026-05-09T09:10:00.000Z',
      resolvedAt: '2026-05-09T15:45:00.000Z',
      precision: { occurredAt: 'day' },
      timeToResolveMs: 23_700_000,
      timeline: [
        {
          at: '2026-05-09T09:10:00.000Z',
          kind: 'detection',
          event: 'Sorting in Hamburg rejects 118 parcels with two bar codes.',
        },
        {
          at: '2026-05-09T15:45:00.000Z',
          kind: 'recovery',
          event: 'Labels of the affected parcels are printed again by hand.',
        },
      ],
    },
  ],
  sections: [
    {
      id: 'summary',
      title: 'Summary',
      text: 'The certificate of **label-service** expired on a Friday evening. Terminals kept printing until they were restarted for the night shift, so the first sign came *five and a half hours later*, by telephone. Printing was moved to the standby within 46 minutes and restored everywhere by 07:20 UTC.\n\nReprinting 4,312 labels then put the parcel number on some labels twice, which the sorters in Hamburg rejected.',
    },
    {
      id: 'impact',
      title: 'Impact',
      text: '| Depot | Without labels | Parcels late |\n| --- | ---: | ---: |\n| Malmö | 3 h 50 min | 2,140 |\n| Aarhus | 2 h 10 min | 1,302 |\n| Kiel | 1 h 55 min | 870 |\n\nCounted from the scanners’ own logs; Malmö corrected its figure on 19 May.',
    },
    {
      id: 'whatWentWell',
      title: 'What went well',
      text: '- The standby took the load although nobody had tried it with three depots.\n- The service desk saw the pattern after the *second* call and asked for an incident.\n- Depot staff wrote labels by hand for express parcels.',
    },
    {
      id: 'whatCouldImprove',
      title: 'What could be improved',
      text: '### Knowing earlier\n\nThe expiry check reads the certificate store, and this certificate had moved to the ingress in March:\n\n```\n$ certs list --store main | grep label\n(no results)\n```\n\n### Reprinting\n\n1. The batch takes any list of parcels.\n2. Nothing marks a label as printed before.',
    },
    {
      id: 'whereWeGotLucky',
      title: 'Where we got lucky',
      text: 'It was the night before a Saturday. On a Monday, the same five hours carry six times as many parcels.',
    },
  ],
  rootCauses: [
    {
      id: 'c1',
      statement:
        'The expiry check only covers certificates in the central store, and moving one to an ingress takes it out of sight without a sign',
      type: 'technical',
      role: 'primary',
      factors: ['Two stores since March', 'No inventory by host name'],
      evidence: [
        {
          text: 'List of the checked certificates on 8 May',
          url: 'https://runbooks.example.com/certs/2026-05-08',
        },
        { text: 'Change 19977 moved the certificate on 14 March' },
      ],
      from: { analysisId: 'a1', nodeId: 'w3' },
    },
    {
      id: 'c2',
      statement:
        'The reprint batch accepts parcels whose label was already printed',
      type: 'process',
      role: 'contributing',
      evidence: [
        {
          text: 'Batch log with 118 duplicates',
          url: 'https://logs.example.com/batch/7731',
        },
      ],
      from: { analysisId: 'a2', nodeId: 'e2' },
    },
  ],
  analyses: sampleAnalyses,
  lessons: [
    {
      ...stored,
      id: 'l1',
      statement:
        'An expiry check has to start from what clients connect to, not from where certificates are kept',
      detail:
        'A probe that opens a connection to each **host name** in the catalog sees what a terminal sees, wherever the certificate lies.',
      category: 'Monitoring',
      type: 'technical',
      priority: 'high',
      owner: 'group:default/platform',
      tags: ['certificates', 'probes'],
      appliesTo: [
        'component:default/track-api',
        'component:default/depot-terminal',
      ],
    },
    {
      ...stored,
      id: 'l2',
      statement: 'A batch that repairs should be safe to run twice',
      type: 'process',
      priority: 'medium',
      tags: ['idempotence'],
      appliesTo: [],
    },
  ],
  actions: [
    {
      ...stored,
      id: 'x1',
      title: 'Probe the certificate of every host name in the catalog',
      description:
        'Daily, from outside the cluster; alerts 30, 14 and 3 days ahead.',
      kind: 'preventive',
      owner: 'group:default/platform',
      priority: 'high',
      status: 'in-progress',
      dueDate: '2026-06-12',
      successCriteria:
        'A certificate that was made to expire in a test is alerted on **before** it does.',
      externalLink: 'https://tracker.example.com/PLAT-2210',
    },
    {
      ...stored,
      id: 'x2',
      title: 'Let the reprint batch skip parcels that have a label',
      kind: 'corrective',
      owner: 'user:default/priya.raman',
      priority: 'medium',
      status: 'completed',
      dueDate: '2026-05-18',
      successCriteria: 'The same list twice prints nothing the second time.',
    },
    {
      ...stored,
      id: 'x3',
      title: 'Stagger the restart of terminals at the start of a shift',
      kind: 'preventive',
      priority: 'low',
      status: 'idea',
    },
  ],
});
