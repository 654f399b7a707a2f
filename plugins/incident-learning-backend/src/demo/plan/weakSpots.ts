import type { IncidentKind } from '@hindsight/backstage-plugin-incident-learning-common';

/** One kind of thing that keeps happening to one service. */
export interface WeakSpot {
  service: string;
  kind: IncidentKind;
  category: string;
  attackVector: string;
  /** How often, quarter by quarter, the latest last. */
  quarters: readonly number[];
}

/** Some were mended on the way, some go on, some get worse. */
export const WEAK_SPOTS: readonly WeakSpot[] = [
  {
    service: 'customs-gateway',
    kind: 'operational',
    category: 'dependency',
    attackVector: 'third-party API',
    quarters: [1, 2, 1, 1, 2, 1, 2, 2],
  },
  {
    service: 'notification-service',
    kind: 'operational',
    category: 'dependency',
    attackVector: 'third-party API',
    quarters: [0, 1, 0, 1, 1, 2, 2, 3],
  },
  {
    service: 'route-planner',
    kind: 'operational',
    category: 'capacity',
    attackVector: 'memory',
    quarters: [2, 2, 3, 1, 1, 0, 0, 0],
  },
  {
    service: 'label-service',
    kind: 'operational',
    category: 'change',
    attackVector: 'deployment',
    quarters: [2, 2, 1, 1, 0, 1, 0, 0],
  },
  {
    service: 'billing-service',
    kind: 'operational',
    category: 'data',
    attackVector: 'batch job',
    quarters: [1, 2, 0, 1, 1, 1, 0, 1],
  },
  {
    service: 'scan-ingest',
    kind: 'operational',
    category: 'hardware',
    attackVector: 'network link',
    quarters: [2, 2, 1, 1, 1, 1, 0, 1],
  },
  {
    service: 'booking-web',
    kind: 'operational',
    category: 'capacity',
    attackVector: 'traffic spike',
    quarters: [1, 0, 1, 1, 0, 1, 1, 0],
  },
  {
    service: 'courier-app',
    kind: 'operational',
    category: 'certificate',
    attackVector: 'expired certificate',
    quarters: [0, 1, 0, 1, 0, 0, 1, 0],
  },
  {
    service: 'customer-identity',
    kind: 'security',
    category: 'hacking',
    attackVector: 'Stolen credentials',
    quarters: [1, 1, 1, 1, 2, 1, 1, 2],
  },
  {
    service: 'partner-portal',
    kind: 'security',
    category: 'social',
    attackVector: 'Phishing',
    quarters: [1, 0, 1, 1, 1, 1, 1, 2],
  },
];
