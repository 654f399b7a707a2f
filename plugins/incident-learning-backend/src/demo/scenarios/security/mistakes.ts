import type { Scenario } from '../types';

export const MISTAKE_SCENARIOS: readonly Scenario[] = [
  {
    category: 'error',
    attackVector: 'Misconfiguration',
    services: [
      'label-service',
      'scan-ingest',
      'billing-service',
      'booking-web',
      'route-planner',
      'partner-portal',
      'notification-service',
      'customs-gateway',
    ],
    gravity: 'usual',
    hours: 'work',
    titles: [
      '{store} readable without sign-in',
      'Debug endpoint of {ref} reachable from the internet',
      'Backup of {store} in a public bucket',
      'Access log of {ref} switched off for {2-20} weeks',
    ],
    summaries: [
      'A policy for a test of the new delivery network opened {store} to everybody who knows the address. It stayed open when the test ended. Logs show reads by {2-14} unknown networks.',
      'The debug endpoint was bound to all interfaces after a change of the base image. It shows environment variables, among them the password of {store}.',
      'A backup was copied to a bucket of the analytics team, whose default was public reading. A researcher found and reported it {detectIn} later.',
      'Access logging was switched off to save cost and nobody told those who rely on it. For that time we could not have told who read what.',
    ],
    impacts: [
      '{400-90000} documents with names and streets were readable. {2-60} were fetched by strangers.',
      'Credentials had to be replaced; no use of them was found.',
      'The backup held {2000-90000} records. The log shows one download, by the researcher who reported it.',
      'No loss known, and for part of the time no logs to be sure.',
    ],
    trigger: 'Setting changed',
    detection: [
      '[Weekly configuration scan lists a deviation|Report by an outside researcher]',
      'Noticed while working on something else',
    ],
    findings: [
      'The setting differs from the template since a change by hand',
      'Logs for the first {3-30} days are no longer kept',
    ],
    fixes: [
      'Put the setting back to the template',
      'Went through what logs are left',
    ],
    tags: ['cloud', 'exposure'],
  },
  {
    category: 'error',
    attackVector: 'Misdelivery',
    services: [
      'billing-service',
      'notification-service',
      'partner-portal',
      'label-service',
      'customs-gateway',
      'booking-web',
    ],
    gravity: 'light',
    hours: 'work',
    titles: [
      '[Documents of {ref} sent to the wrong merchant|{merchant} receives the documents of another merchant]',
      'Export with recipients of all merchants sent to {merchant}',
      'Open distribution list: {n=40-600} merchants saw each other',
    ],
    summaries: [
      'A page break in the batch was counted twice, and from then on every document went to the next merchant in the list. {merchant} called within {detectIn}.',
      'The export leaves out its filter when the merchant number is empty. It was empty for one new merchant, who received those of all the others.',
      'The mail was sent from a private outbox since the mailing tool was down, with all addresses in the "To" line.',
    ],
    impacts: [
      '{8-400} documents reached the wrong merchant. All were asked to delete them and confirmed.',
      'Names and streets of {30-5000} recipients were seen by one merchant.',
      'The addresses of {n=40-600} merchants were seen by all of them.',
    ],
    trigger: 'First document sent',
    detection: ['The recipient told us', 'A merchant called customer service'],
    findings: ['Nothing compares the address of a message with its content'],
    fixes: [
      'Stopped what was still to be sent',
      'Asked recipients to delete what they got',
    ],
    tags: ['personal-data'],
  },
  {
    category: 'error',
    attackVector: 'Publishing error',
    services: [
      'tracking-service',
      'customer-identity',
      'courier-app',
      'quote-service',
      'scan-ingest',
      'partner-portal',
    ],
    gravity: 'light',
    hours: 'work',
    titles: [
      'Access tokens of customers in the logs of {ref}',
      'Personal data in the analytics events of {ref}',
      'Password of {store} committed to a shared repository',
    ],
    summaries: [
      'With {version} the full request is logged on errors, headers and all. Tokens of {n=200-9000} customers stood in logs that {60-200} members of staff can read.',
      'A new event carries the search term, and people search for their own name and street. The events go to an analytics service outside the company.',
      'The file with local settings was committed together with a fix. The scan for secrets skips files over one megabyte.',
    ],
    impacts: [
      'Tokens of {n=200-9000} customers were ended and logs cleaned. No use of the tokens was found.',
      'Data of {n=200-9000} customers was kept where it does not belong for {detectIn}.',
      'The password was replaced; {20-90} people could have seen it.',
    ],
    trigger: 'Change was merged',
    detection: [
      'Noticed while reading up on another case',
      '[Secret scan|Monthly privacy check]',
    ],
    findings: ['A copy lies in a second place with longer retention'],
    fixes: ['Replaced what could be misused', 'Deleted it in both places'],
    tags: ['logging', 'personal-data'],
  },
  {
    category: 'physical',
    attackVector: 'Theft',
    services: ['courier-app', 'scan-ingest'],
    gravity: 'light',
    titles: [
      '[Handheld stolen from a van in {region}|Van broken into near {depot}, handheld taken]',
      '{n=2-9} handhelds missing after break-in at {depot}',
    ],
    summaries: [
      'The device was signed in and its screen lock set to thirty minutes. It could show the rest of the tour, {n=20-110} addresses. Its session was ended {detectIn} after the theft.',
      'The devices were taken from the charging rack. They are encrypted and are wiped as soon as they come online; not all of them have been seen since.',
    ],
    impacts: [
      'Addresses of {n=20-110} recipients could have been read.',
      '{n=2-9} devices lost, about {900-6000} euros. No data was readable.',
    ],
    trigger: 'Devices were taken',
    detection: [
      '[Courier reported the loss to the depot|Morning count at the charging rack]',
    ],
    findings: [
      'The last contact of the device was {5-50} minutes after the theft',
    ],
    fixes: [
      'Ended the sessions and ordered a remote wipe',
      'Reported to the police',
    ],
    tags: ['handhelds'],
  },
  {
    category: 'malware',
    attackVector: 'Email attachment',
    services: [
      'billing-service',
      'customs-gateway',
      'scan-ingest',
      'partner-portal',
      'route-planner',
    ],
    gravity: 'usual',
    hours: 'work',
    titles: [
      '[Malicious attachment opened on a desk with access to {ref}|Forged waybill installs a loader at {depot}]',
      'Password stealer on a dispatch workstation at {depot}',
    ],
    summaries: [
      'A forged waybill in a mailbox shared by {6-20} people was opened. The loader was blocked when it fetched its second stage; until then it ran for {detectIn} and could read what the browser had saved.',
      'The workstation at {depot} had missed {3-9} months of updates because it is switched off every night before they run.',
    ],
    impacts: [
      '{1-5} workstations were set up anew. Passwords saved in the browser were replaced.',
      'Dispatch at {depot} worked from a spare desk for {1-3} days. Nothing left the network as far as the logs tell.',
    ],
    trigger: 'Attachment was opened',
    detection: [
      'Endpoint protection stopped an unknown process',
      'Outgoing calls to a known bad address',
    ],
    findings: [
      'No movement to other machines',
      'Saved passwords include one for {service}',
    ],
    fixes: ['Isolated the workstations', 'Replaced the passwords'],
    tags: ['endpoint'],
  },
];
