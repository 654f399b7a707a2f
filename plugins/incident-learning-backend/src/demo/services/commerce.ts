import type { DemoService } from './types';

export const COMMERCE_SERVICES: readonly DemoService[] = [
  {
    name: 'booking-web',
    owner: 'booking',
    rate: { operational: 14, security: 12 },
    scale: [60, 2400],
    detectionDrift: 0.5,
    alsoHit: ['api:default/booking-api', 'resource:default/booking-db'],
    words: {
      service: 'the booking site',
      users: 'customers',
      work: 'booking',
      call: 'POST /bookings',
      store: 'the booking database',
      peer: 'the quote service',
      vendor: 'the address lookup',
      job: 'the search index refresh',
      symptom:
        '[customers saw a spinner after the address step|the payment step ended in an error page|the booking form came back empty after "Continue"]',
      fallback:
        '[customer service took bookings by phone|counter staff booked parcels in the depot tool|shops with the API were not affected and carried on]',
      harm: '[About {count} bookings were abandoned|{count} customers had to start their booking again|Some {count} bookings were broken off; roughly {20-60} % came back the same day]',
    },
  },
  {
    name: 'quote-service',
    owner: 'booking',
    rate: { operational: 7, security: 4 },
    scale: [200, 9000],
    detectionDrift: 0.8,
    alsoHit: ['component:default/booking-web'],
    words: {
      service: 'the quote service',
      users: 'customers and merchants',
      work: 'pricing',
      call: 'GET /quotes',
      store: 'the tariff tables',
      peer: 'the contract store',
      vendor: 'the exchange-rate feed',
      job: 'the nightly tariff refresh',
      symptom:
        '[the price step showed no offers|quotes took more than {6-14} seconds|express offers disappeared for {region}]',
      fallback:
        '[the booking site fell back to list prices|bookings went through at the price of the day before]',
      harm: '[{count} quotes were answered with list prices|About {count} price requests failed|{count} quotes were off by {2-9} %; the difference was credited]',
    },
  },
  {
    name: 'label-service',
    owner: 'booking',
    rate: { operational: 11, security: 5 },
    scale: [150, 7000],
    detectionDrift: 0.45,
    alsoHit: [
      'component:default/booking-web',
      'component:default/partner-portal',
      'resource:default/label-archive',
    ],
    words: {
      service: 'the label service',
      users: 'shippers',
      work: 'label creation',
      call: 'POST /labels',
      store: 'the label archive',
      peer: 'the booking database',
      vendor: 'the postcode directory',
      job: 'the archive clean-up',
      symptom:
        '[bulk printing stopped half-way|labels came out without a routing barcode|label requests piled up and timed out after 30 seconds]',
      fallback:
        '[counter staff wrote routing codes by hand|merchants postponed their evening batch|depots re-labelled parcels at the belt]',
      harm: '[{count} labels had to be printed again|{count} parcels reached the depot without a readable label|{merchant} and {3-14} other merchants missed their pick-up]',
    },
  },
  {
    name: 'customs-gateway',
    owner: 'booking',
    rate: { operational: 7, security: 4 },
    scale: [40, 1800],
    detectionDrift: 0.9,
    alsoHit: ['component:default/tracking-service'],
    words: {
      service: 'the customs gateway',
      users: 'senders outside the customs union',
      work: 'customs clearance',
      call: 'POST /declarations',
      store: 'the declaration log',
      peer: 'the label service',
      vendor: 'the customs authority',
      job: 'the hourly clearance poll',
      symptom:
        '[declarations stayed in "submitted"|parcels for {country} were held at {depot}|clearance answers arrived but were not matched to their parcels]',
      fallback:
        '[the brokers in {depot} filed urgent declarations by hand|parcels waited in the bonded cage at {depot}]',
      harm: '[{count} parcels missed the ferry to {country}|Clearance of {count} parcels was late by a day|{count} declarations had to be filed again]',
    },
  },
  {
    name: 'customer-identity',
    owner: 'accounts-billing',
    rate: { operational: 8, security: 9 },
    scale: [80, 5200],
    detectionDrift: 0.6,
    alsoHit: ['component:default/booking-web', 'resource:default/identity-db'],
    words: {
      service: 'customer identity',
      users: 'customers with an account',
      work: 'sign-in',
      call: 'POST /sessions',
      store: 'the identity database',
      peer: 'the session cache',
      vendor: 'the CAPTCHA provider',
      job: 'the consent export',
      symptom:
        '[sign-in failed with "try again later"|customers were signed out in the middle of a booking|password reset mails did not arrive]',
      fallback:
        '[most customers booked as guests|merchants kept working in sessions that were still valid]',
      harm: '[{count} sign-ins failed|About {count} customers could not see their parcels|{count} sessions were ended early]',
    },
  },
  {
    name: 'billing-service',
    owner: 'accounts-billing',
    rate: { operational: 9, security: 7 },
    scale: [30, 2600],
    detectionDrift: 1.3,
    alsoHit: [
      'component:default/partner-portal',
      'resource:default/billing-db',
    ],
    words: {
      service: 'the billing service',
      users: 'merchants',
      work: 'invoicing',
      call: 'POST /invoices',
      store: 'the billing database',
      peer: 'the tracking service',
      vendor: 'the payment provider',
      job: 'the nightly invoice run',
      symptom:
        '[invoices of the day before were missing|card payments stayed in "pending"|surcharges appeared twice on weekly invoices]',
      fallback:
        '[the finance desk held back the dunning run|finance sent the largest invoices by hand]',
      harm: '[{count} invoices went out a day late|{count} invoices had to be corrected|Payments of {count} merchants were booked late]',
    },
  },
  {
    name: 'partner-portal',
    owner: 'accounts-billing',
    rate: { operational: 9, security: 13 },
    scale: [12, 640],
    detectionDrift: 0.9,
    alsoHit: ['component:default/label-service'],
    words: {
      service: 'the partner portal',
      users: 'merchants',
      work: 'order upload',
      call: 'POST /orders/upload',
      store: 'the order inbox',
      peer: 'customer identity',
      vendor: 'the shop connector',
      job: 'the order import',
      symptom:
        '[order files stayed in "processing"|the shipments page stayed empty|merchants got a blank page after sign-in]',
      fallback:
        '[merchants mailed their order files to support|larger merchants switched to the API]',
      harm: '[{count} merchants could not upload orders|{merchant} and {count} others printed their labels late|{count} order files had to be uploaded again]',
    },
  },
];
