import { useState } from 'react';
import { render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { FaultTreeEditor } from './FaultTreeEditor';
import { formatProbability, readProbability } from './probability';
import type { FaultTree } from './tree';

jest.setTimeout(180_000);

const START: FaultTree = {
  kind: 'fault-tree',
  topEvent: 'top',
  nodes: [{ type: 'or', id: 'top', label: 'Routed twice', children: [] }],
};

function setUp(start = START) {
  const now = { tree: start };
  const taken: string[] = [];
  function Host() {
    const [tree, setTree] = useState(start);
    now.tree = tree;
    return (
      <FaultTreeEditor
        analysis={tree}
        incidents={[]}
        onChange={setTree}
        onTakeCause={(next, id) => {
          setTree(next);
          taken.push(id);
        }}
      />
    );
  }
  render(<Host />);
  return { now, taken, user: userEvent.setup({ delay: null }) };
}

function shape({ nodes, topEvent }: FaultTree): unknown {
  const draw = (id: string): unknown => {
    const node = nodes.find(other => other.id === id)!;
    return node.type === 'basic'
      ? node.label
      : { [`${node.type} ${node.label}`]: node.children.map(draw) };
  };
  return draw(topEvent);
}

it('is built by the keyboard, and says what follows as it grows', async () => {
  const { now, taken, user } = setUp();
  await user.click(
    screen.getByRole('button', { name: 'Add what brought it about' }),
  );
  await user.keyboard('Delivered twice{Enter}No check{Enter}Hall loses power');
  await user.click(screen.getByLabelText('Event 2'));
  // What is put under an event makes it a gate.
  await user.keyboard('{Control>}{Enter}{/Control}Check cut{Enter}Cache cold');
  await user.click(screen.getByLabelText('Event 2.2'));
  await user.keyboard('{Alt>}{ArrowUp}{/Alt}');
  await user.selectOptions(screen.getByLabelText('Type: No check'), 'and');
  expect(shape(now.tree)).toEqual({
    'or Routed twice': [
      'Delivered twice',
      { 'and No check': ['Cache cold', 'Check cut'] },
      'Hall loses power',
    ],
  });
  const figures = screen.getByRole('region', { name: 'What follows from it' });
  expect(
    within(figures).getByText('Delivered twice; Hall loses power'),
  ).toBeVisible();
  expect(within(figures).getByText(/^3 minimal cut sets/)).toBeVisible();
  expect(screen.getAllByText('Single point')).toHaveLength(2);
  expect(figures).toHaveTextContent(
    'not known: Delivered twice; Hall loses power; Check cut; Cache cold have none',
  );

  await user.type(
    screen.getByLabelText('Probability: Delivered twice'),
    '1e-3',
  );
  await user.type(screen.getByLabelText('Probability: Cache cold'), '10 %');
  await user.type(screen.getByLabelText('Probability: Check cut'), '0.5');
  await user.type(screen.getByLabelText('Probability: Hall loses power'), '2');
  expect(screen.getByText(/is no number from 0 to 1/)).toBeVisible();
  await user.clear(screen.getByLabelText('Probability: Hall loses power'));
  await user.type(screen.getByLabelText('Probability: Hall loses power'), '0');
  expect(figures).toHaveTextContent('0.051, exact for independent events');

  await user.click(
    screen.getByRole('button', { name: 'Take as cause: Check cut' }),
  );
  expect(taken).toHaveLength(1);
  expect(
    screen.getByRole('button', { name: 'Cause: Check cut' }),
  ).toHaveAttribute('aria-pressed', 'true');

  await user.click(screen.getByLabelText('Event 2.1'));
  await user.keyboard('{Shift>}{Tab}{/Shift}');
  expect(screen.getByLabelText('Event 3')).toHaveFocus();
  await user.keyboard('{Tab}');
  expect(screen.getByLabelText('Event 2.2')).toHaveValue('Cache cold');
  await user.click(screen.getByLabelText('Event 2'));
  await user.keyboard('{Control>}{Shift>}{Backspace}{/Shift}{/Control}');
  expect(shape(now.tree)).toEqual({
    'or Routed twice': ['Delivered twice', 'Hall loses power'],
  });
  expect(now.tree.nodes).toHaveLength(3);
});

it('shares an event between gates, and refuses a cycle by name', async () => {
  const event = (id: string, label: string) => ({
    type: 'basic' as const,
    id,
    label,
    evidence: [],
    cause: false,
  });
  const { now, user } = setUp({
    ...START,
    nodes: [
      { type: 'and', id: 'top', label: 'Routed twice', children: ['a', 'b'] },
      { type: 'or', id: 'a', label: 'Delivered twice', children: ['p'] },
      { type: 'or', id: 'b', label: 'No check', children: ['c'] },
      event('p', 'Power lost'),
      event('c', 'Check cut'),
    ],
  });
  await user.click(screen.getByLabelText('Event 2'));
  await user.keyboard('{Control>}.{/Control}');
  await user.click(
    screen.getByRole('menuitem', {
      name: 'Put an event of this tree here too…',
    }),
  );
  const dialog = await screen.findByRole('dialog');
  await user.selectOptions(within(dialog).getByLabelText('Event'), 'top');
  expect(within(dialog).getByRole('alert')).toHaveTextContent(
    '“Routed twice” cannot stand under “No check”: it would be among its own causes',
  );
  expect(
    within(dialog).getByRole('button', { name: 'Put it there too' }),
  ).toBeDisabled();
  await user.selectOptions(within(dialog).getByLabelText('Event'), 'p');
  await user.click(
    within(dialog).getByRole('button', { name: 'Put it there too' }),
  );
  expect(shape(now.tree)).toEqual({
    'and Routed twice': [
      { 'or Delivered twice': ['Power lost'] },
      { 'or No check': ['Check cut', 'Power lost'] },
    ],
  });
  expect(await screen.findByText('Shared')).toBeInTheDocument();
  expect(screen.getAllByText('Single point')).toHaveLength(2);
});

it('reads and writes probabilities as people do', () => {
  expect(
    ['0.01', '0,5', '1e-5', '5 %', '.5', '1', '1.2', '-1', 'often', ''].map(
      readProbability,
    ),
  ).toEqual([
    0.01,
    0.5,
    1e-5,
    0.05,
    0.5,
    1,
    undefined,
    undefined,
    undefined,
    undefined,
  ]);
  expect([0, 0.0512, 3.46e-5, 2e-10, 0.9999, 1].map(formatProbability)).toEqual(
    ['0', '0.051', '3.5×10⁻⁵', '2×10⁻¹⁰', '> 0.99', '1'],
  );
});
