import type { Scenario } from '../types';

export const CONFIGURATION_SCENARIOS: readonly Scenario[] = [
  {
    category: 'configuration',
    attackVector: 'rate limit',
    services: [
      'tracking-service',
      'label-service',
      'booking-web',
      'quote-service',
      'customer-identity',
    ],
    gravity: 'usual',
    hours: 'work',
    titles: [
      '[{ref}: 429 for {merchant} and other large callers|Rate limit on {ref} counted all merchants as one client]',
      'New gateway limit throttles {call}',
    ],
    summaries: [
      'The new limit counts by address, and the largest merchants share one outgoing address with their hosting company. {merchant} alone makes {40-180} calls a second at noon. Everybody behind the same address was refused.',
      'A limit that was tuned on average traffic went live the day before a sale. {symptom}; raising it fivefold ended the refusals.',
    ],
    trigger: 'New limits were applied at the API gateway',
    findings: [
      'Refused calls come from {3-9} addresses, all of them merchants',
      'The limit would have held last week; today brings {2-4} times the calls',
    ],
    fixes: ['Raised the limit and counted by API key instead of address'],
    tags: ['api-gateway'],
  },
  {
    category: 'configuration',
    attackVector: 'network policy',
    services: [
      'billing-service',
      'notification-service',
      'route-planner',
      'customs-gateway',
      'label-service',
      'scan-ingest',
    ],
    gravity: 'usual',
    hours: 'work',
    titles: [
      'New egress rule blocks {ref}',
      '[{ref} cut off from {store} by a network policy|{ref}: connections to {store} time out since policy roll-out]',
    ],
    summaries: [
      'The tightened egress policy allowed what was seen in two weeks of traffic. {job} runs less often than that and was not in the sample, so its connections were dropped without an error on our side.',
      'Labels of the namespace were renamed, and the policy that lets {service} reach {store} no longer matched. Connections that were open stayed up; every new one timed out, which made it look like a slow leak.',
    ],
    trigger: 'Policy change applied to the cluster',
    findings: [
      'Packets are dropped at the node; the other side never sees them',
      '[Connections that were open before still work|Nothing was deployed on our side]',
    ],
    fixes: ['Added {service} to the allowed destinations'],
    tags: ['kubernetes', 'network'],
  },
  {
    category: 'configuration',
    attackVector: 'DNS record',
    services: [
      'tracking-service',
      'partner-portal',
      'courier-app',
      'notification-service',
      'customer-identity',
    ],
    gravity: 'grave',
    titles: [
      '[DNS change sent {region} to a retired load balancer ({ref})|{ref} unreachable for part of the users: stale DNS record]',
      '{ref}: name no longer resolves for part of the users',
    ],
    summaries: [
      'The record of {service} still pointed to the old load balancer in one of two zone files. When the old one was switched off, resolvers that used the second file lost us. The time to live of one day drew it out.',
      'An automatic clean-up deleted a record it took for unused: it looks at the last change, not at queries. {symptom} as caches ran out one by one.',
    ],
    trigger: 'Record of {service} changed',
    detection: [
      'Probe from outside our network fails in {2-3} of 5 places',
      'Support sees calls from one internet provider only',
    ],
    findings: [
      'Inside our network the name resolves correctly',
      'Answers depend on which name server is asked',
    ],
    fixes: [
      'Corrected the record and lowered its time to live to five minutes',
      'Asked the large internet providers to clear their caches',
    ],
    tags: ['dns', 'network'],
  },
  {
    category: 'configuration',
    attackVector: 'autoscaling',
    services: [
      'scan-ingest',
      'tracking-service',
      'booking-web',
      'quote-service',
      'notification-service',
    ],
    gravity: 'usual',
    hours: 'evening',
    titles: [
      '[{ref} scaled down during the evening peak|Scaling of {ref} followed the wrong metric]',
      '{ref}: autoscaler stuck at its upper bound',
    ],
    summaries: [
      'Scaling follows processor time, and {service} mostly waits for {peer}. While requests piled up the processors went idle, so it was scaled down to {2-4} instances at the worst moment.',
      'The upper bound of {8-16} instances dates from two years ago. {symptom} although the cluster had room for twice as many.',
    ],
    trigger: 'Evening load set in',
    findings: [
      'Latency follows the number of instances closely',
      'More instances help at once, but do not come by themselves',
    ],
    fixes: [
      'Scaled out by hand',
      'Changed [bounds|bounds and metric] of the scaling',
    ],
    tags: ['scaling'],
  },
  {
    category: 'configuration',
    attackVector: 'secret rotation',
    services: [
      'billing-service',
      'notification-service',
      'customs-gateway',
      'partner-portal',
      'route-planner',
      'label-service',
    ],
    gravity: 'usual',
    hours: 'work',
    titles: [
      '[{ref} kept using a rotated key|{ref}: authentication to {vendor} fails after key rotation]',
      'Rotated credentials did not reach all {ref} instances',
    ],
    summaries: [
      'The quarterly rotation changed the credentials for {vendor}, but {service} reads them only at start. Everything worked until the old key was withdrawn {2-6} hours later, long after whoever rotated it had moved on.',
      'Rotation replaced the secret in one of two zones. Requests failed by turns, which {users} saw as "works on the second try".',
    ],
    trigger: 'Old key was withdrawn at the end of the rotation',
    findings: [
      'Only part of the instances fails',
      'The rotation job reports success as soon as the secret is stored',
    ],
    fixes: ['Restarted {service} zone by zone'],
    tags: ['secrets'],
  },
];
