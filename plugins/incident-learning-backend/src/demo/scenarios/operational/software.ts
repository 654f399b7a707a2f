import type { Scenario } from '../types';

export const SOFTWARE_SCENARIOS: readonly Scenario[] = [
  {
    category: 'software',
    attackVector: 'race condition',
    services: [
      'booking-web',
      'billing-service',
      'courier-app',
      'label-service',
      'customer-identity',
      'route-planner',
    ],
    gravity: 'light',
    titles: [
      '[{ref}: two requests for one record overwrite each other|Lost update in {ref} when two people work on one record]',
      '{ref}: pressing a button twice creates two records',
    ],
    summaries: [
      'Two requests for the same record within a few milliseconds both read the old state and both wrote. It happens {2-9} times a day; this time it hit a batch of {merchant} and became visible.',
      'The button stays active until the answer comes. On slow connections people press it again, and {service} treats the second press as another order.',
    ],
    trigger: 'Two writes to one record met',
    findings: ['Both requests passed the same check before either wrote'],
    fixes: [
      'Cancelled the duplicates by hand',
      'Added a key that makes the second request a no-op',
    ],
    tags: ['concurrency'],
  },
  {
    category: 'software',
    attackVector: 'unhandled input',
    services: [
      'label-service',
      'customs-gateway',
      'partner-portal',
      'quote-service',
      'courier-app',
    ],
    gravity: 'light',
    titles: [
      '[{ref}: address with a line break stops the batch|One malformed record blocks {ref} for everybody behind it]',
      'Parcel of zero weight crashes {ref} worker',
      '{ref}: names outside Latin script come out as question marks',
    ],
    summaries: [
      'A single record with a line break in the address ended the batch for everybody behind it. It was retried {12-60} times before somebody looked.',
      'Empty trays are weighed as well now, with a weight of zero. {service} divides by it. {symptom} for everything from {depot}.',
      'Names with characters outside the code page of the old printers were replaced one by one. Nothing failed, which is why it took a recipient to tell us.',
    ],
    trigger: 'First record of this form arrived',
    findings: [
      'The record is valid by the contract; we never tried one like it',
    ],
    fixes: ['Set the record aside and let the rest through'],
    tags: ['input-validation'],
  },
  {
    category: 'software',
    attackVector: 'memory leak',
    services: [
      'tracking-service',
      'notification-service',
      'partner-portal',
      'courier-app',
      'customs-gateway',
      'booking-web',
    ],
    gravity: 'usual',
    titles: [
      '{ref} restarts every {3-9} hours',
      '{ref}: memory grows until the container is killed',
      'Slow decline of {ref} since the release of last week',
    ],
    summaries: [
      'Listeners were added for each session and never removed. Instances lived {5-30} hours, and as they had all started together they ended together: {symptom}.',
      'Answers of {peer} were kept for a retry that is no longer made. Restarts hid the growth until traffic went up.',
    ],
    trigger: 'Memory of the oldest instance reached its limit',
    findings: [
      'Growth follows the number of [sessions|requests], not time',
      'A heap dump shows {200000-3000000} entries of one type',
    ],
    fixes: [
      'Restarted instances one after the other every two hours',
      'Released a version that lets go of finished sessions',
    ],
    tags: ['memory'],
  },
  {
    category: 'software',
    attackVector: 'slow query',
    services: [
      'tracking-service',
      'partner-portal',
      'billing-service',
      'booking-web',
      'customs-gateway',
      'customer-identity',
    ],
    gravity: 'usual',
    hours: 'work',
    titles: [
      '[Query plan of {ref} changed overnight|{ref}: search over {store} takes {12-50} seconds]',
      '{ref} slow for accounts with many shipments',
    ],
    summaries: [
      'After the nightly statistics the planner of {store} preferred a full scan. The same query went from {8-30} milliseconds to {6-40} seconds and {symptom}.',
      'The page loads all shipments to count them. With {merchant} passing {200000-900000} shipments it no longer ended in time.',
    ],
    trigger: 'Statistics of {store} were refreshed',
    findings: ['One query makes up {70-95} % of the load on {store}'],
    fixes: [
      'Pinned the plan with an index on the two columns',
      'Limited the page to the last 90 days',
    ],
    tags: ['database', 'performance'],
  },
  {
    category: 'software',
    attackVector: 'offline sync',
    services: ['courier-app', 'scan-ingest'],
    gravity: 'light',
    titles: [
      'Deliveries from the offline queue arrive in the wrong order',
      '{ref}: offline records dropped after sign-out',
    ],
    summaries: [
      'Records from the offline queue carry the clock of the handheld. Devices that were {6-40} minutes off confirmed deliveries before the parcel had been loaded.',
      'Signing out cleared the queue of what had not been sent. In {region}, where coverage is poor, {20-400} confirmations were lost and had to be asked for again.',
    ],
    trigger: 'Handhelds came back into coverage',
    detection: ['Customer service sees deliveries that do not add up'],
    findings: ['It happens only after a long time without coverage'],
    fixes: [
      'Asked couriers in {region} to sync before signing out',
      'Released an app version that keeps sequence numbers',
    ],
    tags: ['handhelds', 'offline'],
  },
];
