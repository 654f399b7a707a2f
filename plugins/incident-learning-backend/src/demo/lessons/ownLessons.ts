import type { LessonInput } from '@hindsight/backstage-plugin-incident-learning-common';
import type { DemoTeamName } from '../company';

/** A lesson that somebody wrote down without a review. */
export interface OwnLesson
  extends Omit<LessonInput, 'reviewId' | 'owner' | 'appliesTo'> {
  key: string;
  team: DemoTeamName;
  /** One of the team's people, by number. */
  author: number;
  services: readonly string[];
  daysAgo: number;
  /** Days after it was written; absent: a draft. */
  publishedAfter?: number;
  /** What it said before somebody made it clearer. */
  before?: string;
}

/** What came out of game days, audits, near misses and talks in the corridor. */
export const OWN_LESSONS: readonly OwnLesson[] = [
  {
    key: 'restore-drill',
    statement: 'A backup counts from the day on which we have restored it',
    before: 'Backups need to be tested',
    detail:
      'In the spring drill the restore of one database took **11 hours instead of the 2 that the plan promises**: the copy was complete, but nobody had tried it since the data doubled.\n\n- restore one database a month, in turn\n- write down how long it took, beside the plan',
    type: 'process',
    priority: 'critical',
    category: 'resilience',
    tags: ['backup', 'exercise', 'database'],
    team: 'platform-security',
    author: 1,
    services: ['billing-service', 'customer-identity', 'tracking-service'],
    daysAgo: 412,
    publishedAfter: 3,
  },
  {
    key: 'feature-switch',
    statement:
      'A switch that turns a feature off has to be tried while it is on',
    detail:
      'Three of five switches that we tried on the game day did nothing any more: the code around them had moved on.',
    type: 'technical',
    priority: 'high',
    category: 'release',
    tags: ['feature-flags', 'exercise'],
    team: 'booking',
    author: 0,
    services: ['booking-web', 'quote-service'],
    daysAgo: 301,
    publishedAfter: 1,
  },
  {
    key: 'on-call-handover',
    statement: 'Whoever hands over on-call says what is still smouldering',
    detail:
      'Ten minutes on Monday, with the open alerts on the screen. Twice in a quarter a known warning was read as a new one.',
    type: 'organizational',
    priority: 'medium',
    category: 'on-call',
    tags: ['on-call', 'handover'],
    team: 'last-mile',
    author: 0,
    services: ['route-planner', 'courier-app'],
    daysAgo: 256,
    publishedAfter: 0,
  },
  {
    key: 'customs-holidays',
    statement:
      'Public holidays differ: a deadline in one country is a day off in the next',
    type: 'process',
    priority: 'medium',
    category: 'planning',
    tags: ['calendar', 'partners'],
    team: 'accounts-billing',
    author: 1,
    services: ['customs-gateway'],
    daysAgo: 233,
    publishedAfter: 6,
  },
  {
    key: 'clock-skew',
    statement:
      'Order events by a number of their source, never by the clock of whoever received them',
    detail:
      'Scanners in two depots were four minutes apart. `received_at` put deliveries before their departure; the sequence of the scanner never did.',
    type: 'technical',
    priority: 'high',
    category: 'data',
    tags: ['clocks', 'events', 'scanners'],
    team: 'depot-systems',
    author: 1,
    services: ['scan-ingest', 'tracking-service'],
    daysAgo: 198,
    publishedAfter: 2,
  },
  {
    key: 'idempotent-labels',
    statement:
      'Whatever prints, pays or mails must not do so twice when it is asked twice',
    detail:
      'A key that the caller chooses, kept for a day, is enough. The printer in Millhaven had 90 labels for 30 parcels before somebody pulled the plug.',
    type: 'technical',
    priority: 'critical',
    category: 'resilience',
    tags: ['idempotency', 'retries'],
    team: 'depot-systems',
    author: 0,
    services: ['label-service', 'billing-service', 'notification-service'],
    daysAgo: 167,
    publishedAfter: 4,
  },
  {
    key: 'log-secrets',
    statement: 'Log what a request was about, never the request itself',
    detail:
      'An audit found session tokens in eleven weeks of logs. Fields to log are now named one by one.',
    type: 'technical',
    priority: 'high',
    category: 'privacy',
    tags: ['logging', 'tokens', 'audit'],
    team: 'platform-security',
    author: 0,
    services: ['customer-identity', 'partner-portal'],
    daysAgo: 140,
    publishedAfter: 1,
  },
  {
    key: 'quiet-dashboards',
    statement:
      'A chart that has gone empty looks like one that is fine: alert on missing data',
    type: 'technical',
    priority: 'high',
    category: 'monitoring',
    tags: ['monitoring', 'alerts'],
    team: 'booking',
    author: 2,
    services: ['quote-service'],
    daysAgo: 96,
    publishedAfter: 0,
  },
  {
    key: 'support-first',
    statement: 'Ask support before the dashboards: they hear it first',
    detail:
      'In four of the last six incidents the first call was older than the first alert, by 7 to 50 minutes.',
    type: 'human',
    priority: 'medium',
    category: 'detection',
    tags: ['support', 'detection'],
    team: 'last-mile',
    author: 1,
    services: ['notification-service', 'tracking-service'],
    daysAgo: 74,
    publishedAfter: 5,
  },
  {
    key: 'paper-fallback',
    statement:
      'Each depot keeps a folder with paper labels, and uses it once a month',
    type: 'process',
    priority: 'medium',
    category: 'resilience',
    tags: ['fallback', 'depots', 'exercise'],
    team: 'depot-systems',
    author: 2,
    services: ['label-service', 'depot-kiosk'],
    daysAgo: 52,
    publishedAfter: 0,
  },
  {
    key: 'two-roles',
    statement: 'Whoever leads an incident does not repair it as well',
    detail:
      'With both in one hand, customers heard from us an hour late. From three people on, one of them leads and types nothing.',
    type: 'organizational',
    priority: 'high',
    category: 'response',
    tags: ['incident-command', 'communication'],
    team: 'platform-security',
    author: 2,
    services: [],
    daysAgo: 33,
    publishedAfter: 2,
  },
  {
    key: 'partner-sandbox',
    statement:
      'A partner’s sandbox answers faster and politer than the partner does',
    type: 'technical',
    priority: 'low',
    category: 'testing',
    tags: ['partners', 'testing'],
    team: 'accounts-billing',
    author: 2,
    services: ['customs-gateway', 'billing-service'],
    daysAgo: 19,
    publishedAfter: 1,
  },
  {
    key: 'cost-of-zero',
    statement: 'Before we promise zero data loss: say what it costs a month',
    type: 'organizational',
    priority: 'low',
    category: 'planning',
    tags: ['budget', 'recovery'],
    team: 'accounts-billing',
    author: 0,
    services: ['billing-service'],
    daysAgo: 8,
  },
  {
    key: 'offline-courier',
    statement: 'The app of a courier has to survive a day without a network',
    detail: 'To be checked with the figures of the lake district.',
    type: 'technical',
    priority: 'medium',
    category: 'resilience',
    tags: ['offline', 'mobile'],
    team: 'last-mile',
    author: 0,
    services: ['courier-app'],
    daysAgo: 3,
  },
];
