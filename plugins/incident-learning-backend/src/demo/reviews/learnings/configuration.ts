import type { Learning } from './types';

/** What settings, and things that run out, teach. */
export const CONFIGURATION_LEARNINGS: readonly Learning[] = [
  {
    categories: ['configuration', 'certificate'],
    answers: [
      {
        id: 'drift',
        text: 'A setting of {service} that many things rest on changed, or ran out, without anybody being told',
        evidence: 'Audit log of the change; no message went to {team}',
        bone: 'Process',
      },
      {
        id: 'owner',
        under: 'drift',
        text: 'The setting is kept in a place that belongs to no team since the move to the new cluster',
        evidence: 'The list of owners still names a team that was dissolved',
        bone: 'People',
        side: 'arises',
        probability: 0.5,
        cause: {
          type: 'organizational',
          factors: ['Ownership was not handed over with the move'],
        },
      },
      {
        id: 'calendar',
        under: 'drift',
        text: 'Reminders went to a mailbox that nobody has read since spring',
        evidence: '{8-31} unread reminders',
        bone: 'Methods',
        side: 'arises',
        probability: 0.35,
      },
      {
        id: 'probe',
        text: 'Our checks of {service} come from inside the cluster, where the setting does not matter',
        evidence: 'The synthetic check was green for {duration}',
        bone: 'Technology',
        side: 'passes',
        probability: 0.7,
        cause: { type: 'technical', factors: ['Checks run from inside only'] },
      },
      {
        id: 'cache',
        text: 'Some clients kept the old value for hours, so that it looked like three different faults',
        evidence: 'Reports sorted by network and time',
        bone: 'Environment',
        side: 'passes',
        probability: 0.2,
      },
      {
        id: 'form',
        under: 'owner',
        text: 'The form for such changes asks for an approver, not for who has to know',
        bone: 'Materials',
        side: 'arises',
        probability: 0.3,
      },
    ],
    wentWell: [
      'Support sorted the reports by network and region at once. That pattern was the decisive hint.',
      'The old value was in version control and could be put back within minutes.',
    ],
    couldImprove: [
      'We trusted a green dashboard longer than the people on the telephone.',
      'It took four teams to find out who may change the setting.',
    ],
    lucky: [
      'The part of the network that was not affected carried two thirds of {work}.',
    ],
    lessons: [
      {
        statement:
          '[Check a service from where its users are, not only from beside it|A probe beside a service sees what the service sees: put one where its users are|Probe from each region and each provider, and compare]',
        type: 'technical',
        category: 'monitoring',
        tags: ['monitoring', 'network'],
      },
      {
        statement:
          '[Whatever expires or can be changed centrally needs an owning team and an alert, not a calendar entry|Certificates, domains and keys belong to a team, and page it before they end|What has an end date has an owner and an alarm, or it will surprise us]',
        detail:
          'Calendar entries and mailboxes outlive the people who read them. An alert that pages whoever is on call does not.',
        type: 'organizational',
        category: 'ownership',
        tags: ['ownership', 'certificate'],
      },
    ],
    actions: [
      {
        title: 'Check {ref} every minute from two networks outside of ours',
        kind: 'preventive',
        category: 'monitoring',
        successCriteria:
          'The outside check alerts within three minutes in a rehearsal.',
      },
      {
        title:
          'Page {team} four weeks, one week and one day before anything of {ref} expires',
        kind: 'preventive',
        category: 'monitoring',
        successCriteria:
          'Every certificate and secret of {ref} is on the list, and a test entry pages.',
      },
      {
        title:
          'Name an owning team for each shared network and cluster setting',
        kind: 'corrective',
        category: 'ownership',
        successCriteria:
          'No setting without an owner in the weekly report for a month.',
      },
    ],
  },
];
