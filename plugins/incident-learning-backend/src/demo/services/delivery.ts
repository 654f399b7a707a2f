import type { DemoService } from './types';

export const DELIVERY_SERVICES: readonly DemoService[] = [
  {
    name: 'scan-ingest',
    owner: 'depot-systems',
    rate: { operational: 12, security: 3 },
    scale: [4000, 260000],
    detectionDrift: 0.35,
    alsoHit: [
      'component:default/tracking-service',
      'resource:default/parcel-events',
    ],
    words: {
      service: 'scan ingest',
      users: 'depot staff',
      work: 'scan processing',
      call: 'POST /scans',
      store: 'the parcel event stream',
      peer: 'the handheld gateway',
      vendor: 'the network carrier',
      job: 'the scan replay',
      symptom:
        '[scans reached tracking {20-70} minutes late|belts at {depot} ran without confirmation|handhelds at {depot} showed "offline"]',
      fallback:
        '[the depots kept scanning into the local buffer|shift leads at {depot} sorted by paper list]',
      harm: '[{count} scans arrived late; none was lost|{count} scans had to be replayed|The late shift at {depot} fell {30-110} minutes behind]',
    },
  },
  {
    name: 'tracking-service',
    owner: 'depot-systems',
    rate: { operational: 12, security: 9 },
    scale: [900, 80000],
    detectionDrift: 0.6,
    alsoHit: [
      'component:default/notification-service',
      'api:default/tracking-api',
      'component:default/partner-portal',
    ],
    words: {
      service: 'the tracking service',
      users: 'recipients',
      work: 'tracking',
      call: 'GET /parcels/:number',
      store: 'the parcel status store',
      peer: 'scan ingest',
      vendor: 'the partner carrier hub',
      job: 'the status compaction',
      symptom:
        '[tracking pages showed the status of the evening before|lookups ran into a timeout|parcels that were delivered still showed "on its way"]',
      fallback:
        '[customer service looked parcels up in the depot tool|embedded tracking in shops showed its cached answer]',
      harm: '[{count} lookups failed|Customer service took {60-420} calls more than usual|About {count} recipients saw a wrong status]',
    },
  },
  {
    name: 'route-planner',
    owner: 'last-mile',
    rate: { operational: 8, security: 2 },
    scale: [8, 420],
    detectionDrift: 0.7,
    alsoHit: ['component:default/courier-app'],
    words: {
      service: 'the route planner',
      users: 'dispatchers',
      work: 'tour planning',
      call: 'POST /tours/plan',
      store: 'the tour store',
      peer: 'the tracking service',
      vendor: 'the map data provider',
      job: 'the nightly planning run',
      symptom:
        '[tours for {region} were not ready when the vans were loaded|replanning during the day did not finish|tours came out with stops in the wrong order]',
      fallback:
        '[dispatchers reused the tours of the same weekday|drivers at {depot} split the stops by hand]',
      harm: '[{count} tours left late|{count} tours ran on the plan of the week before|Vans in {region} left {20-80} minutes late]',
    },
  },
  {
    name: 'courier-app',
    owner: 'last-mile',
    rate: { operational: 9, security: 9 },
    scale: [25, 1500],
    detectionDrift: 1.1,
    alsoHit: ['component:default/scan-ingest'],
    words: {
      service: 'the courier app',
      users: 'couriers',
      work: 'proof of delivery',
      call: 'POST /deliveries',
      store: 'the offline queue on the handhelds',
      peer: 'the route planner',
      vendor: 'the map data provider',
      job: 'the morning tour download',
      symptom:
        '[couriers could not confirm deliveries|the app closed when a signature was taken|tours did not load on handhelds in {region}]',
      fallback:
        '[couriers collected signatures on paper|deliveries were kept in the offline queue and sent later]',
      harm: '[{count} couriers worked without the app|{count} deliveries were confirmed late|{count} parcels came back to the depot and went out again the next day]',
    },
  },
  {
    name: 'notification-service',
    owner: 'last-mile',
    rate: { operational: 8, security: 6 },
    scale: [300, 42000],
    detectionDrift: 1.5,
    alsoHit: ['component:default/tracking-service'],
    words: {
      service: 'the notification service',
      users: 'recipients',
      work: 'delivery announcements',
      call: 'POST /messages',
      store: 'the outbox',
      peer: 'the tracking service',
      vendor: 'the SMS provider',
      job: 'the morning announcement run',
      symptom:
        '[delivery messages went out late or not at all|recipients got the same message {2-5} times|messages announced a time window that had already passed]',
      fallback:
        '[messages were sent by e-mail where we had an address|couriers called recipients who had to be home]',
      harm: '[{count} recipients were not told of their delivery|{count} messages went out after the parcel|{40-900} deliveries failed because nobody was home]',
    },
  },
];
