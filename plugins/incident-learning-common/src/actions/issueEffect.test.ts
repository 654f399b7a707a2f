import { ACTION_STATUSES, Action, actionSchema } from './schema';
import { IssueChange, effectOfIssue } from './issueEffect';

const NOON = '2024-05-17T12:00:00.000Z';
const LATER = '2024-05-17T13:00:00.000Z';
const EARLIER = '2024-05-17T11:00:00.000Z';

function action(values: Partial<Action>): Action {
  return actionSchema.parse({
    id: 'a',
    revision: 1,
    createdAt: EARLIER,
    updatedAt: EARLIER,
    createdBy: 'user:default/ada',
    title: 'Alert on expiry',
    kind: 'corrective',
    priority: 'high',
    status: 'open',
    owner: 'user:default/bob',
    dueDate: '2024-06-01',
    successCriteria: 'It rings',
    ...values,
  });
}

function effect(
  values: Partial<Action>,
  from: IssueChange['before']['state'],
  to: Partial<IssueChange['issue']>,
  by = 'user:default/ada',
) {
  return effectOfIssue({
    action: action(values),
    tracker: 'github',
    before: { state: from },
    issue: { state: 'completed', updatedAt: LATER, ...to },
    lastMove: { by, at: NOON },
  });
}

describe('effectOfIssue', () => {
  it('completes commitments alone', () => {
    expect(
      ACTION_STATUSES.filter(status => effect({ status }, 'open', {})),
    ).toEqual(['open', 'in-progress']);
    expect(effect({}, 'not-planned', {})).toBe('completed');
    // While its review is written, a commitment may lack something.
    expect(effect({ dueDate: undefined }, 'open', {})).toBeUndefined();
  });

  it('leaves to people what is closed for another reason, or was so before', () => {
    expect(effect({}, 'open', { state: 'not-planned' })).toBeUndefined();
    expect(effect({}, 'open', { state: 'closed' })).toBeUndefined();
    expect(effect({}, 'completed', {})).toBeUndefined();
  });

  it('never overrules what somebody decided since, whatever changed last', () => {
    expect(effect({}, 'open', { stateSince: EARLIER })).toBeUndefined();
    expect(effect({}, 'open', { stateSince: NOON })).toBeUndefined();
    expect(effect({}, 'open', { stateSince: LATER })).toBe('completed');
  });

  it('takes up again only what the tracker itself completed', () => {
    const reopened = { state: 'open' } as const;
    const done = { status: 'completed' } as const;
    expect(effect(done, 'completed', reopened, 'tracker:github')).toBe('open');
    expect(effect(done, 'completed', reopened)).toBeUndefined();
    expect(
      effect({ status: 'verified' }, 'completed', reopened, 'tracker:github'),
    ).toBeUndefined();
  });
});
