import type { IncidentKind } from '@hindsight/backstage-plugin-incident-learning-common';

type ByKind = Record<IncidentKind, readonly string[]>;

/** How an incident was noticed where its scenario does not say: soon after it began, or late. */
export const DETECTIONS: Record<'soon' | 'late', ByKind> = {
  soon: {
    operational: [
      'Alert: error rate of {call} above {5-20} %',
      'Alert: 95th percentile of {call} above {3-9} s',
      'Alert: {work} below its usual level',
      'Synthetic check of {work} failed twice in a row',
    ],
    security: [
      'Alert on unusual use of {service}',
      'Report from one of the {users}',
    ],
  },
  late: {
    operational: [
      'Support: {6-40} reports from {users} within half an hour',
      'Support: {users} ask about {work}',
      'Figures of {work} {15-60} % below the week before',
      'Alert: queue in front of {service} above its threshold',
    ],
    security: [
      'Weekly review of access logs',
      'Report from one of the {users}',
      'Security desk: pattern noticed while working on another case',
    ],
  },
};

export const DECLARATIONS: ByKind = {
  operational: [
    'Declared as {severity} in the on-call channel',
    'Call opened, {team} leads',
    'Raised to {severity}: {users} are affected',
  ],
  security: [
    'Declared as {severity}, kept to those who need to know',
    'Security desk opens a case with {team}',
    'Data protection officer informed as a precaution',
  ],
};

export const DECISIONS: ByKind = {
  operational: [
    'Restore service first; one instance is kept aside for analysis',
    'No change to the database while the cause is open',
    'Accept slower answers for {users} rather than turn part of them away',
    'Freeze releases of {service} until this is over',
    'Wait for the next quiet hour before the second step',
  ],
  security: [
    'Watch for an hour before closing the door, to see what else is touched',
    'Close access at once, even if it turns away some {users}',
    'Inform those concerned today, before all details are known',
    'Keep copies of the logs before anything is changed',
    'Treat all credentials in reach as known to others',
  ],
};

export const UPDATES: ByKind = {
  operational: [
    'Status page: {work} is disturbed, we are working on it',
    'Customer service has a text for callers',
    'Account managers told about {merchant} and others',
    'Other teams informed in the operations channel',
  ],
  security: [
    'Those concerned were written to',
    'Authority informed within the legal period',
    'Customer service has a text for callers',
    'Management informed of what is known and what is not',
  ],
};

export const CONTAINMENTS: ByKind = {
  operational: [
    'Error rate of {call} back to normal, still watching',
    '{work} works again for {users}',
    'No further growth; what is left is the backlog',
  ],
  security: [
    'No further use seen',
    'Access is closed everywhere we know of',
    'Sessions ended, no new ones from the same source',
  ],
};

export const RECOVERIES: ByKind = {
  operational: [
    'Backlog worked off, figures normal for {30-90} minutes',
    'Temporary measures taken back',
    'Counts compared with {store}: nothing is missing',
  ],
  security: [
    'Access as intended again, checked from outside',
    'Logs gone through to the end, list of those concerned complete',
    'Normal operation, closer watch for two weeks',
  ],
};

export const CLOSURES: readonly string[] = [
  'Notes complete, closed',
  'Follow-up handed to {team}, closed',
  'Discussed in the weekly operations meeting, closed',
  'Open questions answered, closed',
];

/** What was said of an incident that is still going on. */
export const OPEN_SUMMARIES: ByKind = {
  operational: [
    'Since about {clock} UTC {symptom}. The cause is not known yet; {fallback}.',
    '{symptom}. We see the effect in {call} and are looking for what changed. {fallback}.',
  ],
  security: [
    'First reports have been confirmed. What has been reached, and since when, is being looked into.',
    'Reported and confirmed; the extent is still open. Access has been limited as a precaution.',
  ],
};

export const OPEN_IMPACTS: ByKind = {
  operational: ['So far: {harm}.', 'Being counted; {users} notice it.'],
  security: ['Not known yet.', 'No sign of misuse so far.'],
};

/** What the response struggled with; the first list only where detection was slow. */
export const STRUGGLES: Record<'slow' | IncidentKind, readonly string[]> = {
  slow: [
    'It took {detectIn} to notice, because [the alert looks at the daily average|no alert covers this|the alert had been muted during the last migration].',
    'It went unnoticed for {detectIn}; {users} knew before we did.',
    'The same signal had shown up {2-6} times before and was taken for noise.',
  ],
  operational: [
    'The runbook [had last been changed two years ago|did not cover this case|names a dashboard that is gone].',
    'The fix took {3-15} minutes; finding out whom to ask took the rest.',
    'Two people looked for the same thing before somebody took the lead.',
    'A test for this exists, but runs only once a week.',
    'Had it come {2-5} hours [earlier|later], it would have cost far more.',
    'The first {10-40} minutes went into a lead that turned out to be wrong.',
    'Access to {store} had to be asked for in the middle of it.',
    'The dashboard that shows it best was known to one person.',
    'The same had been noted as a risk in the review of last [spring|autumn] and not taken up.',
    'The hand-over between shifts fell into it and cost {10-30} minutes.',
    'The measure was reversible and had been practised, which helped.',
    'Customer service heard of it from callers, not from us.',
  ],
  security: [
    'Logs reach back {14-60} days, which was just enough.',
    'The rule that should have caught it had been written for another service.',
    'The review of access rights was {2-7} months overdue.',
    'Outside Platform and Security few knew whom to call.',
    'Two teams each thought the other had the case for {2-9} hours.',
    'What is logged where was written down nowhere.',
    'The rehearsal in [March|October] paid off: roles were clear from the start.',
    'Legal and support got different numbers on the first day.',
    'Closing the gap had been on the list of {team} since {3-11} months.',
    'The list of whom to inform had to be put together by hand.',
  ],
};

export const BLAST_RADIUS: readonly string[] = [
  '{service}',
  '{service}, {region} only',
  'All {users} of {service}',
  '{count} records at most',
];

export const APPROVALS: readonly string[] = [
  'Approved by the commander',
  'Approved in advance by the runbook',
  'Approved with a time limit of two hours',
  'Declined: it would have stopped {work} for everybody',
];
