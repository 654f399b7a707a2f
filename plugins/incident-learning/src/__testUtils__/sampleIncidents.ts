import type { IncidentInput } from '@hindsight/backstage-plugin-incident-learning-common';

/** The day after the last of `sampleIncidents`. */
export const SAMPLE_NOW = '2024-07-01T00:00:00.000Z';

export const CHECKOUT = 'component:default/checkout';
export const LEDGER = 'component:default/ledger';
export const PAYMENTS = 'group:default/payments';

/** What `PAYMENTS` holds. */
export const SAMPLE_PARTS = { [PAYMENTS]: [CHECKOUT, LEDGER] };

/**
 * Eight incidents of two services: two pairs of repeats, one drill, one that
 * is still open, one whose times contradict each other, one known to the year.
 */
export function sampleIncidents(): IncidentInput[] {
  return [
    {
      title: 'Card payments time out after a certificate expired',
      summary: 'The certificate of the card gateway expired unnoticed.',
      kind: 'operational',
      status: 'closed',
      severity: 'high',
      category: 'configuration',
      attackVector: 'certificate',
      entityRefs: [CHECKOUT],
      occurredAt: '2024-01-10T08:00:00Z',
      detectedAt: '2024-01-10T08:20:00Z',
      containedAt: '2024-01-10T09:20:00Z',
      resolvedAt: '2024-01-10T11:20:00Z',
      closedAt: '2024-01-12T10:00:00Z',
      tags: ['payments'],
      timeline: [
        {
          at: '2024-01-10T08:20:00Z',
          event: 'Alert on failed card payments',
          action: 'On-call engineer paged',
        },
        {
          at: '2024-01-10T09:20:00Z',
          event: 'Traffic moved to the second gateway',
        },
      ],
    },
    {
      title: 'Card payments fail for a certificate without its chain',
      kind: 'operational',
      status: 'resolved',
      severity: 'medium',
      category: 'configuration',
      attackVector: 'certificate',
      entityRefs: [CHECKOUT],
      occurredAt: '2024-05-02T10:00:00Z',
      detectedAt: '2024-05-02T10:10:00Z',
      containedAt: '2024-05-02T10:40:00Z',
      resolvedAt: '2024-05-02T12:10:00Z',
      tags: ['payments'],
    },
    {
      title: 'Ledger postings delayed by a full disk',
      kind: 'operational',
      status: 'resolved',
      severity: 'low',
      category: 'capacity',
      attackVector: 'disk',
      entityRefs: [LEDGER],
      occurredAt: '2024-02-20T00:00:00Z',
      detectedAt: '2024-02-21T06:00:00Z',
      containedAt: '2024-02-21T07:00:00Z',
      resolvedAt: '2024-02-21T09:00:00Z',
    },
    {
      title: 'Ledger stops on a full disk',
      kind: 'operational',
      status: 'contained',
      severity: 'critical',
      category: 'capacity',
      attackVector: 'disk',
      entityRefs: [LEDGER, CHECKOUT],
      occurredAt: '2024-06-11T03:00:00Z',
      detectedAt: '2024-06-11T03:30:00Z',
      containedAt: '2024-06-11T06:30:00Z',
    },
    {
      title: 'Passwords sprayed against the merchant sign-in',
      kind: 'security',
      status: 'open',
      severity: 'high',
      category: 'hacking',
      attackVector: 'web application',
      entityRefs: [CHECKOUT],
      occurredAt: '2024-06-28T22:00:00Z',
      detectedAt: '2024-06-29T01:00:00Z',
    },
    {
      title: 'Refund report shows times before they happened',
      kind: 'operational',
      status: 'resolved',
      severity: 'low',
      category: 'data',
      entityRefs: [LEDGER],
      occurredAt: '2024-03-05T12:00:00Z',
      detectedAt: '2024-03-05T11:00:00Z',
      resolvedAt: '2024-03-05T15:00:00Z',
    },
    {
      title: 'Supplier reports stolen backup tapes',
      kind: 'security',
      severity: 'unknown',
      category: 'theft',
      occurredAt: '2024-01-01T00:00:00Z',
      precision: { occurredAt: 'year' },
      source: { system: 'veris', id: 'A-1' },
    },
    {
      title: 'Game day: lose the primary region',
      kind: 'operational',
      status: 'closed',
      severity: 'critical',
      entityRefs: [CHECKOUT],
      drill: true,
      detectedAt: '2024-04-04T09:00:00Z',
    },
  ];
}
