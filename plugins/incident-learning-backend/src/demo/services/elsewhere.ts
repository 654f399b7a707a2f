import type { DemoService } from './types';

/** Switched off in the catalog long ago, and still in some depots: a ref that the catalog does not know. */
export const UNKNOWN_SERVICE: DemoService = {
  name: 'depot-kiosk',
  owner: 'depot-systems',
  rate: { operational: 0, security: 0 },
  scale: [20, 300],
  detectionDrift: 1,
  alsoHit: [],
  words: {
    service: 'the depot kiosk',
    users: 'walk-in customers',
    work: 'self-service drop-off',
    call: 'POST /drop-offs',
    store: 'the kiosk disk',
    peer: 'the label service',
    vendor: 'the kiosk maker',
    job: 'the nightly kiosk restart',
    symptom: '[kiosks at {depot} showed a grey screen|drop-offs did not print]',
    fallback: 'counter staff took parcels by hand',
    harm: '{count} customers queued at the counter',
  },
};

/** Things that happen to the company rather than to a service of the catalog. */
export const OFFICE: DemoService = {
  name: 'office',
  owner: 'platform-security',
  rate: { operational: 0, security: 0 },
  scale: [5, 260],
  detectionDrift: 1,
  alsoHit: [],
  words: {
    service: 'the office network',
    users: 'staff',
    work: 'office work',
    call: 'GET /',
    store: 'the file share',
    peer: 'the directory',
    vendor: 'the office suite',
    job: 'the laptop update',
    symptom: 'staff could not work as usual',
    fallback: 'staff worked from home',
    harm: '{count} members of staff were affected',
  },
};
