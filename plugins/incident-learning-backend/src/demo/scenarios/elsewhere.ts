import type { Scenario } from './types';

/** What happens to the company as a whole; nobody has said which service it belongs to. */
export const OFFICE_SCENARIOS: readonly Scenario[] = [
  {
    category: 'error',
    attackVector: 'Loss',
    services: ['office'],
    gravity: 'light',
    titles: [
      '[Laptop left on a train|Phone with company mail lost on a business trip]',
      'Paper list of tours found outside {depot}',
    ],
    summaries: [
      'The device was encrypted and locked. It was reported {detectIn} later and wiped; it has not come online since.',
      'The list held {30-180} addresses of one day. A neighbour brought it back to the depot.',
    ],
    impacts: [
      'No sign that data was read.',
      'Addresses of one tour were open to whoever found the list.',
    ],
    trigger: 'Loss',
    findings: ['Reported as soon as it was noticed'],
    fixes: ['Followed the procedure for lost items'],
    tags: ['devices'],
  },
  {
    category: 'social',
    attackVector: 'Phishing',
    services: ['office'],
    gravity: 'usual',
    hours: 'work',
    titles: [
      'Phishing wave against human resources',
      'Forged message from the managing director asks for gift cards',
      'Applications with malicious links sent to recruiting',
    ],
    summaries: [
      '{20-160} members of staff received the mail, {2-9} opened the link and one entered a password. The second factor held.',
      'The sender had copied the style of an earlier announcement. The mails were withdrawn after {duration}.',
    ],
    impacts: ['One account was reset. No access by strangers was found.'],
    trigger: 'First mail of the wave',
    detection: ['Reported through the mail button by {3-20} people'],
    findings: ['The domain of the sender was registered the day before'],
    fixes: ['Withdrew the mails', 'Blocked the domain'],
    tags: ['phishing', 'staff'],
  },
  {
    category: 'hardware',
    attackVector: 'network link',
    services: ['office'],
    gravity: 'light',
    hours: 'work',
    titles: [
      'VPN concentrator overloaded on the day of a rail strike',
      '[Head office without internet for the morning|Wireless network on the third floor down]',
    ],
    summaries: [
      'Many more people than usual worked from home and the licence of the VPN ended at {200-400} sessions. Teams took turns.',
      'A switch was restarted by a faulty power supply, again and again. On-call staff used their phones; nothing that customers see was affected.',
    ],
    trigger: 'Connections dropped',
    findings: ['There is no spare for such a day'],
    fixes: ['[Moved staff to the guest network|Extended the licence by phone]'],
    tags: ['office'],
  },
];

/** The kiosks left the catalog before they left the depots. */
export const KIOSK_SCENARIOS: readonly Scenario[] = [
  {
    category: 'hardware',
    attackVector: 'disk failure',
    services: ['depot-kiosk'],
    gravity: 'light',
    titles: [
      '[Kiosk at {depot} stuck at start-up|Two kiosks at {depot} out of order]',
      'Kiosk at {depot} did not come back overnight',
    ],
    summaries: [
      'The kiosks are out of support and their disks wear out one after the other. {fallback}. The replacement is planned, the date is not.',
      'The nightly restart left the disk in an odd state. {symptom} until a technician came.',
    ],
    trigger: 'Kiosk did not come back from its nightly restart',
    detection: ['Counter staff at {depot} called'],
    findings: ['The disk reports write errors'],
    fixes: ['Exchanged the disk'],
    tags: ['kiosk', 'end-of-life'],
  },
  {
    category: 'software',
    attackVector: 'end of support',
    services: ['depot-kiosk'],
    gravity: 'light',
    titles: ['Kiosks refused by {peer}: protocol too old'],
    summaries: [
      '{peer} stopped accepting the protocol version that the kiosks speak. They are in no inventory, so nobody asked.',
    ],
    trigger: 'Old protocol switched off',
    findings: ['{4-9} kiosks are still in use in {2-4} depots'],
    fixes: ['Allowed the old protocol for the addresses of the kiosks'],
    tags: ['kiosk', 'end-of-life'],
  },
];

/** Exercises; they look like incidents and never count. */
export const DRILL_SCENARIOS: readonly Scenario[] = [
  {
    category: 'dependency',
    attackVector: 'cloud provider',
    services: ['tracking-service', 'scan-ingest', 'booking-web'],
    gravity: 'grave',
    hours: 'work',
    titles: [
      'Drill: loss of one availability zone ({ref})',
      'Game day: {ref} without {peer}',
    ],
    summaries: [
      'Announced exercise. One zone was taken out of rotation and {service} should have carried on. It did after {duration}; the runbook named a dashboard that no longer exists.',
      'Announced exercise. Calls to {peer} were made to fail for one in ten requests. The fallback worked for reading and was missing for writing.',
    ],
    impacts: [
      'None for {users}; part of the traffic was real and within its limits.',
    ],
    trigger: 'Exercise started',
    findings: ['The dashboard named in the runbook is gone'],
    fixes: ['Followed the runbook and noted where it falls short'],
    tags: ['drill'],
  },
  {
    category: 'malware',
    attackVector: 'Ransomware',
    services: ['billing-service', 'scan-ingest'],
    gravity: 'grave',
    hours: 'work',
    titles: [
      'Tabletop: ransomware in {depot}',
      'Drill: restore {store} from backup',
    ],
    summaries: [
      'Exercise around a table with {team}, Platform and Security, finance and the press office. Restoring {store} from last night would take {5-14} hours, twice what we had assumed.',
    ],
    impacts: ['None; an exercise.'],
    trigger: 'Exercise started',
    findings: ['Nobody but two people can read the backup keys'],
    fixes: ['Listed what was missing and who takes it on'],
    tags: ['drill'],
  },
];
