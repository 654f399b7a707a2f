import type { Scenario } from '../types';

export const PEOPLE_SCENARIOS: readonly Scenario[] = [
  {
    category: 'social',
    attackVector: 'Phishing',
    services: ['partner-portal'],
    gravity: 'usual',
    hours: 'work',
    titles: [
      '[Phishing mails to merchants with a copy of our portal|{n=3-28} merchants gave portal passwords to a look-alike site]',
      '[Merchants receive forged invoices in our name|Forged invoices with real parcel numbers]',
      '[Look-alike domain of the partner portal collects passwords|Portal copy under a domain one letter off]',
      '[Letters with a QR code lead merchants to a portal copy|Posted "account check" letters to merchants in {region}]',
    ],
    summaries: [
      'Merchants got a mail about an unpaid surcharge that led to a copy of our sign-in page. {n=3-28} entered their password. In {1-3} accounts the bank details for cash on delivery were changed before we locked them.',
      'The forged invoices carry real parcel numbers, so they must come from a mailbox of one of our merchants. {merchant} found a forwarding rule in theirs that nobody had made.',
      'The look-alike domain was registered three days before the mails went out. It differs from ours by one letter and passed the filters of most recipients.',
      'The letters look like ours and arrived by post, where no filter helps. The code leads to a copy of the portal that asks for the second factor as well and passes it on.',
    ],
    impacts: [
      '{n=3-28} merchant accounts were opened by strangers. Payouts of {900-38000} euros were stopped in time.',
      'Payouts of {600-14000} euros went to a foreign account and could not be called back.',
      'No account was lost: all merchants who answered had a second factor.',
      '{n=3-28} merchants scanned the code, {1-3} accounts were used by strangers for less than a day.',
    ],
    trigger: 'First message of the series',
    detection: [
      'A merchant asked support whether it was from us',
      'Domain watch reports a new look-alike',
      'Two merchants changed bank details to the same account',
    ],
    findings: [
      'Whoever made it knows our layout and our wording',
      '{n=3-28} accounts show a sign-in from an unknown device on the same day',
    ],
    fixes: [
      'Locked the accounts and ended their sessions',
      '[Had the look-alike domain taken down|Warned all merchants on the sign-in page]',
      'Held back payouts to bank details changed within the week',
    ],
    tags: ['phishing', 'merchants'],
  },
  {
    category: 'social',
    attackVector: 'Phishing',
    services: [
      'billing-service',
      'courier-app',
      'notification-service',
      'customs-gateway',
      'customer-identity',
      'tracking-service',
    ],
    gravity: 'usual',
    hours: 'work',
    titles: [
      '[Staff account with access to {ref} phished|Forged shift roster collects staff passwords ({ref})]',
      '[SMS in our name asks recipients for a customs fee|Wave of forged delivery messages, recipients ask us]',
      'Sign-in approved after {12-50} push requests ({ref} admin)',
    ],
    summaries: [
      'A mail that looked like the shift roster led to a copy of our staff sign-in. One account with access to {service} was entered, and its session was used from abroad {8-90} minutes later.',
      'Recipients got an SMS about a fee of {2-4} euros with a link to a copy of our tracking page. The sender name was ours; the messages did not go through our systems.',
      'After a series of push requests late in the evening one was approved. The second factor in use does not show which sign-in it belongs to.',
    ],
    impacts: [
      'One account was used by a stranger for {20-300} minutes; what it read was listed and reported.',
      '{40-900} recipients contacted customer service, {3-40} had paid.',
      'One session of {4-40} minutes; what it opened was listed, nothing was changed.',
    ],
    trigger: 'First message of the series',
    detection: [
      'Reported by somebody who got the message',
      'Unusual number of reports within an hour',
    ],
    findings: ['The same message reached {8-140} people that we know of'],
    fixes: [
      'Ended the sessions concerned and reset the accounts',
      'Had the sender blocked',
    ],
    tags: ['phishing'],
  },
  {
    category: 'social',
    attackVector: 'Pretexting',
    services: [
      'tracking-service',
      'customer-identity',
      'billing-service',
      'partner-portal',
      'courier-app',
    ],
    gravity: 'light',
    hours: 'work',
    titles: [
      '[Caller talked support into redirecting a parcel|Support redirected parcels for a stranger]',
      'Caller posing as {merchant} asked for delivery lists',
    ],
    summaries: [
      'The caller knew parcel number, name and street, which is all that our script asks for. All three stand on the label. {n=2-6} parcels were redirected to a pick-up shop and collected.',
      'The caller posed as the new bookkeeper of {merchant} and asked for the list of last month. It was sent to an address that does not belong to the merchant.',
    ],
    impacts: [
      '{n=2-6} parcels worth about {300-6000} euros were collected by a stranger.',
      'A list with {20-400} recipients left the company; the merchant and the authority were told.',
    ],
    trigger: 'First call',
    detection: ['The next call came to somebody who had heard of the first'],
    findings: ['The questions of the script can be answered from a label'],
    fixes: [
      'Suspended such requests by phone for the time being',
      'Changed the script: it asks for a code from the account',
    ],
    tags: ['customer-service'],
  },
  {
    category: 'misuse',
    attackVector: 'Privilege abuse',
    services: [
      'tracking-service',
      'customer-identity',
      'billing-service',
      'courier-app',
      'scan-ingest',
    ],
    gravity: 'grave',
    hours: 'work',
    titles: [
      '[Lookups of private addresses without a case ({ref})|Unusual number of recipient lookups from one account ({ref})]',
      'Shared administrator account of {ref} used after a contract ended',
    ],
    summaries: [
      'An account of customer service looked up {n=30-400} recipients to whom no call or mail belongs. The tool records lookups, but nobody compared them with cases until now.',
      'A shared administrator account was still valid {2-9} weeks after one of those who knew it had left. It was used {2-12} times from a private connection.',
    ],
    impacts: [
      'Addresses of {n=30-400} recipients were read without reason. Those concerned and the authority were informed.',
      'What was read could be told from the logs; nothing was changed.',
    ],
    trigger: 'First use without a reason on record',
    detection: [
      'Quarterly review of access logs',
      'Access report shows use outside working hours',
    ],
    findings: [
      'Use is spread over {3-15} weeks, mostly at the end of a shift',
      'The role grants more than the work needs',
    ],
    fixes: ['Suspended the account', 'Cut the role down to open cases'],
    tags: ['insider', 'personal-data'],
  },
  {
    category: 'misuse',
    attackVector: 'Unapproved software',
    services: [
      'scan-ingest',
      'route-planner',
      'courier-app',
      'quote-service',
      'billing-service',
    ],
    gravity: 'light',
    hours: 'work',
    titles: [
      'Remote control tool found on a workstation next to {ref}',
      '[Customer list pasted into an online translation service|Recipient addresses in a private spreadsheet service ({ref})]',
    ],
    summaries: [
      'A remote control tool was installed to help a shift from home, and left on with its standard password. No foreign session was found in its log, which reaches back {5-30} days.',
      'Addresses of {n=40-2000} recipients were put into a service we have no contract with, because our own tool could not do what was needed.',
    ],
    impacts: [
      'No access by strangers was found.',
      'Personal data of {n=40-2000} recipients left our systems; the service confirmed deletion.',
    ],
    trigger: 'First use',
    detection: [
      'Inventory scan lists unknown software',
      'Web gateway report names an unknown service',
    ],
    findings: ['The need behind it is real: our tool has no such function'],
    fixes: ['Removed it', 'Offered an approved way to do the same'],
    tags: ['shadow-it'],
  },
];
