import { ActionPast, foldOverdue, standingsAt } from './overdue';

const day = (n: number) => Date.parse('2024-01-01T00:00:00Z') + n * 86_400_000;
const date = (n: number) => new Date(day(n)).toISOString().slice(0, 10);
/** The ends of five weeks. */
const MOMENTS = [7, 14, 21, 28, 35].map(n => ({
  start: day(n - 7),
  at: day(n),
  date: date(n),
}));

const PAST: ActionPast = {
  id: 'a',
  createdAt: day(3),
  now: { status: 'verified', dueDate: date(24), owner: 'group:default/ops' },
  changes: [
    {
      at: day(40),
      changes: [{ path: 'status', from: 'completed', to: 'verified' }],
    },
    {
      at: day(30),
      changes: [{ path: 'status', from: 'in-progress', to: 'completed' }],
    },
    // At the very end of a week: it belongs to the next.
    {
      at: day(21),
      changes: [{ path: 'dueDate', from: date(10), to: date(24) }],
    },
    {
      at: day(15),
      changes: [
        { path: 'status', from: 'open', to: 'in-progress' },
        { path: 'owner', from: 'user:default/ada', to: 'group:default/ops' },
        { path: 'title', from: 'Old', to: 'New' },
      ],
    },
    {
      at: day(5),
      changes: [
        { path: 'dueDate', to: date(10) },
        { path: 'status', from: 'idea', to: 'open' },
      ],
    },
  ],
};

it('knows how an action stood, by undoing what changed later', () => {
  const ends = [3, 4, ...[7, 14, 21, 28, 35]].map(n => ({ at: day(n) }));
  expect(standingsAt(PAST, ends)).toEqual([
    undefined,
    { status: 'idea', dueDate: undefined, owner: 'user:default/ada' },
    { status: 'open', dueDate: date(10), owner: 'user:default/ada' },
    { status: 'open', dueDate: date(10), owner: 'user:default/ada' },
    { status: 'in-progress', dueDate: date(10), owner: 'group:default/ops' },
    { status: 'in-progress', dueDate: date(24), owner: 'group:default/ops' },
    { status: 'completed', dueDate: date(24), owner: 'group:default/ops' },
  ]);
});

it('counts what was overdue at the end of each week, by the group that owned it then and those above', () => {
  const fold = foldOverdue(MOMENTS);
  const chains: Record<string, string[]> = {
    'user:default/ada': ['payments', 'commerce', 'company'],
    'group:default/ops': ['ops', 'company'],
  };
  const groupsOf = (owner?: string) => chains[owner ?? ''] ?? [];
  fold.add(PAST, groupsOf);
  fold.add(
    {
      id: 'b',
      createdAt: day(8),
      now: { status: 'open', dueDate: date(9) },
      changes: [],
    },
    groupsOf,
  );
  const { series, teams } = fold.read();
  expect(series.map(({ n, overdue }) => [n, overdue])).toEqual([
    [1, 0],
    [2, 2],
    [2, 2],
    [2, 2],
    [1, 1],
  ]);
  expect(series[1]).toMatchObject({
    start: '2024-01-08T00:00:00.000Z',
    at: '2024-01-15T00:00:00.000Z',
  });
  const counted = teams.map(({ team, series: of }) => [
    team,
    of.map(({ overdue, own }) => `${overdue}/${own}`).join(' '),
  ]);
  expect(counted).toEqual([
    ['commerce', '0/0 1/0'],
    ['company', '0/0 1/0 1/0 1/0'],
    ['ops', '1/1 1/1'],
    ['payments', '0/0 1/1'],
    [undefined, '1/1 1/1 1/1 1/1'],
  ]);
});
