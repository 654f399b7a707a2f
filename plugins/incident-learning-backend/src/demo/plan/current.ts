import type { PlannedIncident } from './types';

/** What is going on right now. */
export const CURRENT_INCIDENTS: readonly {
  service: string;
  kind: PlannedIncident['kind'];
  category: string;
  attackVector: string;
  hoursAgo: number;
  stage: 'open' | 'contained';
}[] = [
  {
    service: 'tracking-service',
    kind: 'operational',
    category: 'capacity',
    attackVector: 'consumer lag',
    hoursAgo: 1.4,
    stage: 'open',
  },
  {
    service: 'notification-service',
    kind: 'operational',
    category: 'dependency',
    attackVector: 'third-party API',
    hoursAgo: 4.1,
    stage: 'open',
  },
  {
    service: 'partner-portal',
    kind: 'security',
    category: 'social',
    attackVector: 'Phishing',
    hoursAgo: 27.3,
    stage: 'open',
  },
  {
    service: 'courier-app',
    kind: 'security',
    category: 'physical',
    attackVector: 'Theft',
    hoursAgo: 70.6,
    stage: 'open',
  },
  {
    service: 'quote-service',
    kind: 'operational',
    category: 'data',
    attackVector: 'input file',
    hoursAgo: 22.7,
    stage: 'contained',
  },
  {
    service: 'customer-identity',
    kind: 'security',
    category: 'hacking',
    attackVector: 'Stolen credentials',
    hoursAgo: 78.2,
    stage: 'contained',
  },
  {
    service: 'label-service',
    kind: 'security',
    category: 'error',
    attackVector: 'Misconfiguration',
    hoursAgo: 121.8,
    stage: 'contained',
  },
];
