import type { Scenario } from '../types';

export const INTRUSION_SCENARIOS: readonly Scenario[] = [
  {
    category: 'hacking',
    attackVector: 'Stolen credentials',
    services: ['customer-identity'],
    gravity: 'usual',
    titles: [
      '[Credential stuffing against customer sign-in|Wave of failed sign-ins with leaked passwords]',
      'Sign-in attempts with leaked passwords from {200-4000} addresses',
      '{n=14-380} customer accounts taken over with reused passwords',
      '[Slow credential stuffing below the lock-out limit|Account takeover attempts spread over many home connections]',
    ],
    summaries: [
      'Passwords from an old leak elsewhere were tried against our sign-in, {30-400} thousand of them over {duration}. {n=14-380} fitted. The accounts were used to read delivery addresses; for {3-20} of them a parcel was redirected.',
      'The attempts came through home connections, one try per address and hour, far below our limits. What gave them away was the share of unknown e-mail addresses, which is normally under 2 %.',
      'The attackers left the website alone and used the sign-in of the old app, where the challenge after failed attempts was never built in. {n=14-380} accounts were opened before it was switched off.',
    ],
    impacts: [
      '{n=14-380} accounts were opened by strangers; their owners were told and their passwords reset.',
      'Addresses and parcel history of {n=14-380} customers were readable. No payment data is kept in the account.',
      '{3-20} parcels were redirected; {1-3} of them could not be stopped.',
    ],
    trigger: 'First sign-in with a leaked password succeeded',
    detection: [
      'Share of failed sign-ins above 30 %',
      'Three customers report a redirected parcel on one day',
    ],
    findings: [
      'User agents are all alike, addresses all different',
      'Accounts that were opened share passwords with a public leak',
    ],
    fixes: [
      'Forced a challenge for sign-ins from unknown devices',
      'Reset the passwords of all accounts concerned',
      'Blocked redirection of parcels for 48 hours after a sign-in from a new device',
    ],
    tags: ['account-takeover', 'customers'],
  },
  {
    category: 'hacking',
    attackVector: 'Stolen credentials',
    services: [
      'partner-portal',
      'label-service',
      'booking-web',
      'quote-service',
      'billing-service',
      'tracking-service',
    ],
    gravity: 'usual',
    titles: [
      'API key of {merchant} used from an unknown network',
      'Key found in a public repository used against {ref}',
      'Service account of {ref} signed in from outside',
    ],
    summaries: [
      'A key of {merchant} stood in the code of its web shop and was found there. Whoever found it created {20-600} labels on its account before the daily limit stopped it.',
      'The key had been committed to a public repository by a contractor {3-14} months ago and was removed from the latest version, but not from its history.',
      'A service account that should only be used from the cluster signed in from a rented server. It could read {store}; the logs show {2-40} queries, all of them for lists of tables.',
    ],
    impacts: [
      '{count} labels or records were created or read with the key; {merchant} was credited.',
      'The key could read orders of one merchant. Nothing suggests that more was taken than the first {2-9} pages.',
      'What the account can read was listed: no customer records among it.',
    ],
    trigger: 'First use of the key from an unknown network',
    detection: [
      'Credentials used from two countries within an hour',
      'Use from a network that has never called before',
    ],
    findings: [
      'The credentials have had no restriction by network since they were made',
      'First foreign use lies {detectIn} back',
    ],
    fixes: [
      'Withdrew the credentials and issued new ones',
      'Limited them to known networks',
    ],
    tags: ['api-keys'],
  },
  {
    category: 'hacking',
    attackVector: 'Web application',
    services: [
      'partner-portal',
      'booking-web',
      'tracking-service',
      'label-service',
      'billing-service',
      'quote-service',
      'courier-app',
    ],
    gravity: 'usual',
    titles: [
      'Parcel data readable by counting up numbers ({ref})',
      '{ref}: documents of other merchants readable with a changed id',
      'SQL injection attempt on {call}',
      'Scan for a known vulnerability hit an unpatched {ref} instance',
    ],
    summaries: [
      'An answer of {service} held the full name and street even for callers who are not signed in. Somebody asked for {4000-300000} numbers in a row at a pace that looked like a busy shop.',
      'The check that a document belongs to the caller was made for the list, but not for the download. A merchant found it, told us and had looked at {2-6} documents of others.',
      'A filter of the export was put into the query as it came. The attempts we saw were probing; {store} shows no query that returned rows.',
      'An instance left over from a migration was never patched. It was found by an automated scan within {3-30} hours of the vulnerability becoming public.',
    ],
    impacts: [
      'Names and streets of up to {400-60000} recipients could have been read. The data protection officer was informed.',
      '{2-60} documents of {2-9} merchants were open to others; all were told.',
      'No sign that data was taken; it took {8-40} hours of work to be sure of it.',
      'The instance was replaced. It held no data and had no way into the rest of the network.',
    ],
    trigger: 'First request of the series',
    detection: [
      '[Requests for unknown numbers {20-90} times the usual|Web application firewall: repeated pattern from one network]',
      'Report through the security contact page',
    ],
    findings: [
      'All requests come from [one hosting provider|two networks]',
      'The gap has been open since version {previous}',
    ],
    fixes: [
      'Blocked the network at the edge',
      'Closed the gap with {version} and looked for others of its kind',
    ],
    tags: ['web', 'personal-data'],
  },
  {
    category: 'hacking',
    attackVector: 'Denial of service',
    services: [
      'booking-web',
      'tracking-service',
      'customer-identity',
      'partner-portal',
      'notification-service',
    ],
    gravity: 'grave',
    titles: [
      '[Flood of requests against {ref}, {20-160} thousand a second|Denial of service against {ref} with a ransom note]',
      '{ref}: expensive search called in a loop from many networks',
    ],
    summaries: [
      'A mail asked for payment and announced a demonstration, which came an hour later as a flood of requests on {call}. The edge absorbed most of it; what came through was enough that {symptom}.',
      'The requests were few but expensive: each one a search over the whole year. {300-900} a minute kept {store} busy for {duration}.',
    ],
    impacts: [
      '{count} requests of {users} failed. We did not pay. No data was touched.',
      'For {duration} {service} was slow or away for {users}. No data was touched.',
    ],
    trigger: 'Traffic on {call} rose steeply',
    detection: [
      'Edge: request rate above its threshold by a factor of {10-60}',
    ],
    findings: ['Sources are spread over {40-110} networks'],
    fixes: [
      'Switched on the challenge page at the edge',
      'Limited search to signed-in users',
    ],
    tags: ['denial-of-service'],
  },
  {
    category: 'hacking',
    attackVector: 'API abuse',
    services: [
      'quote-service',
      'tracking-service',
      'notification-service',
      'label-service',
      'booking-web',
    ],
    gravity: 'light',
    titles: [
      '[{ref}: automated calls walk through all combinations at night|Bots put load on {call} every night]',
      '[Trial accounts misuse {ref}|{n=20-300} throw-away accounts draw on {ref}]',
    ],
    summaries: [
      'About {60-400} thousand requests a night walked through everything that {call} can answer. Nothing secret in it, but it cost as much computing as a working day.',
      'Trial accounts need no payment method. {n=20-300} of them were opened with throw-away addresses and used until their allowance ended.',
    ],
    impacts: [
      '{users} saw slower answers at night; no data was touched.',
      'Costs of some {200-4000} euros. No personal data involved.',
    ],
    trigger: 'First automated series of calls',
    findings: ['Calls follow a pattern that no person would make'],
    fixes: [
      'Set a limit per account and day',
      'Closed or blocked the accounts',
    ],
    tags: ['abuse', 'bots'],
  },
  {
    category: 'malware',
    attackVector: 'Supply chain',
    services: [
      'booking-web',
      'partner-portal',
      'courier-app',
      'notification-service',
      'route-planner',
      'label-service',
    ],
    gravity: 'grave',
    hours: 'work',
    titles: [
      '[Tampered package in the build of {ref}|Malicious update of a transitive dependency reached {ref}]',
      'Look-alike package pulled into the build of {ref}',
    ],
    summaries: [
      'A package four levels down was published with a script that collects environment variables at install. It ran in {2-14} builds of {service}; build agents hold the token for our package registry and one for test deployments.',
      'The name of one of our own packages was free in the public registry and somebody took it, with a higher version number. {2-9} builds of {service} preferred it until {detectIn} later.',
    ],
    impacts: [
      'Tokens of the build agents had to be treated as known and were replaced. Nothing was published with them.',
      'No sign of misuse. All builds of the week were made again from clean agents.',
    ],
    trigger: 'Build with the tampered version ran',
    detection: [
      'Advisory names the package and version',
      'Build agent tried to reach an unknown address',
    ],
    findings: [
      'Lock files of {2-7} repositories hold the version',
      'Outgoing calls of the agents were blocked [except for one pool|throughout]',
    ],
    fixes: [
      'Replaced all tokens known to the build agents',
      'Removed the version and built again',
    ],
    tags: ['supply-chain', 'builds'],
  },
];
