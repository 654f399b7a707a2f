import type { Scenario } from '../types';

export const CAPACITY_SCENARIOS: readonly Scenario[] = [
  {
    category: 'capacity',
    attackVector: 'traffic spike',
    services: [
      'booking-web',
      'booking-web',
      'label-service',
      'quote-service',
      'partner-portal',
    ],
    gravity: 'usual',
    hours: 'work',
    titles: [
      '[{merchant} sale sends {n=3-8} times the usual load to {ref}|{ref}: queueing on {call} at the start of a sale]',
      '[Rush before the long weekend: {ref} slow for all {users}|{ref} saturated, {work} queueing]',
      'Newsletter brings more traffic to {ref} than {store} can serve',
    ],
    summaries: [
      '{merchant} opened a sale at noon and sent its orders in one go. {service} took {n=3-8} times its usual load, requests queued and {symptom}. Sales are announced to the account managers; the word does not reach us.',
      'Demand before the long weekend was {40-120} % above the forecast. {symptom} until more instances were up; each needs almost two minutes to warm its caches.',
      'The newsletter of {merchant} brought {9000-42000} visitors within ten minutes. {service} held, {store} did not: its connections were used up and {symptom}.',
    ],
    trigger: 'Load on {call} started to climb',
    detection: [
      'Latency alert: 95th percentile of {call} above {4-11} s',
      'Queue length of {service} above its threshold for five minutes',
    ],
    findings: [
      'The load is genuine, no loop and no attack',
      'Instances are fine; the wait is in front of {store}',
    ],
    fixes: [
      'Scaled {service} out to {14-40} instances',
      'Switched on the waiting room for new sessions',
    ],
    tags: ['peak', 'scaling'],
  },
  {
    category: 'capacity',
    attackVector: 'retry storm',
    services: [
      'tracking-service',
      'customer-identity',
      'scan-ingest',
      'customs-gateway',
      'courier-app',
      'quote-service',
    ],
    gravity: 'grave',
    titles: [
      'Retries from {peer} keep {ref} down',
      '{ref}: retry storm after a short network blip',
      '{ref} did not recover by itself: clients retry without pause',
    ],
    summaries: [
      'A blip of {20-70} seconds was enough: every client retried at once and without pause, and {service} met {5-12} times its usual load just as its caches were cold. It stayed down until retries were cut off at the gateway.',
      'Callers retry three times, and so does the gateway before them: one failed call became nine. {symptom} for {duration} although the cause was gone after the first minute.',
    ],
    trigger: 'Short loss of connection between the zones',
    findings: [
      'The first cause is over; load comes from retries alone',
      'Calls per request went from 1 to {6-11}',
    ],
    fixes: [
      'Limited retries at the gateway',
      'Let traffic back in tenth by tenth',
    ],
    tags: ['retries', 'resilience'],
  },
  {
    category: 'capacity',
    attackVector: 'connection pool',
    services: [
      'booking-web',
      'partner-portal',
      'billing-service',
      'customer-identity',
      'quote-service',
      'label-service',
      'route-planner',
    ],
    gravity: 'usual',
    titles: [
      '[Long-running report starves {ref} of connections|Monthly report blocks {ref}]',
      '{ref}: connections not returned, pool exhausted',
      '{ref}: no free connections to {store} after scaling out',
    ],
    summaries: [
      'A report over twelve months held {6-18} connections for the length of its run. The pool of {service} has {20-40}; the rest was not enough for the morning and {symptom}.',
      'Connections were not returned when a request was cancelled by the client. On a slow day this shows after a week, on a busy one after {2-5} hours.',
      'After scaling out, the pools of all instances together asked for more connections than {store} allows. New instances failed at once and made things worse.',
    ],
    trigger: 'Free connections started to fall',
    detection: ['Pool alert: requests wait {2-9} s for a connection'],
    findings: [
      'The queries are fast; the waiting happens before them',
      '{12-30} connections have been held for more than ten minutes',
    ],
    fixes: [
      'Ended the idle sessions',
      'Lowered the pool size per instance and restarted {service}',
    ],
    tags: ['database', 'connections'],
  },
  {
    category: 'capacity',
    attackVector: 'disk space',
    services: [
      'label-service',
      'scan-ingest',
      'billing-service',
      'tracking-service',
      'customs-gateway',
      'notification-service',
    ],
    gravity: 'usual',
    titles: [
      'Debug logs filled the volume of {ref}',
      '[{ref}: volume at 100 %|{ref}: volume full, {job} had stopped cleaning up]',
      'Disk of {store} full, writes refused',
    ],
    summaries: [
      'Debug logging was switched on for an investigation {3-12} days earlier and never off again. The volume filled up overnight; {store} went read-only and {symptom}.',
      '{job} had failed quietly for {2-5} weeks, so nothing was cleaned away any more. The warning at 80 % goes to a mailbox that nobody reads since the teams were regrouped.',
      'A replication slot without a reader kept every change since {5-16} days. The disk of {store} filled to the last byte.',
    ],
    trigger: 'Volume reached 95 %',
    findings: [
      'Free space had been falling by {2-9} % a day',
      'The warning at 80 % was sent and seen by nobody',
    ],
    fixes: [
      'Extended the volume by half',
      'Deleted what was past its retention',
    ],
    tags: ['storage'],
  },
  {
    category: 'capacity',
    attackVector: 'memory',
    services: ['route-planner'],
    gravity: 'usual',
    hours: 'night',
    titles: [
      '{ref} killed for lack of memory during {job}',
      '{ref}: planning for {region} aborted, out of memory',
      'Out-of-memory restarts in {ref}, tours incomplete',
      'Tours for {region} late, {job} restarted {3-7} times',
    ],
    summaries: [
      '{job} keeps all of {region} in memory. With {12-35} % more stops than a month ago it crossed the limit of its container and was killed {2-6} times in a row; {symptom}.',
      'The distance matrix grows with the square of the stops. {depot} went over {2200-3400} stops for the first time and the job died at {60-90} % of its run. {fallback}.',
      'A tour with a faulty address pulled in the map of half the country. Memory ran out, the job was restarted from the beginning each time, and in the end nothing was finished.',
    ],
    trigger: '{job} started',
    detection: [
      'Deadline alert: {job} is late',
      'Container of {service} killed for the [third|fourth|fifth] time within an hour',
    ],
    findings: [
      'Memory climbs steadily until the limit; no single jump',
      'The run for {region} alone needs {11-27} GB',
    ],
    fixes: [
      'Moved the run to a node with more memory',
      'Split {region} into two runs',
      'Released the plan of the day before to {depot} so that vans could leave',
    ],
    tags: ['memory', 'planning'],
  },
  {
    category: 'capacity',
    attackVector: 'consumer lag',
    services: [
      'tracking-service',
      'notification-service',
      'billing-service',
      'route-planner',
    ],
    gravity: 'usual',
    hours: 'evening',
    titles: [
      '{ref}: parcels of {depot} missing, one partition far behind',
      '{ref}: one consumer stuck on the same message',
      '[{ref} {20-95} minutes behind the event stream|Consumer lag: {ref} cannot keep up with the scans]',
    ],
    summaries: [
      'One partition carries all scans of {depot}, because the key is the depot and not the parcel. When the depot took over the volume of its neighbour, {service} fell behind on this partition alone.',
      'A poison message stopped one consumer, which restarted, read the same message and stopped again. The other partitions went on, so the average lag looked harmless.',
      'Each event was written by itself instead of in batches. That held until the evening peak reached {900-2300} events a second; then {service} fell behind by a minute every three.',
    ],
    trigger: 'Lag began to grow',
    findings: [
      'The stream itself is healthy; other readers keep up',
      'The delay grows by {2-9} minutes every ten',
    ],
    fixes: [
      'Gave the partitions that lag consumers of their own',
      'Worked off the backlog, oldest parcels first',
    ],
    tags: ['event-stream', 'lag'],
  },
];
