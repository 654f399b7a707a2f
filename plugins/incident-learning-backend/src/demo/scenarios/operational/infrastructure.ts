import type { Scenario } from '../types';

export const INFRASTRUCTURE_SCENARIOS: readonly Scenario[] = [
  {
    category: 'hardware',
    attackVector: 'network link',
    services: ['scan-ingest'],
    gravity: 'usual',
    titles: [
      '[{depot} depot offline: both uplinks down|Fibre cut near {depot}, both lines in one duct]',
      '[Uplink of {depot} flapping, scans arrive in bursts|{depot}: handhelds sign in again every minute]',
      '[{depot} on mobile backup, scans late|Mobile backup of {depot} saturated]',
      '{depot}: handhelds offline after carrier maintenance',
    ],
    summaries: [
      'Road works cut the fibre to {depot}. The backup line runs through the same duct, which the contract does not show. {fallback}; everything was replayed once the line was back after {duration}.',
      'The router in {depot} switched between its two lines every {20-90} seconds. Each switch dropped all sessions, so handhelds spent their time signing in again and {symptom}.',
      'The mobile backup of {depot} took over as it should, at a tenth of the speed. Pictures of damaged parcels go over the same line as scans and filled it.',
      'A firmware update of the carrier restarted the line of {depot} in the middle of a shift. It was announced for the night; the notice gives local time, the system UTC.',
    ],
    trigger: 'Line of {depot} lost',
    detection: [
      'No scans from {depot} for {4-15} minutes during a shift',
      'Shift lead at {depot} called the on-call phone',
    ],
    findings: [
      '[The carrier opens a ticket and names a repair time|The carrier sees no fault until asked twice]',
      'Local buffers at {depot} hold {3-11} hours of scans',
    ],
    fixes: [
      'Agreed with the shift lead at {depot} to scan into the local buffer',
      '[Held back picture upload to keep the line free for scans|Sent a mobile router to {depot} by van]',
      'Replayed the local buffers',
    ],
    tags: ['depot', 'network'],
  },
  {
    category: 'hardware',
    attackVector: 'device firmware',
    services: ['courier-app', 'scan-ingest'],
    gravity: 'usual',
    hours: 'work',
    titles: [
      'Handhelds at {depot} do not scan after firmware update',
      'New firmware drains handheld batteries by noon',
    ],
    summaries: [
      'The firmware was tried on the two newer models. On the oldest, still {15-40} % of the fleet, the scan button no longer reached {service}. {fallback}.',
      'After the update the radio of the handhelds never sleeps. By noon {40-300} devices were empty and couriers had to share.',
    ],
    trigger: 'Firmware update was rolled out to the fleet',
    detection: ['Depot leads at {depot} report dead or silent handhelds'],
    findings: [
      'Only the oldest model is affected',
      'Going back needs a cable and {10-20} minutes per device',
    ],
    fixes: [
      'Stopped the roll-out for the remaining depots',
      'Brought spare devices to {depot}',
    ],
    tags: ['handhelds', 'firmware'],
  },
  {
    category: 'hardware',
    attackVector: 'disk failure',
    services: [
      'booking-web',
      'billing-service',
      'scan-ingest',
      'tracking-service',
      'customer-identity',
    ],
    gravity: 'grave',
    titles: [
      '{ref}: slow disk on one node of {store}',
      '[Primary of {store} failed, replica {4-40} minutes behind|{ref} read-only: failed node in {store}]',
    ],
    summaries: [
      'A disk did not fail but became slow, which is worse: the node stayed in the cluster and every third write waited for it. {symptom} until the node was taken out.',
      'The primary failed and its replica was behind, so switching would have lost {200-6000} records. We decided to wait for the repair of the primary rather than lose data.',
    ],
    trigger: 'Write latency of one node of {store} went up',
    findings: [
      'The disk reports {30-900} corrected errors an hour',
      'The replica is behind because of a long read that blocks it',
    ],
    fixes: ['Took the node out of the cluster', 'Built a new replica'],
    tags: ['database', 'storage'],
  },
  {
    category: 'hardware',
    attackVector: 'power',
    services: ['scan-ingest', 'courier-app'],
    gravity: 'usual',
    titles: [
      'Power cut at {depot}, belt controllers restarted',
      '{depot}: emergency power does not cover the network cabinet',
    ],
    summaries: [
      'A short power cut restarted the belt controllers at {depot}. They came back before the network did, found no {service} and stopped trying.',
      'Emergency power at {depot} carries light and belts, but not the network cabinet. For {duration} parcels moved that nobody could scan.',
    ],
    trigger: 'Mains power lost at {depot}',
    findings: ['Nothing at {depot} retries for longer than {2-5} minutes'],
    fixes: [
      'Restarted the controllers one by one with the shift lead',
      'Connected the network cabinet to the emergency circuit',
    ],
    tags: ['depot', 'power'],
  },
  {
    category: 'certificate',
    attackVector: 'expired certificate',
    services: ['courier-app'],
    gravity: 'grave',
    hours: 'night',
    titles: [
      'Handhelds cannot reach the backend: pinned certificate expired',
      'Part of the handhelds refuses the renewed certificate',
      'Certificate of the courier backend ran out overnight',
    ],
    summaries: [
      'The app trusts a pinned certificate that expired in the night. At 05:40 the first couriers could not load their tours. A new one needs a release of the app, so the gateway was given an exception for the old one.',
      'The certificate was renewed in time, but the handhelds trust the issuer it had before. Only devices that were restarted overnight were affected, about {15-45} % of the fleet.',
      'The reminder for the renewal went to a team mailbox that was closed in the reorganisation. {symptom} for {duration}.',
    ],
    trigger: 'First refused connection',
    detection: ['First couriers at {depot} call: tours do not load'],
    findings: [
      'The handshake fails before any request is made',
      'The expiry check covers public names only',
    ],
    fixes: [
      'Installed the renewed certificate with the issuer from before',
      'Let the depots print tours on paper for the morning',
    ],
    tags: ['certificates', 'handhelds'],
  },
  {
    category: 'certificate',
    attackVector: 'expired certificate',
    services: [
      'customs-gateway',
      'partner-portal',
      'billing-service',
      'tracking-service',
      'notification-service',
    ],
    gravity: 'usual',
    titles: [
      '{ref}: client certificate for {vendor} expired',
      '{ref}: {vendor} changed its issuer, connections refused',
    ],
    summaries: [
      'The client certificate for {vendor} is installed by hand every two years, and the reminder sat in the calendar of the team that had {service} before. {symptom}.',
      '{vendor} moved to another issuer that our image does not know. Connections were refused from one minute to the next.',
    ],
    trigger: 'First refused connection',
    findings: ['All connections fail in the handshake; the network is fine'],
    fixes: ['Installed the current certificates and restarted {service}'],
    tags: ['certificates'],
  },
];
