import { renderBulletinMarkdown } from './markdown';
import type { Bulletin } from './schema';
import { bulletinSummary, isEmptyBulletin } from './sections';

const none = { count: 0, items: [] };
const WEEK: Bulletin = {
  week: '2026-W47',
  currentWeek: '2026-W48',
  scope: 'org',
  from: '2026-11-15T23:00:00.000Z',
  to: '2026-11-22T23:00:00.000Z',
  timeZone: 'Europe/Berlin',
  generatedAt: '2026-11-23T07:00:00.000Z',
  lessons: none,
  reviews: none,
  verified: none,
  overdue: none,
  patterns: none,
};

const FULL: Bulletin = {
  ...WEEK,
  scope: 'group:default/payments',
  lessons: {
    count: 22,
    items: [
      {
        id: 'l1',
        statement: '# <script>alert(1)</script> [click](http://evil) | **now**',
        type: 'process',
        priority: 'high',
        category: 'a*b',
        publishedAt: '2026-11-17T00:00:00.000Z',
      },
    ],
  },
  verified: {
    count: 1,
    items: [
      {
        id: 'a1',
        title: 'Alert on expiry',
        owner: 'group:default/payments',
        verifiedAt: '2026-11-18T00:00:00.000Z',
        how: 'exercise',
      },
    ],
  },
  overdue: {
    count: 1,
    items: [
      {
        id: 'a2',
        title: 'Rotate',
        dueDate: '2026-11-22',
        daysLate: 1,
        newlyOverdue: true,
      },
    ],
  },
  patterns: {
    count: 1,
    items: [
      {
        category: 'certificate',
        attackVector: 'expiry',
        count: 2,
        severities: { critical: 0, high: 2, medium: 0, low: 0, unknown: 0 },
        firstAt: '2026-09-01T00:00:00.000Z',
        lastAt: '2026-11-17T00:00:00.000Z',
        services: ['ledger', 'portal'].map(name => ({
          entityRef: `component:default/${name}`,
          incidents: 1,
          lesson: false,
        })),
        serviceCount: 2,
      },
    ],
  },
};

describe('a bulletin as Markdown', () => {
  it('tells each section with its links, and shows text as it is', () => {
    const text = renderBulletinMarkdown(FULL, { baseUrl: 'https://portal' });
    expect(text.split('\n').filter(line => line.startsWith('#'))).toEqual([
      '# Learning bulletin: payments, week 47 of 2026',
      '## New lessons (22)',
      '## Published reviews',
      '## Verified actions (1)',
      '## New patterns (1)',
      '## Overdue actions (1)',
    ]);
    expect(text).toContain(
      '16 Nov 2026 to 22 Nov 2026. 22 new lessons, 1 verified action, 1 new pattern, 1 overdue action.',
    );
    expect(text).not.toMatch(/<script|[^\\]\]\(http:/);
    expect(text).toContain('(<https://portal/incident-learning/lessons/l1>)');
    expect(text).toContain('(Process, high priority, a\\*b)');
    expect(text).toContain('- and 21 more');
    expect(text).toContain('No review was published.');
    expect(text).toContain('by exercise, payments');
    expect(text).toContain('due 22 Nov 2026 (1 day late, new this week)');
    expect(text).toMatch(
      /\[Certificate · Expiry\]\(<.*category=certificate&attackVector=expiry>\): 2 incidents at ledger and portal/,
    );
  });

  it('says that nothing was, and leaves out what its reader may not read', () => {
    expect(isEmptyBulletin(WEEK)).toBe(true);
    expect(bulletinSummary(WEEK)).toBe('');
    const text = renderBulletinMarkdown({ ...WEEK, lessons: undefined });
    expect(text).toContain('Nothing was learned on record this week.');
    expect(text).not.toContain('New lessons');
    expect(text).toContain('No action is overdue.');
    expect(isEmptyBulletin(FULL)).toBe(false);
  });
});
