import { blamelessHints } from './blameless';

const NAMES = ['Ada Palmer', 'user:default/ravi.menon', 'Will Stone'];

function foundIn(text: string): string[] {
  return blamelessHints(text, NAMES).map(({ found }) => found);
}

describe('blamelessHints', () => {
  it.each([
    ['The engineer should have checked the replica lag first.', 'should have'],
    ['They should’ve known that the certificate expires.', 'should’ve known'],
    ['The change should have been reviewed by two people.', 'should have been'],
    ['The migration shouldn’t have been approved.', 'shouldn’t have been'],
    ['The on-call engineer failed to notice the alert.', 'failed to notice'],
    ['The operator on shift failed to stop the rollout.', 'failed to'],
    ['The developer, who failed to set the flag, was new.', 'failed to'],
    ['The team rolled back and failed to tell support.', 'failed to tell'],
    [
      'Failure to follow the runbook prolonged the outage.',
      'Failure to follow',
    ],
    ['The root cause was human error.', 'human error'],
    ['It was due to user error in the console.', 'due to user error'],
    ['A careless command dropped the table.', 'careless'],
    ['That was negligent and reckless.', 'negligent,reckless'],
    ['Somebody forgot to renew the domain.', 'forgot to'],
    ['We had forgotten about the second cluster.', 'had forgotten about'],
    ['The reviewer neglected to test the rollback.', 'neglected to'],
    ['This was the fault of the platform team.', 'the fault of'],
    ['Honestly it is their fault.', 'their fault'],
    ['The contractor is to blame.', 'to blame'],
    ['The outage could have been avoided.', 'could have been avoided'],
    ['She could have asked for help.', 'could have asked'],
    [
      'If the responder had checked the dashboard, it would end sooner.',
      'If the responder had',
    ],
    ['If only the alert had been louder.', 'If only'],
    ['They just had to restart it.', 'just had to'],
    [
      'The engineer ignored the first two alerts.',
      'ignored the first two alerts',
    ],
    ['The alerts were ignored for an hour.', 'alerts were ignored'],
    ['The runbook was not followed.', 'runbook was not followed'],
    [
      'He did not follow the change process.',
      'did not follow the change process',
    ],
    [
      'The incident was caused by a junior engineer.',
      'caused by a junior engineer',
    ],
    ['A lack of attention led to the wrong host.', 'lack of attention'],
    ['The administrator made a mistake in the prefix list.', 'made a mistake'],
    ['She knew better.', 'knew better'],
    ['He fat-fingered the capacity.', 'fat-fingered'],
    ['Why didn’t they page anyone?', 'Why didn’t they'],
    [
      'The database team is responsible for the outage.',
      'responsible for the outage',
    ],
    [
      'Had the engineer looked at the graph, it would be over.',
      'Had the engineer looked',
    ],
    ['The team’s failure to test backups cost a day.', 'failure to test'],
    ['They should have had more capacity.', 'should have'],
  ])('points at blame in: %s', (text, expected) => {
    expect(foundIn(text).join()).toBe(expected);
  });

  it.each([
    'The failover failed to start because its lock was held.',
    'The engineer’s script failed to start after the upgrade.',
    'The deploy job of the payments team failed to start.',
    'Kafka failed to elect a leader for eleven minutes.',
    'The agent failed to connect to the collector.',
    'Two of three nodes failed to rejoin; the third failed to notice the partition.',
    'Requests that failed to authenticate were retried.',
    'The alert should have fired after five minutes at this rate.',
    'The timeout should have been 30 s by the contract.',
    'A longer outage would have exhausted the error budget.',
    'We could have lost the whole queue: the backup ran an hour before.',
    'It could have been worse.',
    'The page fault rate doubled, and a segmentation fault followed.',
    'Fault tolerance held: the default fault domain spans two zones.',
    'The fault of the disk was found by its own counters.',
    'Nobody is to blame: the tool offers no preview.',
    'git blame shows that the line is from 2019.',
    'A blameless review is not about careful wording.',
    'The error was negligible, and the lazy loading of images hid it.',
    'User errors rose to 4 % while the cache was cold.',
    'Dynamo’s sloppy quorum accepted the write.',
    'The client ignored the Retry-After header.',
    'We missed our objective for availability by 0.02 %.',
    'The proxy missed the keep-alive packets.',
    'The connection refused to close until the peer timed out.',
    'The team responsible for checkout joined at 14:10.',
    'The load was caused by the engineers’ dashboards refreshing each second.',
    'Write to ops@example.com, or use @backstage/cli version 1.2.',
    'Will the queue drain by itself? It did not.',
    'Thanks to @ada and Ravi for the calm handover.',
    'The command was `user:default/ada should have` as logged.',
    'See https://example.com/human%20error?by=@ada for the query.',
    '```\nhe forgot to set it, human error\n```',
    'The console shows production and staging alike.',
    'Monitoring failed to catch the slow leak.',
    'The team should have a runbook for this.',
    'No one should have been paged for this.',
    'Customers would have noticed the delay.',
    'The node was at fault.',
    'Failure to renew the lease caused a leader election.',
    'The engineer who ran the migration was following the documented steps.',
  ])('leaves alone: %s', text => {
    expect(foundIn(text)).toEqual([]);
  });

  it.each([
    ['Deployed by user:default/ada at noon', ['user:default/ada']],
    ['@ravi merged it; @ravi-m approved.', ['@ravi', '@ravi-m']],
    [
      'Ada Palmer restarted the broker, then Ravi failed it over.',
      ['Ada Palmer', 'Ravi'],
    ],
    ['The rollback was started by Will.', ['Will']],
  ])('points at people by name: %s', (text, expected) => {
    const hints = blamelessHints(text, NAMES);
    expect(hints.map(({ found }) => found)).toEqual(expected);
    expect(hints.every(({ kind }) => kind === 'name')).toBe(true);
  });

  it('takes the name of somebody for a person', () => {
    expect(foundIn('Ada failed to start the failover.')).toEqual([
      'Ada',
      'failed to',
    ]);
  });

  it('gives places, reasons and a wording to offer, in order and apart', () => {
    const text =
      'It was human error: the engineer should have checked.\n\nHuman error again.';
    const hints = blamelessHints(text);
    expect(hints.map(({ start, end }) => text.slice(start, end))).toEqual([
      'human error',
      'should have',
      'Human error',
    ]);
    for (const hint of hints) {
      expect(hint.why).not.toBe('');
      expect(hint.suggestion).not.toBe('');
    }
    expect(hints[1].kind).toBe('counterfactual');
  });

  it('answers for long and for strange texts', () => {
    const long = 'The team failed to notice it. '.repeat(3000);
    expect(blamelessHints(long)).toHaveLength(3000);
    for (const odd of [
      '',
      '`'.repeat(50_000),
      'if '.repeat(30_000),
      '@'.repeat(50_000),
      'caused by a '.repeat(8000),
    ]) {
      expect(blamelessHints(odd, NAMES)).toEqual([]);
    }
  });
});
