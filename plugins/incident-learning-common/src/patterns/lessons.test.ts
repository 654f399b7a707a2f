import { lessonsOfGroup } from './lessons';

const ref = (name: string) => `component:default/${name}`;
const hit = (name: string) => ({
  entityRef: ref(name),
  incidents: 1,
  lesson: false,
});

function reached(
  group: { category?: string; attackVector?: string },
  lesson: object,
) {
  const found = lessonsOfGroup(
    { ...group, services: ['checkout', 'ledger', 'portal'].map(hit) },
    [
      {
        id: 'lesson',
        statement: 'Watch',
        appliesTo: [ref('portal')],
        incidents: [],
        ...lesson,
      },
    ],
  );
  return [
    found.lessons.length,
    ...found.services.filter(({ lesson: has }) => has).map(s => s.entityRef),
  ];
}

it('finds lessons by the incidents behind them or by their category, and whom they reach', () => {
  const group = { category: 'Change', attackVector: 'deployment' };
  const origin = { ...group, entityRefs: [ref('checkout'), ref('other')] };
  expect(reached(group, { incidents: [origin] })).toEqual([
    1,
    ref('checkout'),
    ref('portal'),
  ]);
  expect(reached(group, { category: 'change' })).toEqual([1, ref('portal')]);
  expect(
    reached(group, { incidents: [{ ...origin, attackVector: 'manual' }] }),
  ).toEqual([0]);
  // What is said to be unknown is not known.
  expect(
    reached(
      { category: 'Change' },
      { incidents: [{ ...origin, attackVector: 'Unknown' }] },
    ),
  ).toEqual([1, ref('checkout'), ref('portal')]);
  expect(
    reached({ attackVector: 'deployment' }, { category: 'change' }),
  ).toEqual([0]);
});
