import {
  REVIEW_TRANSITIONS,
  TransitionContext,
  missingForTransition,
} from './transitions';
import { REVIEW_STATES, ReviewState } from './vocabulary';

const summary = {
  id: 'summary',
  title: 'Summary',
  required: true,
  text: 'It was down.',
  revision: 1,
};

const cause = {
  id: 'expired',
  statement: 'Nobody is told when a certificate is about to expire',
  type: 'process',
  role: 'primary',
  factors: [],
  evidence: [{ text: 'Nobody got a mail' }],
} as const;

/** A review that lacks nothing, in some state. */
function complete(
  state: ReviewState,
  changes: Partial<TransitionContext['review']> = {},
): TransitionContext {
  return {
    review: {
      state,
      facilitator: 'user:default/ada',
      participants: [{ role: 'owner', entityRef: 'group:default/payments' }],
      sections: [summary],
      rootCauses: {
        revision: 1,
        items: [{ ...cause, factors: [], evidence: [...cause.evidence] }],
      },
      publishedVersion: state === 'published' ? 1 : undefined,
      ...changes,
    },
    timelineEvents: 1,
    lessons: 1,
    actions: [],
    reason: 'because',
  };
}

const paths = (to: ReviewState, context: TransitionContext) =>
  missingForTransition(to, context).map(({ path }) => path);

const ALLOWED = [
  'scheduled→gathering',
  'scheduled→cancelled',
  'gathering→drafting',
  'gathering→cancelled',
  'drafting→in-review',
  'drafting→cancelled',
  'in-review→published',
  'in-review→drafting',
  'in-review→cancelled',
  'published→drafting',
];

describe('a review that lacks nothing', () => {
  const pairs = REVIEW_STATES.flatMap(from =>
    REVIEW_STATES.map(to => ({ from, to })),
  );

  it.each(pairs)('from $from to $to', ({ from, to }) => {
    const allowed = ALLOWED.includes(`${from}→${to}`);
    expect(REVIEW_TRANSITIONS[from].includes(to)).toBe(allowed);
    const missing = missingForTransition(to, complete(from));
    expect(missing.map(({ path }) => path)).toEqual(allowed ? [] : ['to']);
  });
});

describe('what a transition wants', () => {
  it('is told with where the review can go instead', () => {
    expect(missingForTransition('published', complete('scheduled'))).toEqual([
      {
        path: 'to',
        message:
          'is published, but a review that is scheduled can only become gathering or cancelled',
      },
    ]);
    expect(
      missingForTransition('drafting', complete('cancelled'))[0].message,
    ).toContain('nothing else');
  });

  it('is somebody to lead and somebody to ask, before feedback is gathered', () => {
    const alone = { facilitator: undefined, participants: [] };
    expect(paths('gathering', complete('scheduled', alone))).toEqual([
      'facilitator',
      'participants',
    ]);
  });

  it('is a reason to cancel and to amend, and none to go back to drafting', () => {
    const silent = (state: ReviewState) => ({
      ...complete(state),
      reason: undefined,
    });
    expect(paths('cancelled', silent('gathering'))).toEqual(['reason']);
    expect(paths('drafting', silent('published'))).toEqual(['reason']);
    expect(paths('drafting', silent('in-review'))).toEqual([]);
    expect(paths('drafting', silent('gathering'))).toEqual([]);
  });

  it('is never to cancel what was published before', () => {
    const amending = complete('drafting', { publishedVersion: 1 });
    expect(missingForTransition('cancelled', amending)[0].message).toContain(
      'publish the amendment instead',
    );
  });

  it('is the required sections, before it goes in review', () => {
    const blank = complete('drafting', {
      sections: [
        { ...summary, text: ' \n' },
        { ...summary, id: 'impact', required: false, text: '' },
      ],
    });
    expect(paths('in-review', blank)).toEqual(['sections.summary']);
  });

  it('is everything at once, to publish', () => {
    const context: TransitionContext = {
      ...complete('in-review', {
        sections: [{ ...summary, text: '' }],
        rootCauses: {
          revision: 1,
          items: [{ ...cause, factors: [], evidence: [] }],
        },
      }),
      timelineEvents: 0,
      lessons: 0,
      actions: [
        { id: 'a', title: 'An idea', status: 'idea' },
        { id: 'b', title: 'Dropped', status: 'cancelled' },
        {
          id: 'c',
          title: 'Alert on expiry',
          status: 'open',
          owner: 'user:default/bob',
        },
        {
          id: 'd',
          title: 'Renew by itself',
          status: 'in-progress',
          owner: 'group:default/payments',
          dueDate: '2024-05-17',
          successCriteria: 'No certificate expires in a year',
        },
      ],
    };
    expect(missingForTransition('published', context)).toEqual([
      { path: 'sections.summary', message: 'is empty: write “Summary”' },
      { path: 'timeline', message: expect.stringContaining('no event') },
      { path: 'rootCauses', message: expect.stringContaining('evidence') },
      { path: 'lessons', message: expect.stringContaining('is empty') },
      {
        path: 'actions.c',
        message:
          '“Alert on expiry” lacks a due date and success criteria: fill it in, or leave the action as an idea',
      },
    ]);
  });
});
