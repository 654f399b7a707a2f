import type { OutlineCommands } from '../outline';
import type { EditorProps } from '../types';
import {
  FaultTree,
  TreeRow,
  childrenOf,
  newEvent,
  rowsOf,
  whyNotUnder,
  withChild,
  withNode,
  withoutChild,
  withoutStrays,
} from './tree';

/** What the keys do to a fault tree. */
export function treeCommands(
  { analysis: tree, onChange }: EditorProps<'fault-tree'>,
  rows: TreeRow[],
): OutlineCommands {
  const rowOf = (key: string) => rows.find(row => row.key === key);
  /** Keeps a tree; answers with the place of a node in it. */
  const put = (next: FaultTree, id: string, parentId?: string) => {
    onChange(next);
    return rowsOf(next).find(
      row => row.node.id === id && row.parentId === parentId,
    )?.key;
  };
  const add = (parentId: string, at?: number) => {
    const event = newEvent();
    const grown = { ...tree, nodes: [...tree.nodes, event] };
    return put(withChild(grown, parentId, event.id, at), event.id, parentId);
  };
  const siblingsOf = (row: TreeRow) =>
    childrenOf(tree.nodes.find(({ id }) => id === row.parentId));

  return {
    setText: (key, text) => {
      const id = rowOf(key)?.node.id;
      if (id) {
        const label = text.replace(/\n/g, ' ');
        onChange(
          withNode(tree, id, node => ({ ...node, label })),
          `label ${id} ${label.split(/\s+/).length}`,
        );
      }
    },
    addAfter: key => {
      const row = rowOf(key);
      return row && add(row.parentId ?? row.node.id, afterOf(row));
    },
    addWithin: key => {
      const row = rowOf(key);
      return row && !(row.repeated && row.node.type !== 'basic')
        ? add(row.node.id)
        : undefined;
    },
    deeper: key => {
      const row = rowOf(key);
      const before = row && siblingsOf(row)[row.index - 1];
      if (!row?.parentId || !before || whyNotUnder(tree, before, row.node.id)) {
        return undefined;
      }
      const { id } = row.node;
      const taken = withoutChild(tree, row.parentId, id);
      return put(withChild(taken, before, id), id, before);
    },
    shallower: key => {
      const row = rowOf(key);
      const parent = row && rowOf(key.split('/').slice(0, -1).join('/'));
      if (
        !row?.parentId ||
        !parent?.parentId ||
        whyNotUnder(tree, parent.parentId, row.node.id)
      ) {
        return undefined;
      }
      const { id } = row.node;
      const taken = withoutChild(tree, row.parentId, id);
      return put(
        withChild(taken, parent.parentId, id, parent.index + 1),
        id,
        parent.parentId,
      );
    },
    move: (key, step) => {
      const row = rowOf(key);
      const other = row && siblingsOf(row)[row.index + step];
      if (!row?.parentId || !other) {
        return undefined;
      }
      const { id } = row.node;
      const taken = withoutChild(tree, row.parentId, id);
      onChange(withChild(taken, row.parentId, id, row.index + step));
      return key;
    },
    remove: key => {
      const row = rowOf(key);
      if (row?.parentId) {
        onChange(withoutStrays(withoutChild(tree, row.parentId, row.node.id)));
      }
    },
  };
}

function afterOf(row: TreeRow): number | undefined {
  return row.parentId === undefined ? undefined : row.index + 1;
}
