import type { Scenario } from '../types';

export const DEPENDENCY_SCENARIOS: readonly Scenario[] = [
  {
    category: 'dependency',
    attackVector: 'third-party API',
    services: ['customs-gateway'],
    gravity: 'usual',
    titles: [
      '[Customs authority of {country} not answering declarations|Declarations for {country} time out at the authority]',
      '[Authority of {country} in maintenance, {count} declarations waiting|Declarations for {country} refused since {clock}]',
      '[Clearance for {country} {2-9} hours late|Answers for {country} cannot be matched to parcels]',
      '[All declarations for {country} rejected since {clock}|Mandatory schema change in {country} hits the customs gateway]',
    ],
    summaries: [
      'The declaration endpoint of {country} accepted connections and did not answer. Our workers waited for the full two minutes each, so declarations for other countries queued behind them and {symptom}.',
      'The authority had announced maintenance by mail to an address of a former supplier. From the first minute all declarations for {country} were refused; {fallback}.',
      'Answers of the authority came without the reference number for {duration}. They could not be matched to parcels until we asked for each one again.',
      'A new schema version became mandatory at {clock} UTC for {country}. Our declarations were formally valid for the old one and were rejected one by one with a generic error.',
    ],
    trigger: 'First declaration without an answer',
    detection: [
      'Alert: share of declarations without clearance above 15 %',
      'Brokers in {depot} asked why the cage was filling up',
    ],
    findings: [
      'Only {country} is affected; other authorities answer normally',
      '[The service desk of the authority answers after {2-5} hours|The status page of the authority shows nothing]',
      '[Declarations for other countries queue behind those for {country}|The alert watches the sum of all countries, which hardly moved]',
    ],
    fixes: [
      '[Moved declarations for {country} to a queue of their own|Paused submissions for {country}]',
      'Told the brokers in {depot} which parcels are held',
      'Submitted the waiting declarations again',
    ],
    tags: ['customs', 'third-party'],
  },
  {
    category: 'dependency',
    attackVector: 'third-party API',
    services: ['notification-service'],
    gravity: 'usual',
    hours: 'morning',
    titles: [
      '[SMS provider rejects {n=15-80} % of messages|Announcements stuck in the outbox, provider throttles us]',
      '[SMS reported as sent do not arrive|Recipients in {region} get no delivery messages]',
      '[Every second SMS lost, one route of the provider down|Delivery messages missing, provider route failed]',
      'SMS to {country} not delivered, provider reports success',
    ],
    summaries: [
      'The provider throttled us without notice during the morning announcement run. The outbox grew to {count} messages, and by the time they went out the vans had passed.',
      'The provider answered with success and delivered nothing. Our figures were green all morning; recipients who called were the first sign.',
      'One of two routes of the provider failed. As we pick routes by turns, every second message was lost for {duration}. {fallback}.',
      'Sender names have to be registered in {country} since this month. Ours was not, and the messages were dropped at the border without an error.',
    ],
    trigger: 'Delivery receipts from the provider started to fail',
    detection: [
      'Share of messages without a receipt above {n=15-80} %',
      'Customer service: callers were not told of their delivery',
    ],
    findings: [
      'Receipts are missing or negative for {n=15-80} % of messages',
      '[The status page of the provider is green; their support confirms the fault|Our own figures count what was submitted, not what arrived]',
    ],
    fixes: [
      'Switched the default route to the second provider',
      'Sent what was still useful by e-mail, dropped what was late',
    ],
    tags: ['sms', 'third-party'],
  },
  {
    category: 'dependency',
    attackVector: 'third-party API',
    services: [
      'billing-service',
      'booking-web',
      'quote-service',
      'route-planner',
      'customer-identity',
      'courier-app',
      'tracking-service',
    ],
    gravity: 'usual',
    titles: [
      '[{ref}: calls to {vendor} time out|{ref} waits for {vendor}, requests pile up]',
      '[Outage at {vendor} blocks {work}|{ref}: {vendor} down, fallback not in use]',
      '{vendor} refuses all calls from {ref}',
    ],
    summaries: [
      'Calls to {vendor} took {8-50} seconds instead of a few hundred milliseconds. There was no limit on how many may wait, so {service} ran out of workers and {symptom} even where {vendor} is not needed.',
      '{vendor} had an outage of their own for {duration}. The switch to the fallback exists but has to be thrown by hand, and the page that says how had moved.',
      'Our contract with {vendor} has a monthly allowance, and it was used up ahead of time. From then on every call was refused. {fallback}.',
    ],
    trigger: 'First failed calls to {vendor}',
    findings: [
      'Nothing changed on our side',
      'Requests that do not need {vendor} wait as well',
    ],
    fixes: [
      'Switched to the fallback',
      '[Set a limit of two seconds for calls to {vendor}|Agreed with {vendor} on a contact who answers at night]',
    ],
    tags: ['third-party', 'timeouts'],
  },
  {
    category: 'dependency',
    attackVector: 'internal service',
    services: [
      'booking-web',
      'partner-portal',
      'label-service',
      'courier-app',
      'notification-service',
      'billing-service',
      'route-planner',
      'customs-gateway',
    ],
    gravity: 'usual',
    titles: [
      '[{work} fails while {peer} restarts ({ref})|{ref} has no fallback for {peer}]',
      '{ref} degraded: {peer} slow',
      '{ref} shows nothing: {peer} answers with an empty list',
    ],
    summaries: [
      '{peer} was restarted for maintenance as announced. {service} treats any error from it as fatal, so {symptom} until the restart was over.',
      'A slow query in {peer} held up {service}, which calls it once per item instead of once per page. {symptom}.',
      '{peer} returned an empty list instead of an error, and {service} took it at its word: {symptom}. Nothing in our alerts covers answers that are well-formed and wrong.',
    ],
    trigger: 'First odd answers from {peer}',
    findings: [
      'The trace leads to {peer} in every request that failed',
      'The team of {peer} sees nothing unusual on their side',
    ],
    fixes: [
      'Served the last known answer for the time being',
      '[The team of {peer} undid its change|Made the call to {peer} optional]',
    ],
    tags: ['coupling'],
  },
  {
    category: 'dependency',
    attackVector: 'cloud provider',
    services: [
      'tracking-service',
      'scan-ingest',
      'booking-web',
      'customer-identity',
      'label-service',
      'billing-service',
    ],
    gravity: 'grave',
    titles: [
      'Loss of one availability zone: {ref} at half capacity',
      '[{ref}: managed database failed over, connections hung|Failover of {store} left {ref} with dead connections]',
    ],
    summaries: [
      'The provider lost a zone for {duration}. {service} was spread over two, but its sessions were pinned to the lost one and {symptom}. Moving on took longer than it should have because the health check only looks at the process.',
      '{store} failed over as designed within {20-80} seconds. {service} kept its dead connections for another {10-25} minutes, since the driver waits for the operating system to notice.',
    ],
    trigger: 'Provider reports elevated errors in one zone',
    findings: [
      'All failing requests go through one zone',
      'The provider confirms a fault in that zone',
    ],
    fixes: [
      'Took the zone out of rotation',
      'Restarted what still held dead connections',
    ],
    tags: ['cloud', 'resilience'],
  },
];
